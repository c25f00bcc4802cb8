package id.tuntas.visits.internal;

import id.tuntas.platform.Precedence;
import id.tuntas.platform.Precedence.Work;
import id.tuntas.visits.IntakeOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets posts that come at the same time share one transaction, so that they share its wait for the disk. One of those who wait writes for
 * all of them and hands on to the next; whoever waits is answered after the commit that holds his post. One post alone is written at once.
 */
@Component
class IntakeQueue {

    private static final int MOST_AT_ONCE = 64;

    /** A post that waits. Its fields are read and written by whoever holds the lock. */
    private static final class Pending {

        final NewSubmission post;
        final Condition changed;
        boolean leads;

        @Nullable Supplier<IntakeOutcome> outcome;

        Pending(NewSubmission post, Condition changed) {
            this.post = post;
            this.changed = changed;
        }
    }

    private final IntakeWriter writer;
    private final Lock lock = new ReentrantLock();
    private final Queue<Pending> waiting = new ArrayDeque<>();
    private final Precedence precedence;
    private volatile boolean writing;

    IntakeQueue(IntakeWriter writer, Precedence precedence) {
        this.writer = writer;
        this.precedence = precedence;
    }

    /** Returns once the post is committed. */
    IntakeOutcome write(NewSubmission post) {
        Pending mine = new Pending(post, lock.newCondition());
        if (isLeader(mine)) {
            lead();
        }
        return mine.outcome.get();
    }

    /** Waits until the post is written or it is this post's turn to write for all that wait. */
    private boolean isLeader(Pending mine) {
        lock.lock();
        try {
            waiting.add(mine);
            mine.leads = !writing;
            writing = true;
            while (!mine.leads && mine.outcome == null) {
                mine.changed.awaitUninterruptibly();
            }
            return mine.leads;
        } finally {
            lock.unlock();
        }
    }

    private void lead() {
        precedence.goesOn(Work.SENDING);
        List<Pending> batch = new ArrayList<>();
        lock.lock();
        try {
            while (batch.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
        } finally {
            lock.unlock();
        }
        List<Supplier<IntakeOutcome>> outcomes =
                written(batch.stream().map(pending -> pending.post).toList());
        precedence.goesOn(Work.SENDING);
        lock.lock();
        try {
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome = outcomes.get(i);
                batch.get(i).changed.signal();
            }
            Pending next = waiting.peek();
            writing = next != null;
            if (next != null) {
                next.leads = true;
                next.changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A post that can't be written must not take the others with it. */
    private List<Supplier<IntakeOutcome>> written(List<NewSubmission> posts) {
        try {
            return writer.write(posts).stream()
                    .map(outcome -> (Supplier<IntakeOutcome>) () -> outcome)
                    .toList();
        } catch (RuntimeException | Error e) {
            return posts.size() == 1
                    ? List.of(() -> {
                        throw e;
                    })
                    : posts.stream()
                            .flatMap(post -> written(List.of(post)).stream())
                            .toList();
        }
    }
}
