package id.tuntas.monitoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Where a family stands on a day: every family of a round in exactly one of these, in the order in which they are shown. */
public enum Standing {
    POOR("poor", Kind.EXAMINED),
    NOT_POOR("notPoor", Kind.EXAMINED),
    NOT_FOUND("notFound", Kind.EXAMINED),
    MOVED("moved", Kind.EXAMINED),
    DECEASED("deceased", Kind.EXAMINED),
    DUPLICATE("duplicate", Kind.EXAMINED),

    GRADUATED("graduated", Kind.HELPED),

    NOT_VERIFIED("notVerified", Kind.OPEN),
    /** A visit waits for its review, or for the officer's correction. */
    IN_REVIEW("inReview", Kind.OPEN),
    /** Would not be asked; that is no finding. */
    REFUSED("refused", Kind.OPEN),
    /** Extremely poor by the review; the village has not agreed yet. */
    AWAITING_MEETING("awaitingMeeting", Kind.OPEN),
    AWAITING_DECREE("awaitingDecree", Kind.OPEN),
    /** Named by the decree in force. */
    AWAITING_HELP("awaitingHelp", Kind.OPEN),
    /** An amendment of the decree took it off, and every other word still has it as extremely poor. */
    STRUCK("struck", Kind.OPEN);

    /** Why a family counts no longer, or that it still does: examined and helped are never summed into one. */
    public enum Kind {
        EXAMINED,
        HELPED,
        OPEN
    }

    private final String key;
    private final Kind kind;

    Standing(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public static Optional<Standing> findByKey(String key) {
        return Arrays.stream(values())
                .filter(standing -> standing.key.equals(key))
                .findFirst();
    }
}
