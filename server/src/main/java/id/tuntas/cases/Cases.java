package id.tuntas.cases;

import id.tuntas.access.Actor;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.forms.MemberExistence;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The families of a regency and the steps they take. Every step joins the caller's transaction, which must exist and which records the act
 * in the ledger; the step, the counters of its village and the officer's sequence change together.
 */
public interface Cases {

    /**
     * Opens a case for each family, in bulk. A family whose key has a case in the round already is brought up to date, never doubled:
     * its visits and its state stay. The iterator names each family once, and may read from the caller's own connection.
     */
    OpenedCases openFromRoster(UUID roundId, UUID releaseId, Actor actor, Iterator<NewFamily> families);

    /**
     * Opens a case for a family that no roster lists. It is marked as nominated, has no key of a roster and no officer yet; no release
     * brings it up to date.
     */
    FamilyCase openNominated(UUID roundId, Actor actor, NominatedFamily family);

    /** Marks families that a later release no longer lists; they stay counted until somebody decides. Returns how many. */
    int markDropped(Actor actor, UUID roundId, Collection<String> familyKeys);

    /** Families of a round that approved visits corrected, by key: what a later release may bring back. */
    List<CorrectedFamily> corrected(String regencyCode, UUID roundId);

    Optional<FamilyCase> find(String regencyCode, UUID caseId);

    /** By the number as people write it; empty for one that is unknown or whose check digit does not fit. */
    Optional<FamilyCase> findByNumber(String regencyCode, String number);

    /** By the roster's own key in a round. */
    Optional<FamilyCase> findByRosterKey(String regencyCode, UUID roundId, String familyKey);

    /** Reads a family and holds it until the transaction ends, so that its state can be looked at before a step. */
    Optional<FamilyCase> lock(String regencyCode, UUID caseId);

    /** {@link #lock} for a family whose number is known, as {@link #findByNumber} takes it. */
    Optional<FamilyCase> lockByNumber(String regencyCode, String number);

    List<CaseMember> members(String regencyCode, UUID caseId);

    /** Who had the family when, oldest first. */
    List<Assignment> assignments(String regencyCode, UUID caseId);

    /** All families of an officer in open rounds, whatever their state, by number; with the members the roster lists. */
    List<OfficerFamily> familiesOf(String regencyCode, UUID officerId);

    /** Grows with every change of an officer's families; equal numbers mean an unchanged work list. */
    long sequenceOf(String regencyCode, UUID officerId);

    /** Something about a family changed for an officer, whoever's it is. Joins the caller's transaction. */
    void noteChange(String regencyCode, UUID officerId, UUID caseId);

    /** Families by number, whatever their round and state, with the members the roster lists; an unknown one is absent. */
    List<OfficerFamily> families(String regencyCode, Collection<UUID> caseIds);

    /** Whether the officer's sequence has been at this number; else nothing can be said about what changed after it. */
    boolean hasHad(String regencyCode, UUID officerId, long sequence);

    /** Families that changed for an officer after this number of his sequence; those that are not his any more were taken away. */
    Set<UUID> changedSince(String regencyCode, UUID officerId, long sequence);

    /**
     * A visit came in and waits for review. Fits a family that is assigned or returned, and one whose visit still waits and is replaced
     * by this one; a contact result that is not final (nobody home) changes nothing.
     *
     * @throws id.tuntas.platform.Refusal 409 case-state otherwise; {@link #lock} tells beforehand
     */
    FamilyCase visitReceived(String regencyCode, UUID caseId, VisitOutcome outcome);

    /** The waiting visit goes back to the officer. Throws {@link id.tuntas.platform.Refusal} 409 case-state unless this visit waits. */
    FamilyCase visitReturned(Actor actor, UUID caseId, UUID visitId);

    /** The waiting visit is approved. Throws {@link id.tuntas.platform.Refusal} 409 case-state unless this visit waits. */
    FamilyCase visitApproved(
            Actor actor, UUID caseId, UUID visitId, ContactResult contact, @Nullable Finding confirmed);

    /** The visit does not count and the family is to be visited again. Throws 409 case-state unless this visit waits or is returned. */
    FamilyCase visitRejected(Actor actor, UUID caseId, UUID visitId);

    /** The approved visit goes back to the officer: the village wants another. Throws 409 case-state unless this visit is approved. */
    FamilyCase visitSentBack(Actor actor, UUID caseId, UUID visitId);

    /** What an approved visit found about each person. */
    void confirmExistence(String regencyCode, UUID caseId, Map<UUID, MemberExistence> existence);
}
