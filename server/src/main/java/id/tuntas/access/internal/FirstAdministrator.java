package id.tuntas.access.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Regency;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one-time link that makes the first administrator; worth nothing once there is one. */
@Component
class FirstAdministrator {

    private final AccountStore store;
    private final SessionStore sessions;
    private final Accounts accounts;
    private final Regency regency;
    private final JdbcClient jdbc;
    private final Clock clock;

    FirstAdministrator(
            AccountStore store,
            SessionStore sessions,
            Accounts accounts,
            Regency regency,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.accounts = accounts;
        this.regency = regency;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new link's token; empty when there is an administrator. Earlier links end. */
    @Transactional
    Optional<String> newLink() {
        if (store.enabledAdministrators() > 0) {
            return Optional.empty();
        }
        String token = sessions.newToken();
        jdbc.sql("delete from access.setup_link").update();
        jdbc.sql("insert into access.setup_link (token_hash, created_at) values (:hash, :now)")
                .param("hash", SessionStore.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return Optional.of(token);
    }

    /** Throws {@link Refusal} 404 for a token that is false or used. */
    @Transactional
    void create(String token, String username, String name, String password) {
        int used = jdbc.sql("update access.setup_link set used_at = :now where token_hash = :hash and used_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", SessionStore.hash(token))
                .update();
        if (used == 0 || store.enabledAdministrators() > 0) {
            throw new Refusal(HttpStatus.NOT_FOUND, "setup-link-used");
        }
        List<Grant> grants =
                List.of(new Grant(Role.ADMIN, regency.code()), new Grant(Role.REGENCY_COORDINATOR, regency.code()));
        accounts.create(null, new NewAccount(regency.code(), username, name, null, password, grants));
    }
}
