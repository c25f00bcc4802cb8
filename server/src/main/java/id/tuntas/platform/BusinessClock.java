package id.tuntas.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The day the work counts for, in the regency's time zone. It is the real day, except in the demo, which plays on another one.
 * Sessions, leases and everything else about security use the real {@link Clock}.
 */
@Component
public class BusinessClock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration WORKDAY = Duration.ofHours(9);

    private final Clock clock;
    private final AtomicReference<@Nullable Played> played = new AtomicReference<>();

    /** @param time makes the played time of day out of the real one */
    private record Played(LocalDate day, UnaryOperator<LocalTime> time) {}

    BusinessClock(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        Played now = played.get();
        return now != null ? now.day() : LocalDate.now(clock.withZone(ZONE));
    }

    /** The moment an act counts for. */
    public Instant now() {
        Played now = played.get();
        Instant real = clock.instant();
        if (now == null) {
            return real;
        }
        LocalTime time = now.time().apply(real.atZone(ZONE).toLocalTime());
        return ZonedDateTime.of(now.day(), time, ZONE).toInstant();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** Plays the work on another day, with the real time of day; for tests. */
    public void playOn(LocalDate day) {
        played.set(new Played(day, UnaryOperator.identity()));
    }

    /**
     * Plays the work on another day whose twenty-four hours pass between eight and five o'clock, so that whoever tries the demo at night
     * visits no family at night; for the demo only.
     */
    public void playWorkdayOn(LocalDate day) {
        played.set(new Played(day, time -> MORNING.plusNanos(time.toNanoOfDay() * WORKDAY.toHours() / 24)));
    }

    /** Lets it stand still at a moment of another day; for the demo only. */
    public void playAt(LocalDate day, LocalTime time) {
        played.set(new Played(day, real -> time));
    }
}
