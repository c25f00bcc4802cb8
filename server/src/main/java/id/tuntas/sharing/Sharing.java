package id.tuntas.sharing;

import id.tuntas.access.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quota and budget shared out among the families of a round. Whoever manages the interventions of the whole regency may do it. */
public interface Sharing {

    /** Whether a proposal was ever worked on for a round. */
    boolean isBegun(String regencyCode, String roundCode);

    /**
     * Starts a job that works out a proposal.
     *
     * @throws id.tuntas.platform.Refusal 404 for a round that is not there; 409 sharing-nothing when no family has an open need with a
     *     programme that fits
     */
    Started start(Actor actor, String roundCode, Terms terms);

    /**
     * Works it out again from what holds now; what people decided stays.
     *
     * @throws id.tuntas.platform.Refusal 404; 412 stale; 409 sharing-busy while a job works on it, sharing-committed
     */
    Started again(Actor actor, UUID id, int version);

    /**
     * What a change would do; nothing is written.
     *
     * @throws id.tuntas.platform.Refusal as {@link #change}
     */
    Effect preview(Actor actor, UUID id, Choice choice);

    /**
     * A person's word on one family and programme, which stays when it is worked out again.
     *
     * @throws id.tuntas.platform.Refusal 404 also for a programme that does not fit the family; 412 stale; 409 sharing-busy, sharing-committed,
     *     sharing-unworked when there is no proposal yet, sharing-no-room when only what people have decided could make room for it
     */
    Effect change(Actor actor, UUID id, int version, Choice choice);

    /**
     * Starts a job that asks the agencies for everything it gives, village by village, each village whole.
     *
     * @throws id.tuntas.platform.Refusal 404; 412 stale; 409 sharing-busy, sharing-committed, sharing-unworked, sharing-outdated when needs, programmes, quotas or
     *     requests have changed since it was worked out, sharing-no-room when people have decided more than there is or may come together
     */
    Started commit(Actor actor, UUID id, int version);

    record Started(UUID id, UUID jobId) {}

    /** @param given null takes an earlier word back: the next run decides */
    record Choice(UUID caseId, UUID programmeId, @Nullable Boolean given) {}

    /** @param moved what is given or taken away beside the choice itself, to keep every quota, budget and exclusion */
    record Effect(Figures before, Figures after, List<Moved> moved) {
        public Effect {
            moved = List.copyOf(moved);
        }
    }

    record Moved(UUID caseId, String number, String name, String villageName, UUID programmeId, String programme) {}

    /**
     * A proposal in numbers, in the order in which they count.
     *
     * @param needs met by it, each once
     * @param weighted those needs, each times how badly off its family is
     * @param pillars kinds of help that families get and need
     * @param inequality how far villages lie apart: the sum over them of the squared needs left open over all needs, in thousandths
     * @param cost rupiah
     * @param requests one for each family and programme
     */
    record Figures(int families, int needs, long weighted, int pillars, long inequality, long cost, int requests) {}
}
