package id.tuntas.cases;

import id.tuntas.access.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who visits which family. Nothing is ever overwritten: a family that goes to somebody else keeps its history. */
public interface Assignments {

    /**
     * A balanced proposal, kept so that it can be adjusted and committed.
     *
     * @param districts where; all districts in which the actor may assign when empty
     * @param onlyUnassigned leaves families alone that have an officer; else those not visited yet are dealt out anew
     */
    AssignmentProposal propose(Actor actor, String roundCode, List<String> districts, boolean onlyUnassigned);

    AssignmentProposal find(Actor actor, UUID proposalId);

    AssignmentProposal adjust(Actor actor, UUID proposalId, List<Move> moves);

    /** Returns how many families got an officer. A proposal is committed once: 409 proposal-committed. */
    int commit(Actor actor, UUID proposalId);

    /** Gives single families or what is left of villages to an officer. Returns how many families changed hands. */
    int assign(Actor actor, AssignFamilies command);

    /** Part of a village from one officer of a proposal to another. */
    record Move(String village, UUID fromOfficer, UUID toOfficer, int families) {}

    /** @param villages their families of the current round that no approved or waiting visit speaks of */
    record AssignFamilies(
            UUID officerId,
            List<UUID> caseIds,
            List<String> villages,
            @Nullable String reason) {

        public AssignFamilies {
            caseIds = List.copyOf(caseIds);
            villages = List.copyOf(villages);
        }
    }
}
