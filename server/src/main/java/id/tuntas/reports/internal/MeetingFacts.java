package id.tuntas.reports.internal;

import id.tuntas.cases.Tally;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a coordination meeting looks at.
 *
 * @param before a week earlier
 * @param listedUnvisited families of the roster that nobody had visited
 * @param proposed families that no roster lists; they are counted with the others
 * @param waits what waits, the longest first
 */
record MeetingFacts(
        LocalDate day,
        LocalDate before,
        LocalDate deadline,
        LocalDate zeroDate,
        int listedUnvisited,
        int proposed,
        List<District> districts,
        List<Village> villages,
        List<Wait> waits) {

    /**
     * @param lat of its name on the map; null where no place is known
     * @param received pieces of help that arrived at a family
     */
    record District(
            String name,
            @Nullable Double lat,
            @Nullable Double lng,
            Tally now,
            Tally before,
            Stand stand,
            Stand stoodBefore,
            int received,
            int receivedBefore) {}

    record Village(double lat, double lng, Tally now, Stand stand) {}

    /** @param count of families, visits or needs, as {@code what} says */
    record Wait(LocalDate since, long days, String who, String what, String where, int count) {}

    Tally now() {
        return districts.stream().map(District::now).reduce(Tally.NONE, Tally::plus);
    }

    /** Whether the round's visits are over, by its deadline or by the roster's last family; then the way to zero is what the meeting is about. */
    boolean towardsZero() {
        return visitsOverdue() || listedUnvisited == 0;
    }

    boolean visitsOverdue() {
        return day.isAfter(deadline);
    }

    Stand stand() {
        return districts.stream().map(District::stand).reduce(Stand.NONE, Stand::plus);
    }

    Stand stoodBefore() {
        return districts.stream().map(District::stoodBefore).reduce(Stand.NONE, Stand::plus);
    }

    int received() {
        return districts.stream().mapToInt(District::received).sum();
    }

    int receivedBefore() {
        return districts.stream().mapToInt(District::receivedBefore).sum();
    }

    Tally weekAgo() {
        return districts.stream().map(District::before).reduce(Tally.NONE, Tally::plus);
    }
}
