package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.internal.RuleLanguage.Answer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
        Map<Need, Decision> decisions = new EnumMap<>(Need.class);
        jdbc.sql("""
                select distinct on (d.need) d.*, u.name from programmes.need_decision d
                join access.account u on u.regency_code = d.regency_code and u.id = d.decided_by
                where d.regency_code = :regency and d.family_id = :family order by d.need, d.id desc
                """).param("regency", regencyCode).param("family", familyId).query(row -> {
            decisions.put(
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
