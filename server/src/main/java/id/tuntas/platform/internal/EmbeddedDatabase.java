package id.tuntas.platform.internal;

import id.tuntas.platform.DatabaseStartException;
import id.tuntas.platform.Postmaster;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * A real PostgreSQL run by this process, with its data in one folder. It listens on this machine only and asks for a password. A command line tool joins the one that a server already runs on the folder; a server ends one
 * that a killed server left behind.
 */
class EmbeddedDatabase implements DisposableBean {

    /** Owns the tables and is no superuser: what a trigger or a revoked right refuses it, stays refused. */
    static final String USER = "tuntas";

    private static final String SUPERUSER = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String LOG_FILE = "postgres.log";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCESS = """
            # Written at each start; only with a password, only from this machine.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** The application's role, to which goes what an earlier version made as the superuser and what an earlier handover left out. */
    private static final String SEPARATE_ROLES = """
            do $$
            declare change text;
            begin
                if not exists (select from pg_roles where rolname = 'tuntas') then
                    create role tuntas login password '%s';
                    alter database postgres owner to tuntas;
                end if;
                for change in
                    select format('alter schema %%I', nspname) from pg_namespace where oid >= 16384 and nspowner = current_user::regrole
                    union all
                    select format('alter table %%s', cast(oid as regclass)) from pg_class
                    where oid >= 16384 and relkind in ('r', 'p', 'v', 'm') and relowner = current_user::regrole
                    union all
                    select format('alter sequence %%s', cast(c.oid as regclass)) from pg_class c
                    where c.oid >= 16384 and c.relkind = 'S' and c.relowner = current_user::regrole
                        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i'))
                    union all
                    select format('alter routine %%s', cast(p.oid as regprocedure)) from pg_proc p
                    where p.oid >= 16384 and p.proowner = current_user::regrole
                        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                loop
                    execute change || ' owner to tuntas';
                end loop;
            end $$
            """;

    private final String password;
    private final int port;
    private final @Nullable EmbeddedPostgres own;

    /**
     * @param password hex digits, the same at every start on the folder
     * @param join whether to use a database that already runs on the folder instead of ending it
     */
    EmbeddedDatabase(Path folder, String password, boolean join) {
        this.password = password;
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
            separateRoles();
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
        Path program = Files.createDirectories(folder.resolveSibling("postgres-program"));
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
            statement.execute("alter role " + SUPERUSER + " password '" + password + "'");
            Files.writeString(accessFile, ACCESS);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void separateRoles() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(SEPARATE_ROLES.formatted(password));
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
