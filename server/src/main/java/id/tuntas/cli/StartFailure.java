package id.tuntas.cli;

import id.tuntas.platform.DatabaseStartException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Why the program did not start, as far as a person can mend it. */
final class StartFailure {

    private StartFailure() {}

    /** The {@link Stop} that says what to do, or the failure itself when no cause of it is known. */
    static RuntimeException told(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseStartException database) {
                return databaseDoesNotStart(database);
            }
            if (cause instanceof FlywayValidateException) {
                return tablesOfAnotherVersion();
            }
        }
        return failure;
    }

    private static Stop databaseDoesNotStart(DatabaseStartException problem) {
        return Stop.missing(
                "database-start",
                "PostgreSQL bawaan tidak dapat dijalankan; sebabnya ada di " + problem.log()
                        + ", atau pakai PostgreSQL sendiri dengan TUNTAS_DB_URL.",
                "The embedded PostgreSQL cannot be started; the reason is in " + problem.log()
                        + ", or use a PostgreSQL of your own by TUNTAS_DB_URL.");
    }

    private static Stop tablesOfAnotherVersion() {
        return Stop.refused(
                "database-version",
                "Tabel di basis data ini dibuat oleh versi Tuntas yang lain: jalankan versi itu, atau, untuk peragaan, mulai lagi dengan"
                        + " ./tuntas demo --fresh.",
                "The tables of this database were made by another version of Tuntas: run that version, or, for the demo, begin anew"
                        + " by ./tuntas demo --fresh.");
    }
}
