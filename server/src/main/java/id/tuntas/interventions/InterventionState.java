package id.tuntas.interventions;

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
    /** By the agency's word and evidence; whether it arrived is for the family's officer to say. */
    DELIVERED("delivered"),
    /** The agency tried and could not give it. */
    FAILED("failed"),
    /** The agency called it off. */
    STOPPED("stopped"),
    /** The family's officer has seen it at the family. */
    RECEIVED("received"),
    /** The family's officer says that nothing arrived. */
    MISSING("missing"),
    /** The family's officer says that something else arrived. */
    DIFFERENT("different"),
    /** It was asked for by mistake. */
    WITHDRAWN("withdrawn");

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
            case ACCEPTED -> Set.of(PLANNED, DELIVERED, STOPPED).contains(next);
            case PLANNED -> Set.of(PLANNED, DELIVERED, FAILED, STOPPED).contains(next);
            case DELIVERED -> next.isSeenByOfficer();
            case MISSING, DIFFERENT ->
                Set.of(PLANNED, DELIVERED, FAILED, STOPPED).contains(next);
            case REFUSED, FAILED, STOPPED, RECEIVED, WITHDRAWN -> false;
        };
    }

    /** What it is once the mistake of having asked for it, or of what the officer said last, is taken back; empty where there is none to take back. */
    public Optional<InterventionState> withoutMistake() {
        return switch (this) {
            case PROPOSED, ACCEPTED -> Optional.of(WITHDRAWN);
            case RECEIVED, MISSING, DIFFERENT -> Optional.of(DELIVERED);
            case REFUSED, PLANNED, DELIVERED, FAILED, STOPPED, WITHDRAWN -> Optional.empty();
        };
    }

    /** Whether only the family's officer can say so, and no agency. */
    public boolean isSeenByOfficer() {
        return this == RECEIVED || this == MISSING || this == DIFFERENT;
    }

    /** Whether the agency takes this step to give something, for which a family must be on the list. */
    public boolean isTowardsTheFamily() {
        return this == ACCEPTED || this == PLANNED || this == DELIVERED;
    }

    /** Whether whoever takes this step must say why. */
    public boolean asksWhy() {
        return this == REFUSED || this == FAILED || this == STOPPED || this == DIFFERENT || this == WITHDRAWN;
    }

    public static Optional<InterventionState> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
