package id.tuntas.ledger;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Shows anybody, without this system, that entries stand in the ledger as they were recorded, and what was sealed after them: each entry in
 * its block, and every block from the first of these on, each with the hash of the one before. That nothing else was recorded it cannot show.
 *
 * @param subject whose history it is; entries of other subjects, as its visits, are beside its own
 * @param number of the case, as people know it
 * @param previous hash of the block before the first; hex, as every hash here
 * @param blocks without a gap, to the newest
 * @param last hash of the newest, which stands for all before it
 */
public record HistoryProof(
        UUID subject, String number, List<SealedEntry> entries, String previous, List<Block> blocks, String last) {

    public record Block(long number, String root, int leaves, Instant sealedAt) {}

    public HistoryProof {
        entries = List.copyOf(entries);
        blocks = List.copyOf(blocks);
    }

    /**
     * Hashes of the blocks by their numbers; empty when an entry or a block does not fit the others. Whatever is changed here leads to other
     * hashes.
     */
    public NavigableMap<Long, String> chain() {
        NavigableMap<Long, String> chain = new TreeMap<>();
        try {
            HexFormat hex = HexFormat.of();
            String before = previous;
            for (Block block : blocks) {
                if (!chain.isEmpty() && block.number() != chain.lastKey() + 1) {
                    return new TreeMap<>();
                }
                before = hex.formatHex(LeafHash.block(
                        entries.getFirst().regencyCode(),
                        block.number(),
                        hex.parseHex(before),
                        hex.parseHex(block.root()),
                        block.leaves(),
                        block.sealedAt()));
                chain.put(block.number(), before);
            }
            boolean fits = before.equals(last)
                    && entries.stream().allMatch(entry -> entry.blockHash().equals(chain.get(entry.block())));
            return fits ? chain : new TreeMap<>();
        } catch (IllegalArgumentException e) {
            return new TreeMap<>();
        }
    }
}
