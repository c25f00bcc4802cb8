package id.tuntas.graduation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How far a family's graduation has come. */
public enum GraduationState {
    /** The re-visit says so; the village has not spoken. */
    PROPOSED("proposed"),
    AGREED("agreed"),
    /** The village does not agree; another proposal may follow. */
    DISAGREED("disagreed"),
    /** The family counts as no longer extremely poor. */
    GRADUATED("graduated"),
    /** The regency coordinator does not follow the proposal. */
    REFUSED("refused"),
    /** The family came back: it is extremely poor again and counts. */
    ENDED("ended");

    private final String key;

    GraduationState(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public boolean mayBecome(GraduationState next) {
        return switch (this) {
            case PROPOSED -> next == AGREED || next == DISAGREED;
            case AGREED -> next == GRADUATED || next == REFUSED;
            case GRADUATED -> next == ENDED;
            case DISAGREED, REFUSED, ENDED -> false;
        };
    }

    public static GraduationState ofKey(String key) {
        return Arrays.stream(values())
                .filter(state -> state.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
