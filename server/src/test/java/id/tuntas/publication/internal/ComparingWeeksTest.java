package id.tuntas.publication.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.monitoring.Standing;
import id.tuntas.publication.internal.OpenFigures.Row;
import id.tuntas.regions.Region;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Somebody who keeps the tables of all weeks of a round lays them beside each other and tries to find a family out. He believes that what
 * goes up in the regency goes down in none of its places that week, and so on, which is true here.
 */
class ComparingWeeksTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 2, 5);
    private static final int DECREE = 2;
    private static final List<Region> PLACES = Stream.of(
                    "51.08",
                    "51.08.01",
                    "51.08.02",
                    "51.08.01.1",
                    "51.08.01.2",
                    "51.08.01.3",
                    "51.08.02.1",
                    "51.08.02.2",
                    "51.08.02.3")
            .map(ComparingWeeksTest::place)
            .toList();
    private static final int VILLAGES = 6;

    /** By the columns of the table, one of each. */
    private static final List<Standing> STANDINGS = List.of(
            Standing.AWAITING_MEETING,
            Standing.POOR,
            Standing.NOT_POOR,
            Standing.MOVED,
            Standing.GRADUATED,
            Standing.NOT_VERIFIED);

    private static final int[] STATES = IntStream.range(0, STANDINGS.size()).toArray();
    private static final int POOREST = 0;
    private static final int GONE = 3;
    private static final int HELPED = 4;
    private static final int OPEN = 5;
    private static final int[] FOUND = {POOREST, POOREST, 1, 1, 1, 2, GONE, OPEN};

    private static final int[] ABOVE = PLACES.stream()
            .mapToInt(place -> PLACES.stream().map(Region::code).toList().indexOf(place.parent()))
            .toArray();

    private static Region place(String code) {
        String parent = code.lastIndexOf('.') < 3 ? null : code.substring(0, code.lastIndexOf('.'));
        return new Region(code, parent == null ? "regency" : "below", parent, code, "", null, null);
    }

    /** @param states what each family is, by village and family */
    private record Families(int[][] states) {

        static Families listed(Random random) {
            int[][] states = new int[VILLAGES][];
            Arrays.setAll(states, village -> new int[3 + random.nextInt(25)]);
            Arrays.stream(states).forEach(village -> Arrays.fill(village, OPEN));
            return new Families(states);
        }

        void visit(Random random, boolean all) {
            for (int[] village : states) {
                Arrays.setAll(
                        village,
                        family -> village[family] == OPEN && (all || random.nextInt(3) == 0)
                                ? FOUND[random.nextInt(FOUND.length)]
                                : village[family]);
            }
        }

        void move(Random random, int families, int from, int to) {
            List<int[]> movers = new ArrayList<>();
            for (int[] village : states) {
                for (int family = 0; family < village.length; family++) {
                    if (village[family] == from) {
                        movers.add(new int[] {Arrays.asList(states).indexOf(village), family});
                    }
                }
            }
            Collections.shuffle(movers, random);
            movers.stream().limit(families).forEach(mover -> states[mover[0]][mover[1]] = to);
        }

        long[][] table() {
            long[][] rows = new long[PLACES.size()][STATES.length];
            for (int village = 0; village < VILLAGES; village++) {
                for (int state : states[village]) {
                    for (int row = PLACES.size() - VILLAGES + village; row >= 0; row = ABOVE[row]) {
                        rows[row][state]++;
                    }
                }
            }
            return rows;
        }
    }

    /**
     * Visits until the decree, and one helped by then; after it one more is helped, several are, one comes back, one is gone, and one that was
     * open is found extremely poor.
     */
    private static List<long[][]> weeks(Random random) {
        Families families = Families.listed(random);
        List<long[][]> weeks = new ArrayList<>();
        weeks.add(families.table());
        while (weeks.size() <= DECREE) {
            families.visit(random, weeks.size() == DECREE);
            families.move(random, weeks.size() / DECREE, POOREST, HELPED);
            weeks.add(families.table());
        }
        int[][] moves = {
            {1, POOREST, HELPED},
            {2 + random.nextInt(5), POOREST, HELPED},
            {1, HELPED, POOREST},
            {1, POOREST, GONE},
            {1, OPEN, POOREST}
        };
        for (int[] move : moves) {
            families.move(random, move[0], move[1], move[2]);
            weeks.add(families.table());
        }
        return weeks;
    }

    private static PlaceCounts counts(int week, long[][] table) {
        return new PlaceCounts(
                FIRST.plusWeeks(week),
                PLACES,
                IntStream.range(PLACES.size() - VILLAGES, PLACES.size())
                        .boxed()
                        .collect(Collectors.toMap(row -> PLACES.get(row).code(), row -> standings(table[row]))));
    }

    private static Map<Standing, Integer> standings(long[] row) {
        return Arrays.stream(STATES).boxed().collect(Collectors.toMap(STANDINGS::get, state -> (int) row[state]));
    }

    private static List<List<Row>> published(List<long[][]> weeks) {
        List<Row> told = counts(DECREE, weeks.get(DECREE)).told().places();
        return IntStream.range(0, weeks.size())
                .mapToObj(week -> {
                    PlaceCounts counts = counts(week, weeks.get(week));
                    return Stream.concat(
                                    Stream.of(counts.regency()),
                                    week < DECREE ? counts.totals().stream() : told.stream())
                            .toList();
                })
                .toList();
    }

    private static Attack attack(List<List<Row>> published) {
        Attack attack = new Attack(ABOVE, published.size(), STATES.length);
        Set<Row> known = new HashSet<>();
        for (int week = 0; week < published.size(); week++) {
            for (int at = 0; at < PLACES.size(); at++) {
                Row row = published.get(week).get(at);
                if (known.add(row)) {
                    know(attack, at, row);
                }
            }
            for (int state = 0; week > 0 && state < STATES.length; state++) {
                attack.follow(
                        Long.compare(regency(published, week, state), regency(published, week - 1, state)),
                        week,
                        state);
            }
        }
        return attack;
    }

    private static void know(Attack attack, int at, Row row) {
        int week = (int) ChronoUnit.WEEKS.between(FIRST, row.asOf());
        attack.know(row.counts().get(OpenFigures.TOTAL), week, at, STATES);
        for (int state : STATES) {
            Long count = row.counts().get(OpenFigures.STATES.get(state));
            if (count != null) {
                attack.know(
                        count, week, at, at > 0 && state == POOREST ? new int[] {POOREST, HELPED} : new int[] {state});
            }
        }
    }

    private static long regency(List<List<Row>> published, int week, int state) {
        return published.get(week).getFirst().counts().get(OpenFigures.STATES.get(state));
    }

    @RepeatedTest(10)
    void findsOutNeitherASmallCountNorWhereOneChanged(RepetitionInfo run) {
        List<long[][]> weeks = weeks(new Random(run.getCurrentRepetition()));
        Attack attack = attack(published(weeks));

        for (int week = 0; week < weeks.size(); week++) {
            for (int at = 1; at < PLACES.size(); at++) {
                for (int state : STATES) {
                    long[][] table = weeks.get(week);
                    long[][] told = weeks.get(DECREE);
                    long hidden = week <= DECREE ? table[at][state] : Math.abs(table[at][state] - told[at][state]);
                    if (hidden > 0 && hidden < SmallCells.LEAST) {
                        long room = week <= DECREE
                                ? HidingSmallCellsTest.room(table, at, state)
                                : elsewhere(told, table, at, state);
                        assertThat(attack.span(week, at, state))
                                .as("%d of %s, week %d", state, PLACES.get(at).code(), week)
                                .isGreaterThanOrEqualTo(Math.min(SmallCells.LEAST - 1, room));
                    }
                }
            }
        }
    }

    /** How many of those that changed in the regency since it was told could be of this place, and how many of the others. */
    private static long elsewhere(long[][] told, long[][] now, int at, int state) {
        long less = told[0][state] - now[0][state];
        return less < 0
                ? -less
                : LongStream.of(less, told[at][state], told[0][state] - told[at][state])
                        .min()
                        .orElseThrow();
    }

    @RepeatedTest(10)
    void findsNoTwoTablesOfAPlaceThatDiffer(RepetitionInfo run) {
        List<List<Row>> published = published(weeks(new Random(run.getCurrentRepetition())));

        for (List<Row> week : published.subList(DECREE, published.size())) {
            assertThat(week.subList(1, week.size()))
                    .isEqualTo(published.get(DECREE).subList(1, week.size()));
        }
    }
}
