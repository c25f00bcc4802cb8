package id.tuntas.visits.internal;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.SubmissionFinding;
import id.tuntas.platform.BusinessClock;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.VisitState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how a submission fits: who sent it when, what it says, and what its family has come to.
 *
 * @param named the case number as the form has it
 * @param proposes whether it proposes a family on purpose
 * @param proposedBefore whether another visit proposes its family under the same number and waits
 * @param revisit the one that the officer was asked for, which neither the round's days nor its first visit hold back
 * @param former the visit it edits; null when it edits none, or one that has not come
 * @param edits whether it says that it edits another
 * @param sameInstance whether another content of its instance was interpreted before
 */
record Situation(
        UUID officerId,
        Instant receivedAt,
        boolean formKnown,
        List<SubmissionFinding> findings,
        @Nullable String named,
        boolean proposes,
        boolean proposedBefore,
        @Nullable ContactResult contact,
        @Nullable FamilyCase family,
        @Nullable Round round,
        @Nullable Revisit revisit,
        @Nullable Former former,
        boolean edits,
        boolean sameInstance) {

    record Former(UUID id, UUID officerId, @Nullable UUID familyId, VisitState state, int revision) {}

    /** The conflicts, each with what it is about. */
    Map<ConflictCode, String> conflicts() {
        Map<ConflictCode, String> conflicts = new EnumMap<>(ConflictCode.class);
        ofItself(conflicts);
        ofItsFamily(conflicts);
        ofOtherVisits(conflicts);
        return conflicts;
    }

    private void ofItself(Map<ConflictCode, String> conflicts) {
        if (!formKnown) {
            conflicts.put(ConflictCode.FORM_VERSION_UNKNOWN, "");
        }
        if (!findings.isEmpty()) {
            String node = findings.getFirst().node();
            conflicts.put(ConflictCode.CONSTRAINT, node == null ? "" : node);
        }
        if (contact == null) {
            conflicts.put(ConflictCode.CONTACT_MISSING, "");
        }
        if (round == null || revisit != null) {
            return;
        }
        if (BusinessClock.dayOf(receivedAt).isAfter(round.deadline())) {
            conflicts.put(ConflictCode.AFTER_DEADLINE, round.deadline().toString());
        }
        if (round.state() != RoundState.OPEN) {
            conflicts.put(ConflictCode.ROUND_NOT_OPEN, round.code());
        }
    }

    private void ofItsFamily(Map<ConflictCode, String> conflicts) {
        if (family == null) {
            conflicts.put(withoutFamily(), named == null ? "" : named);
        } else if (!officerId.equals(whose(family))) {
            conflicts.put(ConflictCode.FOREIGN_FAMILY, family.number().text());
        }
    }

    private ConflictCode withoutFamily() {
        if (!proposes) {
            return ConflictCode.UNKNOWN_FAMILY;
        }
        return proposedBefore ? ConflictCode.ALREADY_VISITED : ConflictCode.PROPOSED_FAMILY;
    }

    private @Nullable UUID whose(FamilyCase one) {
        return revisit == null ? one.officerId() : revisit.officerId();
    }

    private void ofOtherVisits(Map<ConflictCode, String> conflicts) {
        if (sameInstance) {
            conflicts.put(ConflictCode.INSTANCE_CONFLICT, "");
        }
        if (edits && former == null) {
            conflicts.put(ConflictCode.EDIT_OF_UNKNOWN, "");
        }
        if (former != null && editsAnothers(former)) {
            conflicts.put(ConflictCode.EDIT_OF_FOREIGN, "");
        } else if (former != null
                && (former.state() == VisitState.APPROVED || former.state() == VisitState.SUPERSEDED)) {
            conflicts.put(ConflictCode.EDIT_TOO_LATE, "");
        } else if (family != null && isTaken(family)) {
            conflicts.put(ConflictCode.ALREADY_VISITED, family.number().text());
        }
    }

    /** What another officer sent is his to edit, unless it came back and its family is somebody else's by now. */
    private boolean editsAnothers(Former one) {
        boolean cameWithItsFamily = one.state() == VisitState.RETURNED
                && family != null
                && family.id().equals(one.familyId())
                && officerId.equals(whose(family));
        return !officerId.equals(one.officerId()) && !cameWithItsFamily;
    }

    /** An attempt at which nobody was home takes nothing from anybody; a returned visit waits to be replaced. */
    private boolean isTaken(FamilyCase family) {
        if (contact == null || !contact.isFinal()) {
            return false;
        }
        if (revisit != null) {
            return revisit.state() == VisitState.RECEIVED
                    && !(former != null && former.id().equals(revisit.visitId()));
        }
        boolean editsIt = former != null && former.id().equals(family.visitId());
        return family.state() == CaseState.APPROVED || family.state() == CaseState.VISITED && !editsIt;
    }

    static boolean holds(Map<ConflictCode, String> conflicts) {
        return conflicts.keySet().stream().anyMatch(ConflictCode::isHolding);
    }
}
