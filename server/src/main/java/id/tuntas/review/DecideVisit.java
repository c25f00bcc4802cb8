package id.tuntas.review;

import id.tuntas.forms.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides on one visit.
 *
 * @param reason for a return or a rejection always, for an approval when it overrules the proposed finding
 * @param fields paths of the questions the officer should look at again
 * @param finding the finding the reviewer holds; null to confirm the proposed one
 */
public record DecideVisit(
        Decision decision,
        String reason,
        List<String> fields,
        @Nullable Finding finding) {

    public DecideVisit {
        reason = reason.strip();
        fields = fields.stream().distinct().toList();
    }
}
