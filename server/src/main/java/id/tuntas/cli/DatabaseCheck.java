package id.tuntas.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks at the PostgreSQL that {@code TUNTAS_DB_URL} names before anything is started on it. */
final class DatabaseCheck {

    private static final int OLDEST_MAJOR = 15;
    private static final String URL_START = "jdbc:postgresql:";
    private static final String WRONG_PASSWORD_CLASS = "28";

    private DatabaseCheck() {}

    static boolean configured() {
        return !setting("TUNTAS_DB_URL").isBlank();
    }

    /** Returns the server's version. Throws {@link Stop} when it cannot be reached or is too old. */
    static String requireUsable() {
        return requireUsable(setting("TUNTAS_DB_URL"), setting("TUNTAS_DB_USER"), setting("TUNTAS_DB_PASSWORD"));
    }

    static String requireUsable(String url, String user, String password) {
        if (!url.startsWith(URL_START)) {
            throw Stop.refused(
                    "database-url",
                    "TUNTAS_DB_URL harus berbentuk jdbc:postgresql://server:5432/basisdata.",
                    "TUNTAS_DB_URL must look like jdbc:postgresql://server:5432/database.");
        }
        try (Connection connection = DriverManager.getConnection(url, emptyIsNull(user), emptyIsNull(password))) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_MAJOR) {
                throw Stop.missing(
                        "database-old",
                        "PostgreSQL di TUNTAS_DB_URL berversi " + version + "; pasang versi " + OLDEST_MAJOR
                                + " atau lebih baru.",
                        "The PostgreSQL of TUNTAS_DB_URL is version " + version + "; install version " + OLDEST_MAJOR
                                + " or newer.");
            }
            return version;
        } catch (SQLException e) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            throw state.startsWith(WRONG_PASSWORD_CLASS)
                    ? Stop.missing(
                            "database-login",
                            "PostgreSQL menolak TUNTAS_DB_USER dan TUNTAS_DB_PASSWORD; periksa keduanya.",
                            "PostgreSQL refuses TUNTAS_DB_USER and TUNTAS_DB_PASSWORD; check both.")
                    : Stop.missing(
                            "database-unreachable",
                            "PostgreSQL di TUNTAS_DB_URL tidak terjangkau (" + oneLine(e)
                                    + "); periksa alamatnya atau jalankan servernya.",
                            "The PostgreSQL of TUNTAS_DB_URL cannot be reached (" + oneLine(e)
                                    + "); check its address or start it.");
        }
    }

    private static String oneLine(SQLException problem) {
        String message = problem.getMessage() == null ? problem.getSQLState() : problem.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}
