package id.tuntas.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How far a family has come on its road. */
public enum CaseState {
    /** In the roster, nobody visits it yet. */
    LISTED("listed"),
    /** An officer is to visit it. */
    ASSIGNED("assigned"),
    /** A visit waits for its review. */
    VISITED("visited"),
    /** The visit went back to the officer for correction. */
    RETURNED("returned"),
    /** The visit is approved. */
    APPROVED("approved");

    private final String key;

    CaseState(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public boolean hasVisit() {
        return this == VISITED || this == RETURNED || this == APPROVED;
    }

    public static Optional<CaseState> findByKey(String key) {
        return Arrays.stream(values()).filter(state -> state.key.equals(key)).findFirst();
    }
}
