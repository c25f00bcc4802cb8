package id.tuntas.monitoring.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.cases.CaseState;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.monitoring.Standing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was known of one family at the end of a day, and what follows from it.
 *
 * @param nominated whether no roster lists it
 * @param persons as its list of the day has them, whoever lives there
 * @param contact of the visit that stood, as {@code finding}
 * @param since the day of the last step
 * @param meetingClosed whether the newest meeting of its village was over
 * @param planned whether help has come or is to come in the year of the day, and none only later
 */
record FamilyFacts(
        UUID id,
        String number,
        String name,
        String village,
        boolean nominated,
        int persons,
        CaseState state,
        @Nullable ContactResult contact,
        @Nullable Finding finding,
        LocalDate since,
        @Nullable Approval approval,
        boolean meetingClosed,
        @Nullable Word word,
        @Nullable Line line,
        @Nullable Graduation graduation,
        boolean planned) {

    /** @param met what the officer had met, and {@code proposed} what his answers said */
    record Approval(
            UUID visitId,
            UUID by,
            @Nullable UUID officer,
            @Nullable ContactResult met,
            @Nullable Finding proposed) {}

    /** Of the closed meeting that nothing had opened again. @param held the finding that it holds instead of the review's */
    record Word(
            Outcome outcome,
            @Nullable UUID visitId,
            @Nullable Finding held,
            UUID by,
            LocalDate day) {}

    /** What the newest decree that speaks of the family does. */
    record Line(String decree, boolean listed, UUID by, LocalDate day) {}

    /** That stood on the day. */
    record Graduation(@Nullable UUID by, LocalDate day) {}

    /** Whose act took a family off the list although the roster has it as extremely poor. */
    enum Act {
        /** The officer found it so, and the review left that as it was. */
        PROPOSED("proposed"),
        /** The review holds otherwise than the officer. */
        CORRECTED("corrected"),
        /** The meeting holds otherwise than the review. */
        OVERRULED("overruled");

        private final String key;

        Act(String key) {
            this.key = key;
        }

        @JsonValue
        String key() {
            return key;
        }

        static Optional<Act> findByKey(String key) {
            return Arrays.stream(values()).filter(act -> act.key.equals(key)).findFirst();
        }
    }

    /** The latest word that stands counts: graduation, the decree, the meeting, the review. */
    Standing standing() {
        if (graduation != null) {
            return Standing.GRADUATED;
        }
        if (line != null && line.listed()) {
            return Standing.AWAITING_HELP;
        }
        Standing found = found();
        boolean extremelyPoor = found == Standing.AWAITING_MEETING || found == Standing.AWAITING_DECREE;
        return extremelyPoor && line != null && !examinedAfter(line.day()) ? Standing.STRUCK : found;
    }

    private boolean examinedAfter(LocalDate day) {
        return since.isAfter(day)
                || wordOnTheVisit().filter(said -> said.day().isAfter(day)).isPresent();
    }

    private Standing found() {
        return switch (state) {
            case LISTED, ASSIGNED -> Standing.NOT_VERIFIED;
            case VISITED, RETURNED -> Standing.IN_REVIEW;
            case APPROVED -> approved();
        };
    }

    private Standing approved() {
        Finding stands = held().orElse(finding);
        if (stands == null) {
            return contact == null ? Standing.AWAITING_MEETING : withoutFinding(contact);
        }
        return switch (stands) {
            case POOR -> Standing.POOR;
            case NOT_POOR -> Standing.NOT_POOR;
            case EXTREMELY_POOR -> wordOnTheVisit().isPresent() ? Standing.AWAITING_DECREE : Standing.AWAITING_MEETING;
        };
    }

    private static Standing withoutFinding(ContactResult contact) {
        return switch (contact) {
            case MOVED -> Standing.MOVED;
            case DECEASED -> Standing.DECEASED;
            case NOT_FOUND -> Standing.NOT_FOUND;
            case DUPLICATE -> Standing.DUPLICATE;
            case REFUSED -> Standing.REFUSED;
            case FOUND, NOBODY_HOME -> Standing.AWAITING_MEETING;
        };
    }

    /** A word on an earlier visit says nothing of the one that stands. */
    Optional<Word> wordOnTheVisit() {
        return Optional.ofNullable(word)
                .filter(said -> approval != null && approval.visitId().equals(said.visitId()));
    }

    private Optional<Finding> held() {
        return wordOnTheVisit().map(Word::held);
    }

    /** Empty unless it left the list because it was examined. */
    Optional<Act> act() {
        if (standing().kind() != Standing.Kind.EXAMINED) {
            return Optional.empty();
        }
        if (held().isPresent()) {
            return Optional.of(Act.OVERRULED);
        }
        boolean asProposed = approval == null || approval.met() == contact && approval.proposed() == finding;
        return Optional.of(asProposed ? Act.PROPOSED : Act.CORRECTED);
    }

    /** Who did that. */
    Optional<UUID> actor() {
        return act().map(act -> switch (act) {
            case PROPOSED -> approval == null ? null : approval.officer();
            case CORRECTED -> approval == null ? null : approval.by();
            case OVERRULED -> word == null ? null : word.by();
        });
    }
}
