package id.tuntas.review.internal;

import id.tuntas.forms.Words;
import id.tuntas.review.Decision;
import id.tuntas.visits.VisitState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit with all that a reviewer needs to decide on it.
 *
 * @param etag what If-Match holds when he decides
 * @param withoutProposal why no finding can be proposed
 * @param missingPhotos kinds that the round requires and the answers do not name
 * @param outstandingFiles named by the answers and not come yet
 * @param corrects the visit that was sent back and is mended by this one
 * @param sample only for those who draw samples
 */
record VisitShow(
        UUID id,
        String instanceId,
        @Nullable UUID caseId,
        @Nullable String caseNumber,
        @Nullable Household household,
        int version,
        String etag,
        VisitState state,
        Person officer,
        Instant visitedAt,
        @Nullable Instant phoneTime,
        @Nullable Long skewSeconds,
        Instant receivedAt,
        @Nullable Integer durationMinutes,
        @Nullable String contact,
        List<Attempt> attempts,
        @Nullable Proposal proposal,
        @Nullable String withoutProposal,
        @Nullable Confirmed confirmed,
        List<Answer> answers,
        List<Member> members,
        List<Compared> comparison,
        List<Photo> photos,
        @Nullable Photo signature,
        List<String> missingPhotos,
        List<String> outstandingFiles,
        @Nullable Place location,
        List<Broken> findings,
        List<Conflict> conflicts,
        List<Conflict> resolvedConflicts,
        List<Flag> flags,
        List<Decided> decisions,
        @Nullable Corrected corrects,
        @Nullable Sampled sample) {

    record Person(UUID id, String name) {}

    /** Numbers are masked. */
    record Household(
            String name,
            @Nullable String nik,
            @Nullable String kk,
            String address,
            String hamlet,
            String village,
            String villageName,
            String districtName) {}

    /** A go at the address that met nobody; the place as far as a phone noted it. */
    record Attempt(
            Instant at,
            String result,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable Double accuracy) {}

    /** @param line what the finding was measured against; of both lines the nearer one */
    record Proposal(
            String finding,
            @Nullable Long perCapita,
            @Nullable Long expenditure,
            int people,
            long line,
            Lines lines,
            List<Map<String, Object>> steps) {}

    record Lines(long extreme, long poor) {}

    record Confirmed(@Nullable String finding, String by, Instant at) {}

    /** @param path with the number of the repeat, as {@code /data/members/member[2]/existence} */
    record Answer(String path, @Nullable String group, Words label, String type, String value, Words display) {}

    record Member(
            @Nullable String memberId,
            @Nullable String name,
            @Nullable String nik,
            @Nullable String relationship,
            @Nullable String sex,
            @Nullable Integer age,
            @Nullable String existence) {}

    record Compared(
            String question,
            Words label,
            @Nullable String roster,
            @Nullable String visit,
            String change) {}

    /**
     * @param takenAt as the camera says
     * @param fault what the phone found wrong with it, {@code dark} or {@code blurred}
     * @param reason why the officer kept it all the same
     */
    record Photo(
            String kind,
            String name,
            Words label,
            String sha256,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Instant takenAt,
            @Nullable String fault,
            @Nullable String reason,
            String url,
            String thumbUrl) {}

    record Place(
            double lat,
            double lng,
            @Nullable Double accuracy,
            @Nullable Point village,
            @Nullable Double distanceM) {}

    record Point(double lat, double lng) {}

    /** An answer that does not fit the form. */
    record Broken(String path, String code, String message) {}

    record Conflict(String code, String message, @Nullable Instant resolvedAt) {}

    record Flag(String code, String severity, String message) {}

    record Decided(Decision decision, String reason, String by, Instant at) {}

    /**
     * @param answers paths, as in {@link Answer}, of what is answered differently now
     * @param photos kinds of the pictures that are others now
     */
    record Corrected(UUID visitId, String reason, Person by, Instant at, List<String> answers, List<String> photos) {}

    /** @param mayRecheck false for who paid the visit or approved it */
    record Sampled(
            boolean mayRecheck,
            Instant drawnAt,
            @Nullable String outcome,
            String reason,
            @Nullable String by,
            @Nullable Instant at) {}
}
