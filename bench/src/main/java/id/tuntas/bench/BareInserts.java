package id.tuntas.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The least a database can do with the same bytes: one row, one commit, forced to disk. */
final class BareInserts implements AutoCloseable {

    private final DataSource source;
    private final AtomicLong ids = new AtomicLong();

    BareInserts(DataSource source) throws SQLException {
        this.source = source;
        execute("create schema bench");
        execute("create table bench.bare (id bigint primary key, xml bytea not null, photo bytea)");
    }

    /** @param samples answers and photo, taken in turn; without a photo the second is missing */
    Crowd writers(List<byte[][]> samples, int clients) throws SQLException {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            writers.add(new Writer(ownConnection(), samples));
        }
        return new Crowd(writers);
    }

    /** Each client has a connection of its own, so that the server's pool does not limit what it is compared with. */
    private Connection ownConnection() throws SQLException {
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop schema bench cascade");
    }

    final class Writer implements Crowd.Work {

        private final Connection connection;
        private final PreparedStatement insert;
        private final List<byte[][]> samples;

        private Writer(Connection connection, List<byte[][]> samples) throws SQLException {
            this.connection = connection;
            this.samples = samples;
            connection.setAutoCommit(true);
            insert = connection.prepareStatement("insert into bench.bare values (?, ?, ?)");
        }

        @Override
        public void once() throws SQLException {
            long id = ids.incrementAndGet();
            byte[][] sample = samples.get((int) (id % samples.size()));
            insert.setLong(1, id);
            insert.setBytes(2, sample[0]);
            insert.setBytes(3, sample.length > 1 ? sample[1] : null);
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            connection.close();
        }
    }
}
