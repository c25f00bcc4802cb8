package id.tuntas.cases.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where to cut a chain of villages so that loads are level and the cuts fall between villages as often as they can. */
final class ChainCuts {

    /** One more cut between villages is worth more than any unevenness the window allows. */
    private static final long BETWEEN_VILLAGES = 1_000_000;

    /** @param best score of reaching this place on the chain; previous is the place of the cut before */
    private record Cut(long best, int previous) {}

    private ChainCuts() {}

    /**
     * How many of the families each officer gets, in their order along the chain.
     *
     * @param loads what each officer has already
     * @param villages families of each village along the chain
     */
    static int[] sizes(int[] loads, int[] villages, int families) {
        int level = level(loads, families);
        Set<Integer> borders = borders(villages);
        int[] low = best(loads, borders, families, level, level - 1);
        int[] high = best(loads, borders, families, level, level);
        return score(high, borders, loads, level) > score(low, borders, loads, level) ? high : low;
    }

    /** The highest load to which everybody below it can be brought with these families. */
    private static int level(int[] loads, int families) {
        int level = Arrays.stream(loads).min().orElseThrow();
        while (true) {
            int next = level + 1;
            long needed = Arrays.stream(loads)
                    .mapToLong(load -> Math.max(0, next - load))
                    .sum();
            if (needed > families) {
                return level;
            }
            level = next;
        }
    }

    private static Set<Integer> borders(int[] villages) {
        Set<Integer> borders = new HashSet<>();
        int sum = 0;
        for (int village : villages) {
            sum += village;
            borders.add(sum);
        }
        return borders;
    }

    /** Loads end inside {@code from .. from + 2}; whoever has more than the level already gets nothing. */
    private static int[] best(int[] loads, Set<Integer> borders, int families, int level, int from) {
        @SuppressWarnings("unchecked")
        Map<Integer, Cut>[] stages = new TreeMap[loads.length + 1];
        stages[0] = new TreeMap<>(Map.of(0, new Cut(0, 0)));
        for (int i = 0; i < loads.length; i++) {
            stages[i + 1] = new TreeMap<>();
            for (Map.Entry<Integer, Cut> place : stages[i].entrySet()) {
                for (int size : choices(loads[i], level, from)) {
                    int to = place.getKey() + size;
                    if (to <= families) {
                        long score = place.getValue().best() + worth(to, size, loads[i], borders, level);
                        Cut before = stages[i + 1].get(to);
                        if (before == null || score > before.best()) {
                            stages[i + 1].put(to, new Cut(score, place.getKey()));
                        }
                    }
                }
            }
        }
        int[] sizes = new int[loads.length];
        int place = families;
        for (int i = loads.length; i > 0; i--) {
            Cut cut = stages[i].get(place);
            sizes[i - 1] = place - cut.previous();
            place = cut.previous();
        }
        return sizes;
    }

    private static int[] choices(int load, int level, int from) {
        if (load > level) {
            return new int[] {0};
        }
        return Arrays.stream(new int[] {from - load, from + 1 - load, from + 2 - load})
                .filter(size -> size >= 0)
                .toArray();
    }

    private static long worth(int to, int size, int load, Set<Integer> borders, int level) {
        long uneven = size == 0 && load > level ? 0 : Math.abs(load + size - level);
        return (borders.contains(to) ? BETWEEN_VILLAGES : 0) - uneven;
    }

    private static long score(int[] sizes, Set<Integer> borders, int[] loads, int level) {
        long score = 0;
        int place = 0;
        for (int i = 0; i < sizes.length; i++) {
            place += sizes[i];
            score += worth(place, sizes[i], loads[i], borders, level);
        }
        return score;
    }
}
