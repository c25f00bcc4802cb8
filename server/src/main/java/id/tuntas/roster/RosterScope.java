package id.tuntas.roster;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Whether a release is the whole list, so that who is missing from it is dropped, or a part that drops nobody. */
public enum RosterScope {
    FULL("full"),
    SUPPLEMENT("supplement");

    private final String key;

    RosterScope(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static Optional<RosterScope> findByKey(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }
}
