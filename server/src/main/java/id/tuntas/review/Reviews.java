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

    /** What was decided on these visits, oldest first. */
    List<VisitDecision> decisionsOn(String regencyCode, Collection<UUID> visitIds);
}
