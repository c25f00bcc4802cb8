package id.tuntas.sharing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

public enum SharingState {
    /** A job works it out. */
    SOLVING("solving"),
    /** The job that worked it out the first time has failed; it may be worked out again. */
    STOPPED("stopped"),
    /** People may change it. */
    PROPOSED("proposed"),
    /** A job asks the agencies. */
    COMMITTING("committing"),
    /** Every agency was asked. */
    COMMITTED("committed");

    private final String key;

    SharingState(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static SharingState ofKey(String key) {
        return Arrays.stream(values())
                .filter(state -> state.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
