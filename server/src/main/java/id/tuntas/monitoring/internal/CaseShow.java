package id.tuntas.monitoring.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.cases.CaseSummary;
import id.tuntas.cases.CaseSummary.OfficerName;
import id.tuntas.monitoring.Standing;
import id.tuntas.visits.VisitState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One family with everything that is known of it; numbers are masked.
 *
 * @param roster as the newest committed release lists it; null for a family that no release lists
 * @param standing where it stands today; null before anything was recorded of it
 * @param decreed programmes are for it: the decree names it or, before there is one, the review found it extremely poor
 */
record CaseShow(
        @JsonUnwrapped CaseSummary summary,
        @Nullable Standing standing,
        int version,
        List<Member> members,
        @Nullable String kk,
        @Nullable RosterRow roster,
        List<VisitRow> visits,
        List<Stretch> assignments,
        List<Station> road,
        boolean decreed,
        AfterReview.@Nullable Struck struck) {

    record Member(
            UUID id,
            int ordinal,
            String name,
            @Nullable String relationship,
            @Nullable String sex,
            @Nullable LocalDate birthDate,
            @Nullable Integer age,
            @Nullable String nik,
            @Nullable String existence,
            boolean dropped) {}

    record RosterRow(
            UUID releaseId,
            String source,
            @Nullable LocalDate releasedOn,
            int row,
            @Nullable String sheet,
            List<Value> values,
            List<Warning> warnings) {}

    record Value(String field, String label, String value) {}

    record Warning(String code, String message) {}

    record VisitRow(
            UUID id,
            String instanceId,
            @Nullable UUID caseId,
            VisitState state,
            boolean revisit,
            OfficerName officer,
            Instant visitedAt,
            Instant receivedAt,
            @Nullable String contact,
            @Nullable String finding,
            int version,
            List<Conflict> conflicts,
            List<Attachment> attachments) {}

    record Conflict(String code, String message, @Nullable Instant resolvedAt) {}

    record Attachment(String name, String sha256) {}

    /** A time in which one officer had the family. */
    record Stretch(
            String officer,
            Instant from,
            @Nullable Instant until,
            @Nullable String by,
            String reason) {}

    /** @param at a day or a moment */
    record Station(
            String station, @Nullable Object at, @Nullable String note, Reached state) {}

    enum Reached {
        DONE("done"),
        /** Where the family waits. */
        NOW("now"),
        NEXT("next");

        private final String key;

        Reached(String key) {
            this.key = key;
        }

        @JsonValue
        public String key() {
            return key;
        }
    }
}
