package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.internal.RuleLanguage.Answer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NeedStore {

    /** A person's last word on a need. */
    record Decision(boolean confirmed, String reason, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    NeedStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<Need, Decision> of(String regencyCode, UUID familyId) {
        return read("and d.family_id = :family", regencyCode, familyId).getOrDefault(familyId, Map.of());
    }

    /** By family. */
    Map<UUID, Map<Need, Decision>> all(String regencyCode) {
        return read("", regencyCode, null);
    }

    private Map<UUID, Map<Need, Decision>> read(String which, String regencyCode, @Nullable UUID familyId) {
        Map<UUID, Map<Need, Decision>> decisions = new HashMap<>();
        jdbc.sql("""
                select distinct on (d.family_id, d.need) d.*, u.name from programmes.need_decision d
                join access.account u on u.regency_code = d.regency_code and u.id = d.decided_by
                where d.regency_code = :regency %s order by d.family_id, d.need, d.id desc
                """.formatted(which))
                .param("regency", regencyCode)
                .param("family", familyId)
                .query(row -> {
                    decisions
                            .computeIfAbsent(
                                    row.getObject("family_id", UUID.class), family -> new EnumMap<>(Need.class))
                            .put(
                                    Need.findByKey(row.getString("need")).orElseThrow(),
                                    new Decision(
                                            row.getBoolean("confirmed"),
                                            row.getString("reason"),
                                            row.getString("name"),
                                            row.getTimestamp("at").toInstant()));
                });
        return decisions;
    }

    void insert(Actor actor, UUID familyId, Need need, boolean confirmed, Answer proposed, String reason) {
        jdbc.sql("""
                insert into programmes.need_decision (regency_code, id, family_id, need, confirmed, proposed, reason, decided_by, at)
                values (:regency, :id, :family, :need, :confirmed, :proposed, :reason, :actor, :at)
                """)
                .param("regency", actor.regencyCode())
                .param("id", Ids.next())
                .param("family", familyId)
                .param("need", need.key())
                .param("confirmed", confirmed)
                .param("proposed", proposed.name().toLowerCase(Locale.ROOT))
                .param("reason", reason)
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }
}
