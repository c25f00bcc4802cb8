package id.tuntas.citizens;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

public enum PetitionKind {
    /** A family that is not listed. */
    NOMINATION("nomination"),
    /** Against a family that is. */
    OBJECTION("objection");

    private final String key;

    PetitionKind(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static Optional<PetitionKind> findByKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
