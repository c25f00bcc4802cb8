package id.tuntas.visits;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What has become of a visit. */
public enum VisitState {
    /** Came in and waits for its review; an attempt at which nobody was home waits for the next one. */
    RECEIVED("received"),
    /** Went back to the officer for correction. */
    RETURNED("returned"),
    /** Counts. */
    APPROVED("approved"),
    /** Does not count. */
    REJECTED("rejected"),
    /** A later revision or a later visit stands in its place. */
    SUPERSEDED("superseded"),
    /** Stands for no family until a person has looked at its conflicts. */
    CONFLICT("conflict");

    private final String key;

    VisitState(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** Whether somebody can still approve, return or reject it. */
    public boolean isUndecided() {
        return this == RECEIVED || this == CONFLICT;
    }

    public static Optional<VisitState> findByKey(String key) {
        return Arrays.stream(values()).filter(state -> state.key.equals(key)).findFirst();
    }
}
