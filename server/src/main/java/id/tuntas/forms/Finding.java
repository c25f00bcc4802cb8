package id.tuntas.forms;

import java.util.Arrays;
import java.util.Optional;

/** What a visit says about a family's poverty. {@link #code()} is the spelling in tables, {@link #key()} the name in JSON. */
public enum Finding {
    EXTREMELY_POOR("extremely_poor", "extremelyPoor"),
    POOR("poor", "poor"),
    NOT_POOR("not_poor", "notPoor");

    private final String code;
    private final String key;

    Finding(String code, String key) {
        this.code = code;
        this.key = key;
    }

    public String code() {
        return code;
    }

    public String key() {
        return key;
    }

    public static Optional<Finding> findByCode(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    public static Optional<Finding> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
