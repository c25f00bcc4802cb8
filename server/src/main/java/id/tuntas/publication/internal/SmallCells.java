package id.tuntas.publication.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cell suppression in a table of counts that adds up: from the columns to their total, and from the rows to the row above them. A count
 * from 1 to {@link #LEAST} - 1 is hidden, and with it as many other counts as it takes that nobody who adds and subtracts what is left can
 * tell a hidden small count closer than to a span of {@link #LEAST} numbers. A zero is never hidden, which everybody may know: it says of
 * nobody what he is. (Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001, chapter 6.)
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
    }

    private final long[] counts;
    private final int width;
    private final int[] depth;
    private final List<Sum> sums = new ArrayList<>();
    private final List<List<Sum>> sumsWith;

    /**
     * @param rows one row's columns each, without their total
     * @param above the row that each adds to, -1 for the one that adds to none; a row stands after the one above it
     */
    private SmallCells(long[][] rows, int[] above) {
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
    static boolean[][] hidden(long[][] rows, int[] above) {
        SmallCells cells = new SmallCells(rows, above);
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
        return hidden;
    }

    private boolean isSmall(int cell) {
        return counts[cell] > 0 && counts[cell] < LEAST;
    }

    /**
     * What to hide next for the sake of small counts that can still be told, at most one in each sum, since it may help others there; none
     * when all are safe, or nothing is left to hide.
     */
    private BitSet next(BitSet hidden) {
        Bounds bounds = new Bounds(hidden);
        int[] told = hidden.stream()
                .filter(cell -> isSmall(cell) && bounds.span(cell) < LEAST - 1)
                .toArray();
        BitSet next = new BitSet(counts.length);
        for (int cell : told) {
            if (sumsWith.get(cell).stream().flatMapToInt(Sum::cells).noneMatch(next::get)) {
                cheapest(sumsWith.get(cell).stream(), hidden).ifPresent(next::set);
            }
        }
        if (told.length > 0 && next.isEmpty()) {
            cheapest(sums.stream().filter(sum -> sum.cells().anyMatch(hidden::get)), hidden)
                    .ifPresent(next::set);
        }
        return next;
    }

    /** The lowest row first, totals last, and of these the smallest count, so that the least is lost. */
    private Optional<Integer> cheapest(Stream<Sum> among, BitSet hidden) {
        return among.flatMapToInt(Sum::cells)
                .filter(cell -> counts[cell] > 0 && !hidden.get(cell))
                .boxed()
                .min(Comparator.<Integer>comparingInt(cell -> -depth[cell / width])
                        .thenComparing(cell -> cell % width == width - 1)
                        .thenComparing(cell -> counts[cell]));
    }

    /** What can be worked out of each hidden count from the ones that are shown: that it is between two numbers. */
    private final class Bounds {

        private final long[] low = counts.clone();
        private final long[] high = counts.clone();

        Bounds(BitSet hidden) {
            hidden.stream().forEach(cell -> {
                low[cell] = 1;
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

        /** Answers the cells of which more is known now. */
        private BitSet narrow(Sum sum) {
            long least = Arrays.stream(sum.parts()).mapToLong(part -> low[part]).sum();
            long most = Arrays.stream(sum.parts())
                    .mapToLong(part -> high[part])
                    .reduce(0, (one, other) -> Math.min(UNBOUNDED, one + other));
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
