package id.tuntas.platform.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class OwningTheTablesTest {

    private static final String PASSWORD = "c0ffee";

    @TempDir
    Path data;

    @Test
    void theApplicationsRoleIsNoSuperuserOnTablesOfAnEarlierVersionEither() throws SQLException {
        EmbeddedDatabase first = started();
        try {
            as(
                    EmbeddedDatabase.USER,
                    first,
                    "create extension pg_trgm",
                    "create schema cases",
                    "create table cases.family (id int, number bigserial)",
                    "create sequence cases.number_seq");
            // As it was when one role did everything.
            as(
                    "postgres",
                    first,
                    "create view cases.open as select id from cases.family",
                    "create function cases.one() returns int language sql as 'select 1'",
                    "reassign owned by tuntas to postgres",
                    "drop role tuntas");
        } finally {
            first.destroy();
        }

        EmbeddedDatabase second = started();
        try {
            as(
                    EmbeddedDatabase.USER,
                    second,
                    "alter table cases.family add name text",
                    "create index on cases.family using gin (name gin_trgm_ops)",
                    "create or replace view cases.open as select id, name from cases.family",
                    "drop function cases.one()",
                    "insert into cases.family (id) values (nextval('cases.number_seq'))",
                    "create schema visits");
            assertThatThrownBy(() -> as(EmbeddedDatabase.USER, second, "set session_replication_role = replica"))
                    .hasMessageContaining("permission denied");
        } finally {
            second.destroy();
        }
    }

    @Test
    void whatAnEarlierHandoverLeftOutIsHandedOverAtTheNextStart() throws SQLException {
        EmbeddedDatabase first = started();
        try {
            as(EmbeddedDatabase.USER, first, "create schema cases");
            as("postgres", first, "create sequence cases.number_seq");
        } finally {
            first.destroy();
        }

        EmbeddedDatabase second = started();
        try {
            as(EmbeddedDatabase.USER, second, "select nextval('cases.number_seq')");
        } finally {
            second.destroy();
        }
    }

    private EmbeddedDatabase started() {
        return new EmbeddedDatabase(data.resolve("postgres"), PASSWORD, false);
    }

    private static void as(String role, EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), role, PASSWORD);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
