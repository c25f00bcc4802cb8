package id.tuntas.platform.internal;

import com.zaxxer.hikari.HikariDataSource;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Secret;
import id.tuntas.platform.StorageSettings;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DatabaseConfiguration {

    private static final int CONNECTIONS = 24;

    @Bean
    @ConditionalOnExpression("'${tuntas.db-url:}'.isBlank()")
    EmbeddedDatabase embeddedDatabase(StorageSettings storage, Secret secret) {
        return new EmbeddedDatabase(
                storage.data().toAbsolutePath().resolve("postgres"),
                Hashes.hex(secret.mac("embedded database".getBytes(StandardCharsets.UTF_8))),
                storage.joinDatabase());
    }

    @Bean
    DataSource dataSource(StorageSettings storage, ObjectProvider<EmbeddedDatabase> embedded) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("tuntas");
        source.setMaximumPoolSize(CONNECTIONS);
        EmbeddedDatabase database = embedded.getIfAvailable();
        source.setJdbcUrl(database != null ? database.url() : storage.dbUrl());
        source.setUsername(database != null ? EmbeddedDatabase.USER : storage.dbUser());
        source.setPassword(database != null ? database.password() : storage.dbPassword());
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The detail of an error is the row it is about: names and NIKs are not for the log.
        source.addDataSourceProperty("logServerErrorDetail", "false");
        return source;
    }
}
