package id.tuntas.deliberation;

import id.tuntas.access.Actor;
import id.tuntas.forms.Finding;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The meetings of the villages, each with its decisions. An act is one transaction with its entries in the ledger. */
public interface Deliberations {

    /**
     * Opens the village's meeting in a round. On findings: the one that is open or closed already, if there is one; on graduations: the one that
     * is open already, if there is one.
     *
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 409 nothing-to-deliberate without a family in the round,
     *     no-graduation-waits without one that waits for the village's word
     */
    UUID open(Actor actor, String roundCode, String villageCode, MeetingPurpose purpose);

    /**
     * Puts down where the meeting was and who came.
     *
     * @param version of the sheet that was changed
     * @throws id.tuntas.platform.Refusal 412 stale when somebody was faster; 409 meeting-closed
     */
    void note(Actor actor, UUID meetingId, int version, MeetingSheet sheet);

    /**
     * Takes decisions in their order. One that cannot stand is told and changes nothing; the others stand all the same.
     *
     * @throws id.tuntas.platform.Refusal 422 invalid when one does not hold together
     */
    List<Taken> decide(Actor actor, UUID meetingId, List<DecideSubject> decisions);

    /**
     * Ends the meeting over what had been approved by the end of its day; what came later waits for the next edition. Its decisions
     * stand, families sent back go to their officers, newcomers become cases to be visited. One on graduations is the village's word of each.
     *
     * @throws id.tuntas.platform.Refusal 412 stale; 409 meeting-closed, or undecided-left; 422 invalid while the sheet lacks something; for
     *     one on graduations also as {@link id.tuntas.graduation.Graduations#hearMeeting}
     */
    void close(Actor actor, UUID meetingId, int version);

    /**
     * Begins the next edition of a closed meeting with the decisions that still fit their families; where others wait, its day is
     * asked for anew. Returns its id.
     *
     * @throws id.tuntas.platform.Refusal 409 meeting-open unless it is the closed last edition, meeting-final for one on graduations; 422 without
     *     a reason
     */
    UUID reopen(Actor actor, UUID meetingId, String reason);

    /** What a meeting speaks of, without what waits for the next edition. Throws {@link id.tuntas.platform.Refusal} 404 outside the actor's region. */
    Agenda agenda(Actor actor, UUID meetingId);

    /**
     * Takes a signed copy of a closed meeting's minutes; the same file again changes nothing.
     *
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region; 409 meeting-not-closed; 413 too-large; 422 not-a-paper, not-signed-copy
     */
    void sign(Actor actor, UUID meetingId, InputStream scan);

    /** @param version of the sheet */
    record Agenda(boolean open, int version, List<Subject> subjects) {

        public Agenda {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * @param id of the case, the nomination or the graduation
     * @param visitId approved; null for a nomination
     * @param finding reviewed; null for a household that nobody could ask, and for a nomination
     */
    record Subject(
            UUID id, @Nullable UUID visitId, @Nullable Finding finding, boolean decided) {}

    /**
     * What became of a decision.
     *
     * @param code why it does not stand: overtaken, when another took its place first; visited-again, when another visit
     *     was approved than the one that was decided on; clock-wrong, when it was
     *     made a day or more before the meeting was opened, or is still to come; off-agenda; finding-unfitting; own-visit, on a
     *     graduation of whom the actor visited; meeting-closed. Null when it stands
     */
    record Taken(UUID id, boolean stands, @Nullable String code) {}
}
