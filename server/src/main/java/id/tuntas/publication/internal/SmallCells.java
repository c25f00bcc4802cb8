package id.tuntas.publication.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cell suppression in a table of counts that adds up: from the columns to their total, and from the rows to the row above them. A count
 * from 1 to {@link #LEAST} - 1 is hidden, and with it as many other counts, zeros too, as it takes that nobody who adds and subtracts what is
 * left can tell a hidden small count closer than to a span of {@link #LEAST} numbers. A zero of itself is shown: it says of nobody what he
 * is. (Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001, chapter 6.)
 */
final class SmallCells {

    /** The smallest count that is shown, other than zero. */
    static final int LEAST = 5;

    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    /** A cell that is the sum of others, each by its number. */
    private record Sum(int whole, int[] parts) {

        IntStream cells() {
            return IntStream.concat(IntStream.of(whole), Arrays.stream(parts));
        }

        boolean isRow(int width) {
            return whole / width == parts[0] / width;
        }
    }

    private final long[] counts;
    private final int width;
    private final int dear;
    private final int[] depth;
    private final List<Sum> sums = new ArrayList<>();
    private final List<List<Sum>> sumsWith;

    /**
     * @param rows one row's columns each, without their total
     * @param dear the column that is hidden last
     * @param above the row that each adds to, -1 for the one that adds to none; a row stands after the one above it
     */
    private SmallCells(long[][] rows, int[] above, int dear) {
        this.dear = dear;
        width = rows[0].length + 1;
        counts = new long[rows.length * width];
        depth = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            depth[row] = above[row] < 0 ? 0 : depth[above[row]] + 1;
            for (int column = 0; column < width - 1; column++) {
                counts[row * width + column] = rows[row][column];
            }
            counts[row * width + width - 1] = Arrays.stream(rows[row]).sum();
            int first = row * width;
            sums.add(new Sum(
                    first + width - 1, IntStream.range(first, first + width - 1).toArray()));
        }
        for (int row = 0; row < rows.length; row++) {
            int[] below = below(above, row);
            for (int column = 0; below.length > 0 && column < width; column++) {
                int at = column;
                sums.add(new Sum(
                        row * width + at,
                        Arrays.stream(below).map(child -> child * width + at).toArray()));
            }
        }
        sumsWith = IntStream.range(0, counts.length)
                .<List<Sum>>mapToObj(cell -> new ArrayList<>())
                .toList();
        sums.forEach(sum -> sum.cells().forEach(cell -> sumsWith.get(cell).add(sum)));
    }

    private static int[] below(int[] above, int row) {
        return IntStream.range(0, above.length)
                .filter(child -> above[child] == row)
                .toArray();
    }

    /** Which counts to hide: for each row its columns and then its total. */
    static boolean[][] hidden(long[][] rows, int[] above, int dear) {
        SmallCells cells = new SmallCells(rows, above, dear);
        BitSet hidden = cells.hide();
        boolean[][] answer = new boolean[rows.length][cells.width];
        hidden.stream().forEach(cell -> answer[cell / cells.width][cell % cells.width] = true);
        return answer;
    }

    private BitSet hide() {
        BitSet hidden = new BitSet(counts.length);
        IntStream.range(0, counts.length).filter(this::isSmall).forEach(hidden::set);
        for (BitSet next = next(hidden); !next.isEmpty(); next = next(hidden)) {
            hidden.or(next);
        }
        return withoutWhatIsPlain(hidden);
    }

    /** Showing a count that everybody can work out tells nothing new, and what was hidden for nothing is lost for nothing. */
    private BitSet withoutWhatIsPlain(BitSet hidden) {
        Bounds bounds = new Bounds(hidden);
        BitSet kept = new BitSet(counts.length);
        hidden.stream().filter(cell -> isSmall(cell) || bounds.span(cell) > 0).forEach(kept::set);
        return kept;
    }

    private boolean isSmall(int cell) {
        return counts[cell] > 0 && counts[cell] < LEAST;
    }

    /**
     * What to hide next for the sake of small counts that can still be told, the lowest rows first and at most one in each sum, since it may
     * help others; none when all are safe, or nothing is left to hide.
     */
    private BitSet next(BitSet hidden) {
        Bounds bounds = new Bounds(hidden);
        int[] told = hidden.stream()
                .filter(cell -> isSmall(cell) && bounds.span(cell) < LEAST - 1)
                .toArray();
        int lowest = Arrays.stream(told).map(cell -> depth[cell / width]).max().orElse(0);
        BitSet next = new BitSet(counts.length);
        for (int cell : told) {
            if (depth[cell / width] == lowest
                    && sumsWith.get(cell).stream().flatMapToInt(Sum::cells).noneMatch(next::get)) {
                nearest(cell, bounds, hidden).ifPresent(next::set);
            }
        }
        return next;
    }

    /** In the sum that tells most about the cell; where all of that is hidden, in one that tells most about the others there, and so on. */
    private Optional<Integer> nearest(int cell, Bounds bounds, BitSet hidden) {
        Deque<Integer> ahead = new ArrayDeque<>(List.of(cell));
        Set<Integer> seen = new HashSet<>(ahead);
        while (!ahead.isEmpty()) {
            for (Sum sum : bounds.tellingMost(ahead.remove())) {
                Optional<Integer> found = cheapest(sum, hidden);
                if (found.isPresent()) {
                    return found;
                }
                sum.cells().filter(hidden::get).filter(seen::add).forEach(ahead::add);
            }
        }
        return Optional.empty();
    }

    /**
     * The total last, then the lowest row first, the dear column last, and of these the smallest count, so that the least is lost. The zero of
     * another place helps nobody: its own row tells it.
     */
    private Optional<Integer> cheapest(Sum sum, BitSet hidden) {
        return sum.cells()
                .filter(cell -> !hidden.get(cell) && (counts[cell] > 0 || sum.isRow(width)))
                .boxed()
                .min(Comparator.<Integer, Boolean>comparing(cell -> cell % width == width - 1)
                        .thenComparing(cell -> -depth[cell / width])
                        .thenComparing(cell -> cell % width == dear)
                        .thenComparing(cell -> counts[cell]));
    }

    /** What can be worked out of each hidden count from the ones that are shown: that it is between two numbers. */
    private final class Bounds {

        private final long[] low = counts.clone();
        private final long[] high = counts.clone();

        Bounds(BitSet hidden) {
            hidden.stream().forEach(cell -> {
                low[cell] = 0;
                high[cell] = UNBOUNDED;
            });
            SequencedSet<Sum> toNarrow = new LinkedHashSet<>(sums);
            while (!toNarrow.isEmpty()) {
                Sum sum = toNarrow.removeFirst();
                narrow(sum).stream().forEach(cell -> toNarrow.addAll(sumsWith.get(cell)));
            }
        }

        long span(int cell) {
            return high[cell] - low[cell];
        }

        /** The sums with a cell, the one that by itself leaves the least of it open first. */
        List<Sum> tellingMost(int cell) {
            return sumsWith.get(cell).stream()
                    .sorted(Comparator.comparingLong(sum -> span(cell, sum)))
                    .toList();
        }

        private long span(int cell, Sum sum) {
            if (sum.whole() == cell) {
                return sum(sum.parts(), high) - sum(sum.parts(), low);
            }
            long othersLeast = sum(sum.parts(), low) - low[cell];
            return high[sum.whole()]
                    - othersLeast
                    - Math.max(0, low[sum.whole()] - sum(sum.parts(), high) + high[cell]);
        }

        private static long sum(int[] cells, long[] of) {
            return Arrays.stream(cells)
                    .mapToLong(cell -> of[cell])
                    .reduce(0, (one, other) -> Math.min(UNBOUNDED, one + other));
        }

        /** Answers the cells of which more is known now. */
        private BitSet narrow(Sum sum) {
            long least = sum(sum.parts(), low);
            long most = sum(sum.parts(), high);
            BitSet narrower = new BitSet(counts.length);
            narrower.set(sum.whole(), set(sum.whole(), least, most));
            for (int part : sum.parts()) {
                long others = most >= UNBOUNDED ? UNBOUNDED : most - high[part];
                narrower.set(part, set(part, low[sum.whole()] - others, high[sum.whole()] - (least - low[part])));
            }
            return narrower;
        }

        /** What follows from a number without a bound has none itself. */
        private boolean set(int cell, long least, long most) {
            boolean bounded = most < UNBOUNDED / 2;
            boolean narrower = least > low[cell] || bounded && most < high[cell];
            low[cell] = Math.max(low[cell], least);
            high[cell] = bounded ? Math.min(high[cell], most) : high[cell];
            return narrower;
        }
    }
}
