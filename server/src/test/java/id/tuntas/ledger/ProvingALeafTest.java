package id.tuntas.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.platform.Hashes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvingALeafTest {

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Hashes.sha256(new byte[] {0, (byte) i}))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 33})
    void thePathOfEveryLeafLeadsToTheRootAndToNoOtherFromAnotherPlace(int size) {
        List<byte[]> leaves = leaves(size);
        byte[] root = MerkleTree.root(leaves);
        for (int i = 0; i < size; i++) {
            List<byte[]> path = MerkleTree.path(leaves, i);
            assertThat(MerkleTree.root(leaves.get(i), i, size, path)).isEqualTo(root);
            if (size > 1) {
                byte[] other = leaves.get((i + 1) % size);
                assertThat(MerkleTree.root(other, i, size, path)).isNotEqualTo(root);
            }
        }
    }

    /** The tree of three entries of RFC 9162 section 2.1.1: the largest power of two smaller than the size goes left. */
    @Test
    void isTheTreeOfTheRfc() {
        List<byte[]> leaves = leaves(3);

        byte[] left = node(leaves.get(0), leaves.get(1));
        assertThat(MerkleTree.root(leaves)).isEqualTo(node(left, leaves.get(2)));
        assertThat(Hashes.hex(MerkleTree.root(List.of())))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static byte[] node(byte[] left, byte[] right) {
        byte[] all = new byte[65];
        all[0] = 1;
        System.arraycopy(left, 0, all, 1, 32);
        System.arraycopy(right, 0, all, 33, 32);
        return Hashes.sha256(all);
    }

    @Test
    void aPathThatNoSuchListHasIsRefused() {
        List<byte[]> leaves = leaves(5);
        List<byte[]> path = MerkleTree.path(leaves, 2);

        for (int index : new int[] {-1, 4, 5}) {
            assertThatThrownBy(() -> MerkleTree.root(leaves.get(2), index, 5, path))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> MerkleTree.root(leaves.get(2), 2, 5, path.subList(0, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.path(leaves, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
