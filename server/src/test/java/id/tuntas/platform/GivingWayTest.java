package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.platform.Precedence.Work;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GivingWayTest {

    private static final Duration LONGEST = Duration.ofMillis(250);

    private long now = Long.MAX_VALUE - 1_000_000;
    private LongConsumer meanwhile = nanos -> {};
    private final Precedence precedence = new Precedence(() -> now, nanos -> {
        now += nanos;
        meanwhile.accept(nanos);
    });

    @Test
    @DisplayName("Nobody waits while nothing goes on")
    void nobodyWaits() {
        assertThat(waited(Work.INTERPRETING)).isZero();
    }

    @Test
    @DisplayName("What is less urgent waits until the sending has been over for a moment")
    void waitsForTheSending() {
        precedence.goesOn(Work.SENDING);

        assertThat(waited(Work.SENDING)).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    @DisplayName("What can be had later waits for interpretations, which do not wait for each other")
    void laterWorkWaitsForBoth() {
        precedence.goesOn(Work.INTERPRETING);

        assertThat(waited(Work.SENDING)).isZero();
        assertThat(waited(Work.INTERPRETING)).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    @DisplayName("However long others go on, it is somebody's turn at last")
    void nobodyStarves() {
        precedence.goesOn(Work.SENDING);
        meanwhile = nanos -> precedence.goesOn(Work.SENDING);

        assertThat(waited(Work.INTERPRETING)).isEqualTo(LONGEST);
    }

    private Duration waited(Work work) {
        long before = now;
        precedence.giveWayTo(work, LONGEST);
        return Duration.ofNanos(now - before);
    }
}
