package id.tuntas.programmes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a programme's amount and quota count. */
public enum Unit {
    FAMILY("family"),
    PERSON("person"),
    HOUSE("house");

    private final String key;

    Unit(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static Optional<Unit> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
