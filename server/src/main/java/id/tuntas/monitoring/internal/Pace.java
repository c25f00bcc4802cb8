package id.tuntas.monitoring.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How fast families are visited and when the last one will be.
 *
 * <p>The rate is the mean of the last full days: up to fourteen calendar days before today, beginning with the first one on which anybody was
 * visited. Days without work in between count, because such days will come again. Today counts only when there is no day before it. After a
 * week on which nobody was visited there is neither a rate nor a forecast: the work rests, and nothing tells when it goes on.
 *
 * <p>The forecast takes the coming days to be like these, independent of each other: after t days n visits a day have brought
 * {@code n t} families, give or take the scatter of t days and the uncertainty of n itself, which was measured on few days. The scatter of a day
 * is the variance of the days seen, and at least Poisson's. {@code low} is the first day by which the chance to be done reaches one in ten,
 * {@code high} the first by which it reaches nine in ten: four of five forecasts hold the true day between them.
 */
final class Pace {

    private static final int WINDOW = 14;
    private static final int WEEK = 7;
    /** A day later than this is no forecast. */
    private static final int HORIZON = 3 * 365;
    /** The standard normal distribution's ninetieth percentile. */
    private static final double Z90 = 1.2816;

    /** @param low and {@code high} hold the true day in four of five cases */
    record Forecast(LocalDate finish, LocalDate low, LocalDate high) {}

    /**
     * @param neededPerDay to be done by the deadline; null once it is past
     * @param leftAtDeadline families not visited by then at this rate; null while nothing is known about the rate
     */
    record Reading(
            double ratePerDay,
            @Nullable Double neededPerDay,
            @Nullable Forecast forecast,
            @Nullable Integer leftAtDeadline) {}

    /** What the window says about one day. */
    private record Day(int seen, double mean, double variance) {}

    private Pace() {}

    /**
     * @param days families visited by day, days without any absent
     */
    static Reading read(
            int total, int visited, SortedMap<LocalDate, Integer> days, LocalDate deadline, LocalDate asOf) {
        int left = Math.max(0, total - visited);
        long daysLeft = ChronoUnit.DAYS.between(asOf, deadline);
        Double needed = left == 0 ? Double.valueOf(0) : daysLeft > 0 ? Double.valueOf((double) left / daysLeft) : null;
        boolean rests =
                days.headMap(asOf.plusDays(1)).tailMap(asOf.minusDays(WEEK)).isEmpty();
        Day day = rests ? new Day(0, 0, 0) : lastDays(days, asOf);
        if (left == 0) {
            LocalDate done = days.isEmpty() ? asOf : days.lastKey();
            return new Reading(day.mean(), needed, new Forecast(done, done, done), 0);
        }
        if (day.mean() <= 0) {
            return new Reading(0, needed, null, null);
        }
        int leftThen = (int) Math.round(Math.max(0, left - day.mean() * Math.max(0, daysLeft)));
        return new Reading(day.mean(), needed, forecast(left, day, asOf), leftThen);
    }

    private static Day lastDays(SortedMap<LocalDate, Integer> days, LocalDate asOf) {
        LocalDate until = days.headMap(asOf).isEmpty() ? asOf : asOf.minusDays(1);
        SortedMap<LocalDate, Integer> window = days.subMap(until.minusDays(WINDOW - 1L), until.plusDays(1));
        if (window.isEmpty()) {
            return new Day(0, 0, 0);
        }
        int seen = (int) ChronoUnit.DAYS.between(window.firstKey(), until) + 1;
        double sum = window.values().stream().mapToInt(n -> Math.max(0, n)).sum();
        double mean = sum / seen;
        double squares = window.values().stream()
                        .mapToDouble(n -> Math.pow(Math.max(0, n) - mean, 2))
                        .sum()
                + (seen - window.size()) * mean * mean;
        double variance = seen > 1 ? squares / (seen - 1) : 0;
        return new Day(seen, mean, Math.max(variance, mean));
    }

    private static @Nullable Forecast forecast(int left, Day day, LocalDate asOf) {
        int finish = daysUntil(left, day, 0);
        if (finish > HORIZON) {
            return null;
        }
        return new Forecast(
                asOf.plusDays(finish),
                asOf.plusDays(daysUntil(left, day, Z90)),
                asOf.plusDays(Math.min(HORIZON, daysUntil(left, day, -Z90))));
    }

    /** The first day by which the mean and z standard deviations have brought what is left. */
    private static int daysUntil(int left, Day day, double z) {
        for (int t = 1; t <= HORIZON; t++) {
            double scatter = Math.sqrt(day.variance() * t + day.variance() * t * t / day.seen());
            if (day.mean() * t + z * scatter >= left) {
                return t;
            }
        }
        return HORIZON + 1;
    }
}
