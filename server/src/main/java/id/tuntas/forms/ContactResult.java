package id.tuntas.forms;

import java.util.Arrays;
import java.util.Optional;

/** What an officer met at the address. {@link #code()} is the form's choice, {@link #key()} the name in JSON. */
public enum ContactResult {
    FOUND("found", "found"),
    MOVED("moved", "moved"),
    DECEASED("deceased", "deceased"),
    NOT_FOUND("not_found", "notFound"),
    DUPLICATE("duplicate", "duplicate"),
    REFUSED("refused", "refused"),
    NOBODY_HOME("nobody_home", "nobodyHome");

    private final String code;
    private final String key;

    ContactResult(String code, String key) {
        this.code = code;
        this.key = key;
    }

    public String code() {
        return code;
    }

    public String key() {
        return key;
    }

    /** Whether this answer ends the visiting of the family; "nobody home" is an attempt and asks for another one. */
    public boolean isFinal() {
        return this != NOBODY_HOME;
    }

    public static Optional<ContactResult> findByCode(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    public static Optional<ContactResult> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
