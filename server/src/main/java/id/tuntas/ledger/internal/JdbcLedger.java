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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

@Component
class JdbcLedger implements Ledger {

    private static final String INSERT = """
            insert into ledger.entry (regency_code, id, at, recorded_at, actor_id, verb, subject_type, subject_id,
                region_code, detail, digest, leaf_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;
    private static final String SELECT = """
            select e.*, l.block_number from ledger.entry e
            left join ledger.leaf l on l.regency_code = e.regency_code and l.entry_id = e.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Json json;
    private final BusinessClock business;
    private final Clock clock;
    private final LedgerChain chain;

    JdbcLedger(
            JdbcClient jdbc, JdbcTemplate template, Json json, BusinessClock business, Clock clock, LedgerChain chain) {
        this.jdbc = jdbc;
        this.template = template;
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
        List<UUID> ids = acts.stream().map(act -> Ids.next()).toList();
        List<Object[]> rows = new ArrayList<>(acts.size());
        for (int i = 0; i < acts.size(); i++) {
            rows.add(row(ids.get(i), acts.get(i), at, recordedAt));
        }
        template.batchUpdate(INSERT, rows);
        return ids;
    }

    private Object[] row(UUID id, Act act, Instant at, Instant recordedAt) {
        String detail = CanonicalJson.of(act.detail(), json);
        byte[] digest = Hashes.sha256(act.content());
        byte[] leaf = LeafHash.of(
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
        return new Object[] {
            act.regencyCode(),
            id,
            Timestamp.from(at),
            Timestamp.from(recordedAt),
            act.actorId(),
            act.verb(),
            act.subjectType(),
            act.subjectId(),
            act.regionCode(),
            detail,
            digest,
            leaf
        };
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
