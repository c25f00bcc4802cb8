package id.tuntas.decrees;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.decrees.AnnexProof.Head;
import id.tuntas.decrees.AnnexProof.Leaf;
import id.tuntas.decrees.AnnexProof.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvingARowTest {

    private static final LocalDate DAY = LocalDate.of(2023, 3, 1);

    /** Numbers 10, 12, 14 ... with room between them. */
    private static List<Row> rows(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Row(number(10 + 2 * i), "{\"n\":" + i + "}"))
                .toList();
    }

    private static String number(int n) {
        return "0000%02d-1".formatted(n);
    }

    private static final Head HEAD = new Head(Head.NEWEST, 1, "460/101", DAY, DAY);

    private static AnnexProof of(List<Row> rows, String asked) {
        return AnnexProof.of("BLL-2023-1", HEAD, DAY, rows, asked, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13})
    void everyNumberIsProvenToBeOnTheListOrNot(int size) {
        List<Row> rows = rows(size);
        String root = AnnexProof.root(HEAD, rows);
        for (int n = 9; n <= 11 + 2 * size; n++) {
            AnnexProof proof = of(rows, number(n));
            boolean listed = n % 2 == 0 && n < 10 + 2 * size;

            assertThat(proof.listed()).as(proof.asked()).isEqualTo(listed);
            assertThat(proof.holds(root)).as(proof.asked()).isTrue();
            assertThat(proof.row() != null).isEqualTo(listed);
            assertThat(proof.holds("00".repeat(32))).isFalse();
        }
    }

    @Test
    void whatIsForgedDoesNotHold() {
        List<Row> rows = rows(5);
        String root = AnnexProof.root(HEAD, rows);
        AnnexProof on = of(rows, number(12));
        AnnexProof off = of(rows, number(13));

        assertThat(forged(on, on.asked(), true, on.leaves(), "{\"n\":9}").holds(root))
                .as("another row")
                .isFalse();
        assertThat(forged(on, number(14), true, on.leaves(), on.row()).holds(root))
                .as("another number")
                .isFalse();
        assertThat(forged(on, on.asked(), false, on.leaves(), null).holds(root))
                .as("denied")
                .isFalse();
        assertThat(forged(off, number(12), false, of(rows, number(12)).leaves(), null)
                        .holds(root))
                .isFalse();
        assertThat(forged(off, off.asked(), false, List.of(), null).holds(root))
                .as("nothing shown")
                .isFalse();
        assertThat(forged(off, off.asked(), false, List.of(off.leaves().getFirst()), null)
                        .holds(root))
                .as("one side")
                .isFalse();
        List<Leaf> apart =
                List.of(off.leaves().getFirst(), of(rows, number(17)).leaves().getLast());
        assertThat(forged(off, number(14), false, apart, null).holds(root))
                .as("a gap")
                .isFalse();
        Leaf moved = off.leaves().getFirst();
        Leaf elsewhere = new Leaf(moved.index() + 1, moved.number(), moved.rowHash(), moved.path());
        assertThat(forged(
                                off,
                                off.asked(),
                                false,
                                List.of(elsewhere, off.leaves().getLast()),
                                null)
                        .holds(root))
                .isFalse();
        assertThat(forged(on, on.asked(), true, List.of(new Leaf(99, "x", "zz", List.of("yy"))), on.row())
                        .holds(root))
                .isFalse();
    }

    private static AnnexProof forged(AnnexProof proof, String asked, boolean listed, List<Leaf> leaves, String row) {
        return new AnnexProof(
                proof.round(),
                proof.decree(),
                proof.decidedOn(),
                proof.on(),
                proof.size(),
                proof.root(),
                asked,
                listed,
                leaves,
                row,
                proof.version(),
                proof.ordinal(),
                proof.holdsFrom(),
                null);
    }

    @Test
    void anotherNumberDayOrPlaceOfTheDecreeDoesNotHold() {
        List<Row> rows = rows(5);
        String root = AnnexProof.root(HEAD, rows);
        AnnexProof proof = of(rows, number(12));
        LocalDate later = DAY.plusDays(1);

        assertThat(headed(proof, "460/9-PALSU", DAY, DAY, DAY, 2, 1).holds(root))
                .as("number")
                .isFalse();
        assertThat(headed(proof, "460/101", later, DAY, DAY, 2, 1).holds(root))
                .as("decided")
                .isFalse();
        assertThat(headed(proof, "460/101", DAY, later, later, 2, 1).holds(root))
                .as("holds from")
                .isFalse();
        assertThat(headed(proof, "460/101", DAY, DAY, DAY, 2, 2).holds(root))
                .as("ordinal")
                .isFalse();
        assertThat(headed(proof, "460/101", DAY, DAY, DAY.minusDays(1), 2, 1).holds(root))
                .as("a day before it held")
                .isFalse();
        for (Integer version : new Integer[] {null, 1, 3}) {
            assertThat(headed(proof, "460/101", DAY, DAY, DAY, version, 1).holds(root))
                    .as("version " + version)
                    .isFalse();
        }
    }

    /** As they are in the files of decrees that were locked before. */
    @Test
    void aProofOfOldHoldsAndCoversTheListAlone() {
        List<Row> rows = rows(5);
        Head old = new Head(Head.LIST_ALONE, 1, "460/101", DAY, DAY);
        AnnexProof proof = AnnexProof.of("BLL-2023-1", old, DAY, rows, number(12), null);
        AnnexProof file = headed(proof, "460/101", DAY, null, DAY, null, null);

        assertThat(file.holds(AnnexProof.root(old, rows))).isTrue();
        assertThat(file.coversTheDecree()).isFalse();
        assertThat(of(rows, number(12)).coversTheDecree()).isTrue();
    }

    private static AnnexProof headed(
            AnnexProof proof,
            String decree,
            LocalDate decidedOn,
            LocalDate holdsFrom,
            LocalDate on,
            Integer version,
            Integer ordinal) {
        return new AnnexProof(
                proof.round(),
                decree,
                decidedOn,
                on,
                proof.size(),
                proof.root(),
                proof.asked(),
                proof.listed(),
                proof.leaves(),
                proof.row(),
                version,
                ordinal,
                holdsFrom,
                null);
    }

    @Test
    void aListThatSaysItIsShorterHasAnotherRoot() {
        List<Row> rows = rows(5);
        AnnexProof last = of(rows, number(19));
        AnnexProof shorter = new AnnexProof(
                last.round(),
                last.decree(),
                DAY,
                DAY,
                4,
                last.root(),
                number(17),
                false,
                of(rows, number(15)).leaves(),
                null,
                last.version(),
                last.ordinal(),
                last.holdsFrom(),
                null);

        assertThat(shorter.holds(AnnexProof.root(HEAD, rows))).isFalse();
    }

    /** As ADR 23 writes it down, with nothing of the house but SHA-256. */
    @Test
    void isComputedAsTheDecisionSays() throws Exception {
        List<Row> rows = rows(2);

        byte[] left = sha(
                0, number(10) + " " + hex(MessageDigest.getInstance("SHA-256").digest("{\"n\":0}".getBytes())));
        byte[] right = sha(
                0, number(12) + " " + hex(MessageDigest.getInstance("SHA-256").digest("{\"n\":1}".getBytes())));
        MessageDigest node = MessageDigest.getInstance("SHA-256");
        node.update((byte) 1);
        node.update(left);
        node.update(right);

        String list = hex(sha(2, "2 " + hex(node.digest())));
        assertThat(AnnexProof.root(HEAD, rows)).isEqualTo(hex(sha(3, list + " 1 2023-03-01 2023-03-01 460/101")));
        assertThat(AnnexProof.root(new Head(Head.LIST_ALONE, 1, "460/101", DAY, DAY), rows))
                .isEqualTo(list);
    }

    private static byte[] sha(int tag, String text) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update((byte) tag);
        return sha.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
