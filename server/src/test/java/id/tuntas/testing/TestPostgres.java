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
import org.springframework.boot.SpringApplication;

/**
 * One real PostgreSQL for a test run: migrations run once into a template, every test context gets a clone of it. The application's role
 * owns it and is no superuser, as in the field; a test that tampers may {@code set local role postgres}.
 */
public final class TestPostgres {

    public static final String USER = "tuntas";

    private static final String TEMPLATE = "tuntas_template";
    private static final EmbeddedPostgres SERVER = start();
    private static int clones;

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "500")
                    .setRegisterShutdownHook(false)
                    .start();
            // Runs when every context is closed: whose database is gone before it waits half a minute for a connection.
            SpringApplication.getShutdownHandlers().add(() -> end(server));
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role " + USER + " login");
                statement.execute("grant postgres to " + USER + " with inherit false");
                statement.execute("create database " + TEMPLATE + " owner " + USER);
            }
            Flyway.configure()
                    .dataSource(url(server, TEMPLATE), USER, "")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(EmbeddedPostgres server, String database) {
        return server.getJdbcUrl(USER, database);
    }

    /** JDBC URL of a fresh database in which every migration has run. */
    public static synchronized String freshDatabase() {
        String name = "tuntas_" + ++clones;
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + TEMPLATE + " owner " + USER);
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
