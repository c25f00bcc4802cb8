package id.tuntas.ledger;

import id.tuntas.platform.Hashes;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows anybody, without this system, that an entry is in a block of the ledger (ADR 3): all that the entry's leaf and the block's hash are
 * computed from.
 *
 * @param detail byte for byte as the leaf has it, JSON with its keys in order
 * @param digest SHA-256 of what the act was about; hex, as every hash here
 * @param block number of the block
 * @param index place of the entry in the block, from 0
 * @param leaves how many entries the block seals
 * @param path from the leaf to the block's tree, the lowest neighbour first
 * @param previous hash of the block before
 */
public record SealedEntry(
        String regencyCode,
        UUID id,
        Instant at,
        Instant recordedAt,
        @Nullable UUID actorId,
        String verb,
        String subjectType,
        UUID subjectId,
        String regionCode,
        String detail,
        String digest,
        long block,
        int index,
        int leaves,
        List<String> path,
        String previous,
        Instant sealedAt) {

    public SealedEntry {
        path = List.copyOf(path);
    }

    /**
     * Hash of the block that this leads to; whatever is changed here leads to another.
     *
     * @throws IllegalArgumentException for a path that no such block has, or what is no hash
     */
    public String blockHash() {
        HexFormat hex = HexFormat.of();
        return Hashes.hex(LeafHash.block(
                regencyCode, block, hex.parseHex(previous), hex.parseHex(blockRoot()), leaves, sealedAt));
    }

    /** Root of the block's tree that this leads to. Throws as {@link #blockHash()}. */
    public String blockRoot() {
        HexFormat hex = HexFormat.of();
        byte[] leaf = LeafHash.of(
                regencyCode,
                id,
                at,
                recordedAt,
                actorId,
                verb,
                subjectType,
                subjectId,
                regionCode,
                detail,
                hex.parseHex(digest));
        return Hashes.hex(MerkleTree.root(
                leaf, index, leaves, path.stream().map(hex::parseHex).toList()));
    }
}
