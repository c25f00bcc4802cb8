package id.tuntas.decrees.internal;

import id.tuntas.cases.CaseState;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One family of a round, as the decree looks at it.
 *
 * @param nominated whether no roster lists it
 * @param rosterKey its own id on the roster, in that release; null for a nominated one
 * @param listed persons of the family on the roster; none for a nominated one
 * @param persons who live there by the approved visit; by the roster where nobody counted
 * @param visitId the visit that stands for it now
 * @param meeting the newest edition of its village's meeting; null without one
 */
record Candidate(
        UUID id,
        String number,
        String name,
        String address,
        String hamlet,
        String district,
        String village,
        boolean nominated,
        @Nullable String rosterKey,
        @Nullable UUID rosterRelease,
        int listed,
        int persons,
        CaseState state,
        @Nullable UUID visitId,
        @Nullable ContactResult contact,
        @Nullable Finding finding,
        @Nullable Meeting meeting) {

    /**
     * @param heldOn null while it is open
     * @param settledOn the day on which it met or, of one that was opened again, the later one on which it was closed; null while it is open
     * @param word what it decided on this family; null for nothing
     */
    record Meeting(
            UUID id,
            int edition,
            @Nullable LocalDate heldOn,
            @Nullable LocalDate settledOn,
            @Nullable Word word) {

        boolean closed() {
            return heldOn != null;
        }
    }

    /**
     * @param visitId the visit that it speaks of
     * @param held the finding that the meeting holds instead of the reviewed one
     */
    record Word(
            Outcome outcome,
            @Nullable UUID visitId,
            @Nullable Finding held) {}

    Verdict verdict() {
        if (meeting == null || !meeting.closed()) {
            return Verdict.VILLAGE_OPEN;
        }
        Word word = meeting.word();
        if (state != CaseState.APPROVED) {
            if (word != null && word.outcome() == Outcome.REVISIT) {
                return Verdict.SENT_BACK;
            }
            return nominated ? Verdict.NEWCOMER : Verdict.NOT_REVIEWED;
        }
        if (word == null || visitId == null || !visitId.equals(word.visitId())) {
            return Verdict.UNDECIDED;
        }
        Finding found = word.held() != null ? word.held() : finding;
        if (found == null) {
            return contact == null ? Verdict.UNDECIDED : Verdict.of(contact);
        }
        return switch (found) {
            case EXTREMELY_POOR -> Verdict.LISTED;
            case POOR -> finding == Finding.EXTREMELY_POOR ? Verdict.OVERRULED : Verdict.POOR;
            case NOT_POOR -> finding == Finding.EXTREMELY_POOR ? Verdict.OVERRULED : Verdict.NOT_POOR;
        };
    }

    /** Whether the meeting holds another finding than the review. */
    boolean overruled() {
        return meeting != null && meeting.word() != null && meeting.word().held() != null;
    }
}
