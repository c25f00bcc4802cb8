package id.tuntas.demo.internal;

import id.tuntas.demo.DemoCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What happens to which family on which day, decided before anything happens: the same seed gives the same plan. A day's steps are taken
 * during that day, so on the morning of 3 February exactly the first four days are done, and on that of 8 March every visit is.
 */
final class DemoPlan {

    /** The list was handed over and the families were given to the officers. */
    static final LocalDate LISTED = LocalDate.of(2023, 1, 27);

    static final LocalDate OPENS = LocalDate.of(2023, 1, 30);
    static final LocalDate FIRST_DAY = DemoCalendar.FIRST_DAY;
    static final LocalDate DEADLINE = LocalDate.of(2023, 2, 24);
    /** The day of the last published figures of the visits; none is left to pay then. */
    static final LocalDate VISITED = LocalDate.of(2023, 3, 8);

    static final LocalDate ZERO_DATE = LocalDate.of(2023, 8, 3);

    /** What somebody does about one family. */
    enum Act {
        VISIT,
        RETURN,
        CORRECT,
        APPROVE
    }

    /** @param family counted from 0, in the order of the list */
    record Step(int family, Act act, LocalTime at) {}

    /** @param returned null for a visit that is approved as it came; then {@code corrected} is null too */
    record Road(
            int family,
            DemoDistrict district,
            DemoOutcome outcome,
            LocalDate visited,
            @Nullable LocalDate returned,
            @Nullable LocalDate corrected,
            LocalDate approved) {

        /** The same family, no longer extremely poor. */
        Road better() {
            return new Road(family, district, DemoOutcome.POOR, visited, returned, corrected, approved);
        }
    }

    private final List<Road> roads;
    private final Map<LocalDate, List<Step>> steps = new HashMap<>();

    private DemoPlan(List<Road> roads, long seed) {
        this.roads = List.copyOf(roads);
        Random random = new Random(seed + 1);
        for (Road road : roads) {
            add(road.visited(), road.family(), Act.VISIT, between(random, 8 * 60, 18 * 60));
            add(road.returned(), road.family(), Act.RETURN, between(random, 9 * 60, 16 * 60));
            add(road.corrected(), road.family(), Act.CORRECT, between(random, 8 * 60, 18 * 60));
            add(road.approved(), road.family(), Act.APPROVE, between(random, 9 * 60, 16 * 60));
        }
        steps.values().forEach(day -> day.sort((one, other) -> one.at().compareTo(other.at())));
    }

    private void add(@Nullable LocalDate day, int family, Act act, LocalTime at) {
        if (day != null) {
            steps.computeIfAbsent(day, any -> new ArrayList<>()).add(new Step(family, act, at));
        }
    }

    private static LocalTime between(Random random, int fromMinute, int toMinute) {
        return LocalTime.ofSecondOfDay(60L * (fromMinute + random.nextInt(toMinute - fromMinute)));
    }

    /** The day itself, or the Monday after it. */
    static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    static DemoPlan of(long seed, int families) {
        return new DemoPlan(new DemoDraw(seed, families).roads(), seed);
    }

    int families() {
        return roads.size();
    }

    Road road(int family) {
        return roads.get(family);
    }

    List<Road> roads() {
        return roads;
    }

    /** Families that are extremely poor. */
    int poorest() {
        return (int) roads.stream()
                .filter(road -> road.outcome() == DemoOutcome.EXTREMELY_POOR)
                .count();
    }

    /** By the time of day. */
    List<Step> steps(LocalDate day) {
        return Collections.unmodifiableList(steps.getOrDefault(day, List.of()));
    }

    /** Families of each district by its code. */
    static Map<String, Integer> byDistrict(int families) {
        int[] shares = Apportionment.of(families, DemoDistrict.families());
        Map<String, Integer> byDistrict = new HashMap<>();
        for (DemoDistrict district : DemoDistrict.values()) {
            byDistrict.put(district.code(), shares[district.ordinal()]);
        }
        return byDistrict;
    }
}
