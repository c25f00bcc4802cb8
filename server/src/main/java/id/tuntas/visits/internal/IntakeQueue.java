package id.tuntas.visits.internal;

import id.tuntas.visits.IntakeOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets posts that come at the same time share one transaction, so that they share its wait for the disk. Whoever waits is answered after
 * the commit that holds his post. One post alone is written at once.
 */
@Component
@Profile("!tool")
class IntakeQueue implements SmartLifecycle {

    private static final int MOST_AT_ONCE = 64;

    private record Pending(NewSubmission post, CompletableFuture<IntakeOutcome> outcome) {}

    private final IntakeWriter writer;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final AtomicLong lastWrite = new AtomicLong();
    private volatile @Nullable Thread thread;

    IntakeQueue(IntakeWriter writer) {
        this.writer = writer;
    }

    /** Returns once the post is committed. */
    IntakeOutcome write(NewSubmission post) {
        Pending pending = new Pending(post, new CompletableFuture<>());
        queue.add(pending);
        try {
            return pending.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void work() {
        List<Pending> batch = new ArrayList<>();
        while (Thread.currentThread() == thread || !queue.isEmpty()) {
            try {
                Pending first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, MOST_AT_ONCE - 1);
                    write(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A post that can't be written must not take the others with it. */
    private void write(List<Pending> batch) {
        try {
            List<IntakeOutcome> outcomes =
                    writer.write(batch.stream().map(Pending::post).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                batch.getFirst().outcome().completeExceptionally(e);
            } else {
                batch.forEach(pending -> write(List.of(pending)));
            }
        }
        lastWrite.set(System.nanoTime());
    }

    /** How long nothing was written. */
    long idleNanos() {
        return queue.isEmpty() ? System.nanoTime() - lastWrite.get() : 0;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("intake").daemon().unstarted(this::work);
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
