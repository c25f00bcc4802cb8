package id.tuntas.ledger;

import id.tuntas.platform.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of leaves and of the chain; the tree of a block is a {@link MerkleTree}. Leaves, nodes and blocks carry different
 * prefixes, so that none can pass for another. Fields are length-prefixed, so that no two entries share one encoding.
 */
public final class LeafHash {

    private static final byte LEAF = 0;
    private static final byte BLOCK = 2;

    private LeafHash() {}

    public static byte[] of(
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
            byte[] digest) {
        MessageDigest sha = Hashes.sha256();
        sha.update(LEAF);
        field(sha, regencyCode);
        field(sha, id.toString());
        field(sha, at.toString());
        field(sha, recordedAt.toString());
        field(sha, actorId == null ? "" : actorId.toString());
        field(sha, verb);
        field(sha, subjectType);
        field(sha, subjectId.toString());
        field(sha, regionCode);
        field(sha, detail);
        field(sha, digest);
        return sha.digest();
    }

    public static byte[] block(
            String regencyCode, long number, byte[] previous, byte[] root, int leaves, Instant sealedAt) {
        MessageDigest sha = Hashes.sha256();
        sha.update(BLOCK);
        field(sha, regencyCode);
        field(sha, Long.toString(number));
        field(sha, previous);
        field(sha, root);
        field(sha, Integer.toString(leaves));
        field(sha, sealedAt.toString());
        return sha.digest();
    }

    private static void field(MessageDigest sha, String value) {
        field(sha, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(MessageDigest sha, byte[] value) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        sha.update(value);
    }
}
