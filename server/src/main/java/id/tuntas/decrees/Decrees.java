package id.tuntas.decrees;

import id.tuntas.access.Actor;
import id.tuntas.evidence.EvidenceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The locked lists. A decree never changes; what changes is said by an amendment after it. Each act is one transaction with its entries in the
 * ledger, of which the decree's own is a digest of the whole annex.
 */
public interface Decrees {

    /** The draft of a round as the actor may read it. */
    Standing standing(Actor actor, String roundCode);

    /**
     * Locks the draft of a round as it is.
     *
     * @param seen tag of the draft that the person saw
     * @param despite why now, although something holds it back; required then
     * @throws id.tuntas.platform.Refusal 409 decree-locked when the round has one; 409 nothing-to-decree for an empty list; 412 stale when the
     *     draft has changed; 422 when the paper is not whole
     */
    UUID lock(Actor actor, String roundCode, SignedPaper paper, String seen, String despite);

    /**
     * Adds families that the draft has and the list has not, and strikes families that the list has.
     *
     * @param seen tag of the amendment that was printed
     * @throws id.tuntas.platform.Refusal 409 no-decree before the round has one; 412 stale when there is a newer one, or the amendment is no
     *     longer the one that was printed; 422 when a change cannot be, nothing was printed or the paper is not whole
     */
    UUID amend(Actor actor, String roundCode, SignedPaper paper, String seen, Amendment amendment);

    /** @param after ordinal of the newest decree that the person saw */
    record Amendment(int after, List<Change> added, List<Change> struck) {}

    /**
     * How far a round's decree has come.
     *
     * @param tag of the draft, which changes whenever its list does
     * @param locked whether the round has its decree
     */
    record Standing(String tag, int families, boolean heldBack, boolean locked) {}

    /** The signed paper. @param scan kept already */
    record SignedPaper(String number, LocalDate decidedOn, EvidenceFile scan) {

        public static final int LONGEST_NUMBER = 100;

        public SignedPaper {
            number = number.strip();
        }
    }

    record Change(UUID familyId, String reason) {

        public Change {
            reason = reason.strip();
        }
    }
}
