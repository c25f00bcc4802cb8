package id.tuntas.rounds;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** A draft is prepared, an open round takes visits, a closed one takes none; a closed round may be opened again. */
public enum RoundState {
    DRAFT("draft"),
    OPEN("open"),
    CLOSED("closed");

    private final String key;

    RoundState(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public boolean mayBecome(RoundState next) {
        return this == next || next != DRAFT;
    }

    public static Optional<RoundState> findByKey(String key) {
        return Arrays.stream(values()).filter(state -> state.key.equals(key)).findFirst();
    }
}
