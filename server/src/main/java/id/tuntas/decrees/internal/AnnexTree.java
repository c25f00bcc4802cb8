package id.tuntas.decrees.internal;

import id.tuntas.ledger.MerkleTree;
import id.tuntas.platform.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a list of families becomes one hash (ADR 23). A leaf is the byte 0 and the text {@code <number> <SHA-256 of the row, in hex>}; leaves
 * stand in the order of the numbers; the root is the byte 2 and the text {@code <how many leaves> <root of the tree, in hex>}.
 */
final class AnnexTree {

    private static final byte LEAF = 0;
    private static final byte ROOT = 2;

    private AnnexTree() {}

    static byte[] leaf(String number, byte[] rowHash) {
        return tagged(LEAF, number + " " + Hashes.hex(rowHash));
    }

    static byte[] rowHash(String content) {
        return Hashes.sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] root(int size, byte[] treeRoot) {
        return tagged(ROOT, size + " " + Hashes.hex(treeRoot));
    }

    /** @param rows in the order of their numbers */
    static byte[] root(List<Locked.Line> rows) {
        return root(rows.size(), MerkleTree.root(leaves(rows)));
    }

    static List<byte[]> leaves(List<Locked.Line> rows) {
        return rows.stream()
                .map(row -> leaf(row.number(), rowHash(row.content())))
                .toList();
    }

    private static byte[] tagged(byte tag, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[bytes.length + 1];
        all[0] = tag;
        System.arraycopy(bytes, 0, all, 1, bytes.length);
        return Hashes.sha256(all);
    }
}
