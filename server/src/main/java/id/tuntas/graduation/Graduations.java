package id.tuntas.graduation;

import id.tuntas.access.Actor;
import id.tuntas.evidence.EvidenceFile;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** From help that arrived to zero. Every act is one transaction with its entry in the ledger. */
public interface Graduations {

    /** The rules of a round that hold now. Throws {@link id.tuntas.platform.Refusal} 404 for a round that is not known. */
    GraduationRule rule(String regencyCode, String roundCode);

    /**
     * Sets the rules; the former ones stay on record for what was decided under them.
     *
     * @param rule its version is that of the rules the person saw
     * @throws id.tuntas.platform.Refusal 412 stale; 422 without a legal source, or for months and shares out of range
     */
    GraduationRule setRule(Actor actor, String roundCode, GraduationRule rule);

    /**
     * Asks an officer to visit a family of the decree once more, after help has arrived.
     *
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 409 revisit-not-helped, case-state or revisit-open; 422 for somebody who is no officer of
     *     that region
     */
    UUID askRevisit(Actor actor, UUID caseId, UUID officerId, String reason);

    /**
     * Asks for one more visit to each of the families: by its officer, or another one of its village where he is gone. All of them or none.
     *
     * @throws id.tuntas.platform.Refusal as for one of them; 409 revisit-nobody where a village has no officer; 422 without a family
     */
    void askRevisits(Actor actor, Collection<UUID> caseIds, String reason);

    /**
     * Has a family visited once more if it has graduated, since somebody doubts that: by its officer, or another one of its village where he is
     * gone. Whoever is on the way there anyway is enough. Its first visit, on which its decree rests, is not in doubt.
     *
     * @return whether it has graduated; else nothing is asked
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 409 visit-waits while a re-visit waits for its review, revisit-nobody
     *     without an officer; 422 without a reason
     */
    boolean doubt(Actor actor, UUID caseId, String reason);

    /**
     * Calls off the re-visit that a family waits for; one of a watch only whoever draws watches.
     *
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 409 revisit-none, also for one of a watch that is not the actor's;
     *     409 revisit-waits while its visit waits for a review; 422 without a reason
     */
    void callOffRevisit(Actor actor, UUID caseId, String reason);

    /** The newest graduation of a family. */
    Optional<Standing> findNewest(String regencyCode, UUID caseId);

    record Standing(UUID id, GraduationState state, int version) {}

    /**
     * Proposes a family for graduation on its newest approved re-visit.
     *
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 403 own-visit; 409 graduation-lacks, telling what as {@code lacks};
     *     409 graduation-there when one is proposed, agreed or decided already
     */
    UUID propose(Actor actor, UUID caseId);

    /**
     * Puts down what the village says.
     *
     * @throws id.tuntas.platform.Refusal 404, 403 as for {@link #propose}; 412 stale; 409 graduation-step; 422 without reason or paper, for a
     *     day before the re-visit or after today, or for a paper that is kept as something else than this village's word of that day
     */
    void hear(Actor actor, UUID id, int version, VillageWord word);

    /** Whether the actor himself paid an approved visit to the family of a graduation, so that he takes no part in it. */
    boolean visitedBy(Actor actor, UUID id);

    /**
     * Puts down what a meeting of the village says of each, on the authority of its record instead of a paper. All of them or none.
     *
     * @param on the day of the meeting
     * @throws id.tuntas.platform.Refusal as for {@link #hear}; for one that is to be visited again, as for {@link #doubt}
     */
    void hearMeeting(Actor actor, UUID meetingId, LocalDate on, Collection<MeetingWord> words);

    /**
     * Graduates the family, or does not.
     *
     * @throws id.tuntas.platform.Refusal as for {@link #hear}; 403 own-graduation, or own-graduation-alone where there is nobody else, for
     *     whoever proposed it or recorded the village's word; 409 graduation-lacks when the ground it stood on is gone
     */
    void decide(Actor actor, UUID id, int version, boolean graduate, String reason);

    /**
     * Ends a graduation: the family counts again from today.
     *
     * @throws id.tuntas.platform.Refusal as for {@link #hear}; 409 not-poor-again unless its newest approved re-visit holds it extremely poor
     */
    void takeBack(Actor actor, UUID id, int version, String reason);

    /**
     * @param on the day of the meeting or of the paper
     * @param paper minutes or letter; PDF or photo
     */
    record VillageWord(boolean agreed, LocalDate on, String reason, EvidenceFile paper) {}

    /**
     * What a meeting says of one graduation.
     *
     * @param again whether it ends because the family is to be visited once more
     * @param reason may be blank where it is agreed
     */
    record MeetingWord(UUID graduationId, boolean agreed, boolean again, String reason) {

        public MeetingWord {
            if (agreed && again) {
                throw new IllegalArgumentException("what is agreed is not visited again");
            }
        }
    }
}
