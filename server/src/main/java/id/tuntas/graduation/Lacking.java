package id.tuntas.graduation;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a family lacks to be proposed for graduation. */
public enum Lacking {
    /** The regency has not set the round's rules with their legal source. */
    RULE("rule"),
    /** Programmes are not for it: no decree names it. */
    DECREE("decree"),
    /** No officer has seen anything arrive. */
    RECEIVED("received"),
    /** No approved re-visit. */
    REVISIT("revisit"),
    /** The re-visit was before the last delivery. */
    REVISIT_AFTER_DELIVERY("revisitAfterDelivery"),
    /** The re-visit did not meet the family. */
    MET("met"),
    /** The re-visit has no photo that is kept. */
    EVIDENCE("evidence"),
    /** The re-visit says no expenditure, or that nobody lives there. */
    EXPENDITURE("expenditure"),
    /** Expenditure a head is below the line that held on the day of the re-visit. */
    ABOVE_LINE("aboveLine"),
    /** Whoever reviewed the re-visit holds the family extremely poor all the same. */
    FINDING("finding");

    private final String key;

    Lacking(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }
}
