package id.tuntas.deliberation;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tuntas.forms.Finding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting decides on one subject of its agenda. Its JSON is what the ledger keeps a digest of: what is added to it must stay out of
 * the JSON where it is not there.
 *
 * @param id made where it was decided; the same one again is the same decision
 * @param subjectId the family's case, the nomination, or the graduation
 * @param replaces the decision that it takes the place of; null for the first on its subject
 * @param reason for a dispute or another visit always
 * @param dissent who is of another mind, in the meeting's words
 * @param held the finding that the meeting holds instead of the reviewed one; null to leave that alone
 * @param visitId the approved visit that was seen; null for a nomination, and from an office that did not tell yet
 * @param decidedAt by the clock of the machine on which it was decided; to the microsecond, as it is kept
 */
public record DecideSubject(
        UUID id,
        UUID subjectId,
        @Nullable UUID replaces,
        Outcome outcome,
        String reason,
        String dissent,
        @Nullable Finding held,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID visitId,
        Instant decidedAt) {

    public static final int LONGEST_TEXT = 2000;

    public DecideSubject {
        reason = reason.strip();
        dissent = dissent.strip();
        decidedAt = decidedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
