package id.tuntas.monitoring.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tuntas.monitoring.internal.Pace.Forecast;
import id.tuntas.monitoring.internal.Pace.Reading;
import java.time.LocalDate;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastingTheLastVisitTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 2, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2023, 2, 25);

    private static SortedMap<LocalDate, Integer> days(int... visited) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        for (int i = 0; i < visited.length; i++) {
            if (visited[i] != 0) {
                days.put(FIRST.plusDays(i), visited[i]);
            }
        }
        return days;
    }

    private static int sum(SortedMap<LocalDate, Integer> days) {
        return days.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Reading read(int total, SortedMap<LocalDate, Integer> days, LocalDate asOf) {
        return Pace.read(total, sum(days), days, DEADLINE, asOf);
    }

    @Test
    void takesTheMeanOfTheFullDaysAndLeavesTodayOut() {
        Reading reading = read(1_000, days(100, 100, 100, 7), FIRST.plusDays(3));

        assertThat(reading.ratePerDay()).isEqualTo(100);
        assertThat(reading.neededPerDay()).isCloseTo(693.0 / 21, within(0.001));
        assertThat(reading.leftAtDeadline()).isZero();
    }

    @Test
    void takesTodayWhenThereIsNothingElse() {
        assertThat(read(1_000, days(50), FIRST).ratePerDay()).isEqualTo(50);
    }

    @Test
    void countsTheDaysOffBetweenDaysOfWork() {
        assertThat(read(1_000, days(90, 0, 90), FIRST.plusDays(3)).ratePerDay()).isEqualTo(60);
    }

    @Test
    void forgetsWhatIsLongerAgoThanAFortnight() {
        int[] visited = new int[20];
        for (int i = 0; i < visited.length; i++) {
            visited[i] = i < 6 ? 500 : 20;
        }

        assertThat(read(9_000, days(visited), FIRST.plusDays(20)).ratePerDay()).isEqualTo(20);
    }

    @Test
    void namesTheDayAndARangeAroundIt() {
        Reading reading = read(2_000, days(100, 80, 120, 100), FIRST.plusDays(4));

        Forecast forecast = reading.forecast();
        assertThat(forecast).isNotNull();
        assertThat(forecast.finish()).isEqualTo(FIRST.plusDays(4 + 16));
        assertThat(forecast.low()).isBefore(forecast.finish());
        assertThat(forecast.high()).isAfter(forecast.finish());
    }

    @Test
    void saysHowManyAreLeftWhenTheRateIsTooSlow() {
        Reading reading = read(5_314, days(100, 100, 100), FIRST.plusDays(3));

        assertThat(reading.leftAtDeadline()).isEqualTo(5_314 - 300 - 21 * 100);
        assertThat(reading.forecast().finish()).isAfter(DEADLINE);
    }

    @Test
    void isSureOfAManyDaysMeanMoreThanOfAFewDays() {
        Forecast few = read(2_000, days(90, 110), FIRST.plusDays(2)).forecast();
        Forecast many = read(2_800, days(90, 110, 90, 110, 90, 110, 90, 110, 90, 110), FIRST.plusDays(10))
                .forecast();

        assertThat(many.low().datesUntil(many.high()).count())
                .isLessThan(few.low().datesUntil(few.high()).count());
    }

    @Test
    void forecastsNothingBeforeAnybodyWasVisited() {
        Reading reading = read(500, days(), FIRST.plusDays(3));

        assertThat(reading.forecast()).isNull();
        assertThat(reading.leftAtDeadline()).isNull();
        assertThat(reading.ratePerDay()).isZero();
        assertThat(reading.neededPerDay()).isCloseTo(500.0 / 21, within(0.001));
    }

    @Test
    void forecastsNothingOnceNobodyWasVisitedForAWeek() {
        SortedMap<LocalDate, Integer> days = days(200, 200, 200);

        assertThat(read(700, days, FIRST.plusDays(9)).forecast()).isNotNull();
        Reading rested = read(700, days, FIRST.plusDays(10));
        assertThat(rested.forecast()).isNull();
        assertThat(rested.leftAtDeadline()).isNull();
        assertThat(rested.ratePerDay()).isZero();
    }

    @Test
    void isNotThrownOffByADayOnWhichMoreWasRejectedThanVisited() {
        assertThat(read(500, days(20, -5, 20), FIRST.plusDays(3)).ratePerDay()).isCloseTo(40.0 / 3, within(0.001));
    }

    @Test
    void isDoneWhenNobodyIsLeft() {
        Reading reading = read(300, days(100, 100, 100), FIRST.plusDays(9));

        assertThat(reading.forecast().finish()).isEqualTo(FIRST.plusDays(2));
        assertThat(reading.neededPerDay()).isZero();
        assertThat(reading.leftAtDeadline()).isZero();
    }

    @Test
    void asksForNothingADayOnceTheDeadlineIsPast() {
        Reading reading = read(1_000, days(10, 10), DEADLINE.plusDays(1));

        assertThat(reading.neededPerDay()).isNull();
    }

    /** Days scatter around their mean more than chance alone would have it, as field work does. */
    @ParameterizedTest
    @CsvSource({"40, 20", "120, 30", "200, 60"})
    void holdsTheTrueDayInAboutFourOfFiveCases(int mean, int spread) {
        Random random = new Random(20_230_203L + mean);
        int held = 0;
        int runs = 1_000;
        for (int run = 0; run < runs; run++) {
            int[] seen = new int[7];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = draw(random, mean, spread);
            }
            SortedMap<LocalDate, Integer> days = days(seen);
            LocalDate asOf = FIRST.plusDays(7);
            int left = mean * 15;
            Forecast forecast = read(sum(days) + left, days, asOf).forecast();
            int day = 0;
            for (int done = 0; done < left; day++) {
                done += draw(random, mean, spread);
            }
            LocalDate truth = asOf.plusDays(day);
            if (!truth.isBefore(forecast.low()) && !truth.isAfter(forecast.high())) {
                held++;
            }
        }
        assertThat(held / (double) runs).isBetween(0.70, 0.92);
    }

    private static int draw(Random random, int mean, int spread) {
        return (int) Math.max(0, Math.round(mean + spread * random.nextGaussian()));
    }
}
