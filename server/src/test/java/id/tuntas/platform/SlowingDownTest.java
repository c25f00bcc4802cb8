package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowingDownTest {

    private final Brake brake = new Brake();

    @Test
    void holdsBackWhoAsksMoreThanAPersonCanRead() {
        IntStream.range(0, Brake.PER_MINUTE).forEach(n -> brake.pass("10.0.0.1"));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> brake.pass("10.0.0.1"));

        assertThat(refusal.status().value()).isEqualTo(429);
        assertThat(refusal.code()).isEqualTo("too-many-requests");
        assertThatCode(() -> brake.pass("10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void letsEverybodyOnAfterAMinute() {
        IntStream.range(0, Brake.PER_MINUTE).forEach(n -> brake.pass("10.0.0.1"));

        brake.release();

        assertThatCode(() -> brake.pass("10.0.0.1")).doesNotThrowAnyException();
    }
}
