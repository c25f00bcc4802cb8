package id.tuntas.sharing.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Json;
import id.tuntas.sharing.SharingState;
import id.tuntas.sharing.Terms;
import id.tuntas.sharing.internal.Inputs.Choice;
import id.tuntas.sharing.internal.Share.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SharingStore {

    /** A plan whose job has failed is worked on no longer: it is what it was before, or stopped where it was nothing yet. */
    private static final String STANDS = """
            case when j.state = 'failed' and p.state in ('solving', 'committing')
                then case when p.inputs is null then 'stopped' else 'proposed' end
                else p.state end as stands
            """;

    private static final String FROM = """
             from sharing.plan p join platform.job j on j.regency_code = p.regency_code and j.id = p.job_id
            where p.regency_code = :regency and
            """;

    private static final String GIVEN = """
            (select count(distinct s.family_id) from sharing.share s
                where s.regency_code = p.regency_code and s.plan_id = p.id and s.given) as families,
            (select count(*) from sharing.share s
                where s.regency_code = p.regency_code and s.plan_id = p.id and s.given) as requests,
            """;

    private static final String SELECT = "select p.*, " + STANDS + FROM + "p.id = :id";

    /** @param inputs null until it was worked out once @param digest of the inputs */
    record Plan(
            UUID id,
            UUID roundId,
            SharingState state,
            Terms terms,
            @Nullable Inputs inputs,
            @Nullable String digest,
            UUID jobId,
            int version) {}

    /** @param families that it gives something to @param requests one for each family and programme */
    record PlanLine(UUID id, SharingState state, UUID createdBy, Instant createdAt, int families, int requests) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final BusinessClock clock;

    SharingStore(JdbcClient jdbc, Json json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Set<UUID> familiesOf(String regencyCode, UUID roundId) {
        return new HashSet<>(jdbc.sql("select id from cases.family where regency_code = :regency and round_id = :round")
                .param("regency", regencyCode)
                .param("round", roundId)
                .query(UUID.class)
                .list());
    }

    void insert(Actor actor, UUID id, UUID roundId, Terms terms, UUID jobId) {
        jdbc.sql("""
                insert into sharing.plan (regency_code, id, round_id, state, terms, job_id, version, created_by, created_at)
                values (:regency, :id, :round, 'solving', cast(:terms as jsonb), :job, 1, :actor, :at)
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("round", roundId)
                .param("terms", json.write(terms))
                .param("job", jobId)
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    Optional<Plan> find(String regencyCode, UUID id) {
        return read(SELECT, regencyCode, id);
    }

    /** Holds it until the transaction ends. */
    Optional<Plan> lock(String regencyCode, UUID id) {
        return read(SELECT + " for no key update of p", regencyCode, id);
    }

    private Optional<Plan> read(String sql, String regencyCode, UUID id) {
        return jdbc.sql(sql)
                .param("regency", regencyCode)
                .param("id", id)
                .query((row, n) -> plan(row))
                .optional();
    }

    /** Of a round, the newest first. @param before the last one seen */
    List<PlanLine> list(String regencyCode, UUID roundId, @Nullable UUID before, int limit) {
        return jdbc.sql("select p.id, p.created_by, p.created_at, " + GIVEN + STANDS + FROM + """
                p.round_id = :round and (cast(:before as uuid) is null or p.id < :before) order by p.id desc limit :limit
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new PlanLine(
                        row.getObject("id", UUID.class),
                        SharingState.ofKey(row.getString("stands")),
                        row.getObject("created_by", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("families"),
                        row.getInt("requests")))
                .list();
    }

    private Plan plan(ResultSet row) throws SQLException {
        String inputs = row.getString("inputs");
        return new Plan(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                SharingState.ofKey(row.getString("stands")),
                json.read(row.getString("terms"), Terms.class),
                inputs == null ? null : json.read(inputs, Inputs.class),
                row.getString("digest"),
                row.getObject("job_id", UUID.class),
                row.getInt("version"));
    }

    void state(String regencyCode, UUID id, SharingState state, UUID jobId) {
        jdbc.sql("""
                update sharing.plan set state = :state, job_id = :job, version = version + 1 where regency_code = :regency and id = :id
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("state", state.key())
                .param("job", jobId)
                .update();
    }

    /** Keeps what was worked out, in place of what was worked out before; what people decided keeps its pin. */
    void keep(String regencyCode, UUID id, Inputs inputs, List<Share> shares) {
        jdbc.sql("""
                update sharing.plan set state = 'proposed', inputs = cast(:inputs as jsonb), digest = :digest, version = version + 1
                where regency_code = :regency and id = :id
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("inputs", json.write(inputs))
                .param("digest", inputs.digest(json))
                .update();
        jdbc.sql("""
                delete from sharing.share where regency_code = :regency and plan_id = :id and intervention_id is null
                """).param("regency", regencyCode).param("id", id).update();
        List<Share> said =
                shares.stream().filter(one -> one.given() || one.pinned()).toList();
        jdbc.sql("""
                insert into sharing.share (regency_code, plan_id, family_id, programme_id, given, pinned)
                select :regency, :id, * from unnest(cast(:families as uuid[]), cast(:programmes as uuid[]), cast(:given as boolean[]),
                    cast(:pinned as boolean[]))
                on conflict (regency_code, plan_id, family_id, programme_id)
                    do update set given = excluded.given, pinned = excluded.pinned, intervention_id = null
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param(
                        "families",
                        said.stream().map(one -> one.key().household()).toArray(UUID[]::new))
                .param(
                        "programmes",
                        said.stream().map(one -> one.key().programme()).toArray(UUID[]::new))
                .param("given", said.stream().map(Share::given).toArray(Boolean[]::new))
                .param("pinned", said.stream().map(Share::pinned).toArray(Boolean[]::new))
                .update();
    }

    /** What is said of families and programmes; what is not there is not given. */
    Map<Key, Choice> choices(String regencyCode, UUID id) {
        Map<Key, Choice> choices = new HashMap<>();
        jdbc.sql("""
                select family_id, programme_id, given, pinned from sharing.share where regency_code = :regency and plan_id = :id
                """).param("regency", regencyCode).param("id", id).query(row -> {
            choices.put(
                    new Key(row.getObject("family_id", UUID.class), row.getObject("programme_id", UUID.class)),
                    new Choice(row.getBoolean("given"), row.getBoolean("pinned")));
        });
        return choices;
    }

    void choose(String regencyCode, UUID id, Key key, Choice choice) {
        jdbc.sql("""
                insert into sharing.share (regency_code, plan_id, family_id, programme_id, given, pinned)
                values (:regency, :id, :family, :programme, :given, :pinned)
                on conflict (regency_code, plan_id, family_id, programme_id) do update set given = excluded.given, pinned = excluded.pinned
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("family", key.household())
                .param("programme", key.programme())
                .param("given", choice.given())
                .param("pinned", choice.pinned())
                .update();
    }

    /** What is given and was not asked yet. */
    Set<Key> toAsk(String regencyCode, UUID id) {
        return new HashSet<>(jdbc.sql("""
                select family_id, programme_id from sharing.share
                where regency_code = :regency and plan_id = :id and given and intervention_id is null
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .query((row, n) ->
                        new Key(row.getObject("family_id", UUID.class), row.getObject("programme_id", UUID.class)))
                .list());
    }

    void asked(String regencyCode, UUID id, Key key, UUID interventionId) {
        jdbc.sql("""
                update sharing.share set intervention_id = :intervention
                where regency_code = :regency and plan_id = :id and family_id = :family and programme_id = :programme
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("family", key.household())
                .param("programme", key.programme())
                .param("intervention", interventionId)
                .update();
    }

    record Named(String number, String name, String village) {}

    Map<UUID, Named> names(String regencyCode, List<UUID> families) {
        Map<UUID, Named> names = new HashMap<>();
        jdbc.sql("""
                select id, number, head_name, village_code from cases.family where regency_code = :regency and id = any(:families)
                """)
                .param("regency", regencyCode)
                .param("families", families.toArray(UUID[]::new))
                .query(row -> {
                    names.put(
                            row.getObject("id", UUID.class),
                            new Named(
                                    row.getString("number"),
                                    row.getString("head_name"),
                                    row.getString("village_code")));
                });
        return names;
    }
}
