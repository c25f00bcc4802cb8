package id.tuntas.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The record of every act. An entry is added in the caller's transaction, beside the write it speaks of, and waits for nobody; committed
 * entries are sealed afterwards into blocks whose hashes form a chain.
 */
public interface Ledger {

    /** Adds one entry in the caller's transaction, which must exist. Returns its id. */
    UUID record(Act act);

    /** Adds many in one go; for the acts of a bulk commit. */
    List<UUID> record(List<Act> acts);

    /**
     * What acts become, in their order, for a caller who keeps them beside what they speak of and hands them over with a statement of his
     * own: the database's {@code ledger.record} takes an array of them.
     */
    List<Prepared> prepare(List<Act> acts);

    /** Entries of one subject, oldest first. */
    List<Entry> of(String regencyCode, UUID subjectId);

    /** Entries of several subjects together, oldest first. */
    List<Entry> ofAll(String regencyCode, List<UUID> subjectIds);

    /** The newest entries before the given one, newest first. */
    List<Entry> latest(String regencyCode, @Nullable UUID actorId, @Nullable UUID before, int limit);

    /** Seals what is committed and not yet in a block. Returns how many entries. */
    int seal(String regencyCode);

    /**
     * Recomputes every leaf, every block and the chain, misses what was recorded and is not sealed yet, and holds the digests against the
     * content that is kept ({@link KeptContent}).
     *
     * <p>What it cannot see: who may write to the tables as their owner and makes a new ledger out of whole cloth, or takes away an entry
     * that is not sealed yet together with its receipt and with what it speaks of. Against the first helps a root hash that was kept
     * outside; the second has about two seconds while the server runs.
     */
    Verification verify();

    /** The same, and then every kept file is read from end to end, which takes as long as the disk needs for it. */
    Verification verifyWithFiles(AuditWatch watch);

    /**
     * Hands over every entry, oldest first, for an export that an auditor can check by himself; without those that nobody may know of yet
     * ({@link UntoldActs}). Returns how many it leaves out.
     */
    long export(Consumer<Entry> sink);

    /** Whether each of these entries still gives the hash that it was recorded with; of their blocks it says nothing, as {@link #verify()} does. */
    boolean intact(String regencyCode, List<UUID> entryIds);

    State state(String regencyCode);

    /** An entry with what proves it in its block; empty while it waits to be sealed. */
    Optional<SealedEntry> findSealed(String regencyCode, UUID entryId);

    /** What proves those of the entries that are sealed; empty when none is. @param subject and {@code number} of whom they speak */
    Optional<HistoryProof> prove(String regencyCode, UUID subject, String number, List<UUID> entryIds);

    /**
     * An entry that is not written yet.
     *
     * @param json what {@code ledger.record} takes
     */
    record Prepared(UUID id, String json) {}

    /**
     * @param lastRoot hash of the newest block, which stands for everything before it; the same as {@link State#lastHash()}
     * @param firstMisfit the first entry or block that does not fit and why; empty when everything fits
     */
    record Verification(long entries, long blocks, @Nullable String lastRoot, Optional<Misfit> firstMisfit) {}

    /**
     * What does not fit, in the texts of {@code messages}.
     *
     * @param what {@code misfit.entry}, {@code misfit.block} or what a room keeps, and which one
     * @param keepers of a file: whose it is, as far as a room knows
     */
    record Misfit(String regencyCode, Text what, Text why, List<Text> keepers) {

        public static Misfit of(String regencyCode, String kind, Object which, String why, Object... facts) {
            return new Misfit(
                    regencyCode, Text.of("misfit." + kind, which), Text.of("misfit." + why, facts), List.of());
        }

        public Misfit keptBy(List<Text> rooms) {
            return new Misfit(regencyCode, what, why, rooms);
        }
    }

    /** A text by its key, and what is named in it. */
    record Text(String key, List<String> facts) {

        public static Text of(String key, Object... facts) {
            return new Text(key, Arrays.stream(facts).map(String::valueOf).toList());
        }
    }

    record State(long entries, long blocks, @Nullable String lastHash) {}
}
