package id.tuntas.deliberation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a village meets for. {@link #key()} is the spelling in tables and in JSON. */
public enum MeetingPurpose {
    /** On what the visits of the round found: one meeting a round, in editions. */
    VERIFICATION("verification"),
    /** On the graduations that wait for the village's word: as many meetings as it takes, each final. */
    GRADUATION("graduation");

    private final String key;

    MeetingPurpose(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static Optional<MeetingPurpose> findByKey(String key) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.key.equals(key))
                .findFirst();
    }
}
