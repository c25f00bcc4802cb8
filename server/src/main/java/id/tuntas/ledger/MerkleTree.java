package id.tuntas.ledger;

import id.tuntas.platform.Hashes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The binary hash tree of RFC 9162 section 2.1 (as RFC 6962 before it): one hash stands for a list, and a short path proves that a leaf is in
 * it and at which place. Who makes leaves lets them begin with the byte 0, so that none can pass for a node.
 */
public final class MerkleTree {

    private static final byte NODE = 1;

    private MerkleTree() {}

    /** SHA-256 of nothing for an empty list, as the RFC has it. */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Hashes.sha256(new byte[0]);
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The neighbours on the way from a leaf to the root, the lowest first. */
    public static List<byte[]> path(List<byte[]> leaves, int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = split(leaves.size());
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> path = index < split ? path(left, index) : path(right, index - split);
        path.add(root(index < split ? right : left));
        return path;
    }

    /**
     * The root that the leaf's path leads to, in a list of this size.
     *
     * @throws IllegalArgumentException for a path that no such list has
     */
    public static byte[] root(byte[] leaf, int index, int size, List<byte[]> path) {
        if (index < 0 || index >= size || path.isEmpty() != (size == 1)) {
            throw new IllegalArgumentException("no leaf " + index + " of " + size + " has such a path");
        }
        if (size == 1) {
            return leaf;
        }
        int split = split(size);
        List<byte[]> below = path.subList(0, path.size() - 1);
        return index < split
                ? node(root(leaf, index, split, below), path.getLast())
                : node(path.getLast(), root(leaf, index - split, size - split, below));
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha = Hashes.sha256();
        sha.update(NODE);
        sha.update(left);
        sha.update(right);
        return sha.digest();
    }
}
