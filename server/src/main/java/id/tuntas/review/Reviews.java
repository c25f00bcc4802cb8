package id.tuntas.review;

import id.tuntas.access.Actor;
import id.tuntas.visits.VisitSummary;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What reviewers do with visits. Each act is one transaction with one entry in the ledger. */
public interface Reviews {

    /**
     * Approves a visit, returns it to its officer or rejects it, and moves its family. A visit that its conflicts hold back takes its
     * family's place when it is approved or returned, and is set aside when it is rejected.
     *
     * @param version of the visit as the reviewer saw it
     * @return the visit as it is now
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 403 own-visit; 412 stale when the visit has changed, telling who
     *     decided on it; 409 already-decided, visit-without-case, visit-without-contact, family-approved or case-state when it cannot take
     *     this step; 422 when the decision does not hold together
     */
    VisitSummary decide(Actor actor, UUID visitId, int version, DecideVisit decision);

    /**
     * Gives a visit that names no family the one that it was paid to, so that it can be decided on like any other.
     *
     * @return the visit as it is now: waiting, or held back by what else does not fit
     * @throws id.tuntas.platform.Refusal 404, 403 and 412 as for {@link #decide}; 422 for a case number that is not known in the actor's
     *     region; 409 visit-with-case or already-decided
     */
    VisitSummary match(Actor actor, UUID visitId, int version, String caseNumber);

    /**
     * Draws approved visits of every district of a round at random, for a second look; none is drawn twice. The seed repeats the draw.
     *
     * @param perDistrict from 1 to 100
     */
    DrawnSample draw(Actor actor, String roundCode, int perDistrict);

    /**
     * Records the second look at a drawn visit. The decision itself stays as it is. It is another person's look: neither the officer who
     * paid the visit nor who approved it.
     *
     * @param reason for a doubt always
     * @throws id.tuntas.platform.Refusal 404 for a visit that was not drawn; 403 own-visit or own-approval; 409 already-rechecked; 422 for a doubt without a reason
     */
    void recheck(Actor actor, UUID visitId, SecondLook outcome, String reason);

    /**
     * Takes an approved visit back to its officer, since the village wants another one. The approval stays on record beside it. Joins the
     * caller's transaction.
     *
     * @param reason as the officer reads it
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 409 not-approved or case-state unless it stands for its family
     */
    void sendBack(Actor actor, UUID visitId, String reason);

    /** What was decided on these visits, oldest first. */
    List<VisitDecision> decisionsOn(String regencyCode, Collection<UUID> visitIds);
}
