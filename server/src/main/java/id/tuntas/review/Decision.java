package id.tuntas.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a reviewer makes of a visit. {@link #key()} is the spelling in tables and in JSON. */
public enum Decision {
    /** The visit counts; its finding is confirmed or overruled. */
    APPROVE("approve", "visit.approved"),
    /** Back to the officer, who corrects his answers. */
    RETURN("return", "visit.returned"),
    /** The visit does not count; the family is to be visited anew. */
    REJECT("reject", "visit.rejected");

    private final String key;
    private final String verb;

    Decision(String key, String verb) {
        this.key = key;
        this.verb = verb;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** The verb of its ledger entry. */
    public String verb() {
        return verb;
    }

    public static Optional<Decision> findByKey(String key) {
        return Arrays.stream(values())
                .filter(decision -> decision.key.equals(key))
                .findFirst();
    }
}
