package id.tuntas.platform.internal;

import id.tuntas.platform.Ids;
import id.tuntas.platform.JobHandler;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.StorageSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@Component
@Profile("!tool")
class JobRunner implements Jobs, SmartInitializingSingleton, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration PROGRESS_INTERVAL = Duration.ofMillis(200);
    private static final int MAX_ATTEMPTS = 5;
    private static final int WORKERS = 2;

    private record Taken(String regencyCode, UUID id, String kind, String payload) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final StorageSettings storage;
    private final ObjectProvider<JobHandler> all;
    private final Map<String, JobHandler> handlers = new HashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final Set<Taken> running = ConcurrentHashMap.newKeySet();
    private final TransactionTemplate ownTransaction;
    private volatile List<Thread> workers = List.of();

    JobRunner(
            JdbcClient jdbc,
            Json json,
            StorageSettings storage,
            ObjectProvider<JobHandler> handlers,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.storage = storage;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.all = handlers;
    }

    /** Handlers start jobs themselves, so they are asked for only once everything is made. */
    @Override
    public void afterSingletonsInstantiated() {
        all.forEach(handler -> {
            if (handlers.put(handler.kind(), handler) != null) {
                throw new IllegalStateException("two handlers for jobs of kind " + handler.kind());
            }
        });
    }

    @Override
    public UUID start(String regencyCode, String kind, Object payload, @Nullable UUID createdBy) {
        if (!handlers.containsKey(kind)) {
            throw new IllegalArgumentException("no handler for jobs of kind " + kind);
        }
        UUID id = Ids.next();
        jdbc.sql("""
                insert into platform.job (regency_code, id, kind, payload, state, created_by)
                values (:regency, :id, :kind, cast(:payload as jsonb), 'queued', :createdBy)
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("kind", kind)
                .param("payload", json.write(payload))
                .param("createdBy", createdBy)
                .update();
        wakeAfterCommit();
        return id;
    }

    /** Before it a worker would see nothing to do and lie down again. */
    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake.release();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.release();
            }
        });
    }

    @Override
    public Optional<Job> find(String regencyCode, UUID id) {
        return jdbc.sql("""
                select id, kind, state, stage, done, total, result, problem, created_by
                from platform.job where regency_code = :regency and id = :id
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .query((row, n) -> new Job(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("stage"),
                        row.getLong("done"),
                        row.getObject("total", Long.class),
                        node(row.getString("result")),
                        node(row.getString("problem")),
                        row.getObject("created_by", UUID.class)))
                .optional();
    }

    private @Nullable JsonNode node(@Nullable String text) {
        return text == null ? null : json.read(text, JsonNode.class);
    }

    @Override
    public void drain() {
        while (runOne()) {
            // until nothing is due
        }
    }

    @Override
    public Job await(String regencyCode, UUID id, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            Job job = find(regencyCode, id).orElseThrow(Refusal::notFound);
            if (job.state().equals("done") || job.state().equals("failed")) {
                return job;
            }
            pause(Duration.ofMillis(50));
        }
        throw new IllegalStateException("job " + id + " has not ended within " + atMost);
    }

    private boolean runOne() {
        Optional<Taken> taken = jdbc.sql("""
                update platform.job
                set state = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => :lease)
                where (regency_code, id) = (
                    select regency_code, id from platform.job
                    where (state = 'queued' and run_after <= now()) or (state = 'running' and lease_until < now())
                    order by run_after limit 1 for update skip locked)
                returning regency_code, id, kind, payload
                """)
                .param("lease", LEASE.toSeconds())
                .query((row, n) -> new Taken(
                        row.getString("regency_code"),
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("payload")))
                .optional();
        taken.ifPresent(this::run);
        return taken.isPresent();
    }

    private void run(Taken job) {
        JobHandler handler = handlers.get(job.kind());
        running.add(job);
        try {
            if (handler == null) {
                throw new IllegalStateException("no handler for jobs of kind " + job.kind());
            }
            Object result =
                    handler.run(job.regencyCode(), job.id(), json.read(job.payload(), JsonNode.class), progressOf(job));
            finish(job, "done", result, null);
        } catch (Refusal refusal) {
            finish(job, "failed", null, Map.of("code", refusal.code(), "arguments", refusal.arguments()));
        } catch (Exception e) {
            LOG.error("job {} of kind {} failed", job.id(), job.kind(), e);
            retry(job);
        } finally {
            running.remove(job);
        }
    }

    /** Keeps what this process works on from being taken by another one. */
    @Scheduled(fixedDelay = 20_000)
    void renewLeases() {
        for (Taken job : running) {
            jdbc.sql("""
                    update platform.job set lease_until = now() + make_interval(secs => :lease)
                    where regency_code = :regency and id = :id and state = 'running'
                    """)
                    .param("lease", LEASE.toSeconds())
                    .param("regency", job.regencyCode())
                    .param("id", job.id())
                    .update();
        }
    }

    private JobHandler.Progress progressOf(Taken job) {
        return new JobHandler.Progress() {
            private long last;
            private String lastStage = "";

            @Override
            public void at(String stage, long done, @Nullable Long total) {
                long now = System.nanoTime();
                if (stage.equals(lastStage) && now - last < PROGRESS_INTERVAL.toNanos()) {
                    return;
                }
                last = now;
                lastStage = stage;
                ownTransaction.executeWithoutResult(status -> jdbc.sql("""
                        update platform.job set stage = :stage, done = :done, total = :total
                        where regency_code = :regency and id = :id
                        """)
                        .param("stage", stage)
                        .param("done", done)
                        .param("total", total)
                        .param("regency", job.regencyCode())
                        .param("id", job.id())
                        .update());
            }
        };
    }

    private void finish(Taken job, String state, @Nullable Object result, @Nullable Object problem) {
        jdbc.sql("""
                update platform.job
                set state = :state, result = cast(:result as jsonb), problem = cast(:problem as jsonb),
                    done = coalesce(total, done), finished_at = now(), lease_until = null
                where regency_code = :regency and id = :id
                """)
                .param("state", state)
                .param("result", result == null ? null : json.write(result))
                .param("problem", problem == null ? null : json.write(problem))
                .param("regency", job.regencyCode())
                .param("id", job.id())
                .update();
    }

    private void retry(Taken job) {
        int attempts = jdbc.sql("select attempts from platform.job where regency_code = :regency and id = :id")
                .param("regency", job.regencyCode())
                .param("id", job.id())
                .query(Integer.class)
                .single();
        if (attempts >= MAX_ATTEMPTS) {
            finish(job, "failed", null, Map.of("code", "unexpected", "arguments", List.of()));
            return;
        }
        jdbc.sql("""
                update platform.job
                set state = 'queued', lease_until = null, run_after = now() + make_interval(secs => :wait)
                where regency_code = :regency and id = :id
                """)
                .param("wait", 1L << attempts)
                .param("regency", job.regencyCode())
                .param("id", job.id())
                .update();
    }

    @Override
    public void start() {
        if (storage.embeddedDatabase()) {
            endLeases();
        }
        workers = IntStream.range(0, WORKERS)
                .mapToObj(n -> Thread.ofPlatform().name("jobs-" + n).daemon().start(this::work))
                .toList();
    }

    /** Nobody else works on an embedded database, so what runs there was left by a server that was killed. */
    private void endLeases() {
        jdbc.sql("update platform.job set lease_until = now() where state = 'running'")
                .update();
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                drain();
                wake.tryAcquire(500, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("a worker could not take a job", e);
                pause(Duration.ofSeconds(1));
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        workers.forEach(Thread::interrupt);
        workers = List.of();
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}
