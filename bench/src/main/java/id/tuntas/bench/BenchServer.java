package id.tuntas.bench;

import id.tuntas.TuntasApplication;
import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.VervalForm;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real server with its embedded database on a folder that is thrown away afterwards. */
final class BenchServer implements AutoCloseable {

    static final String REGENCY = "51.08";
    static final int ATTEMPTS = 2;

    private final ConfigurableApplicationContext context;
    private final Path folder;

    private BenchServer(ConfigurableApplicationContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    static BenchServer start() throws IOException {
        Path folder = Files.createTempDirectory("tuntas-bench");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(TuntasApplication.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--tuntas.data=" + folder,
                        "--tuntas.db-url=",
                        "--logging.level.root=error",
                        "--logging.level.id.tuntas=warn");
        return new BenchServer(context, folder);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    DataSource dataSource() {
        return bean(DataSource.class);
    }

    String databaseVersion() {
        return bean(JdbcClient.class).sql("""
                        select 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync')
                            || ', synchronous_commit ' || current_setting('synchronous_commit')
                        """).query(String.class).single();
    }

    Actor actor(String username, Role role, String region) {
        Account account = bean(Accounts.class)
                .create(
                        null,
                        new NewAccount(REGENCY, username, username, null, null, List.of(new Grant(role, region))));
        return bean(Accounts.class).actor(REGENCY, account.id());
    }

    Round openRound(Actor coordinator, String code) {
        LocalDate today = LocalDate.now();
        return bean(Rounds.class)
                .create(
                        coordinator,
                        new NewRound(
                                code,
                                "Bench " + code,
                                today.minusDays(2),
                                today.plusDays(20),
                                today.plusDays(300),
                                VervalForm.FORM_ID,
                                VervalForm.definition().version(),
                                List.of(new DatedPovertyLine(today.minusYears(1), 322_170, 500_000)),
                                EvidenceRules.standard(),
                                ATTEMPTS,
                                NewRound.DEFAULT_ANSWER_DAYS,
                                NewRound.DEFAULT_PHONE_DAYS,
                                RoundState.OPEN));
    }

    @Override
    public void close() throws IOException {
        context.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
