package id.tuntas.nominations;

import id.tuntas.access.Actor;
import java.util.UUID;

/** What coordinators do with nominations. To decline one is to reject its visit, and to find it listed after all is to match it. */
public interface Nominations {

    /**
     * Takes the family into the open round: a case of its own, marked as nominated and assigned to the officer who proposed it, for which
     * his visit stands and waits for its review. One transaction with its entries in the ledger.
     *
     * @param version of the visit as the coordinator saw it
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 403 own-visit; 412 stale when the visit has changed; 409
     *     already-decided, or no-open-round
     */
    void accept(Actor actor, UUID nominationId, int version);
}
