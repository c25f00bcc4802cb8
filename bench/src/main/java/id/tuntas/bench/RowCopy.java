package id.tuntas.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least a database can do to hold what an import leaves in it: one transaction with one COPY for each table, the rows ready in memory,
 * into tables with the same columns, keys and indexes; nothing is read, checked or compared, no foreign key is followed.
 */
final class RowCopy {

    /** @param kept which of its rows are the import's */
    private record Source(String table, String kept) {}

    private record Ready(String table, byte[] rows) {}

    private RowCopy() {}

    private static List<Source> sources(UUID release, UUID round) {
        String ofRelease = "release_id = '" + release + "'";
        String ofRound = "round_id = '" + round + "'";
        return List.of(
                new Source("roster.family", ofRelease),
                new Source("roster.member", ofRelease),
                new Source("roster.standing", ofRound),
                new Source("cases.family", ofRound),
                new Source("cases.member", "family_id in (select id from cases.family where " + ofRound + ")"),
                new Source("cases.step", ofRound));
    }

    /** Copies what an import has left once more. Returns how many seconds that took, its commit included. */
    static double of(UUID release, UUID round, DataSource source) throws SQLException, IOException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench");
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            List<Ready> ready = new ArrayList<>();
            for (Source one : sources(release, round)) {
                ready.add(ready(one, statement, copies));
            }
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            for (Ready one : ready) {
                copies.copyIn("copy " + one.table() + " from stdin", new ByteArrayInputStream(one.rows()));
            }
            connection.commit();
            double seconds = (System.nanoTime() - begin) / 1e9;
            connection.setAutoCommit(true);
            return seconds;
        }
    }

    private static Ready ready(Source source, Statement statement, CopyManager copies)
            throws SQLException, IOException {
        String copy = "bench." + source.table().replace('.', '_');
        statement.execute("create table " + copy + " (like " + source.table() + " including all)");
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copies.copyOut("copy (select * from " + source.table() + " where " + source.kept() + ") to stdout", rows);
        return new Ready(copy, rows.toByteArray());
    }
}
