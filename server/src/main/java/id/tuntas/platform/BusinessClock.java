package id.tuntas.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * The day the work counts for, in the regency's time zone. It is the real day, except in the demo, which plays on another one.
 * Sessions, leases and everything else about security use the real {@link Clock}.
 */
@Component
public class BusinessClock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    private final Clock clock;
    private final AtomicReference<LocalDate> fixedDay = new AtomicReference<>();

    BusinessClock(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        LocalDate fixed = fixedDay.get();
        return fixed != null ? fixed : LocalDate.now(clock.withZone(ZONE));
    }

    /** The moment an act counts for: today's date with the real time of day. */
    public Instant now() {
        LocalDate fixed = fixedDay.get();
        Instant real = clock.instant();
        return fixed == null
                ? real
                : ZonedDateTime.of(fixed, real.atZone(ZONE).toLocalTime(), ZONE).toInstant();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** Plays the work on another day; for the demo only. */
    public void playOn(LocalDate day) {
        fixedDay.set(day);
    }
}
