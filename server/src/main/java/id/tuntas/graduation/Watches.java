package id.tuntas.graduation;

import id.tuntas.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks again, by lot, at families that left the count: whether zero holds. Every act is one transaction with its entry in the ledger. */
public interface Watches {

    /**
     * Prepares a watch: makes its seed and tells the ledger the seed's hash. Nobody is drawn before the day, so that nobody can know.
     *
     * @param perStratum families of each district and kind: graduated, met and not extremely poor, not met
     * @throws id.tuntas.platform.Refusal 409 watch-there while one is prepared; 422 unless the day is after today and within two years, for
     *     a number out of range
     */
    UUID prepare(Actor actor, String roundCode, LocalDate opensOn, int perStratum);

    /**
     * Calls off a watch that is prepared; it stays with its reason, and another may be prepared.
     *
     * @throws id.tuntas.platform.Refusal 404 unless it is a watch of the round; 409 watch-over when it was drawn or called off; 422 without
     *     a reason in words
     */
    void callOff(Actor actor, String roundCode, UUID watchId, String reason);

    /**
     * Draws the watch that is prepared, on its day or later, and asks officers of other districts who were never at these
     * families, nor are to go there. Families that left the count stand in the lot whoever else is to visit them, only not while a former watch is still
     * on its way to them. One for which there is no such officer stays drawn and waits for {@link #send}; what is estimated does not speak for it.
     *
     * @return families drawn
     * @throws id.tuntas.platform.Refusal 404 without one that is prepared; 409 watch-not-yet before its day, watch-nobody without a family or
     *     when nobody can be asked for any of them
     */
    int draw(Actor actor, String roundCode);

    /**
     * Draws the samples of graduated families that have come due by the round's rules, and asks their own officers, or others of
     * their districts where those are gone. Each graduation stands in
     * one lot for each of the rule's months. One for which there is no officer, or that is being visited anyway, stays drawn and waits for
     * {@link #send}.
     *
     * @return families drawn; none when nothing is due
     */
    int drawSamples(Actor actor, String roundCode);

    /**
     * Asks officers for drawn families for which there was none.
     *
     * @return families for which somebody was asked
     */
    int send(Actor actor, String roundCode);

    /**
     * Drawn families of a round that wait for an officer who may visit them.
     *
     * @throws id.tuntas.platform.Refusal 403 unless the actor draws samples in the whole regency
     */
    List<Unsent> unsent(Actor actor, String roundCode);

    /** @param watch whether the watch drew it; else it was a sample of the graduated */
    record Unsent(UUID caseId, String number, String name, String district, boolean watch) {}

    /**
     * Families that left the count, and that their newest approved re-visit holds extremely poor; where the actor may read them, by village and
     * number.
     */
    List<PoorAgain> poorAgain(Actor actor, String roundCode);

    /** @param graduated whether its graduation has to be ended; else its village has to speak again, and an amendment to list it */
    record PoorAgain(UUID caseId, String number, String name, String village, boolean graduated, LocalDate visitedOn) {}

    /** What somebody has to do in a round by now. */
    List<Due> due(String regencyCode, UUID roundId);

    /** @param since the day from which it could be done */
    record Due(Duty duty, int families, LocalDate since) {}

    enum Duty {
        /** Samples of the graduated can be drawn. */
        SAMPLE,
        /** The watch that is prepared can be drawn. */
        WATCH,
        /** Drawn families wait for an officer. */
        OFFICER,
        /** Families that left the count were found extremely poor. */
        POOR_AGAIN
    }

    /** The first day on which a graduated family can be drawn for a sample, which may be past; empty while none waits for one. */
    Optional<LocalDate> sampleDueOn(String regencyCode, UUID roundId);

    /** The samples of a round, the newest first. */
    List<Sample> samples(String regencyCode, UUID roundId);

    /**
     * @param months after the graduation
     * @param through the last day of graduation that it reaches
     */
    record Sample(
            UUID id,
            int months,
            LocalDate through,
            String seed,
            Instant drawnAt,
            int families,
            int drawn,
            int visited,
            int calledOff,
            int unsent,
            @Nullable Estimate estimate) {}

    /** The watches of a round, the newest first. */
    List<Watch> list(String regencyCode, UUID roundId);

    /** What the newest drawn watch has found so far. */
    default Optional<Watch> latest(String regencyCode, UUID roundId) {
        return list(regencyCode, roundId).stream()
                .filter(watch -> watch.drawnAt() != null)
                .findFirst();
    }

    /**
     * @param seed told once every drawn family was visited or called off: with it the lot could be repeated
     * @param calledOffAt when the watch itself was called off, before it was drawn
     * @param families among which the lot was
     * @param visited of those drawn, whose visit is approved
     * @param calledOff of those drawn, whose visit nobody is to pay any more
     * @param unsent of those drawn, for whom there is no officer who may visit them
     * @param estimate null while no visit measured anything
     */
    record Watch(
            UUID id,
            LocalDate opensOn,
            int perStratum,
            String seedHash,
            @Nullable String seed,
            @Nullable Instant drawnAt,
            @Nullable Instant calledOffAt,
            @Nullable String calledOffReason,
            int families,
            int drawn,
            int visited,
            int calledOff,
            int unsent,
            @Nullable Estimate estimate) {}

    /**
     * The share of families that are extremely poor, with its interval of 95 %. A family that had left unmet counts as extremely poor where it was met
     * after all and found so, and as not where the second look did not meet it either; one that had been met says nothing while it is not met.
     *
     * @param measured visits that say whether the family is extremely poor
     * @param poor those of them that found it so
     * @param absent those of them that did not meet a family either that had left unmet
     * @param covered families in districts and kinds of which at least one was measured; the share speaks of these
     */
    record Estimate(int measured, int poor, int absent, int covered, double share, double low, double high) {}
}
