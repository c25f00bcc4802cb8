package id.tuntas.ledger.internal;

import id.tuntas.ledger.Act;
import id.tuntas.ledger.AuditWatch;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.HistoryProof;
import id.tuntas.ledger.LeafHash;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.MerkleTree;
import id.tuntas.ledger.SealedEntry;
import id.tuntas.ledger.UntoldActs;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

@Component
class JdbcLedger implements Ledger {

    private static final String SELECT = """
            select e.*, l.block_number from ledger.entry e
            left join ledger.leaf l on l.regency_code = e.regency_code and l.entry_id = e.id
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final BusinessClock business;
    private final Clock clock;
    private final LedgerChain chain;
    private final ObjectProvider<UntoldActs> rooms;

    JdbcLedger(
            JdbcClient jdbc,
            Json json,
            BusinessClock business,
            Clock clock,
            LedgerChain chain,
            ObjectProvider<UntoldActs> rooms) {
        this.jdbc = jdbc;
        this.json = json;
        this.business = business;
        this.clock = clock;
        this.chain = chain;
        this.rooms = rooms;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(Act act) {
        return record(List.of(act)).getFirst();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> record(List<Act> acts) {
        List<Prepared> entries = prepare(acts);
        if (!entries.isEmpty()) {
            jdbc.sql("select ledger.record(cast(:entries as jsonb))")
                    .param("entries", entries.stream().map(Prepared::json).collect(Collectors.joining(",", "[", "]")))
                    .query(row -> {});
        }
        return entries.stream().map(Prepared::id).toList();
    }

    @Override
    public List<Prepared> prepare(List<Act> acts) {
        Instant at = business.now().truncatedTo(ChronoUnit.MICROS);
        Instant recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return acts.stream().map(act -> prepared(act, at, recordedAt)).toList();
    }

    private Prepared prepared(Act act, Instant at, Instant recordedAt) {
        UUID id = Ids.next();
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
                CanonicalJson.of(act.detail(), json),
                digest);
        return new Prepared(
                id,
                json.write(new Row(
                        act.regencyCode(),
                        id,
                        at.toString(),
                        recordedAt.toString(),
                        act.actorId(),
                        act.verb(),
                        act.subjectType(),
                        act.subjectId(),
                        act.regionCode(),
                        act.detail(),
                        Hashes.hex(digest),
                        Hashes.hex(hash))));
    }

    /** What the database's {@code ledger.record} takes, by its names. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            String regencyCode,
            UUID id,
            String at,
            String recordedAt,
            @Nullable UUID actorId,
            String verb,
            String subjectType,
            UUID subjectId,
            String regionCode,
            Map<String, Object> detail,
            String digest,
            String leafHash) {}

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
        return chain.verify((stage, done, total) -> {});
    }

    @Override
    public Verification verifyWithFiles(AuditWatch watch) {
        return chain.verifyWithFiles(watch);
    }

    @Override
    @Transactional(readOnly = true)
    public long export(Consumer<Entry> sink) {
        Predicate<Entry> untold =
                rooms.stream().map(UntoldActs::untold).reduce(Predicate::or).orElse(entry -> false);
        AtomicLong left = new AtomicLong();
        jdbc.sql(SELECT + "order by e.regency_code, e.id").withFetchSize(1_000).query((ResultSet row) -> {
            Entry entry = entry(row, row.getRow());
            if (untold.test(entry)) {
                left.incrementAndGet();
            } else {
                sink.accept(entry);
            }
        });
        return left.get();
    }

    @Override
    public boolean intact(String regencyCode, List<UUID> entryIds) {
        return chain.intact(regencyCode, entryIds);
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

    @Override
    public Optional<SealedEntry> findSealed(String regencyCode, UUID entryId) {
        return sealed(regencyCode, List.of(entryId)).stream().findFirst();
    }

    @Override
    public Optional<HistoryProof> prove(String regencyCode, UUID subject, String number, List<UUID> entryIds) {
        List<SealedEntry> entries = sealed(regencyCode, entryIds);
        return entries.stream()
                .min(Comparator.comparingLong(SealedEntry::block))
                .map(first -> {
                    List<String> hashes = new ArrayList<>();
                    List<HistoryProof.Block> blocks = jdbc.sql("""
                    select * from ledger.block where regency_code = :regency and number >= :first order by number
                    """)
                            .param("regency", regencyCode)
                            .param("first", first.block())
                            .query((row, n) -> {
                                hashes.add(Hashes.hex(row.getBytes("hash")));
                                return new HistoryProof.Block(
                                        row.getLong("number"),
                                        Hashes.hex(row.getBytes("root")),
                                        row.getInt("leaves"),
                                        row.getTimestamp("sealed_at").toInstant());
                            })
                            .list();
                    return new HistoryProof(subject, number, entries, first.previous(), blocks, hashes.getLast());
                });
    }

    private List<SealedEntry> sealed(String regencyCode, List<UUID> entryIds) {
        UUID[] ids = entryIds.toArray(UUID[]::new);
        Map<Long, List<byte[]>> leaves = new HashMap<>();
        jdbc.sql("""
                select beside.block_number, other.leaf_hash from ledger.leaf beside
                join ledger.entry other on other.regency_code = beside.regency_code and other.id = beside.entry_id
                where beside.regency_code = :regency and beside.block_number in (
                    select l.block_number from ledger.leaf l where l.regency_code = :regency and l.entry_id = any(:entries))
                order by beside.block_number, beside.ordinal
                """).param("regency", regencyCode).param("entries", ids).query(row -> {
            leaves.computeIfAbsent(row.getLong("block_number"), block -> new ArrayList<>())
                    .add(row.getBytes("leaf_hash"));
        });
        return jdbc.sql("""
                select e.*, l.ordinal, b.number, b.previous_hash, b.leaves, b.sealed_at from ledger.entry e
                join ledger.leaf l on l.regency_code = e.regency_code and l.entry_id = e.id
                join ledger.block b on b.regency_code = l.regency_code and b.number = l.block_number
                where e.regency_code = :regency and e.id = any(:entries) and l.block_number = any(:blocks) order by e.id
                """)
                .param("regency", regencyCode)
                .param("entries", ids)
                .param("blocks", leaves.keySet().toArray(Long[]::new))
                .query((row, n) -> sealed(row, Objects.requireNonNull(leaves.get(row.getLong("number")))))
                .list();
    }

    private SealedEntry sealed(ResultSet row, List<byte[]> leaves) throws SQLException {
        int index = row.getInt("ordinal");
        return new SealedEntry(
                row.getString("regency_code"),
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("verb"),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("region_code"),
                CanonicalJson.of(row.getString("detail"), json),
                Hashes.hex(row.getBytes("digest")),
                row.getLong("number"),
                index,
                row.getInt("leaves"),
                MerkleTree.path(leaves, index).stream().map(Hashes::hex).toList(),
                Hashes.hex(row.getBytes("previous_hash")),
                row.getTimestamp("sealed_at").toInstant());
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
