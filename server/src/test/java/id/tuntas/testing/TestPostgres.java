package id.tuntas.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** One real PostgreSQL for a test run: migrations run once into a template, every test context gets a clone of it. */
public final class TestPostgres {

    private static final String TEMPLATE = "tuntas_template";
    private static final EmbeddedPostgres SERVER = start();
    private static int clones;

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "500")
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            Flyway.configure()
                    .dataSource(url(server, TEMPLATE), "postgres", "")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(EmbeddedPostgres server, String database) {
        return server.getJdbcUrl("postgres", database);
    }

    /** JDBC URL of a fresh database in which every migration has run. */
    public static synchronized String freshDatabase() {
        String name = "tuntas_" + ++clones;
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + TEMPLATE);
            return url(SERVER, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder for evidence and secrets of one test context. */
    public static Path freshFolder() {
        try {
            Path folder = Files.createTempDirectory("tuntas-test");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
