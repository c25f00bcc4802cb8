package id.tuntas.ledger.internal;

import id.tuntas.ledger.AuditWatch;
import id.tuntas.ledger.AuditWatch.Stage;
import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.LeafHash;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Verification;
import id.tuntas.ledger.MerkleTree;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals committed entries into blocks and recomputes all of it. */
@Component
class LedgerChain {

    private static final byte[] BEGINNING = new byte[32];
    private static final int BLOCK_SIZE = 4_096;
    /** One sealer at a time for the whole database; writers of entries never take this lock. */
    private static final long SEALER_LOCK = 7_415_001L;

    /** One look-up by key for each entry: a join would be planned for yesterday's number of leaves, and go through them all for each. */
    private static final String UNSEALED = """
            tx >= cast(:since as xid8) and (select l.ordinal from ledger.leaf l
                where l.regency_code = e.regency_code and l.entry_id = e.id) is null
            """;

    private record Block(
            String regencyCode, long number, byte[] previous, byte[] root, int leaves, Instant sealedAt, byte[] hash) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Json json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<KeptContent> kept;
    /** All entries of earlier transactions are sealed; a new process looks at all of them once. */
    private volatile String sealedBefore = "0";

    LedgerChain(
            JdbcClient jdbc,
            JdbcTemplate template,
            Json json,
            Clock clock,
            TransactionTemplate transaction,
            ObjectProvider<KeptContent> kept) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        this.kept = kept;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
    void sealAll() {
        String ended = jdbc.sql("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                .query(String.class)
                .single();
        jdbc.sql("select distinct regency_code from ledger.entry e where " + UNSEALED)
                .param("since", sealedBefore)
                .query(String.class)
                .list()
                .forEach(this::seal);
        sealedBefore = ended;
    }

    int seal(String regencyCode) {
        int all = 0;
        int sealed;
        do {
            sealed = transaction.execute(status -> sealOne(regencyCode));
            all += sealed;
        } while (sealed == BLOCK_SIZE);
        if (all > 0) {
            dropReceipts(regencyCode);
        }
        return all;
    }

    /** Those of which every entry is sealed; the others tell what is missing. */
    private void dropReceipts(String regencyCode) {
        jdbc.sql("""
                delete from ledger.receipt r where r.regency_code = :regency and not exists (
                    select from unnest(r.entries) as e (id) where not exists (
                        select from ledger.leaf l where l.regency_code = r.regency_code and l.entry_id = e.id))
                """).param("regency", regencyCode).update();
    }

    private int sealOne(String regencyCode) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", SEALER_LOCK)
                .query(rows -> {});
        List<UUID> ids = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        jdbc.sql("with unsealed as materialized (select id, leaf_hash from ledger.entry e where " + UNSEALED + """
                and regency_code = :regency and tx < pg_snapshot_xmin(pg_current_snapshot()))
                select id, leaf_hash from unsealed order by id limit :size
                """)
                .param("regency", regencyCode)
                .param("since", sealedBefore)
                .param("size", BLOCK_SIZE)
                .query(row -> {
                    ids.add(row.getObject("id", UUID.class));
                    leaves.add(row.getBytes("leaf_hash"));
                });
        if (ids.isEmpty()) {
            return 0;
        }
        Optional<Block> last =
                blocks(regencyCode, "order by number desc limit 1").stream().findFirst();
        long number = last.map(Block::number).orElse(0L) + 1;
        byte[] previous = last.map(Block::hash).orElse(BEGINNING);
        byte[] root = MerkleTree.root(leaves);
        Instant sealedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        template.update(
                "insert into ledger.block values (?, ?, ?, ?, ?, ?, ?)",
                regencyCode,
                number,
                previous,
                root,
                leaves.size(),
                Timestamp.from(sealedAt),
                LeafHash.block(regencyCode, number, previous, root, leaves.size(), sealedAt));
        List<Object[]> rows = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new Object[] {regencyCode, ids.get(i), number, i});
        }
        template.batchUpdate("insert into ledger.leaf values (?, ?, ?, ?)", rows);
        return ids.size();
    }

    private List<Block> blocks(String regencyCode, String tail) {
        return jdbc.sql("select * from ledger.block where regency_code = :regency " + tail)
                .param("regency", regencyCode)
                .query((row, n) -> new Block(
                        row.getString("regency_code"),
                        row.getLong("number"),
                        row.getBytes("previous_hash"),
                        row.getBytes("root"),
                        row.getInt("leaves"),
                        row.getTimestamp("sealed_at").toInstant(),
                        row.getBytes("hash")))
                .list();
    }

    Verification verifyWithFiles(AuditWatch watch) {
        Verification records = verify(watch);
        if (records.firstMisfit().isPresent()) {
            return records;
        }
        Optional<Misfit> misfit = kept.orderedStream()
                .flatMap(one -> one.firstBrokenFile(watch).stream())
                .findFirst();
        return new Verification(records.entries(), records.blocks(), records.lastRoot(), misfit);
    }

    Verification verify(AuditWatch watch) {
        long all =
                jdbc.sql("select count(*) from ledger.entry").query(Long.class).single();
        watch.at(Stage.ENTRIES, 0, all);
        long entries = 0;
        long blocks = 0;
        String lastRoot = null;
        for (String regency : jdbc.sql("""
                select regency_code from ledger.entry union select regency_code from ledger.block
                union select regency_code from ledger.receipt order by 1
                """).query(String.class).list()) {
            byte[] previous = BEGINNING;
            long expected = 1;
            for (Block block : blocks(regency, "order by number")) {
                Optional<Misfit> misfit = misfitOf(block, expected, previous);
                if (misfit.isPresent()) {
                    return new Verification(entries, blocks, lastRoot, misfit);
                }
                previous = block.hash();
                expected++;
                blocks++;
                entries += block.leaves();
                lastRoot = Hashes.hex(block.hash());
                watch.at(Stage.ENTRIES, Math.min(entries, all), all);
            }
            Tail tail = tail(regency);
            if (tail.misfit() != null) {
                return new Verification(entries, blocks, lastRoot, Optional.of(tail.misfit()));
            }
            entries += tail.entries();
        }
        watch.at(Stage.ENTRIES, all, all);
        List<KeptContent> rooms = kept.orderedStream().toList();
        for (int i = 0; i < rooms.size(); i++) {
            watch.at(Stage.RECORDS, i, rooms.size());
            Optional<Misfit> misfit = rooms.get(i).firstMisfit();
            if (misfit.isPresent()) {
                return new Verification(entries, blocks, lastRoot, misfit);
            }
        }
        watch.at(Stage.RECORDS, rooms.size(), rooms.size());
        return new Verification(entries, blocks, lastRoot, Optional.empty());
    }

    private Optional<Misfit> misfitOf(Block block, long expected, byte[] previous) {
        String regency = block.regencyCode();
        if (block.number() != expected) {
            return Optional.of(Misfit.of(regency, "block", expected, "missing"));
        }
        List<byte[]> leaves = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        jdbc.sql("""
                select e.*, l.ordinal, l.entry_id from ledger.leaf l
                left join ledger.entry e on e.regency_code = l.regency_code and e.id = l.entry_id
                where l.regency_code = :regency and l.block_number = :number order by l.ordinal
                """).param("regency", regency).param("number", block.number()).query(row -> {
            misfitOf(row, regency).ifPresent(misfits::add);
            leaves.add(row.getBytes("leaf_hash"));
        });
        if (!misfits.isEmpty()) {
            return Optional.of(misfits.getFirst());
        }
        if (leaves.size() != block.leaves()) {
            return Optional.of(Misfit.of(regency, "block", block.number(), "leaves", block.leaves(), leaves.size()));
        }
        if (!Arrays.equals(MerkleTree.root(leaves), block.root())) {
            return Optional.of(Misfit.of(regency, "block", block.number(), "root"));
        }
        if (!Arrays.equals(previous, block.previous())) {
            return Optional.of(Misfit.of(regency, "block", block.number(), "order"));
        }
        byte[] hash = LeafHash.block(
                regency, block.number(), block.previous(), block.root(), block.leaves(), block.sealedAt());
        return Arrays.equals(hash, block.hash())
                ? Optional.empty()
                : Optional.of(Misfit.of(regency, "block", block.number(), "hash"));
    }

    boolean intact(String regency, List<UUID> entryIds) {
        List<Misfit> misfits = new ArrayList<>();
        jdbc.sql("select * from ledger.entry where regency_code = :regency and id = any(:entries)")
                .param("regency", regency)
                .param("entries", entryIds.toArray(UUID[]::new))
                .query(row -> {
                    misfitOf(row, regency).ifPresent(misfits::add);
                });
        return misfits.isEmpty();
    }

    private Optional<Misfit> misfitOf(ResultSet row, String regency) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        if (id == null) {
            return Optional.of(Misfit.of(regency, "entry", row.getString("entry_id"), "missing"));
        }
        byte[] leaf = LeafHash.of(
                regency,
                id,
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("verb"),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("region_code"),
                CanonicalJson.of(row.getString("detail"), json),
                row.getBytes("digest"));
        return Arrays.equals(leaf, row.getBytes("leaf_hash"))
                ? Optional.empty()
                : Optional.of(Misfit.of(regency, "entry", id, "hash"));
    }

    private record Tail(long entries, @Nullable Misfit misfit) {}

    /** Entries that are not sealed yet have no block to prove them, but each must give its own hash, and all that a receipt names be there. */
    private Tail tail(String regency) {
        long[] entries = {0};
        List<Misfit> misfits = new ArrayList<>();
        jdbc.sql("""
                select e.* from ledger.entry e where regency_code = :regency and not exists (
                    select from ledger.leaf l where l.regency_code = e.regency_code and l.entry_id = e.id)
                order by id
                """).param("regency", regency).query(row -> {
            entries[0]++;
            misfitOf(row, regency).ifPresent(misfits::add);
        });
        missing(regency).ifPresent(misfits::add);
        return new Tail(entries[0], misfits.isEmpty() ? null : misfits.getFirst());
    }

    private Optional<Misfit> missing(String regency) {
        return jdbc.sql("""
                select e.id from ledger.receipt r cross join unnest(r.entries) as e (id)
                where r.regency_code = :regency and not exists (
                    select from ledger.entry there where there.regency_code = r.regency_code and there.id = e.id)
                order by e.id limit 1
                """)
                .param("regency", regency)
                .query(UUID.class)
                .optional()
                .map(id -> Misfit.of(regency, "entry", id, "missing"));
    }
}
