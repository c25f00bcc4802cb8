package id.tuntas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.decrees.AnnexProof;
import id.tuntas.decrees.AnnexProof.Head;
import id.tuntas.decrees.AnnexProof.Row;
import id.tuntas.ledger.HistoryProof;
import id.tuntas.ledger.HistoryProof.Block;
import id.tuntas.ledger.LeafHash;
import id.tuntas.ledger.SealedEntry;
import id.tuntas.platform.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Without a server and without data. */
class CheckingAProofTest {

    private static final LocalDate DAY = LocalDate.of(2023, 3, 1);
    private static final Head HEAD = new Head(Head.NEWEST, 1, "460/101", DAY, DAY);
    private static final List<Row> LIST = List.of(new Row("000123-3", "{\"name\":\"Ni Luh Contoh\"}"));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... words) {
        PrintStream printed = new PrintStream(out, true);
        return new Verbs(CheckingAProofTest.class, printed, printed).run(words);
    }

    private String proofOf(String number) throws IOException {
        return file(AnnexProof.of("BLL-2023-1", HEAD, DAY, LIST, number, locking()));
    }

    /** The third of the three entries that the block seals. */
    private static SealedEntry locking() {
        UUID id = new UUID(0, 1);
        Instant at = DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        String detail = "{\"root\":\"%s\",\"round\":\"BLL-2023-1\"}".formatted(AnnexProof.root(HEAD, LIST));
        String regency = "51.08";
        return new SealedEntry(
                regency,
                id,
                at,
                at,
                null,
                AnnexProof.LOCKED,
                "decree",
                id,
                regency,
                detail,
                "ab".repeat(32),
                7,
                2,
                3,
                List.of("cd".repeat(32)),
                "ef".repeat(32),
                at);
    }

    /** The one entry of block 7, before a block 8. */
    private static HistoryProof history() {
        SealedEntry entry = locking();
        List<Block> blocks = List.of(
                new Block(7, entry.blockRoot(), 3, entry.sealedAt()),
                new Block(8, "12".repeat(32), 5, entry.sealedAt()));
        String last = Hashes.hex(LeafHash.block(
                entry.regencyCode(),
                8,
                HexFormat.of().parseHex(entry.blockHash()),
                HexFormat.of().parseHex("12".repeat(32)),
                5,
                entry.sealedAt()));
        return new HistoryProof(entry.subjectId(), "000123-3", List.of(entry), entry.previous(), blocks, last);
    }

    private String file(Object proof) throws IOException {
        Path file = folder.resolve("bukti.json");
        Files.writeString(file, JsonMapper.builder().build().writeValueAsString(proof));
        return file.toString();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysThatANumberIsOnTheList() throws IOException {
        assertThat(run("audit", "proof", proofOf("000123-3"), "--root", AnnexProof.root(HEAD, LIST)))
                .isEqualTo(ExitCode.DONE);
        assertThat(said())
                .contains("ADA di daftar", "000123-3", "460/101")
                .contains(locking().blockHash());
    }

    /** A file from before the hash covered the decree still proves the list, and is not taken at its word for the rest. */
    @Test
    void saysThatAnOldFileProvesNeitherNumberNorDay() throws IOException {
        AnnexProof proof = AnnexProof.of(
                "BLL-2023-1", new Head(Head.LIST_ALONE, 1, "460/101", DAY, DAY), DAY, LIST, "000123-3", null);
        String written = file(proof);
        Files.writeString(
                Path.of(written),
                Files.readString(Path.of(written))
                        .replaceAll(",\"(version|ordinal|holdsFrom|locking)\":(\\d|null|\"[^\"]*\")", "")
                        .replace("460/101", "460/9-PALSU"));
        assertThat(Files.readString(Path.of(written))).doesNotContain("version", "ordinal", "holdsFrom", "locking");

        assertThat(run("audit", "proof", written, "--root", proof.root())).isEqualTo(ExitCode.DONE);
        assertThat(said())
                .contains("ADA di daftar", "TIDAK terbukti: nomor dan tanggal SK (tertulis 460/9-PALSU, 2023-03-01)")
                .contains("TIDAK terbukti: bahwa buku besar memuat daftar ini");
        assertThat(run("audit", "proof", written, "--block", locking().blockHash()))
                .isEqualTo(ExitCode.PROBLEMS);
        run("audit", "proof", written, "--json");
        assertThat(said()).contains("\"decreeProven\":false");
    }

    @Test
    void saysWhichDecreeIsProvenAndFromWhen() throws IOException {
        run("audit", "proof", proofOf("000123-3"));

        assertThat(said())
                .contains("460/101, ke-1, ditetapkan / decided 2023-03-01, berlaku sejak / holds from 2023-03-01");
    }

    @Test
    void saysThatANumberIsNot() throws IOException {
        assertThat(run("audit", "proof", proofOf("000124-1"), "--json")).isEqualTo(ExitCode.DONE);
        assertThat(said()).contains("\"holds\":true", "\"listed\":false", "\"rootGiven\":false");
    }

    @Test
    void provesNothingAgainstAnotherRoot() throws IOException {
        assertThat(run("audit", "proof", proofOf("000123-3"), "--root", "00".repeat(32)))
                .isEqualTo(ExitCode.PROBLEMS);
        assertThat(said()).contains("TIDAK terbukti");
    }

    @Test
    void saysThatTheListIsInTheLedgersBlock() throws IOException {
        String block = locking().blockHash();

        assertThat(run("audit", "proof", proofOf("000123-3"), "--block", block, "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(said()).contains("\"ledgerProven\":true", block);
        assertThat(run("audit", "proof", proofOf("000123-3"), "--block", "00".repeat(32)))
                .isEqualTo(ExitCode.PROBLEMS);
    }

    @Test
    void anEntryThatIsChangedOrOfAnotherListLeadsToNoSuchBlock() throws IOException {
        String block = locking().blockHash();
        for (String[] change : new String[][] {
            {"cdcd", "cdce"},
            {"decree.locked", "decree.listed"},
            {"\"index\":2", "\"index\":1"},
            {"\"block\":7", "\"block\":8"},
            {"\\\"round\\\":\\\"BLL", "\\\"round\\\":\\\"BLM"},
            {"\"digest\":\"ab", "\"digest\":\"xy"}
        }) {
            Path file = Path.of(proofOf("000123-3"));
            String written = Files.readString(file);
            assertThat(written).contains(change[0]);
            Files.writeString(file, written.replace(change[0], change[1]));

            assertThat(run("audit", "proof", file.toString(), "--block", block))
                    .as(change[1])
                    .isEqualTo(ExitCode.PROBLEMS);
        }
        AnnexProof ofAnother = AnnexProof.of("BLL-2023-1", HEAD, DAY, List.of(), "000123-3", locking());
        assertThat(run("audit", "proof", file(ofAnother), "--block", block)).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run("audit", "proof", file(ofAnother))).isEqualTo(ExitCode.DONE);
        assertThat(said()).contains("TIDAK terbukti: bahwa buku besar memuat daftar ini");
    }

    @Test
    void saysWhatAHistoryProves() throws IOException {
        String file = file(history());

        assertThat(run("audit", "proof", file)).isEqualTo(ExitCode.DONE);
        assertThat(said())
                .contains(
                        "decree.locked, blok / block 7",
                        "7 sampai / to 8",
                        "TIDAK terbukti: bahwa tidak ada catatan lain");
        assertThat(run("audit", "proof", file, "--block", locking().blockHash()))
                .isEqualTo(ExitCode.DONE);
        assertThat(said()).contains("saat blok 7 itu ditutup");
        assertThat(run("audit", "proof", file, "--block", "00".repeat(32))).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run("audit", "proof", file, "--root", "00".repeat(32))).isEqualTo(ExitCode.REFUSED);
        run("audit", "proof", file, "--json");
        assertThat(said()).contains("\"entries\":1", "\"blockGiven\":false");
    }

    @Test
    void aHistoryThatIsChangedAnywhereProvesNothing() throws IOException {
        for (String[] change : new String[][] {
            {"cdcd", "cdce"},
            {"decree.locked", "decree.listed"},
            {"\"index\":2", "\"index\":1"},
            {"\"number\":8", "\"number\":9"},
            {"\"leaves\":5", "\"leaves\":6"},
            {"1212", "1213"},
            {"\"last\":\"", "\"last\":\"0"},
            {"\"digest\":\"ab", "\"digest\":\"xy"}
        }) {
            Path file = Path.of(file(history()));
            String written = Files.readString(file);
            assertThat(written).contains(change[0]);
            Files.writeString(file, written.replaceFirst(Pattern.quote(change[0]), change[1]));

            assertThat(run("audit", "proof", file.toString())).as(change[1]).isEqualTo(ExitCode.PROBLEMS);
        }
    }

    @Test
    void refusesWhatIsNoProof() throws IOException {
        Path file = Files.writeString(folder.resolve("lain.json"), "[1,2]");

        assertThat(run("audit", "proof", file.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(run("audit", "proof", folder.resolve("tidak-ada.json").toString()))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run("audit", "proof", folder.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(said()).contains("lain.json bukan", "tidak-ada.json tidak ditemukan", folder + " adalah folder");
    }
}
