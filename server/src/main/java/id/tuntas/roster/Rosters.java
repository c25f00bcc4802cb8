package id.tuntas.roster;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Delivered lists on their way into the cases: uploaded, checked, reported, committed. Nothing enters the cases before a person commits the
 * report; a committed release never changes. Every act is one entry of the ledger. Reading and committing are jobs of
 * {@link id.tuntas.platform.Jobs}, with the stages read, match, validate, report, and commit.
 */
public interface Rosters {

    /**
     * Keeps the files and starts their check. Files that are all known already make a release of their own, whose report says so and whose
     * commit changes nothing.
     *
     * @throws id.tuntas.platform.Refusal 422 invalid without a file or with too many
     */
    StartedRoster upload(Actor actor, UploadRoster upload) throws IOException;

    /** Says anew where a release comes from; what is null stays. Throws {@link id.tuntas.platform.Refusal} 409 roster-committed once it is committed. */
    void describe(Actor actor, UUID rosterId, RosterAbout about);

    /**
     * Keeps a mapping for this sheet and every later one with the same header, and starts the check again.
     *
     * @return the job
     * @throws id.tuntas.platform.Refusal 422 invalid, when the columns make no list that is known
     */
    UUID map(Actor actor, UUID rosterId, MapSheet mapping);

    /**
     * Starts to bring a checked release into a round, whole or not at all. Repeating it for the same round gives the same job.
     *
     * @param acknowledgedRejects that the person knows of the rows that are kept out; must be true where there are any
     * @return the job; its result is {@code {added, changed, returned, unchanged, dropped, members}}
     * @throws id.tuntas.platform.Refusal 409 with the reason, as roster-not-checked
     */
    UUID commit(Actor actor, UUID rosterId, String roundCode, boolean acknowledgedRejects);

    /** Takes away a release that is not committed, with its rows and files. */
    void delete(Actor actor, UUID rosterId);

    /**
     * A workbook of the rows that are kept out, each with its reason. It holds every number in clear, so that it was taken, and for what, is
     * in the ledger.
     *
     * @throws id.tuntas.platform.Refusal 404 when nothing was kept out
     */
    Path takeRejects(Actor actor, UUID rosterId, Purpose purpose);

    /** Throws {@link id.tuntas.platform.Refusal} 404 for one that is not known. */
    RosterSummary get(Actor actor, UUID rosterId);
}
