package id.tuntas.citizens.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

enum Kind {
    /** A family that is not listed. */
    NOMINATION("nomination"),
    /** Against a family that is. */
    OBJECTION("objection");

    private final String key;

    Kind(String key) {
        this.key = key;
    }

    @JsonValue
    String key() {
        return key;
    }

    static Optional<Kind> findByKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
