package id.tuntas.visits;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit in a list.
 *
 * @param caseId null when the visit names no case that exists
 * @param named the case number as the officer's form has it
 * @param region village of the family or of the proposed one; where neither is known, the officer's own region
 * @param current whether this is the visit that stands for its family, or for its re-visit
 * @param revisitId the re-visit that it was paid for; null for a first visit
 * @param revision 1, and one more for each edit of the same visit
 * @param version grows with every change of the row; what If-Match holds
 * @param visitedAt by our clock, as well as it is known
 * @param phoneTime the same moment by the phone's clock; null when the form does not say
 * @param skewSeconds how far that clock was ahead of ours when the visit was sent; null when nobody measured it
 * @param minutes from opening the form to finishing it, by the device's clock
 * @param missing names of files that the answers speak of and that have not come
 * @param borrowedPhotos photos that a visit to another family showed as well
 * @param returned why it went back the last time; null when it never did
 */
public record VisitSummary(
        String regencyCode,
        UUID id,
        String instanceId,
        @Nullable UUID caseId,
        @Nullable String named,
        @Nullable UUID roundId,
        @Nullable String districtCode,
        @Nullable String villageCode,
        String region,
        UUID officerId,
        boolean current,
        @Nullable UUID revisitId,
        int revision,
        int version,
        VisitState state,
        String formId,
        String formVersion,
        @Nullable ContactResult contact,
        @Nullable Finding proposed,
        @Nullable Finding confirmed,
        Instant visitedAt,
        @Nullable Instant phoneTime,
        @Nullable Long skewSeconds,
        Instant receivedAt,
        @Nullable Integer minutes,
        @Nullable Double lat,
        @Nullable Double lng,
        List<VisitConflict> conflicts,
        List<VisitAttachment> attachments,
        List<String> missing,
        int borrowedPhotos,
        @Nullable Return returned) {

    public VisitSummary {
        conflicts = List.copyOf(conflicts);
        attachments = List.copyOf(attachments);
        missing = List.copyOf(missing);
    }
    /** @param fields paths of the questions the officer should look at again */
    public record Return(String reason, List<String> fields, Instant at) {
        public Return {
            fields = List.copyOf(fields);
        }
    }
}
