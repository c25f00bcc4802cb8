package id.tuntas.reports.internal;

import id.tuntas.cases.Tallies.VillageTally;
import id.tuntas.cases.Tally;
import id.tuntas.monitoring.Standings.VillageStandings;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Villages summed up by district. */
final class Districts {

    private Districts() {}

    /** Code of the district in which a village lies. */
    static String of(String village) {
        return village.substring(0, village.lastIndexOf('.'));
    }

    /** By the district's code. */
    static SortedMap<String, Stand> stands(List<VillageStandings> villages) {
        return villages.stream()
                .collect(Collectors.groupingBy(
                        one -> of(one.village()),
                        TreeMap::new,
                        Collectors.reducing(Stand.NONE, Stand::of, Stand::plus)));
    }

    /** By the district's code. */
    static SortedMap<String, Tally> of(List<VillageTally> villages) {
        return villages.stream()
                .collect(Collectors.groupingBy(
                        one -> of(one.village()),
                        TreeMap::new,
                        Collectors.reducing(Tally.NONE, VillageTally::tally, Tally::plus)));
    }
}
