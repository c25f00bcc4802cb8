package id.tuntas.visits.internal;

import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Precedence;
import id.tuntas.platform.Precedence.Work;
import id.tuntas.platform.Worker;
import id.tuntas.visits.internal.WaitingSubmissions.StoredSubmission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Interprets what waits in the table of submissions, each in a transaction of its own: whatever breaks one leaves the others alone, and
 * after a crash what was not finished is simply still waiting. What one officer sent is interpreted one after the other; two officers'
 * side by side. It makes room while posts are coming in.
 */
@Component
@Profile("!tool")
class Interpreter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);
    private static final int WORKERS = 4;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMillis(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final WaitingSubmissions submissions;
    private final Interpretation interpretation;
    private final Precedence precedence;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final List<Worker> workers = Stream.generate(() -> new Worker("visits", REST, this::interpretAll))
            .limit(WORKERS)
            .toList();

    Interpreter(
            WaitingSubmissions submissions,
            Interpretation interpretation,
            Precedence precedence,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.submissions = submissions;
        this.interpretation = interpretation;
        this.precedence = precedence;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void wake() {
        workers.forEach(Worker::wake);
    }

    private void interpretAll() {
        Optional<StoredSubmission> last = Optional.empty();
        do {
            giveWay(last.map(StoredSubmission::receivedAt).orElseGet(clock::now));
            last = interpretOne();
        } while (isRunning() && last.isPresent());
    }

    /** Lets posts that are coming in go first, unless what waits has waited long. */
    private void giveWay(Instant oldest) {
        Duration behind = Duration.between(oldest, clock.now());
        precedence.giveWayTo(Work.SENDING, LONGEST_WAIT.minus(behind));
    }

    /** Returns once nothing waits any more, whoever interpreted it. */
    void drain() {
        while (submissions.anyWaiting()) {
            if (interpretOne().isEmpty()) {
                LockSupport.parkNanos(PATIENCE.toNanos());
            }
        }
    }

    /** Returns the one that was taken. */
    private Optional<StoredSubmission> interpretOne() {
        AtomicReference<StoredSubmission> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> {
                Optional<StoredSubmission> waiting = submissions.take();
                waiting.ifPresent(taken::set);
                waiting.ifPresent(this::interpret);
            });
            return Optional.ofNullable(taken.get());
        } catch (RuntimeException | Error e) {
            StoredSubmission failed = taken.get();
            if (failed == null) {
                throw e;
            }
            LOG.error("submission {} could not be interpreted", failed.id(), e);
            transaction.executeWithoutResult(status -> afterFailure(failed));
            return Optional.of(failed);
        }
    }

    private void interpret(StoredSubmission submission) {
        precedence.goesOn(Work.INTERPRETING);
        interpretation.interpret(submission);
    }

    private void afterFailure(StoredSubmission failed) {
        submissions.failed(failed);
        if (failed.attempts() + 1 >= MOST_ATTEMPTS) {
            interpretation.giveUp(failed);
        }
    }

    @Override
    public void start() {
        workers.forEach(Worker::start);
    }

    @Override
    public void stop() {
        workers.forEach(Worker::stop);
    }

    @Override
    public boolean isRunning() {
        return workers.getFirst().isRunning();
    }
}
