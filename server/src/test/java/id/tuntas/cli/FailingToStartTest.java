package id.tuntas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import id.tuntas.testing.TestPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class FailingToStartTest {

    @Test
    void namesADatabaseWhoseTablesAreOfAnotherVersion() throws SQLException {
        String url = TestPostgres.freshDatabase();
        try (var connection = DriverManager.getConnection(url, TestPostgres.USER, "");
                var statement = connection.createStatement()) {
            statement.execute("update flyway_schema_history set checksum = checksum + 1 where version is not null");
        }
        FlywayException failure = catchMigration(url);

        assertThat(StartFailure.told(new IllegalStateException(failure)))
                .asInstanceOf(type(Stop.class))
                .returns("database-version", Stop::code)
                .returns(ExitCode.REFUSED, Stop::exitCode);
    }

    private static FlywayException catchMigration(String url) {
        try {
            Flyway.configure().dataSource(url, TestPostgres.USER, "").load().migrate();
            throw new AssertionError("the migration went through");
        } catch (FlywayException e) {
            return e;
        }
    }

    @Test
    void leavesAFailureThatNobodyKnowsAsItIs() {
        RuntimeException failure = new IllegalStateException("unknown");

        assertThat(StartFailure.told(failure)).isSameAs(failure);
    }
}
