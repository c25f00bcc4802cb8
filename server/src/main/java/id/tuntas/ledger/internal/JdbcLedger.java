package id.tuntas.ledger.internal;

import id.tuntas.ledger.Act;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

@Component
class JdbcLedger implements Ledger {

    /** The entries and, in the same statement, the receipt that misses them if they are deleted before they are sealed. */
    private static final String INSERT = """
            with entry as (
                insert into ledger.entry (regency_code, id, at, recorded_at, actor_id, verb, subject_type, subject_id,
                    region_code, detail, digest, leaf_hash)
                select e.regency_code, e.id, :at, :recordedAt, e.actor_id, e.verb, e.subject_type, e.subject_id,
                    e.region_code, cast(e.detail as jsonb), e.digest, e.leaf_hash
                from unnest(:regencies, :ids, :actors, :verbs, :subjectTypes, :subjects, :regions, :details, :digests,
                        :leaves)
                    as e (regency_code, id, actor_id, verb, subject_type, subject_id, region_code, detail, digest, leaf_hash)
                returning regency_code, id
            )
            insert into ledger.receipt (regency_code, id, entries)
            select regency_code, (array_agg(id order by id))[1], array_agg(id order by id) from entry group by regency_code
            """;

    private static final String SELECT = """
            select e.*, l.block_number from ledger.entry e
            left join ledger.leaf l on l.regency_code = e.regency_code and l.entry_id = e.id
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final BusinessClock business;
    private final Clock clock;
    private final LedgerChain chain;

    JdbcLedger(JdbcClient jdbc, Json json, BusinessClock business, Clock clock, LedgerChain chain) {
        this.jdbc = jdbc;
        this.json = json;
        this.business = business;
        this.clock = clock;
        this.chain = chain;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(Act act) {
        return record(List.of(act)).getFirst();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> record(List<Act> acts) {
        Instant at = business.now().truncatedTo(ChronoUnit.MICROS);
        Instant recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Leaf> leaves = acts.stream().map(act -> leaf(act, at, recordedAt)).toList();
        if (leaves.isEmpty()) {
            return List.of();
        }
        jdbc.sql(INSERT)
                .param("at", Timestamp.from(at))
                .param("recordedAt", Timestamp.from(recordedAt))
                .param("regencies", column(acts, Act::regencyCode, String[]::new))
                .param("ids", column(leaves, Leaf::id, UUID[]::new))
                .param("actors", column(acts, Act::actorId, UUID[]::new))
                .param("verbs", column(acts, Act::verb, String[]::new))
                .param("subjectTypes", column(acts, Act::subjectType, String[]::new))
                .param("subjects", column(acts, Act::subjectId, UUID[]::new))
                .param("regions", column(acts, Act::regionCode, String[]::new))
                .param("details", column(leaves, Leaf::detail, String[]::new))
                .param("digests", column(leaves, Leaf::digest, byte[][]::new))
                .param("leaves", column(leaves, Leaf::hash, byte[][]::new))
                .update();
        return leaves.stream().map(Leaf::id).toList();
    }

    /** What an act becomes. */
    private record Leaf(UUID id, String detail, byte[] digest, byte[] hash) {}

    private Leaf leaf(Act act, Instant at, Instant recordedAt) {
        UUID id = Ids.next();
        String detail = CanonicalJson.of(act.detail(), json);
        byte[] digest = Hashes.sha256(act.content());
        byte[] hash = LeafHash.of(
                act.regencyCode(),
                id,
                at,
                recordedAt,
                act.actorId(),
                act.verb(),
                act.subjectType(),
                act.subjectId(),
                act.regionCode(),
                detail,
                digest);
        return new Leaf(id, detail, digest, hash);
    }

    private static <R, T> @Nullable T[] column(
            List<R> rows, Function<R, ? extends @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    @Override
    public List<Entry> of(String regencyCode, UUID subjectId) {
        return ofAll(regencyCode, List.of(subjectId));
    }

    @Override
    public List<Entry> ofAll(String regencyCode, List<UUID> subjectIds) {
        return jdbc.sql(SELECT + "where e.regency_code = :regency and e.subject_id = any(:subjects) order by e.id")
                .param("regency", regencyCode)
                .param("subjects", subjectIds.toArray(UUID[]::new))
                .query(this::entry)
                .list();
    }

    @Override
    public List<Entry> latest(String regencyCode, @Nullable UUID actorId, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                where e.regency_code = :regency and (cast(:actor as uuid) is null or e.actor_id = :actor)
                    and (cast(:before as uuid) is null or e.id < :before)
                order by e.id desc limit :limit
                """)
                .param("regency", regencyCode)
                .param("actor", actorId)
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    @Override
    public int seal(String regencyCode) {
        return chain.seal(regencyCode);
    }

    @Override
    public Verification verify() {
        return chain.verify();
    }

    @Override
    @Transactional(readOnly = true)
    public void export(Consumer<Entry> sink) {
        jdbc.sql(SELECT + "order by e.regency_code, e.id").withFetchSize(1_000).query((ResultSet row) -> {
            sink.accept(entry(row, row.getRow()));
        });
    }

    @Override
    public State state(String regencyCode) {
        long entries = jdbc.sql("select count(*) from ledger.entry where regency_code = :regency")
                .param("regency", regencyCode)
                .query(Long.class)
                .single();
        return jdbc.sql("""
                select number, hash from ledger.block where regency_code = :regency order by number desc limit 1
                """)
                .param("regency", regencyCode)
                .query((row, n) -> new State(entries, row.getLong("number"), Hashes.hex(row.getBytes("hash"))))
                .optional()
                .orElse(new State(entries, 0, null));
    }

    private Entry entry(ResultSet row, int n) throws SQLException {
        Map<String, Object> detail =
                json.read(row.getString("detail"), new TypeReference<TreeMap<String, Object>>() {});
        return new Entry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("verb"),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("region_code"),
                detail,
                Hashes.hex(row.getBytes("leaf_hash")),
                row.getObject("block_number", Long.class));
    }
}
