package id.tuntas.programmes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Where a programme that was asked for a family stands with its agency. */
public enum InterventionState {
    PROPOSED("proposed"),
    ACCEPTED("accepted"),
    REFUSED("refused"),
    PLANNED("planned"),
    STOPPED("stopped");

    private final String key;

    InterventionState(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** Whether a step from here leads there; a plan may be made anew. */
    public boolean mayBecome(InterventionState next) {
        return switch (this) {
            case PROPOSED -> Set.of(ACCEPTED, REFUSED).contains(next);
            case ACCEPTED, PLANNED -> Set.of(PLANNED, STOPPED).contains(next);
            case REFUSED, STOPPED -> false;
        };
    }

    /** Whether whoever takes this step must say why. */
    public boolean asksWhy() {
        return this == REFUSED || this == STOPPED;
    }

    public static Optional<InterventionState> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
