package id.tuntas.publication.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Cell suppression in a table of counts that adds up: from the columns to their total, and from the rows to the row above them. A count
 * from 1 to {@link #LEAST} - 1 is hidden, and with it as many other counts, zeros too, as it takes that nobody who adds and subtracts what is
 * left can tell a hidden small count closer than to a span of {@link #LEAST} numbers. A zero of itself is shown: it says of nobody what he
 * is. The totals and the first row are known always; where they leave less than such a span a small count can be anything that they allow.
 * (Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001, chapter 6.)
 *
 * <p>With these known such a table is a network: each village's total flows through its counts to the columns of its district, and from there
 * to those of the regency. A hidden count can be as much more or less as can flow round through other hidden counts, and where too little can,
 * something on the narrowest cut is hidden.
 */
final class SmallCells {

    /** The smallest count that is shown, other than zero. */
    static final int LEAST = 5;

    private final long[] counts;
    private final int columns;
    private final int dear;
    private final int[] depth;
    private final int[] from;
    private final int[] to;
    private final List<int[]> cellsAt;
    private final long[] atMost;
    private final BitSet hidden;

    private SmallCells(long[][] rows, int[] above, int dear) {
        this.dear = dear;
        columns = rows[0].length;
        counts = Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
        hidden = new BitSet(counts.length);
        depth = new int[rows.length];
        from = new int[counts.length];
        to = new int[counts.length];
        atMost = new long[counts.length];
        BitSet hasRowsBelow = new BitSet(rows.length);
        Arrays.stream(above).filter(row -> row >= 0).forEach(hasRowsBelow::set);
        long all = Arrays.stream(rows[0]).sum();
        for (int row = 1; row < rows.length; row++) {
            depth[row] = depth[above[row]] + 1;
            long total = Arrays.stream(rows[row]).sum();
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                from[cell] = hasRowsBelow.get(row) ? rows.length + cell : row;
                to[cell] = rows.length + above[row] * columns + column;
                atMost[cell] = LongStream.of(total, rows[0][column], all - total, all - rows[0][column])
                        .min()
                        .orElseThrow();
            }
        }
        cellsAt = IntStream.range(0, rows.length + counts.length)
                .mapToObj(node -> below().filter(cell -> from[cell] == node || to[cell] == node)
                        .toArray())
                .toList();
    }

    /**
     * Which columns of each row to hide; of the first none.
     *
     * @param above the row that each adds to, -1 for the first, which adds to none; a row stands after the one above it
     * @param dear the column that is hidden last
     */
    static boolean[][] hidden(long[][] rows, int[] above, int dear) {
        SmallCells cells = new SmallCells(rows, above, dear);
        cells.hide();
        boolean[][] answer = new boolean[rows.length][cells.columns];
        cells.hidden.stream().forEach(cell -> answer[cell / cells.columns][cell % cells.columns] = true);
        return answer;
    }

    /** The cells of all rows but the first. */
    private IntStream below() {
        return IntStream.range(columns, counts.length);
    }

    private void hide() {
        below().filter(this::isSmall).forEach(hidden::set);
        hidden.stream()
                .boxed()
                .sorted(Comparator.comparing(cell -> -depth[cell / columns]))
                .forEach(this::protect);
        showWhatIsPlain();
    }

    private boolean isSmall(int cell) {
        return counts[cell] > 0 && counts[cell] < LEAST;
    }

    /** What is hidden for another count helps this one too, and takes nothing from those that are safe. */
    private void protect(int cell) {
        long needed = Math.min(LEAST - 1, atMost[cell]);
        for (Optional<Integer> more = Optional.of(cell); more.isPresent(); more.ifPresent(hidden::set)) {
            Flow up = new Flow(cell, to[cell], from[cell], needed);
            Flow down = new Flow(cell, from[cell], to[cell], Math.min(needed, counts[cell]));
            more = up.sent + down.sent >= needed ? Optional.empty() : cheapest(up, down);
        }
    }

    /** The lowest row first, the dear column last, and of these the smallest count, so that the least is lost. */
    private Optional<Integer> cheapest(Flow up, Flow down) {
        return below().filter(cell -> !hidden.get(cell) && (up.isHeldUpAt(cell) || down.isHeldUpAt(cell)))
                .boxed()
                .min(Comparator.<Integer, Integer>comparing(cell -> -depth[cell / columns])
                        .thenComparing(cell -> cell % columns == dear)
                        .thenComparing(cell -> counts[cell]));
    }

    /** Showing a count that everybody can work out tells nothing new, and what was hidden for nothing is lost for nothing. */
    private void showWhatIsPlain() {
        int[] plain = hidden.stream()
                .filter(cell -> !isSmall(cell)
                        && new Flow(cell, to[cell], from[cell], 1).sent == 0
                        && new Flow(cell, from[cell], to[cell], Math.min(1, counts[cell])).sent == 0)
                .toArray();
        Arrays.stream(plain).forEach(hidden::clear);
    }

    /** How much can go from one node to another through hidden counts other than one, starting from what the counts are. */
    private final class Flow {

        private final int without;
        private final long[] changed = new long[counts.length];
        private int[] via = new int[0];
        private boolean heldUp;
        private long sent;

        Flow(int without, int source, int sink, long most) {
            this.without = without;
            while (sent < most && !heldUp) {
                via = search(source);
                heldUp = via[sink] < 0;
                sent += heldUp ? 0 : send(source, sink, most - sent);
            }
        }

        /** The cell by which each node is reached, -1 where it is not; the source has no cell, and any number. */
        private int[] search(int source) {
            int[] reached = new int[cellsAt.size()];
            Arrays.fill(reached, -1);
            reached[source] = without;
            Deque<Integer> ahead = new ArrayDeque<>(List.of(source));
            while (!ahead.isEmpty()) {
                int node = ahead.remove();
                for (int cell : cellsAt.get(node)) {
                    int next = other(cell, node);
                    if (reached[next] < 0 && room(cell, node) > 0) {
                        reached[next] = cell;
                        ahead.add(next);
                    }
                }
            }
            return reached;
        }

        private long room(int cell, int node) {
            if (cell == without || !hidden.get(cell)) {
                return 0;
            }
            return from[cell] == node ? LEAST : counts[cell] + changed[cell];
        }

        private long send(int source, int sink, long most) {
            long amount = most;
            for (int node = sink; node != source; node = other(via[node], node)) {
                amount = Math.min(amount, room(via[node], other(via[node], node)));
            }
            for (int node = sink; node != source; node = other(via[node], node)) {
                changed[via[node]] += to[via[node]] == node ? amount : -amount;
            }
            return amount;
        }

        /** Whether more could go if the cell were hidden. */
        boolean isHeldUpAt(int cell) {
            return heldUp && (via[from[cell]] < 0 ? via[to[cell]] >= 0 && counts[cell] > 0 : via[to[cell]] < 0);
        }
    }

    private int other(int cell, int node) {
        return from[cell] == node ? to[cell] : from[cell];
    }
}
