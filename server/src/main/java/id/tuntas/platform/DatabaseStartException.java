package id.tuntas.platform;

import java.nio.file.Path;

/** The embedded database does not start; the file says why. */
public class DatabaseStartException extends RuntimeException {

    private final transient Path log;

    public DatabaseStartException(Path log, Throwable cause) {
        super("the embedded PostgreSQL could not be started, see " + log, cause);
        this.log = log;
    }

    public Path log() {
        return log;
    }
}
