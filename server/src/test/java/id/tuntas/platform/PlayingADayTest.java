package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayingADayTest {

    private static final LocalDate DAY = LocalDate.of(2023, 2, 3);

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T16:00:00Z, 2023-02-03T00:00:00Z",
        "2026-11-26T04:00:00Z, 2023-02-03T04:30:00Z",
        "2026-11-26T15:59:59.999Z, 2023-02-03T08:59:59.999625Z"
    })
    void aPlayedWorkdayPassesBetweenEightAndFive(Instant real, Instant played) {
        BusinessClock clock = at(real);
        clock.playWorkdayOn(DAY);

        assertThat(clock.now()).isEqualTo(played);
        assertThat(clock.today()).isEqualTo(DAY);
    }

    @Test
    void withoutADayToPlayItIsTheRealOneInTheRegency() {
        BusinessClock clock = at(Instant.parse("2026-11-26T17:30:00Z"));

        assertThat(clock.now()).isEqualTo(Instant.parse("2026-11-26T17:30:00Z"));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 11, 27));
    }

    private static BusinessClock at(Instant real) {
        return new BusinessClock(Clock.fixed(real, BusinessClock.ZONE));
    }
}
