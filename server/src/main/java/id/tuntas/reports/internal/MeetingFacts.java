package id.tuntas.reports.internal;

import id.tuntas.cases.Tally;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a coordination meeting looks at.
 *
 * @param before a week earlier
 * @param waits what waits, the longest first
 */
record MeetingFacts(
        LocalDate day,
        LocalDate before,
        LocalDate deadline,
        LocalDate zeroDate,
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

    /** Whether every family was visited, so that what is left is decided by others. */
    boolean visited() {
        return now().total() == now().visited();
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
