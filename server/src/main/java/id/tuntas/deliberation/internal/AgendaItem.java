package id.tuntas.deliberation.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.deliberation.DecideSubject;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting speaks of: a family whose visit is approved, a nomination that waits, or a proposed graduation. It carries no NIK, since it is
 * shown to a hall.
 *
 * @param number of the case; null for a nomination
 * @param visitId the approved visit, of a graduation the re-visit; null for a nomination
 * @param since when that visit was approved, the nomination came or the graduation was proposed, while the meeting is open
 * @param nominated whether no roster lists the family
 * @param people who live there; null where nobody counted
 * @param measured of a graduation
 */
record AgendaItem(
        UUID subjectId,
        Kind kind,
        @Nullable String number,
        @Nullable UUID visitId,
        @Nullable Instant since,
        String name,
        String address,
        String hamlet,
        boolean nominated,
        @Nullable Integer people,
        @Nullable ContactResult contact,
        @Nullable Finding finding,
        @Nullable Measured measured,
        @Nullable Standing decision) {

    /** Whether whoever decided had the visit before them that stands; one who told none had it if it was approved by then. */
    boolean seenBy(DecideSubject decision) {
        return decision.visitId() == null
                ? kind == Kind.NOMINATION || since == null || !since.isAfter(decision.decidedAt())
                : decision.visitId().equals(visitId);
    }

    boolean decided() {
        return decision != null && !decision.outdated();
    }

    /** Whether it came after the day of the meeting and so waits for the next edition; what was decided on does not. */
    boolean waits(@Nullable LocalDate heldOn) {
        return !decided()
                && since != null
                && heldOn != null
                && BusinessClock.dayOf(since).isAfter(heldOn);
    }

    /** {@link #key()} is its spelling in JSON. */
    enum Kind {
        FAMILY("family", "case"),
        NOMINATION("nomination", "nomination"),
        GRADUATION("graduation", "graduation");

        private final String key;
        private final String subjectKind;

        Kind(String key, String subjectKind) {
            this.key = key;
            this.subjectKind = subjectKind;
        }

        @JsonValue
        String key() {
            return key;
        }

        /** What the ledger calls it. */
        String subjectKind() {
            return subjectKind;
        }
    }

    /** What the re-visit found against the line of its day; rupiah a person a month. */
    record Measured(long perPerson, long line) {}

    /**
     * The decision that stands on a subject.
     *
     * @param outdated the family has another approved visit than the one that was decided on, so an open meeting has to decide again
     */
    record Standing(
            UUID id,
            Outcome outcome,
            String reason,
            String dissent,
            @Nullable Finding held,
            UUID by,
            Instant at,
            boolean outdated) {}
}
