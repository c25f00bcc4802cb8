package id.tuntas.visits;

import id.tuntas.access.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     *     asked for already, of which one of a watch says nothing; 422 for somebody who is no officer
     */
    UUID ask(Actor actor, UUID caseId, UUID officerId, RevisitKind kind, String reason);

    /**
     * Calls off the one that a family waits for. Joins the caller's transaction; the ledger's entry is written here. What its officer sends all
     * the same is kept as a visit to a family that was visited already.
     *
     * @throws id.tuntas.platform.Refusal 409 revisit-none without one; 409 revisit-waits while its visit waits for a review
     */
    void callOff(Actor actor, UUID caseId, String reason);

    Optional<Revisit> find(String regencyCode, UUID id);

    /** The one that a family waits for; one of a watch only where there is no other. */
    Optional<Revisit> findOpen(String regencyCode, UUID caseId);

    /** All of a round that families in these regions wait for, oldest first. */
    List<OpenRevisit> open(String regencyCode, UUID roundId, String[] scope);

    /**
     * @param waitsForReview whether its visit has come; else its officer has to go, or to go again
     * @param since the day on which it was asked, or its visit came
     */
    record OpenRevisit(
            UUID id, RevisitKind kind, UUID officerId, String district, boolean waitsForReview, LocalDate since) {}

    /** Those of a watch that nobody has ended yet: until then only who draws samples may know of them, and of their visits. */
    Set<UUID> secret(String regencyCode);

    /** Of a family, oldest first. */
    List<Revisit> ofCase(String regencyCode, UUID caseId);
}
