package id.tuntas.citizens;

import id.tuntas.access.Actor;
import id.tuntas.platform.SpokenCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Citizens' nominations and objections. Coordinators judge each once; one that is taken up ends with the meeting that decides on its family, and
 * nobody can put it aside otherwise. Every act is one transaction with its entry in the ledger.
 */
public interface Petitions {

    /**
     * Takes what somebody without an account sends.
     *
     * @return its code; the same for one that was sent before
     * @throws id.tuntas.platform.Refusal 409 no-round-for-citizens
     */
    SpokenCode take(NewPetition petition);

    /**
     * Opens a case for the family that a nomination names; it is assigned, visited, reviewed and deliberated like any other.
     *
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 409 already-judged or no-open-round; 422 for an objection
     */
    void open(Actor actor, UUID petitionId);

    /**
     * Says which family of the open round a petition speaks of. One whose visit is approved goes back to its officer for a second look.
     *
     * @param reason what the officer is to look at, as he reads it; needed for a second look
     * @throws id.tuntas.platform.Refusal 403 own-approval for an objection to what the actor approved; 404 and 409 as for {@link #open}; 409 visit-waits when an objection meets a visit that nobody has
     *     reviewed; 422 for a number that is not known in the actor's region, or without a reason
     */
    void link(Actor actor, UUID petitionId, String caseNumber, String reason);

    /**
     * Declines a petition and thereby answers it.
     *
     * @param note why in words, for the office alone
     * @throws id.tuntas.platform.Refusal 403 own-approval for an objection that may speak of a family whose visit the actor approved
     */
    void decline(Actor actor, UUID petitionId, DeclineReason reason, String note);

    /**
     * Deletes the sender's telephone number because the sender asks for it (law 27/2022, article 8).
     *
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region or without a number
     */
    void deletePhone(Actor actor, UUID petitionId);

    /** Ids of what proposed a family that no roster lists: the citizen's petition, the officer's nomination. */
    List<UUID> proposalsOf(String regencyCode, UUID familyId);

    /** What is not answered yet, by village, with what officers proposed and nobody decided. A village without any is not in it. */
    List<OpenInVillage> unanswered(String regencyCode);

    /** What was declined by the end of a day, by village and who declined it, the most first. */
    List<DeclinedInVillage> declined(String regencyCode, UUID roundId, String[] scope, LocalDate day);

    /**
     * @param nominations families that citizens or officers proposed
     * @param objections to families on the list
     * @param oldest day on which the first of them came
     */
    record OpenInVillage(String village, int nominations, int objections, LocalDate oldest) {}

    record DeclinedInVillage(String village, UUID by, int nominations, int objections) {}
}
