package id.tuntas.publication.internal;

import static id.tuntas.publication.internal.OpenFigures.EXTREMELY_POOR;
import static id.tuntas.publication.internal.OpenFigures.HELPED;
import static id.tuntas.publication.internal.OpenFigures.OPEN;
import static id.tuntas.publication.internal.OpenFigures.REMAINING;
import static id.tuntas.publication.internal.OpenFigures.STATES;
import static id.tuntas.publication.internal.OpenFigures.TOTAL;

import id.tuntas.monitoring.Standing;
import id.tuntas.publication.internal.OpenFigures.Row;
import id.tuntas.regions.Region;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The families of a regency at the end of a week, by place and state, and as much of it as may be told. */
final class PlaceCounts {

    /** What a family was found to be, which helping it does not change. */
    private static final List<String> FOUND =
            STATES.stream().filter(state -> !state.equals(HELPED)).toList();

    private final LocalDate week;
    private final List<Region> places;
    private final int[] above;
    private final long[][] counts;

    /**
     * What is told by place.
     *
     * @param week at whose end it stood so
     * @param regency all places together
     * @param places small counts hidden
     */
    record Told(LocalDate week, Row regency, List<Row> places) {}

    /** @param places the regency first, then its districts, then its villages */
    PlaceCounts(LocalDate week, List<Region> places, Map<String, Map<Standing, Integer>> villages) {
        this.week = week;
        this.places = places;
        List<String> codes = places.stream().map(Region::code).toList();
        above = places.stream().mapToInt(place -> codes.indexOf(place.parent())).toArray();
        counts = new long[places.size()][STATES.size()];
        villages.forEach((village, families) -> {
            for (int row = codes.indexOf(village); row >= 0; row = above[row]) {
                long[] place = counts[row];
                families.forEach((standing, count) -> place[STATES.indexOf(state(standing))] += count);
            }
        });
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case AWAITING_MEETING, AWAITING_DECREE, AWAITING_HELP, STRUCK -> EXTREMELY_POOR;
            case POOR -> "poor";
            case NOT_POOR -> "notPoor";
            case NOT_FOUND, MOVED, DECEASED, DUPLICATE -> "gone";
            case GRADUATED -> HELPED;
            case NOT_VERIFIED, IN_REVIEW, REFUSED -> OPEN;
        };
    }

    /** Whole: a few of all families of a regency find nobody out. */
    Row regency() {
        return row(0, STATES, counts[0], new boolean[STATES.size()]);
    }

    /** How many families each place has, and nothing of what they are. */
    List<Row> totals() {
        return places().mapToObj(row -> row(row, List.of(), new long[0], new boolean[0]))
                .toList();
    }

    Told told() {
        long[][] found = Arrays.stream(counts).map(PlaceCounts::found).toArray(long[][]::new);
        boolean[][] hidden = SmallCells.hidden(found, above, FOUND.indexOf(EXTREMELY_POOR));
        return new Told(
                week,
                row(0, FOUND, found[0], hidden[0]),
                places().mapToObj(row -> row(row, FOUND, found[row], hidden[row]))
                        .toList());
    }

    private IntStream places() {
        return IntStream.range(1, places.size());
    }

    private static long[] found(long[] counts) {
        return FOUND.stream()
                .mapToLong(state -> counts[STATES.indexOf(state)]
                        + (state.equals(EXTREMELY_POOR) ? counts[STATES.indexOf(HELPED)] : 0))
                .toArray();
    }

    private Row row(int at, List<String> columns, long[] families, boolean[] hidden) {
        Map<String, @Nullable Long> shown = new LinkedHashMap<>();
        STATES.forEach(state -> shown.put(state, null));
        for (int column = 0; column < columns.size(); column++) {
            shown.put(columns.get(column), hidden[column] ? null : families[column]);
        }
        Long poor = shown.get(EXTREMELY_POOR);
        Long open = shown.get(OPEN);
        shown.put(TOTAL, Arrays.stream(counts[at]).sum());
        shown.put(REMAINING, poor == null || open == null ? null : poor + open);
        Region place = places.get(at);
        return new Row(place.code(), place.name(), place.level(), place.parent(), week, shown);
    }
}
