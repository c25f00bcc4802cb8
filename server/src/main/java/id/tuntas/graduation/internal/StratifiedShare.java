package id.tuntas.graduation.internal;

import id.tuntas.graduation.Watches.Estimate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A share estimated from a stratified lot: each stratum counts by its families. The interval is Wilson's over Kish's effective sample size, which
 * says something sound where nobody was found, too; a plain variance would claim certainty there.
 */
final class StratifiedShare {

    private static final double ERROR_RATE = 0.05;

    private StratifiedShare() {}

    /** @param families in the stratum; {@code measured} of the drawn, {@code poor} and {@code absent} of the measured */
    record Stratum(int families, int measured, int poor, int absent) {

        Stratum plus(Stratum other) {
            return new Stratum(
                    families + other.families, measured + other.measured, poor + other.poor, absent + other.absent);
        }
    }

    /** Empty while nothing was measured. */
    static Optional<Estimate> of(List<Stratum> strata) {
        List<Stratum> seen =
                strata.stream().filter(stratum -> stratum.measured() > 0).toList();
        int covered = seen.stream().mapToInt(Stratum::families).sum();
        if (covered == 0) {
            return Optional.empty();
        }
        double share = 0;
        double spread = 0;
        for (Stratum stratum : seen) {
            double weight = (double) stratum.families() / covered;
            share += weight * stratum.poor() / stratum.measured();
            spread += weight * weight / stratum.measured();
        }
        int size = Math.max(1, (int) Math.floor(1 / spread + 1e-9));
        int found = (int) Math.round(share * size);
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(size, found, ERROR_RATE);
        return Optional.of(new Estimate(
                seen.stream().mapToInt(Stratum::measured).sum(),
                seen.stream().mapToInt(Stratum::poor).sum(),
                seen.stream().mapToInt(Stratum::absent).sum(),
                covered,
                share,
                Math.min(share, interval.getLowerBound()),
                Math.max(share, interval.getUpperBound())));
    }
}
