package id.tuntas.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who has the processors first: those who wait for an answer, then what they will look for, then what can be had later. */
@Component
public class Precedence {

    /** What others give way to, the most urgent first. */
    public enum Work {
        SENDING,
        INTERPRETING
    }

    private static final Duration QUIET = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMillis(5);

    private final LongSupplier nanos;
    private final LongConsumer pause;
    private final AtomicLongArray last;

    @Autowired
    Precedence() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    Precedence(LongSupplier nanos, LongConsumer pause) {
        this.nanos = nanos;
        this.pause = pause;
        long longAgo = nanos.getAsLong() - QUIET.toNanos();
        last = new AtomicLongArray(IntStream.range(0, Work.values().length)
                .mapToLong(work -> longAgo)
                .toArray());
    }

    /** Tells that such work goes on just now. */
    public void goesOn(Work work) {
        last.set(work.ordinal(), nanos.getAsLong());
    }

    /** Returns when no such work, nor any that is more urgent, has gone on for a moment; at the latest after {@code longest}. */
    public void giveWayTo(Work work, Duration longest) {
        long until = nanos.getAsLong() + longest.toNanos();
        while (isBusy(work) && nanos.getAsLong() - until < 0) {
            pause.accept(PATIENCE.toNanos());
        }
    }

    private boolean isBusy(Work work) {
        return IntStream.rangeClosed(0, work.ordinal())
                .anyMatch(urgent -> nanos.getAsLong() - last.get(urgent) < QUIET.toNanos());
    }
}
