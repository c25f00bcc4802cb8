package id.tuntas.monitoring;

import id.tuntas.access.Actor;
import id.tuntas.rounds.Round;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is waited for in a round, since when, and for how many families, where the actor may read the progress. */
public interface Waits {

    Waiting waiting(Actor actor, Round round);

    record Waiting(LocalDate asOf, String unit, List<Item> items) {}

    /**
     * @param what review, correction, assignment, silentOfficer, conflict, petition, revisit, revisitReview, sampleDue, watchDue, drawnWithoutOfficer or poorAgain
     * @param who the people whose turn it is
     */
    record Item(
            String what,
            @Nullable String who,
            @Nullable String region,
            @Nullable String regionName,
            int count,
            @Nullable LocalDate oldestDay) {}
}
