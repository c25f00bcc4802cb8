package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.deliberation.Outcome;
import id.tuntas.deliberation.internal.AgendaItem.Kind;
import id.tuntas.deliberation.internal.AgendaItem.Measured;
import id.tuntas.deliberation.internal.LikelyFamilies.Likely;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as its page shows it.
 *
 * @param edition of one on graduations, which one it is in its village
 * @param version of the sheet, for If-Match
 * @param agenda with what waits for the next edition: undecided, and {@code since} later than the sheet's day
 * @param undecided reviewed families on whose visit this meeting has not decided; of one on graduations, those that wait and that it has not decided
 * @param notReviewed families of the village that no approved visit speaks of, and that this meeting cannot decide on; none for one on graduations
 * @param editions the newest first; of one on graduations, the village's others
 * @param likely families that a newcomer of the sheet may be
 * @param maySign whether the signed minutes may be put in
 * @param minutes of a closed meeting
 */
record MeetingShow(
        UUID id,
        String round,
        String roundName,
        String village,
        String villageName,
        String villageKind,
        String districtName,
        MeetingPurpose purpose,
        int edition,
        String state,
        int version,
        MeetingSheet sheet,
        @Nullable String reopenedReason,
        @Nullable String reopenedBy,
        @Nullable Instant reopenedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        List<Edition> editions,
        List<Item> agenda,
        List<Likely> likely,
        int notReviewed,
        int undecided,
        boolean mayRecord,
        boolean mayReopen,
        boolean maySign,
        @Nullable Minutes minutes) {

    record Edition(
            UUID id, int edition, String state, @Nullable Instant closedAt) {}

    /** @param since the day on which its visit was approved, the nomination came or the graduation was proposed, while the meeting is open */
    record Item(
            UUID subjectId,
            Kind kind,
            @Nullable String number,
            @Nullable UUID visitId,
            @Nullable LocalDate since,
            String name,
            String address,
            String hamlet,
            boolean nominated,
            @Nullable Integer people,
            @Nullable String contact,
            @Nullable String finding,
            @Nullable Measured measured,
            @Nullable DecisionView decision) {}

    record DecisionView(
            UUID id,
            Outcome outcome,
            String reason,
            String dissent,
            @Nullable String held,
            String by,
            Instant at,
            boolean outdated) {}
}
