package id.tuntas.platform.internal;

import id.tuntas.platform.DatabaseStartException;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Postmaster;
import id.tuntas.platform.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * A real PostgreSQL run by this process, with its data in one folder. It listens on this machine only and asks for a password that is
 * derived from the installation's secret. A command line tool joins the one that a server already runs on the folder; a server ends one
 * that a killed server left behind.
 */
class EmbeddedDatabase implements DisposableBean {

    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String LOG_FILE = "postgres.log";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCESS = """
            # Written at each start; only with a password, only from this machine.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final String password;
    private final int port;
    private final @Nullable EmbeddedPostgres own;

    /** @param join whether to use a database that already runs on the folder instead of ending it */
    EmbeddedDatabase(Path folder, Secret secret, boolean join) {
        password = Hashes.hex(secret.mac("embedded database".getBytes(StandardCharsets.UTF_8)));
        try {
            Files.createDirectories(folder);
            Optional<Postmaster> running = Postmaster.on(folder);
            if (join && running.isPresent()) {
                own = null;
                port = running.get().port();
                return;
            }
            running.ifPresent(EmbeddedDatabase::end);
            own = start(folder);
            port = own.getPort();
            requirePassword(own, folder.resolve("pg_hba.conf"));
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new DatabaseStartException(folder.resolveSibling(LOG_FILE), e);
        }
    }

    private static void end(Postmaster orphan) {
        LOG.info(
                "ending the PostgreSQL {} that an earlier run left behind",
                orphan.process().pid());
        orphan.end();
    }

    private EmbeddedPostgres start(Path folder) throws IOException {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(folder.resolveSibling(LOG_FILE).toFile());
        Path program = folder.resolveSibling("postgres-program");
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(program.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                // Plans made while a table was empty hold until it is analyzed: on the first morning of a round it
                // grows by the second.
                .setServerConfig("autovacuum_naptime", "10s")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
        // It is unpacked into a folder that everybody may write to.
        if (Files.getFileStore(program).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return started;
    }

    private void requirePassword(EmbeddedPostgres postgres, Path accessFile) throws IOException, SQLException {
        if (Files.readString(accessFile).equals(ACCESS)) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + USER + " password '" + password + "'");
            Files.writeString(accessFile, ACCESS);
            statement.execute("select pg_reload_conf()");
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String password() {
        return password;
    }

    @Override
    public void destroy() {
        if (own == null) {
            return;
        }
        try {
            own.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
