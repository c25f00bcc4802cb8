package id.tuntas.publication.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Somebody who knows the rule, every total, the regency's counts and the whole published table tries to find a family out. */
class HidingSmallCellsTest {

    private static final int LEAST = SmallCells.LEAST;

    /** One regency, two districts of two villages each. */
    private static final int[] SMALL_REGENCY = {-1, 0, 0, 1, 1, 2, 2};

    @Test
    void showsATableWithoutSmallCountsWhole() {
        boolean[][] hidden = SmallCells.hidden(
                table(SMALL_REGENCY, new long[][] {{9, 7}, {8, 0}, {30, 5}, {6, 6}}), SMALL_REGENCY, 0);

        assertThat(Arrays.stream(hidden)).allSatisfy(row -> assertThat(row).containsOnly(false));
    }

    @Test
    void hidesASmallCountAndWhatTellsIt() {
        long[][] rows = table(SMALL_REGENCY, new long[][] {{9, 2}, {8, 6}, {30, 15}, {16, 26}});
        boolean[][] hidden = SmallCells.hidden(rows, SMALL_REGENCY, 0);

        assertThat(hidden[3][1]).isTrue();
        assertThat(hidden[3])
                .as("its row does not tell it")
                .satisfies(row -> assertThat(count(row)).isGreaterThan(1));
        assertThat(hidden[1][1] || hidden[4][1])
                .as("nor do its district and the other village")
                .isTrue();
        assertThat(count(hidden[6])).as("what tells nothing").isZero();
    }

    @Test
    void showsAZero() {
        boolean[][] hidden = SmallCells.hidden(
                table(SMALL_REGENCY, new long[][] {{9, 0}, {8, 0}, {30, 0}, {16, 9}}), SMALL_REGENCY, 0);

        assertThat(Arrays.stream(hidden)).allSatisfy(row -> assertThat(row).containsOnly(false));
    }

    @Test
    void hidesWhereTheOneFamilyOfItsKindInARegencyLives() {
        int[] above = {-1, 0, 0};
        boolean[][] hidden = SmallCells.hidden(table(above, new long[][] {{1, 6}, {0, 7}}), above, 0);

        assertThat(hidden).isDeepEqualTo(new boolean[][] {{false, false}, {true, true}, {true, true}});
    }

    @Test
    void showsALargeCountThatTheColumnTellsAnyway() {
        int[] above = {-1, 0, 0, 0, 1, 1, 2, 2, 3, 3};
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long[][] villages = new long[6][3];
            for (long[] village : villages) {
                Arrays.setAll(village, column -> random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(20));
            }
            long[][] rows = table(above, villages);
            boolean[][] hidden = SmallCells.hidden(rows, above, 0);

            for (int column = 0; column < 3; column++) {
                int at = column;
                int[] alone = IntStream.rangeClosed(1, 3)
                        .filter(district -> hidden[district][at])
                        .toArray();
                if (!hidden[0][at] && alone.length == 1) {
                    assertThat(value(rows[alone[0]], at))
                            .as("district %d, column %d, seed %d", alone[0], at, seed)
                            .isLessThan(LEAST);
                }
            }
        }
    }

    @RepeatedTest(100)
    void leavesASmallCountToBeAnyOfSeveral(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        long[][] villages = new long[4][2];
        for (long[] village : villages) {
            Arrays.setAll(village, column -> random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(9));
        }
        long[][] rows = table(SMALL_REGENCY, villages);
        assertNobodyIsFoundOut(rows, SMALL_REGENCY);
    }

    @RepeatedTest(20)
    void leavesItSoInSeveralColumns(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int[] above = regency(3, 15);
        long[][] villages = new long[15][6];
        for (long[] village : villages) {
            Arrays.setAll(village, column -> random.nextInt(column < 3 ? 40 : 4) * random.nextInt(2));
        }
        assertNobodyIsFoundOut(table(above, villages), above);
    }

    private static void assertNobodyIsFoundOut(long[][] rows, int[] above) {
        boolean[][] hidden = SmallCells.hidden(rows, above, 0);
        int[] columns = IntStream.range(0, rows[0].length).toArray();
        Attack attack = new Attack(above, 1, columns.length);
        for (int row = 0; row < rows.length; row++) {
            attack.know(value(rows[row], columns.length), 0, row, columns);
            for (int column : columns) {
                if (!hidden[row][column]) {
                    attack.know(rows[row][column], 0, row, column);
                }
            }
        }
        for (int row = 1; row < rows.length; row++) {
            for (int column : columns) {
                if (isSmall(rows, new int[] {row, column})) {
                    assertThat(hidden[row][column]).as("%d,%d", row, column).isTrue();
                    assertThat(attack.span(0, row, column))
                            .as("what row %d, column %d could be, of %s", row, column, Arrays.deepToString(rows))
                            .isGreaterThanOrEqualTo(Math.min(LEAST - 1, room(rows, row, column)));
                }
            }
        }
    }

    /** How far the totals leave it open what a count is: a part of the row's and of the column's total, as what is beside it is. */
    static long room(long[][] rows, int row, int column) {
        long all = value(rows[0], rows[0].length);
        long across = value(rows[row], rows[row].length);
        long down = rows[0][column];
        return LongStream.of(across, down, all - across, all - down).min().orElseThrow();
    }

    private static int[] regency(int districts, int villages) {
        return IntStream.concat(
                        IntStream.concat(
                                IntStream.of(-1), IntStream.range(0, districts).map(district -> 0)),
                        IntStream.range(0, villages).map(village -> 1 + village % districts))
                .toArray();
    }

    /** Solves the sums of a regency as large as Buleleng for what is hidden. */
    @RepeatedTest(5)
    void solvesNoSmallCountOfAWholeRegency(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int[] above = regency(9, 148);
        long[][] villages = new long[148][9];
        for (long[] village : villages) {
            Arrays.setAll(
                    village, column -> Math.max(0, Math.round(random.nextGaussian() * 4 + (column < 2 ? 12 : 0))));
        }
        long[][] rows = table(above, villages);
        boolean[][] hidden = SmallCells.hidden(rows, above, 0);

        List<int[]> solved = Solver.solved(hidden, above);
        assertThat(solved.stream().filter(cell -> isSmall(rows, cell)).map(Arrays::toString))
                .isEmpty();
        assertThat(Arrays.stream(hidden)
                        .limit(10)
                        .mapToInt(HidingSmallCellsTest::count)
                        .sum())
                .as("what of the regency and its districts is lost")
                .isLessThan(25);
    }

    private static boolean isSmall(long[][] rows, int[] cell) {
        long count = value(rows[cell[0]], cell[1]);
        return count > 0 && count < LEAST;
    }

    private static int count(boolean[] row) {
        return (int)
                IntStream.range(0, row.length).filter(column -> row[column]).count();
    }

    /** The villages' rows with the sums above them; villages are the last rows. */
    private static long[][] table(int[] above, long[][] villages) {
        long[][] rows = new long[above.length][villages[0].length];
        int first = above.length - villages.length;
        for (int row = above.length - 1; row >= 0; row--) {
            if (row >= first) {
                rows[row] = villages[row - first].clone();
            }
            for (int column = 0; above[row] >= 0 && column < rows[row].length; column++) {
                rows[above[row]][column] += rows[row][column];
            }
        }
        return rows;
    }

    private static long value(long[] row, int column) {
        return column == row.length ? Arrays.stream(row).sum() : row[column];
    }

    /** Gaussian elimination over the integers modulo a large prime: which hidden cells the sums determine. */
    private static final class Solver {

        private static final long PRIME = 2_147_483_647L;

        static List<int[]> solved(boolean[][] hidden, int[] above) {
            int columns = hidden[0].length;
            int width = columns + 1;
            int[][] number = new int[hidden.length][width];
            List<int[]> cells = new ArrayList<>();
            for (int row = 0; row < hidden.length; row++) {
                for (int column = 0; column < width; column++) {
                    boolean unknown = column < columns && hidden[row][column];
                    number[row][column] = unknown ? cells.size() : -1;
                    if (unknown) {
                        cells.add(new int[] {row, column});
                    }
                }
            }
            List<long[]> sums = new ArrayList<>();
            for (int row = 0; row < hidden.length; row++) {
                long[] across = new long[cells.size()];
                for (int column = 0; column < width; column++) {
                    add(across, number[row][column], column == width - 1 ? PRIME - 1 : 1);
                }
                sums.add(across);
                int over = row;
                if (Arrays.stream(above).noneMatch(parent -> parent == over)) {
                    continue;
                }
                for (int column = 0; column < width; column++) {
                    long[] down = new long[cells.size()];
                    add(down, number[row][column], PRIME - 1);
                    for (int child = 0; child < above.length; child++) {
                        if (above[child] == row) {
                            add(down, number[child][column], 1);
                        }
                    }
                    sums.add(down);
                }
            }
            return reduced(sums, cells);
        }

        private static void add(long[] sum, int cell, long factor) {
            if (cell >= 0) {
                sum[cell] = (sum[cell] + factor) % PRIME;
            }
        }

        private static List<int[]> reduced(List<long[]> sums, List<int[]> cells) {
            int rank = 0;
            for (int cell = 0; cell < cells.size() && rank < sums.size(); cell++) {
                int at = cell;
                int from = rank;
                int pivot = IntStream.range(rank, sums.size())
                        .filter(row -> sums.get(row)[at] != 0)
                        .findFirst()
                        .orElse(-1);
                if (pivot < 0) {
                    continue;
                }
                long[] row = sums.get(pivot);
                sums.set(pivot, sums.get(rank));
                sums.set(rank, row);
                long inverse = BigInteger.valueOf(row[at])
                        .modInverse(BigInteger.valueOf(PRIME))
                        .longValue();
                Arrays.setAll(row, i -> row[i] * inverse % PRIME);
                for (int other = 0; other < sums.size(); other++) {
                    long factor = sums.get(other)[at];
                    if (other != from && factor != 0) {
                        long[] changed = sums.get(other);
                        Arrays.setAll(changed, i -> Math.floorMod(changed[i] - factor * row[i] % PRIME, PRIME));
                    }
                }
                rank++;
            }
            List<int[]> solved = new ArrayList<>();
            for (long[] sum : sums) {
                int[] left = IntStream.range(0, sum.length)
                        .filter(cell -> sum[cell] != 0)
                        .toArray();
                if (left.length == 1) {
                    solved.add(cells.get(left[0]));
                }
            }
            return solved;
        }
    }
}
