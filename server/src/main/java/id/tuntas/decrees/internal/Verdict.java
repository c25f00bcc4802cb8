package id.tuntas.decrees.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.forms.ContactResult;
import java.util.Arrays;
import java.util.Optional;

/** Whether a family is on the decree's list, or why it is not. {@link #key()} is the spelling in JSON and in tables. */
enum Verdict {
    /** Extremely poor by the meeting's word, or by the review's where the meeting left that alone. */
    LISTED("listed", Kind.IN),

    POOR("poor", Kind.OUT),
    NOT_POOR("notPoor", Kind.OUT),
    /** The review found extreme poverty, the meeting holds otherwise. */
    OVERRULED("overruled", Kind.OUT),
    MOVED("moved", Kind.OUT),
    DECEASED("deceased", Kind.OUT),
    NOT_FOUND("notFound", Kind.OUT),
    DUPLICATE("duplicate", Kind.OUT),
    REFUSED("refused", Kind.OUT),

    /** The village's newest meeting is not closed, or there is none. */
    VILLAGE_OPEN("villageOpen", Kind.PENDING),
    SENT_BACK("sentBack", Kind.PENDING),
    /** No list has the family, and no approved visit speaks of it yet. */
    NEWCOMER("newcomer", Kind.PENDING),
    NOT_REVIEWED("notReviewed", Kind.PENDING),
    /** Its approved visit is not the one that the meeting decided on. */
    UNDECIDED("undecided", Kind.PENDING);

    enum Kind {
        IN,
        OUT,
        PENDING
    }

    private final String key;
    private final Kind kind;

    Verdict(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    @JsonValue
    String key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    static Optional<Verdict> findByKey(String key) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.key.equals(key))
                .findFirst();
    }

    /** Of a household about which no finding can be made. */
    static Verdict of(ContactResult contact) {
        return switch (contact) {
            case MOVED -> MOVED;
            case DECEASED -> DECEASED;
            case NOT_FOUND -> NOT_FOUND;
            case DUPLICATE -> DUPLICATE;
            case REFUSED -> REFUSED;
            case FOUND, NOBODY_HOME -> UNDECIDED;
        };
    }
}
