package id.tuntas.decrees;

import id.tuntas.ledger.MerkleTree;
import id.tuntas.ledger.SealedEntry;
import id.tuntas.platform.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows anybody, without this system, that a family was or was not on a decree's list (ADR 23). Leaves stand in the order of their numbers, so
 * two that stand side by side prove that nothing lies between them.
 *
 * @param decree number of the decree or amendment that held on the day
 * @param on the day that was asked about; whether an amendment came until then is for who made the proof to say
 * @param size how many families its list has
 * @param root of the list, as the decree's annex prints it; hex, as every hash here
 * @param asked number of the family
 * @param leaves the family's own leaf; of a family that is not on the list, those on either side of its place
 * @param row the family's row, byte for byte as it was locked; null for one that is not on the list
 * @param version of the root; null in proofs from before there were two
 * @param ordinal as {@code holdsFrom} of the {@link Head}; null likewise
 * @param locking the ledger's entry of the decree, which bears the root; null in proofs from before it was told
 */
public record AnnexProof(
        String round,
        String decree,
        LocalDate decidedOn,
        LocalDate on,
        int size,
        String root,
        String asked,
        boolean listed,
        List<Leaf> leaves,
        @Nullable String row,
        @Nullable Integer version,
        @Nullable Integer ordinal,
        @Nullable LocalDate holdsFrom,
        @Nullable SealedEntry locking) {

    /** What the ledger calls the locking of a decree. */
    public static final String LOCKED = "decree.locked";

    private static final byte LEAF = 0;
    private static final byte ROOT = 2;
    private static final byte DECREE = 3;

    public AnnexProof {
        leaves = List.copyOf(leaves);
    }

    /**
     * What a decree says beside its list.
     *
     * @param version of its root: the first covers the list alone, the second the rest as well
     * @param ordinal 1 for the decree, more for its amendments
     */
    public record Head(int version, int ordinal, String number, LocalDate decidedOn, LocalDate holdsFrom) {

        public static final int LIST_ALONE = 1;
        public static final int NEWEST = 2;
    }

    /** @param path from the leaf to the root, the lowest neighbour first */
    public record Leaf(int index, String number, String rowHash, List<String> path) {

        public Leaf {
            path = List.copyOf(path);
        }
    }

    /** One row of a list. @param content byte for byte as it is locked */
    public record Row(String number, String content) {}

    /** Of a list in the order of its numbers. */
    public static String root(Head head, List<Row> rows) {
        return root(head, rows.size(), MerkleTree.root(hashes(rows)));
    }

    /** Proves whatever is true of a number. @param rows the whole list in the order of its numbers */
    public static AnnexProof of(
            String round, Head head, LocalDate on, List<Row> rows, String asked, @Nullable SealedEntry locking) {
        int place = 0;
        while (place < rows.size() && rows.get(place).number().compareTo(asked) < 0) {
            place++;
        }
        boolean listed = place < rows.size() && rows.get(place).number().equals(asked);
        List<Integer> shown = new ArrayList<>();
        if (!listed && place > 0) {
            shown.add(place - 1);
        }
        if (place < rows.size()) {
            shown.add(place);
        }
        List<byte[]> hashes = hashes(rows);
        return new AnnexProof(
                round,
                head.number(),
                head.decidedOn(),
                on,
                rows.size(),
                root(head, rows),
                asked,
                listed,
                shown.stream()
                        .map(index -> new Leaf(
                                index,
                                rows.get(index).number(),
                                rowHash(rows.get(index).content()),
                                MerkleTree.path(hashes, index).stream()
                                        .map(Hashes::hex)
                                        .toList()))
                        .toList(),
                listed ? rows.get(place).content() : null,
                head.version(),
                head.ordinal(),
                head.holdsFrom(),
                locking);
    }

    /** Whether the root covers the decree's number, days and place in the round too, and not its list alone. */
    public boolean coversTheDecree() {
        return head().version() > Head.LIST_ALONE;
    }

    private Head head() {
        return new Head(
                version == null ? Head.LIST_ALONE : version,
                ordinal == null ? 0 : ordinal,
                decree,
                decidedOn,
                holdsFrom == null ? decidedOn : holdsFrom);
    }

    /** Whether the proof holds together and leads to this root. */
    public boolean holds(String printedRoot) {
        try {
            return root.equals(printedRoot)
                    && leaves.stream().allMatch(this::leadsToRoot)
                    && provesWhatItSays()
                    && (!coversTheDecree() || !on.isBefore(head().holdsFrom()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Hash of the ledger's block to which the entry of this list's locking leads, as the annex prints it; null when the file has no such
     * entry, or one of another list.
     */
    public @Nullable String ledgerBlock() {
        if (locking == null || !locking.verb().equals(LOCKED)) {
            return null;
        }
        try {
            JsonNode detail = JsonMapper.shared().readTree(locking.detail());
            return root.equals(detail.path("root").asString(""))
                            && round.equals(detail.path("round").asString(""))
                    ? locking.blockHash()
                    : null;
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    private boolean provesWhatItSays() {
        if (listed) {
            return leaves.size() == 1
                    && row != null
                    && leaves.getFirst().number().equals(asked)
                    && leaves.getFirst().rowHash().equals(rowHash(row));
        }
        if (size == 0) {
            return leaves.isEmpty() && root.equals(root(head(), List.of()));
        }
        return switch (leaves.size()) {
            case 1 -> {
                Leaf only = leaves.getFirst();
                yield only.index() == 0 && asked.compareTo(only.number()) < 0
                        || only.index() == size - 1 && asked.compareTo(only.number()) > 0;
            }
            case 2 ->
                leaves.getLast().index() == leaves.getFirst().index() + 1
                        && asked.compareTo(leaves.getFirst().number()) > 0
                        && asked.compareTo(leaves.getLast().number()) < 0;
            default -> false;
        };
    }

    private boolean leadsToRoot(Leaf leaf) {
        List<byte[]> path = leaf.path().stream().map(HexFormat.of()::parseHex).toList();
        byte[] tree = MerkleTree.root(hash(leaf.number(), leaf.rowHash()), leaf.index(), size, path);
        return root(head(), size, tree).equals(root);
    }

    private static List<byte[]> hashes(List<Row> rows) {
        return rows.stream()
                .map(row -> hash(row.number(), rowHash(row.content())))
                .toList();
    }

    private static String rowHash(String content) {
        return Hashes.hex(Hashes.sha256(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(String number, String rowHash) {
        return tagged(LEAF, number + " " + rowHash);
    }

    private static String root(Head head, int size, byte[] tree) {
        String list = Hashes.hex(tagged(ROOT, size + " " + Hashes.hex(tree)));
        return switch (head.version()) {
            case Head.LIST_ALONE -> list;
            case Head.NEWEST ->
                Hashes.hex(tagged(
                        DECREE,
                        "%s %d %s %s %s"
                                .formatted(list, head.ordinal(), head.decidedOn(), head.holdsFrom(), head.number())));
            default -> throw new IllegalArgumentException("no such root: " + head.version());
        };
    }

    private static byte[] tagged(byte tag, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[bytes.length + 1];
        all[0] = tag;
        System.arraycopy(bytes, 0, all, 1, bytes.length);
        return Hashes.sha256(all);
    }
}
