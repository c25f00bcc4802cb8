package id.tuntas.access.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sessions and tokens. Only hashes of the secrets are kept, and the account is read anew at each request. */
@Component
class SessionStore {

    static final Duration IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    record Opened(String token, String csrfToken) {}

    record Session(Actor actor, String csrfToken) {}

    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final Clock clock;
    private final BusinessClock business;
    private final SecureRandom random = new SecureRandom();

    SessionStore(JdbcClient jdbc, AccountStore accounts, Clock clock, BusinessClock business) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
        this.business = business;
    }

    String newToken() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        return Hashes.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    Opened open(String regencyCode, UUID accountId) {
        Opened opened = new Opened(newToken(), newToken());
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into access.session (token_hash, regency_code, account_id, csrf_token, created_at, seen_at, expires_at)
                values (:hash, :regency, :account, :csrf, :now, :now, :expires)
                """)
                .param("hash", hash(opened.token()))
                .param("regency", regencyCode)
                .param("account", accountId)
                .param("csrf", opened.csrfToken())
                .param("now", now)
                .param("expires", Timestamp.from(clock.instant().plus(LONGEST)))
                .update();
        jdbc.sql("update access.account set last_seen = :now where regency_code = :regency and id = :account")
                .param("now", Timestamp.from(business.now()))
                .param("regency", regencyCode)
                .param("account", accountId)
                .update();
        return opened;
    }

    Optional<Session> find(String token) {
        Instant now = clock.instant();
        byte[] hash = hash(token);
        return jdbc.sql("select a.*, s.csrf_token, s.seen_at, " + AccountStore.grantsOf() + """
                 from access.session s
                join access.account a on a.regency_code = s.regency_code and a.id = s.account_id
                where s.token_hash = :hash and s.expires_at > :now and s.seen_at > :idle and a.disabled_at is null
                """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .query((row, n) -> {
                    if (row.getTimestamp("seen_at").toInstant().isBefore(now.minus(SEEN_STEP))) {
                        seen(hash, now);
                    }
                    return new Session(accounts.actor(row, n), row.getString("csrf_token"));
                })
                .optional();
    }

    private void seen(byte[] hash, Instant now) {
        jdbc.sql("update access.session set seen_at = :now where token_hash = :hash")
                .param("now", Timestamp.from(now))
                .param("hash", hash)
                .update();
    }

    Optional<Actor> bearer(String token) {
        return jdbc.sql("select a.*, " + AccountStore.grantsOf() + """
                 from access.api_token t
                join access.account a on a.regency_code = t.regency_code and a.id = t.account_id
                where t.token_hash = :hash and (t.expires_at is null or t.expires_at > :now) and a.disabled_at is null
                """)
                .param("hash", hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(accounts::actor)
                .optional();
    }

    String createBearer(String regencyCode, UUID accountId, String name) {
        String token = newToken();
        jdbc.sql("""
                insert into access.api_token (token_hash, regency_code, account_id, name, created_at)
                values (:hash, :regency, :account, :name, :now)
                """)
                .param("hash", hash(token))
                .param("regency", regencyCode)
                .param("account", accountId)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    void close(String token) {
        jdbc.sql("delete from access.session where token_hash = :hash")
                .param("hash", hash(token))
                .update();
    }

    void closeAll(String regencyCode, UUID accountId, @Nullable String exceptToken) {
        jdbc.sql("""
                delete from access.session
                where regency_code = :regency and account_id = :account and token_hash <> :except
                """)
                .param("regency", regencyCode)
                .param("account", accountId)
                .param("except", exceptToken == null ? new byte[0] : hash(exceptToken))
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void sweep() {
        jdbc.sql("delete from access.session where expires_at < :now or seen_at < :idle")
                .param("now", Timestamp.from(clock.instant()))
                .param("idle", Timestamp.from(clock.instant().minus(IDLE)))
                .update();
    }
}
