package id.tuntas.visits;

import id.tuntas.access.Actor;
import java.util.List;
import java.util.UUID;

/**
 * Further visits to families whose first visit counts. The asked officer finds the family on his lists, whoever's it is, and fills in the
 * same form; what he sends is reviewed like any visit.
 */
public interface Revisits {

    /**
     * Asks an officer for one. Joins the caller's transaction; the ledger's entry is written here.
     *
     * @return its id
     * @throws id.tuntas.platform.Refusal 404 for an unknown family; 409 case-state unless its visit is approved; 409 revisit-open when one is
     *     asked for already; 422 for somebody who is no officer
     */
    UUID ask(Actor actor, UUID caseId, UUID officerId, RevisitKind kind, String reason);

    /** Of a family, oldest first. */
    List<Revisit> ofCase(String regencyCode, UUID caseId);
}
