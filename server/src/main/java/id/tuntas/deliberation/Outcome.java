package id.tuntas.deliberation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a meeting makes of a family, of a nomination or of a graduation. {@link #key()} is the spelling in tables and in JSON. */
public enum Outcome {
    AGREED("agreed"),
    /** Somebody objects; the meeting may hold another finding, beside the reviewed one. */
    DISPUTED("disputed"),
    /** The family goes back to its officer for another visit; a graduation ends before that. */
    REVISIT("revisit");

    private final String key;

    Outcome(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static Optional<Outcome> findByKey(String key) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.key.equals(key))
                .findFirst();
    }
}
