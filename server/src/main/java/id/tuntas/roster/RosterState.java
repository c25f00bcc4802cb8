package id.tuntas.roster;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a release stands on its way into the cases. */
public enum RosterState {
    READING("reading"),
    /** A sheet's columns are known to nobody yet. */
    NEEDS_MAPPING("needsMapping"),
    /** The report waits for a person. */
    CHECKED("checked"),
    /** A file is none that may be read. */
    REFUSED("refused"),
    COMMITTING("committing"),
    COMMITTED("committed"),
    /** The machine failed at reading it, several times. */
    FAILED("failed");

    private final String key;

    RosterState(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static RosterState ofKey(String key) {
        for (RosterState state : values()) {
            if (state.key.equals(key)) {
                return state;
            }
        }
        throw new IllegalArgumentException("No state " + key);
    }
}
