package id.tuntas.publication.internal;

import id.tuntas.monitoring.Standings;
import id.tuntas.monitoring.Standings.VillageStandings;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.publication.internal.PlaceCounts.Told;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a round's families stood at the end of a week: each in exactly one state. Weeks and not days, since who knows the day of a visit would
 * find its result in the difference of two days. Of the regency every week is told, whole; by place what the families were found to be is told
 * once, with small counts hidden, when the regent has decreed: two tables of a place would tell what became of a family between them.
 */
@Component
class OpenFigures {

    static final String EXTREMELY_POOR = "extremelyPoor";
    static final String HELPED = "helped";
    static final String OPEN = "open";
    static final String TOTAL = "total";

    /** Those whom neither examining nor help has taken off the list. */
    static final String REMAINING = "remaining";

    /**
     * What the columns are called, in their order; together they are the total. Few, since a table of many small counts hides nearly all of
     * them: who left the list for another reason than his means (moved, deceased, not found, listed twice) is one, and who refused is open.
     */
    static final List<String> STATES = List.of(EXTREMELY_POOR, "poor", "notPoor", "gone", HELPED, OPEN);

    /**
     * @param unit what is counted
     * @param leastShown of a place a count below it, other than zero, is hidden, and others that would tell it
     * @param toldOn the end of the week as which places are told; null before it, when of a place only the total is
     * @param sinceTold by which the regency's row is more than what was told of all its places together; null before that
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
            @Nullable LocalDate toldOn,
            @Nullable Map<String, Long> sinceTold,
            List<Row> rows) {}

    /**
     * @param level regency, district or village
     * @param asOf the day at whose end it was so
     * @param counts by {@link #STATES}, {@link #TOTAL}, which is never hidden, and {@link #REMAINING}; null where it is not told, as who was
     *     helped never is of a place: they are among the extremely poor that they were found to be
     */
    record Row(
            String code,
            String name,
            String level,
            @Nullable String parent,
            LocalDate asOf,
            Map<String, @Nullable Long> counts) {}

    /** Weeks that are over do not change: a decree holds from the day on which it is locked, or later. */
    private final Map<Week, Figures> kept = new ConcurrentHashMap<>();

    /** By round; hiding takes a second. */
    private final Map<UUID, Told> told = new ConcurrentHashMap<>();

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
        PlaceCounts now = counts(regencyCode, round, asOf);
        Optional<Told> known = standings
                .findDecreeDay(regencyCode, round.id())
                .map(day -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
                .filter(week -> !week.isAfter(asOf))
                .map(week -> told.computeIfAbsent(
                        round.id(), id -> counts(regencyCode, round, week).told()));
        List<Row> rows = new ArrayList<>(List.of(now.regency()));
        rows.addAll(known.map(Told::places).orElseGet(now::totals));
        return new Figures(
                round.code(),
                round.name(),
                round.opens(),
                round.deadline(),
                round.zeroDate(),
                asOf,
                "family",
                SmallCells.LEAST,
                known.map(Told::week).orElse(null),
                known.map(table -> difference(now.regency(), table.regency())).orElse(null),
                rows);
    }

    private PlaceCounts counts(String regencyCode, Round round, LocalDate week) {
        List<Region> places = new ArrayList<>(regions.find(regencyCode).stream().toList());
        places.addAll(regions.list("district", regencyCode));
        places.addAll(regions.list("village", regencyCode));
        return new PlaceCounts(
                week,
                places,
                standings.byVillageOn(regencyCode, round.id(), new String[] {regencyCode + "%"}, week).stream()
                        .collect(Collectors.toMap(VillageStandings::village, VillageStandings::families)));
    }

    private static Map<String, Long> difference(Row now, Row before) {
        Map<String, Long> more = new LinkedHashMap<>();
        now.counts()
                .forEach((column, count) ->
                        more.put(column, orZero(count) - orZero(before.counts().get(column))));
        return more;
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
