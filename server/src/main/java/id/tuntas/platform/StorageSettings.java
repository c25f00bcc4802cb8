package id.tuntas.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things are kept.
 *
 * @param data folder of the embedded database, evidence files and secrets
 * @param dbUrl JDBC URL of a PostgreSQL 15 or newer; null or empty for the embedded one
 * @param joinDatabase whether to use an embedded database that a server already runs on the folder; for the command line
 */
@ConfigurationProperties("tuntas")
public record StorageSettings(
        @DefaultValue("./data/tuntas") Path data,
        @Nullable String dbUrl,
        @Nullable String dbUser,
        @Nullable String dbPassword,
        @DefaultValue("false") boolean joinDatabase) {

    public boolean embeddedDatabase() {
        return dbUrl == null || dbUrl.isBlank();
    }
}
