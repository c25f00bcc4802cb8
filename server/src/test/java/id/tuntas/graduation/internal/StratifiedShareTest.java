package id.tuntas.graduation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tuntas.graduation.Watches.Estimate;
import id.tuntas.graduation.internal.StratifiedShare.Stratum;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedShareTest {

    @Test
    void ofOneStratumItIsWilsonsInterval() {
        Estimate one = StratifiedShare.of(List.of(new Stratum(500, 100, 10, 0))).orElseThrow();

        assertThat(one.share()).isEqualTo(0.1);
        assertThat(one.low()).isCloseTo(0.0552, within(0.0001));
        assertThat(one.high()).isCloseTo(0.1744, within(0.0001));
    }

    @Test
    void whoeverFoundNobodyIsNotCertain() {
        Estimate none = StratifiedShare.of(List.of(new Stratum(500, 30, 0, 0))).orElseThrow();

        assertThat(none.share()).isZero();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.1135, within(0.0001));
    }

    @Test
    void eachStratumCountsByItsFamiliesAndNotByItsVisits() {
        Estimate both = StratifiedShare.of(List.of(new Stratum(900, 10, 0, 0), new Stratum(100, 10, 10, 0)))
                .orElseThrow();

        assertThat(both.share()).isCloseTo(0.1, within(1e-9));
        assertThat(both.low()).isLessThan(0.1);
        assertThat(both.high()).isGreaterThan(0.1);
        assertThat(both.measured()).isEqualTo(20);
        assertThat(both.poor()).isEqualTo(10);
    }

    @Test
    void whatNobodyMeasuredIsNotSpokenOf() {
        assertThat(StratifiedShare.of(List.of(new Stratum(40, 0, 0, 0)))).isEmpty();
        assertThat(StratifiedShare.of(List.of(new Stratum(40, 0, 0, 0), new Stratum(60, 5, 1, 0)))
                        .orElseThrow()
                        .covered())
                .isEqualTo(60);
    }
}
