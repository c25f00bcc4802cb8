package id.tuntas.rosterfile.sample;

import java.util.Map;

/**
 * What a sample is to be like.
 *
 * @param families how many; the sum of {@code byDistrict} when that names any
 * @param first number of the first family; lists whose numbers are apart know none of each other's families
 * @param byDistrict families of each district by its code; empty spreads them over all villages
 * @param dirty share of families with something wrong in their rows, 0 to 1
 */
public record SampleOrder(
        int families, int first, long seed, double dirty, SampleLayout layout, Map<String, Integer> byDistrict) {

    public SampleOrder {
        byDistrict = Map.copyOf(byDistrict);
        int sum = byDistrict.values().stream().mapToInt(Integer::intValue).sum();
        if (!byDistrict.isEmpty() && sum != families) {
            throw new IllegalArgumentException("the districts have " + sum + " families, not " + families);
        }
        if (families < 1 || first < 1 || dirty < 0 || dirty > 1) {
            throw new IllegalArgumentException("at least one family, numbered from 1, and a share from 0 to 1");
        }
    }

    public SampleOrder(int families, long seed, double dirty, SampleLayout layout, Map<String, Integer> byDistrict) {
        this(families, 1, seed, dirty, layout, byDistrict);
    }

    public static SampleOrder clean(int families, long seed, SampleLayout layout) {
        return new SampleOrder(families, seed, 0, layout, Map.of());
    }
}
