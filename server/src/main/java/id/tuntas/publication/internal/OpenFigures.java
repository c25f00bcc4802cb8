package id.tuntas.publication.internal;

import id.tuntas.monitoring.Standing;
import id.tuntas.monitoring.Standings;
import id.tuntas.monitoring.Standings.VillageStandings;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a round's families stood at the end of a week: each in exactly one state, small counts hidden ({@link SmallCells}). Weeks and not days,
 * since who knows the day of a visit would find its result in the difference of two days.
 */
@Component
class OpenFigures {

    static final String TOTAL = "total";

    /** Of a place: those whom neither examining nor help has taken off the list. */
    static final String REMAINING = "remaining";

    /**
     * What the columns are called, in their order; together they are the total. Few, since a table of many small counts hides nearly all of
     * them: who left the list for another reason than his means (moved, deceased, not found, listed twice) is one, and who refused is open.
     */
    static final List<String> STATES = List.of("extremelyPoor", "poor", "notPoor", "gone", "helped", "open");

    private static final Set<Integer> STAY = Set.of(STATES.indexOf("extremelyPoor"), STATES.indexOf("open"));

    /**
     * @param unit what is counted
     * @param leastShown a count below it, other than zero, is hidden, and others that would tell it
     */
    record Figures(
            String round,
            String name,
            LocalDate opens,
            LocalDate deadline,
            LocalDate zeroDate,
            LocalDate asOf,
            String unit,
            int leastShown,
            List<Row> rows) {}

    /**
     * @param level regency, district or village
     * @param counts by {@link #STATES}, {@link #TOTAL}, which is never hidden, and {@link #REMAINING}, which is not of the regency; null where it
     *     is hidden
     */
    record Row(
            String code,
            String name,
            String level,
            @Nullable String parent,
            Map<String, @Nullable Long> counts) {}

    /** Weeks that are over do not change, and hiding takes a second. */
    private final Map<Week, Figures> kept = new ConcurrentHashMap<>();

    private final Standings standings;
    private final Regions regions;
    private final BusinessClock clock;

    private record Week(UUID round, LocalDate end) {}

    OpenFigures(Standings standings, Regions regions, BusinessClock clock) {
        this.standings = standings;
        this.regions = regions;
        this.clock = clock;
    }

    Figures of(String regencyCode, Round round, @Nullable LocalDate day) {
        LocalDate today = clock.today();
        if (day != null && (day.isAfter(today) || day.isBefore(endOfWeek(round.opens())))) {
            throw Refusal.invalid("/day", "out-of-range");
        }
        LocalDate over = today.minusDays(1);
        LocalDate asOf = endOfWeek(day == null || day.isAfter(over) ? over : day);
        return kept.computeIfAbsent(new Week(round.id(), asOf), week -> count(regencyCode, round, asOf));
    }

    /** The last end of a week that is not after the day. */
    private static LocalDate endOfWeek(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }

    private Figures count(String regencyCode, Round round, LocalDate asOf) {
        return new Figures(
                round.code(),
                round.name(),
                round.opens(),
                round.deadline(),
                round.zeroDate(),
                asOf,
                "family",
                SmallCells.LEAST,
                rows(regencyCode, villages(regencyCode, round, asOf)));
    }

    private Map<String, Map<Standing, Integer>> villages(String regencyCode, Round round, LocalDate asOf) {
        return standings.byVillageOn(regencyCode, round.id(), new String[] {regencyCode + "%"}, asOf).stream()
                .collect(Collectors.toMap(VillageStandings::village, VillageStandings::families));
    }

    private List<Row> rows(String regencyCode, Map<String, Map<Standing, Integer>> villages) {
        List<Region> places = new ArrayList<>(regions.find(regencyCode).stream().toList());
        places.addAll(regions.list("district", regencyCode));
        places.addAll(regions.list("village", regencyCode));
        List<String> codes = places.stream().map(Region::code).toList();
        int[] above =
                places.stream().mapToInt(place -> codes.indexOf(place.parent())).toArray();
        long[][] counts = new long[places.size()][STATES.size()];
        for (int row = places.size() - 1; row >= 0; row--) {
            long[] own = states(villages.getOrDefault(codes.get(row), Map.of()));
            for (int column = 0; column < own.length; column++) {
                counts[row][column] += own[column];
                if (above[row] >= 0) {
                    counts[above[row]][column] += counts[row][column];
                }
            }
        }
        boolean[][] hidden = SmallCells.hidden(counts, above, STATES.indexOf("extremelyPoor"), STAY);
        return IntStream.range(0, places.size())
                .mapToObj(row -> row(places.get(row), counts[row], hidden[row]))
                .toList();
    }

    private static long[] states(Map<Standing, Integer> families) {
        long[] counts = new long[STATES.size()];
        families.forEach((standing, count) -> counts[STATES.indexOf(state(standing))] += count);
        return counts;
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case AWAITING_MEETING, AWAITING_DECREE, AWAITING_HELP, STRUCK -> "extremelyPoor";
            case POOR -> "poor";
            case NOT_POOR -> "notPoor";
            case NOT_FOUND, MOVED, DECEASED, DUPLICATE -> "gone";
            case GRADUATED -> "helped";
            case NOT_VERIFIED, IN_REVIEW, REFUSED -> "open";
        };
    }

    private static Row row(Region place, long[] counts, boolean[] hidden) {
        Map<String, @Nullable Long> shown = new LinkedHashMap<>();
        for (int column = 0; column < counts.length; column++) {
            shown.put(STATES.get(column), hidden[column] ? null : counts[column]);
        }
        boolean told = place.level().equals("regency") || STAY.stream().noneMatch(column -> hidden[column]);
        shown.put(TOTAL, Arrays.stream(counts).sum());
        shown.put(
                REMAINING,
                told ? STAY.stream().mapToLong(column -> counts[column]).sum() : null);
        return new Row(place.code(), place.name(), place.level(), place.parent(), shown);
    }
}
