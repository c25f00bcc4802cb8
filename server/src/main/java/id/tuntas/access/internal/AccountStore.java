package id.tuntas.access.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;

@Component
class AccountStore {

    private static final String GRANTS = """
            (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'region', g.region_code) order by g.role, g.region_code), '[]')
             from access.role_grant g where g.regency_code = a.regency_code and g.account_id = a.id) as grants
            """;

    record Credentials(
            String regencyCode, UUID id, @Nullable String passwordHash) {}

    private record StoredGrant(String role, String region) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final AtomicLong changes = new AtomicLong();

    AccountStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Account> find(String regencyCode, UUID id) {
        return jdbc.sql("select a.*, " + GRANTS
                        + " from access.account a where a.regency_code = :regency and a.id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .query(this::account)
                .optional();
    }

    Optional<Account> findByUsername(String username) {
        return jdbc.sql("select a.*, " + GRANTS + " from access.account a where lower(a.username) = lower(:username)")
                .param("username", username)
                .query(this::account)
                .optional();
    }

    Optional<Credentials> credentials(String username) {
        return jdbc.sql("""
                select regency_code, id, password_hash from access.account
                where lower(username) = lower(:username) and disabled_at is null
                """)
                .param("username", username)
                .query((row, n) -> new Credentials(
                        row.getString("regency_code"), row.getObject("id", UUID.class), row.getString("password_hash")))
                .optional();
    }

    Map<UUID, String> names(String regencyCode, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from access.account where regency_code = :regency and id = any(:ids)")
                .param("regency", regencyCode)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    List<Account> withRole(String regencyCode, Role role, String region) {
        return jdbc.sql("select a.*, " + GRANTS + """
                 from access.account a
                where a.regency_code = :regency and a.disabled_at is null and exists (
                    select from access.role_grant g where g.regency_code = a.regency_code and g.account_id = a.id
                        and g.role = :role and g.region_code like :region || '%')
                order by a.name, a.id
                """)
                .param("regency", regencyCode)
                .param("role", role.key())
                .param("region", region)
                .query(this::account)
                .list();
    }

    List<Account> list(String regencyCode, @Nullable String after, int limit) {
        return jdbc.sql("select a.*, " + GRANTS + """
                 from access.account a
                where a.regency_code = :regency and (cast(:after as text) is null or lower(a.username) > :after)
                order by lower(a.username) limit :limit
                """)
                .param("regency", regencyCode)
                .param("after", after)
                .param("limit", limit)
                .query(this::account)
                .list();
    }

    void insert(
            UUID id, String regencyCode, String username, String name, @Nullable String phone, @Nullable String hash) {
        jdbc.sql("""
                insert into access.account (regency_code, id, username, name, phone, password_hash)
                values (:regency, :id, :username, :name, :phone, :hash)
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("username", username)
                .param("name", name)
                .param("phone", phone)
                .param("hash", hash)
                .update();
    }

    boolean update(String regencyCode, UUID id, int version, String name, @Nullable String phone) {
        return jdbc.sql("""
                update access.account set name = :name, phone = :phone, version = version + 1
                where regency_code = :regency and id = :id and version = :version
                """)
                        .param("name", name)
                        .param("phone", phone)
                        .param("regency", regencyCode)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Rises whenever this process has changed what an account is or may; what was read under an earlier number may be outdated. */
    long changes() {
        return changes.get();
    }

    private void changed() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    changes.incrementAndGet();
                }
            });
        } else {
            changes.incrementAndGet();
        }
    }

    void replaceGrants(String regencyCode, UUID id, List<Grant> grants) {
        changed();
        jdbc.sql("delete from access.role_grant where regency_code = :regency and account_id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .update();
        for (Grant grant : grants) {
            jdbc.sql("insert into access.role_grant values (:regency, :id, :role, :region)")
                    .param("regency", regencyCode)
                    .param("id", id)
                    .param("role", grant.role().key())
                    .param("region", grant.region())
                    .update();
        }
    }

    void setDisabled(String regencyCode, UUID id, @Nullable Timestamp at) {
        changed();
        jdbc.sql(
                        "update access.account set disabled_at = :at, version = version + 1 where regency_code = :regency and id = :id")
                .param("at", at)
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    void setPassword(String regencyCode, UUID id, String hash) {
        jdbc.sql("update access.account set password_hash = :hash where regency_code = :regency and id = :id")
                .param("hash", hash)
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    long enabledAdministrators() {
        return jdbc.sql("""
                select count(distinct a.id) from access.account a
                join access.role_grant g on g.regency_code = a.regency_code and g.account_id = a.id
                where g.role = 'admin' and a.disabled_at is null
                """).query(Long.class).single();
    }

    Optional<Integer> collectKeyGeneration(String regencyCode, UUID id) {
        return jdbc.sql("""
                select collect_key from access.account
                where regency_code = :regency and id = :id and disabled_at is null
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    /** Who a Collect key names, and which of his keys counts. */
    record KeyHolder(Actor actor, int generation) {}

    Optional<KeyHolder> keyHolder(UUID id) {
        return jdbc.sql("select a.*, " + GRANTS + " from access.account a where a.id = :id and a.disabled_at is null")
                .param("id", id)
                .query((row, n) -> new KeyHolder(actor(row, n), row.getInt("collect_key")))
                .optional();
    }

    void nextCollectKey(String regencyCode, UUID id) {
        changed();
        jdbc.sql("update access.account set collect_key = collect_key + 1 where regency_code = :regency and id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    /** The actor, unless the account is disabled. */
    Optional<Actor> actor(String regencyCode, UUID id) {
        return jdbc.sql("select a.*, " + GRANTS + """
                 from access.account a where a.regency_code = :regency and a.id = :id and a.disabled_at is null
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .query(this::actor)
                .optional();
    }

    Actor actor(ResultSet row, int n) throws SQLException {
        return new Actor(
                row.getString("regency_code"),
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("locale"),
                grants(row));
    }

    private Account account(ResultSet row, int n) throws SQLException {
        Timestamp lastSeen = row.getTimestamp("last_seen");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("locale"),
                grants(row),
                row.getTimestamp("disabled_at") != null,
                lastSeen == null ? null : lastSeen.toInstant(),
                row.getInt("version"));
    }

    private List<Grant> grants(ResultSet row) throws SQLException {
        return json.read(row.getString("grants"), new TypeReference<List<StoredGrant>>() {}).stream()
                .flatMap(grant -> Role.ofKey(grant.role()).map(role -> new Grant(role, grant.region())).stream())
                .toList();
    }

    static String grantsOf() {
        return GRANTS;
    }
}
