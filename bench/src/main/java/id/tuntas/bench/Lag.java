package id.tuntas.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Watches how long submissions wait for their interpretation. */
final class Lag implements AutoCloseable {

    private static final long EVERY_MILLIS = 50;
    private static final String OLDEST = """
            select coalesce(extract(epoch from clock_timestamp() - min(received_at)) * 1000, 0)::bigint
            from visits.submission where interpreted_at is null
            """;

    private final Thread watcher;
    private volatile boolean ended;

    /** @param longest milliseconds, the largest seen */
    Lag(DataSource source, AtomicLong longest) {
        watcher = Thread.ofPlatform().daemon().start(() -> {
            try (Connection connection = source.getConnection();
                    PreparedStatement oldest = connection.prepareStatement(OLDEST)) {
                while (!ended) {
                    try (ResultSet row = oldest.executeQuery()) {
                        row.next();
                        longest.accumulateAndGet(row.getLong(1), Math::max);
                    }
                    Thread.sleep(EVERY_MILLIS);
                }
            } catch (Exception e) {
                throw new IllegalStateException("the wait for interpretation cannot be watched", e);
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        watcher.join();
    }
}
