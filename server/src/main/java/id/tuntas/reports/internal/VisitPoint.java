package id.tuntas.reports.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place with as many decimals as its accuracy bears: rounding moves it by no more than the phone was unsure of, and promises no more (RFC
 * 7946, section 11.2).
 *
 * @param accuracy in metres; null where the phone did not tell
 */
record VisitPoint(double lat, double lng, @Nullable Double accuracy) {

    private static final double HALF_A_DEGREE = 55_660;

    /** A hundredth of a minute or so: what is not told is not made up. */
    private static final int DECIMALS_UNTOLD = 3;

    private static final int MOST_DECIMALS = 6;

    static @Nullable VisitPoint of(@Nullable Double lat, @Nullable Double lng, @Nullable Double accuracy) {
        return lat == null || lng == null ? null : new VisitPoint(lat, lng, accuracy);
    }

    int decimals() {
        if (accuracy == null || accuracy <= 0) {
            return DECIMALS_UNTOLD;
        }
        return Math.clamp((int) Math.ceil(Math.log10(HALF_A_DEGREE / accuracy)), 0, MOST_DECIMALS);
    }

    /** Longitude first. */
    List<BigDecimal> position() {
        return List.of(rounded(lng), rounded(lat));
    }

    BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(decimals(), RoundingMode.HALF_EVEN);
    }
}
