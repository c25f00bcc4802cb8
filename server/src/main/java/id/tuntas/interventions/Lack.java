package id.tuntas.interventions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a need of a family still lacks, the nearest to being met first. */
public enum Lack {
    /** A programme for it was received and its term is not over. */
    NOTHING("nothing"),
    /** Delivered; the family's officer has not said that it arrived. */
    WORD("word"),
    /** Planned; the agency has not delivered. */
    DELIVERY("delivery"),
    /** Accepted; the agency has not named a day. */
    PLAN("plan"),
    /** Asked; the agency has not answered. */
    ANSWER("answer"),
    /** It did not arrive, or something else did; the agency must give it again. */
    AGAIN("again"),
    /** Every agency that was asked refused, failed or stopped; somebody must ask another. */
    TURNED_DOWN("turnedDown"),
    /** No agency was asked. */
    REQUEST("request");

    private final String key;

    Lack(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** Whether an agency has to do something next; else it is the officer or the coordinators. */
    public boolean waitsForAgency() {
        return this == DELIVERY || this == PLAN || this == ANSWER || this == AGAIN;
    }

    /** Whether somebody has to ask an agency, or another one, next. */
    public boolean waitsForARequest() {
        return this == REQUEST || this == TURNED_DOWN;
    }

    public static Lack of(InterventionState state) {
        return switch (state) {
            case RECEIVED -> NOTHING;
            case DELIVERED -> WORD;
            case PLANNED -> DELIVERY;
            case ACCEPTED -> PLAN;
            case PROPOSED -> ANSWER;
            case MISSING, DIFFERENT -> AGAIN;
            case REFUSED, FAILED, STOPPED -> TURNED_DOWN;
            case WITHDRAWN -> REQUEST;
        };
    }

    public static Optional<Lack> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
