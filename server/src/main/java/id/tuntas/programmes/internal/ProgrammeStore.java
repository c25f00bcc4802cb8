package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.KeptRule;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.NewProgramme;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Quota;
import id.tuntas.programmes.Rule;
import id.tuntas.programmes.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

@Component
class ProgrammeStore {

    private static final String SELECT = """
            select p.*, a.name as agency, r.rule, r.saved_at,
                array(select distinct o.code from programmes.programme o where o.regency_code = p.regency_code and o.id <> p.id
                    and (o.code = any(p.not_with) or p.code = any(o.not_with)) order by o.code) as excluded,
                (select coalesce(jsonb_agg(jsonb_build_object('year', q.year, 'area', q.area, 'units', q.units, 'rupiah', q.rupiah)
                        order by q.year, q.area), '[]')
                    from programmes.quota q where q.regency_code = p.regency_code and q.programme_id = p.id) as quotas
            from programmes.programme p
            join programmes.agency a on a.regency_code = p.regency_code and a.id = p.agency_id
            join programmes.rule r on r.regency_code = p.regency_code and r.programme_id = p.id and r.version = p.rule_version
            where p.regency_code = :regency
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final BusinessClock clock;

    ProgrammeStore(JdbcClient jdbc, Json json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<Programme> list(String regencyCode) {
        return jdbc.sql(SELECT + " order by p.pillar, p.name, p.id")
                .param("regency", regencyCode)
                .query(this::programme)
                .list();
    }

    Optional<Programme> find(String regencyCode, UUID id) {
        return jdbc.sql(SELECT + " and p.id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .query(this::programme)
                .optional();
    }

    /** All versions of a rule, the newest first. */
    List<KeptRule> rules(String regencyCode, UUID programmeId) {
        return jdbc.sql("""
                select * from programmes.rule where regency_code = :regency and programme_id = :programme order by version desc
                """)
                .param("regency", regencyCode)
                .param("programme", programmeId)
                .query((row, n) -> new KeptRule(
                        row.getInt("version"),
                        json.read(row.getString("rule"), Rule.class),
                        row.getObject("saved_by", UUID.class),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    /** Null when the code is taken. */
    @Nullable UUID insert(Actor actor, NewProgramme programme) {
        UUID id = Ids.next();
        int inserted = jdbc.sql("""
                insert into programmes.programme (regency_code, id, code, name, pillar, agency_id, funding, unit, amount, needs, not_with,
                    active, rule_version)
                values (:regency, :id, :code, :name, :pillar, :agency, :funding, :unit, :amount, :needs, :notWith, :active, 1)
                on conflict (regency_code, code) do nothing
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .params(columns(actor.regencyCode(), programme))
                .update();
        if (inserted == 0) {
            return null;
        }
        insertRule(actor, id, 1, programme.rule());
        insertQuotas(actor.regencyCode(), id, programme.quotas());
        return id;
    }

    /** Returns false when the programme has another version by now. */
    boolean update(Actor actor, Programme before, int version, NewProgramme programme) {
        boolean newRule = !before.rule().equals(programme.rule());
        int updated = jdbc.sql("""
                update programmes.programme set name = :name, pillar = :pillar, agency_id = :agency, funding = :funding, unit = :unit,
                    amount = :amount, needs = :needs, not_with = :notWith, active = :active, rule_version = :rule, version = version + 1
                where regency_code = :regency and id = :id and version = :version
                """)
                .param("regency", actor.regencyCode())
                .param("id", before.id())
                .param("version", version)
                .param("rule", before.ruleVersion() + (newRule ? 1 : 0))
                .params(columns(actor.regencyCode(), programme))
                .update();
        if (updated == 0) {
            return false;
        }
        if (newRule) {
            insertRule(actor, before.id(), before.ruleVersion() + 1, programme.rule());
        }
        freeOthers(actor.regencyCode(), programme);
        jdbc.sql("delete from programmes.quota where regency_code = :regency and programme_id = :id")
                .param("regency", actor.regencyCode())
                .param("id", before.id())
                .update();
        insertQuotas(actor.regencyCode(), before.id(), programme.quotas());
        return true;
    }

    /** What two programmes say of each other is one thing: whoever takes it back here takes it back there. */
    private void freeOthers(String regencyCode, NewProgramme programme) {
        jdbc.sql("""
                update programmes.programme set not_with = array_remove(not_with, :code), version = version + 1
                where regency_code = :regency and :code = any(not_with) and code <> all(:notWith)
                """)
                .param("regency", regencyCode)
                .param("code", programme.code())
                .param("notWith", programme.notWith().toArray(String[]::new))
                .update();
    }

    private Map<String, @Nullable Object> columns(String regencyCode, NewProgramme programme) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("code", programme.code());
        columns.put("name", programme.name());
        columns.put("pillar", programme.pillar());
        columns.put("agency", agency(regencyCode, programme.agency()));
        columns.put("funding", programme.funding().key());
        columns.put("unit", programme.unit().key());
        columns.put("amount", programme.amount());
        columns.put("needs", programme.needs().stream().sorted().map(Need::key).toArray(String[]::new));
        columns.put("notWith", programme.notWith().stream().sorted().toArray(String[]::new));
        columns.put("active", programme.active());
        return columns;
    }

    /** The agency of this name, which is known from now on. */
    private UUID agency(String regencyCode, String name) {
        jdbc.sql("""
                insert into programmes.agency (regency_code, id, name) values (:regency, :id, :name) on conflict (regency_code, name) do nothing
                """)
                .param("regency", regencyCode)
                .param("id", Ids.next())
                .param("name", name)
                .update();
        return jdbc.sql("select id from programmes.agency where regency_code = :regency and name = :name")
                .param("regency", regencyCode)
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private void insertRule(Actor actor, UUID programmeId, int version, Rule rule) {
        jdbc.sql("""
                insert into programmes.rule (regency_code, programme_id, version, rule, saved_by, saved_at)
                values (:regency, :programme, :version, cast(:rule as jsonb), :actor, :at)
                """)
                .param("regency", actor.regencyCode())
                .param("programme", programmeId)
                .param("version", version)
                .param("rule", json.write(rule))
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    private void insertQuotas(String regencyCode, UUID programmeId, List<Quota> quotas) {
        for (Quota quota : quotas) {
            jdbc.sql("""
                    insert into programmes.quota (regency_code, programme_id, year, area, units, rupiah)
                    values (:regency, :programme, :year, :area, :units, :rupiah)
                    """)
                    .param("regency", regencyCode)
                    .param("programme", programmeId)
                    .param("year", quota.year())
                    .param("area", quota.area())
                    .param("units", quota.units(), Types.INTEGER)
                    .param("rupiah", quota.rupiah(), Types.BIGINT)
                    .update();
        }
    }

    private Programme programme(ResultSet row, int n) throws SQLException {
        return new Programme(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getInt("pillar"),
                row.getObject("agency_id", UUID.class),
                row.getString("agency"),
                Funding.findByKey(row.getString("funding")).orElseThrow(),
                Unit.findByKey(row.getString("unit")).orElseThrow(),
                row.getObject("amount", Long.class),
                texts(row, "needs").stream()
                        .map(key -> Need.findByKey(key).orElseThrow())
                        .collect(Collectors.toCollection(TreeSet::new)),
                texts(row, "excluded"),
                row.getBoolean("active"),
                json.read(row.getString("rule"), Rule.class),
                row.getInt("rule_version"),
                row.getTimestamp("saved_at").toInstant(),
                json.read(row.getString("quotas"), new TypeReference<List<Quota>>() {}),
                row.getInt("version"));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
