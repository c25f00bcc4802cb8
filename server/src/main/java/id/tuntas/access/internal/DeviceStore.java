package id.tuntas.access.internal;

import id.tuntas.access.Device;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeviceStore {

    private static final String SELECT = """
            select d.*, a.name as officer_name from access.device d
            join access.account a on a.regency_code = d.regency_code and a.id = d.account_id
            where d.regency_code = :regency
            """;

    /** Who answers for all regions of an officer answers for his phone; one without a role left is the regency's. */
    private static final String SCOPE = """
             and coalesce((select bool_and(g.region_code like any(:scope)) from access.role_grant g
                where g.regency_code = d.regency_code and g.account_id = d.account_id), d.regency_code like any(:scope))
            """;

    private final JdbcClient jdbc;

    DeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Device> find(String regencyCode, UUID officerId, String deviceId) {
        return jdbc.sql(SELECT + "and d.account_id = :officer and d.device_id = :device")
                .param("regency", regencyCode)
                .param("officer", officerId)
                .param("device", deviceId)
                .query(DeviceStore::device)
                .optional();
    }

    Optional<Device> managed(String regencyCode, String[] scope, UUID id) {
        return jdbc.sql(SELECT + SCOPE + "and d.id = :id for no key update of d")
                .param("regency", regencyCode)
                .param("scope", scope)
                .param("id", id)
                .query(DeviceStore::device)
                .optional();
    }

    List<Device> list(String regencyCode, String[] scope, @Nullable UUID officerId, @Nullable UUID after, int limit) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("regency", regencyCode);
        parameters.put("scope", scope);
        parameters.put("officer", officerId);
        parameters.put("after", after);
        parameters.put("limit", limit);
        return jdbc.sql(SELECT + SCOPE + """
                and (cast(:officer as uuid) is null or d.account_id = :officer)
                and (cast(:after as uuid) is null or d.id < :after)
                order by d.id desc limit :limit
                """)
                .params(parameters)
                .query(DeviceStore::device)
                .list();
    }

    Map<UUID, Instant> lastContacts(String regencyCode, String[] scope) {
        Map<UUID, Instant> contacts = new HashMap<>();
        jdbc.sql("""
                select d.account_id, max(d.last_contact) as last_contact from access.device d
                where d.regency_code = :regency and d.revoked_at is null
                """ + SCOPE + " group by d.account_id")
                .param("regency", regencyCode)
                .param("scope", scope)
                .query(row -> {
                    contacts.put(
                            row.getObject("account_id", UUID.class),
                            row.getTimestamp("last_contact").toInstant());
                });
        return contacts;
    }

    /** Whether somebody's phone of this id is revoked; asked when nobody is signed in on it any more. */
    boolean anyRevoked(String deviceId) {
        return jdbc.sql("""
                select exists (select from access.device where device_id = :device and revoked_at is not null)
                """).param("device", deviceId).query(Boolean.class).single();
    }

    /** Returns whether the phone is new. */
    boolean insert(String regencyCode, UUID id, UUID officerId, String deviceId, String name, Instant now) {
        return jdbc.sql("""
                        insert into access.device (regency_code, id, account_id, device_id, name, registered_at, last_contact)
                        values (:regency, :id, :officer, :device, :name, :now, :now)
                        on conflict (regency_code, account_id, device_id) do nothing
                        """)
                        .param("regency", regencyCode)
                        .param("id", id)
                        .param("officer", officerId)
                        .param("device", deviceId)
                        .param("name", name)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void rename(String regencyCode, UUID id, String name) {
        jdbc.sql("update access.device set name = :name where regency_code = :regency and id = :id")
                .param("name", name)
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    void contact(String regencyCode, UUID id, Instant at, @Nullable Long skewSeconds) {
        jdbc.sql("""
                update access.device set last_contact = :at, skew_seconds = coalesce(:skew, skew_seconds)
                where regency_code = :regency and id = :id
                """)
                .param("at", Timestamp.from(at))
                .param("skew", skewSeconds)
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    void revoke(String regencyCode, UUID id, UUID by, String reason, Instant at) {
        jdbc.sql("""
                update access.device set revoked_at = :at, revoked_by = :by, revoked_reason = :reason
                where regency_code = :regency and id = :id
                """)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("reason", reason)
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    private static Device device(ResultSet row, int n) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new Device(
                row.getObject("id", UUID.class),
                row.getString("device_id"),
                row.getObject("account_id", UUID.class),
                row.getString("officer_name"),
                row.getString("name"),
                row.getTimestamp("registered_at").toInstant(),
                row.getTimestamp("last_contact").toInstant(),
                row.getObject("skew_seconds", Long.class),
                revoked == null ? null : revoked.toInstant(),
                row.getString("revoked_reason"));
    }
}
