package id.tuntas.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread of its own that does what waits in a table: at once when it is woken, and now and then by itself, since what waits may have
 * been left by another replica or by a crash.
 */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Duration rest;
    private final Runnable work;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /**
     * @param rest longest time between two looks
     * @param work does all that waits; ends soon when its thread is interrupted; done again after a rest, whatever it throws
     */
    public Worker(String name, Duration rest, Runnable work) {
        this.name = name;
        this.rest = rest;
        this.work = work;
    }

    public synchronized void start() {
        if (thread == null) {
            // known before it runs, since it ends when it is not the one that is known
            Thread next = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
            thread = next;
            next.start();
        }
    }

    /** Returns once the work in hand has ended, so that nothing is torn off half-way by a closing connection pool. */
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        woken.release();
        try {
            running.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private void loop() {
        while (Thread.currentThread() == thread) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.error("{} failed and will try again", name, e);
            }
            try {
                woken.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
