package id.tuntas.ledger.internal;

import id.tuntas.platform.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of leaves, of a block's tree and of the chain. Leaves and nodes carry different prefixes, as in RFC 6962 section 2.1, so that
 * neither can pass for the other. Fields are length-prefixed, so that no two entries share one encoding.
 */
final class LeafHash {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte BLOCK = 2;

    private LeafHash() {}

    static byte[] of(
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

    /** Root of the binary tree over the leaves, split as RFC 6962 section 2.1 splits it. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest sha = Hashes.sha256();
        sha.update(NODE);
        sha.update(root(leaves.subList(0, split)));
        sha.update(root(leaves.subList(split, leaves.size())));
        return sha.digest();
    }

    static byte[] block(String regencyCode, long number, byte[] previous, byte[] root, int leaves, Instant sealedAt) {
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
