package id.tuntas.access.internal;

import id.tuntas.platform.Ids;
import id.tuntas.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Signing in by password, and out. Slows guessing down by name and by address, and takes as long for an unknown name as for a known one. */
@Component
class SignIn {

    private static final int PER_NAME = 10;
    private static final int PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final PasswordEncoder encoder;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String hashOfNobody;

    SignIn(AccountStore accounts, SessionStore sessions, PasswordEncoder encoder, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.encoder = encoder;
        this.jdbc = jdbc;
        this.clock = clock;
        this.hashOfNobody = encoder.encode("nobody has this password");
    }

    SessionStore.Opened byPassword(String username, String password, String address) {
        UUID attempt = begin(username.toLowerCase(Locale.ROOT), address);
        if (failures("username", username.toLowerCase(Locale.ROOT)) > PER_NAME
                || failures("address", address) > PER_ADDRESS) {
            forget(attempt);
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", WINDOW.toMinutes());
        }
        Optional<AccountStore.Credentials> credentials =
                accounts.credentials(username).filter(found -> found.passwordHash() != null);
        String hash = credentials.map(AccountStore.Credentials::passwordHash).orElse(hashOfNobody);
        if (!encoder.matches(password, hash) || credentials.isEmpty()) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "bad-credentials");
        }
        jdbc.sql("delete from access.failed_sign_in where username = :username")
                .param("username", username.toLowerCase(Locale.ROOT))
                .update();
        return sessions.open(credentials.get().regencyCode(), credentials.get().id());
    }

    /** An attempt counts as failed from its beginning, so that guesses made at once count each other. */
    private UUID begin(String username, String address) {
        UUID attempt = Ids.next();
        jdbc.sql("insert into access.failed_sign_in values (:id, :username, :address, :at)")
                .param("id", attempt)
                .param("username", username)
                .param("address", address)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return attempt;
    }

    /** One that was not even tried does not make the wait longer. */
    private void forget(UUID attempt) {
        jdbc.sql("delete from access.failed_sign_in where id = :id")
                .param("id", attempt)
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void sweep() {
        jdbc.sql("delete from access.failed_sign_in where at < :since")
                .param("since", Timestamp.from(clock.instant().minus(WINDOW)))
                .update();
    }

    Optional<SessionStore.Session> session(String token) {
        return sessions.find(token);
    }

    void end(String token) {
        sessions.close(token);
    }

    private long failures(String column, String value) {
        return jdbc.sql("select count(*) from access.failed_sign_in where " + column + " = :value and at > :since")
                .param("value", value)
                .param("since", Timestamp.from(clock.instant().minus(WINDOW)))
                .query(Long.class)
                .single();
    }
}
