package id.tuntas.visits;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why a family whose first visit counts is visited once more. */
public enum RevisitKind {
    /** Something was received: is the family still extremely poor? */
    DELIVERY("delivery"),
    /** Months after its graduation. */
    SAMPLE("sample"),
    /** The lot of the watch after zero. */
    WATCH("watch");

    private final String key;

    RevisitKind(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static RevisitKind ofKey(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
