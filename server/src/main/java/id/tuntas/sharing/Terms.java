package id.tuntas.sharing;

import id.tuntas.programmes.Funding;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person asks of a sharing.
 *
 * @param budgets rupiah there are this year, by who pays; whoever is not named has no limit
 * @param step families whose expenditure lies within the same step below the line count as equally badly off; in percent of the line
 * @param confirmedOnly whether only needs count that a person has confirmed; else those too that answers propose and nobody declined
 * @param seed of the search; the same inputs and seed lead to the same proposal
 */
public record Terms(Map<Funding, Long> budgets, int step, boolean confirmedOnly, long seed) {

    public static final int SMALLEST_STEP = 1;
    public static final int LARGEST_STEP = 50;

    public Terms {
        if (step < SMALLEST_STEP || step > LARGEST_STEP) {
            throw new IllegalArgumentException("step " + step);
        }
        budgets.forEach((funding, rupiah) -> {
            if (rupiah < 0) {
                throw new IllegalArgumentException(funding + " " + rupiah);
            }
        });
        budgets = Map.copyOf(new TreeMap<>(budgets));
    }
}
