package id.tuntas.rosterfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.Cell;
import id.tuntas.rosterfile.RosterBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckingOnTheCommandLineTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakIndonesian() {
        Locale.setDefault(Locale.of("id"));
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private int check(Object... arguments) {
        String[] words = Stream.concat(Stream.of("check"), Arrays.stream(arguments))
                .map(String::valueOf)
                .toArray(String[]::new);
        return RosterCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    private Path roster(RosterBuilder builder) throws IOException {
        return builder.workbook(folder);
    }

    @Test
    void endsWith0WhenThereAreNoErrors() throws IOException {
        assertThat(check("--json", roster(new RosterBuilder().family().member())))
                .isZero();
        assertThat(out).hasToString("""
                {"families":1,"members":1,"accepted":1,"problems":[]}
                """);
    }

    @Test
    void endsWith0WhenThereAreOnlyWarnings() throws IOException {
        assertThat(check("--json", roster(new RosterBuilder().family("NIK", ""))))
                .isZero();
        assertThat(out).hasToString("""
                {"families":1,"members":0,"accepted":1,"problems":[{"code":"nik-missing","severity":"warning",\
                "file":"daftar.xlsx","sheet":"Keluarga","row":2,"column":"F","value":null}]}
                """);
    }

    @Test
    void endsWith1WhenRowsAreRejected() throws IOException {
        Path file = roster(new RosterBuilder()
                .family()
                .family("ID Keluarga P3KE", "51080000000002")
                .familyCell("NIK", Cell.number("5108011203800000"))
                .member());

        assertThat(check(file, "--json")).isEqualTo(1);
        assertThat(out).hasToString("""
                {"families":2,"members":1,"accepted":1,"problems":[{"code":"nik-numeric-cell","severity":"error",\
                "file":"daftar.xlsx","sheet":"Keluarga","row":3,"column":"F","value":"5108011203800000"}]}
                """);
    }

    @Test
    void endsWith2AndOneDocumentWhenAFileIsRefused() throws IOException {
        Path pdf = Files.writeString(folder.resolve("keluarga.xlsx"), "%PDF-1.7");

        assertThat(check("--json", pdf)).isEqualTo(2);
        assertThat(out).hasToString("""
                {"families":0,"members":0,"accepted":0,"problems":[{"code":"file-unreadable","severity":"warning",\
                "file":"keluarga.xlsx","sheet":null,"row":null,"column":null,"value":"pdf"}]}
                """);
    }

    @Test
    void endsWith2AndOneDocumentWhenAFileIsNotThere() {
        assertThat(check("--json", folder.resolve("hilang.xlsx"))).isEqualTo(2);
        assertThat(out.toString()).contains("\"code\":\"file-unreadable\"", "\"value\":\"not-found\"");
    }

    @Test
    void saysThatAFolderIsOneAndWhatToNameInstead() throws IOException {
        Path given = Files.createDirectory(folder.resolve("P3KE 2022"));

        assertThat(check(given)).isEqualTo(2);
        Locale.setDefault(Locale.ENGLISH);
        check(given);

        assertThat(out.toString())
                .contains("P3KE 2022 adalah folder, bukan berkas. Sebut berkas .xlsx atau .csv di dalamnya")
                .contains("P3KE 2022 is a folder, not a file. Name the .xlsx or .csv files in it");
    }

    @Test
    void endsWith2AndOneDocumentWhenACallIsNotUnderstood() {
        assertThat(check("--json", "--colour", "a.csv")).isEqualTo(2);
        assertThat(out.toString())
                .startsWith(
                        "{\"families\":0,\"members\":0,\"accepted\":0,\"problems\":[],\"error\":{\"code\":\"usage\"")
                .contains("--colour");
        assertThat(err.toString()).contains("./tuntas roster check --help");
    }

    @Test
    void speaksIndonesianUnlessTheTerminalAsksForEnglish() {
        assertThat(RosterCommand.language(Map.of("LANG", "C.UTF-8"))).isEqualTo(Locale.of("id"));
        assertThat(RosterCommand.language(Map.of())).isEqualTo(Locale.of("id"));
        assertThat(RosterCommand.language(Map.of("LANG", "en_GB.UTF-8"))).isEqualTo(Locale.ENGLISH);
        assertThat(RosterCommand.language(Map.of("LANG", "en_GB.UTF-8", "LC_ALL", "id_ID.UTF-8")))
                .isEqualTo(Locale.of("id"));
    }

    @Test
    void endsWith2WhenNoSheetIsRecognised() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "Nomor,Siapa,Umur\n1,I Wayan,40\n");

        assertThat(check("--json", file)).isEqualTo(2);
        assertThat(out).hasToString("""
                {"families":0,"members":0,"accepted":0,"problems":[{"code":"sheet-unrecognised","severity":"warning",\
                "file":"a.csv","sheet":null,"row":1,"column":null,"value":null}]}
                """);
    }

    @Test
    void writesValuesThatJsonWouldNotHoldAsTheyAre() throws IOException {
        Path file = new RosterBuilder()
                .family("Jenis Atap", "\"genteng\"\\\nséng\u2028")
                .csv(folder, ',', StandardCharsets.UTF_8);

        assertThat(check("--json", file)).isZero();
        assertThat(out.toString()).contains("\"value\":\"\\\"genteng\\\"\\\\\\u000aséng\\u2028\"");
    }

    @Test
    void takesSeveralFilesForOneRoster() throws IOException {
        Path families = new RosterBuilder().family().csv(folder, ';', StandardCharsets.UTF_8);
        Path members =
                roster(new RosterBuilder().member().member("ID Keluarga P3KE", "7", "NIK", "", "ID Individu", "2"));

        assertThat(check("--json", members, families)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("{\"families\":1,\"members\":2,\"accepted\":1,")
                .contains("\"code\":\"member-without-family\"");
    }

    @Test
    void tellsItsProgressOnStandardErrorOnly() throws IOException {
        check("--json", roster(new RosterBuilder().family()));

        assertThat(err).hasToString("""
                membaca daftar.xlsx
                mencocokkan kolom daftar.xlsx
                memeriksa daftar.xlsx
                menyusun laporan
                """);
    }

    @Test
    void saysInWordsWhatItUnderstoodAndWhatIsWrong() throws IOException {
        Path file = roster(new RosterBuilder()
                .family("Tanggal Lahir", "31/1/1980", "NIK", "", "Catatan", "rumah biru")
                .family("ID Keluarga P3KE", "51080000000002", "NIK", "5108", "Tanggal Lahir", "1/2/1980"));

        assertThat(check(file)).isEqualTo(1);
        assertThat(out).hasToString("""
                daftar.xlsx Keluarga: Keluarga P3KE 2022, judul kolom di baris 1, 2 baris
                  kolom K "Catatan" tidak dikenal; mungkin Kecamatan, Jenis Atap, Jenis Lantai
                daftar.xlsx Keluarga kolom H (Tanggal Lahir): hari lebih dulu, menurut 1 tanggal lain yang jelas di kolom ini.
                daftar.xlsx Keluarga F2 nik-missing (peringatan): NIK kosong. \
                Isi NIK dari KTP atau KK bila ada; keluarga tetap diverifikasi.
                daftar.xlsx Keluarga F3 nik-length (galat): NIK "5108" bukan 16 angka. \
                Tulis 16 angka NIK dari KTP atau KK, atau kosongkan selnya.
                2 keluarga, 0 anggota; 1 keluarga dapat masuk. 1 galat, 1 peringatan.
                """);
    }

    @Test
    void saysARefusalInOneSentenceOfEitherLanguage() throws IOException {
        Path pdf = Files.writeString(folder.resolve("keluarga.xlsx"), "%PDF-1.7");

        check(pdf);
        Locale.setDefault(Locale.ENGLISH);
        check(pdf);

        assertThat(out.toString())
                .contains("Berkas keluarga.xlsx adalah PDF, bukan tabel.", "File keluarga.xlsx is a PDF, not a table.")
                .contains("Ditolak seluruhnya", "Refused whole");
    }

    @Test
    void writesRejectedRowsWhereItIsTold() throws IOException {
        Path rejects = folder.resolve("ditolak.xlsx");

        assertThat(check(roster(new RosterBuilder().family("NIK", "5108")), "--rejects", rejects))
                .isEqualTo(1);

        assertThat(rejects).isNotEmptyFile();
        assertThat(out.toString()).endsWith("Baris yang ditolak: " + rejects + "\n");
        out.getBuffer().setLength(0);
        assertThat(check("--json", rejects)).isEqualTo(1);
        assertThat(out.toString()).startsWith("{\"families\":1,\"members\":0,\"accepted\":0,");
    }

    @Test
    void neverWritesRejectedRowsOverTheListItself() throws IOException {
        Path file = roster(new RosterBuilder().family("NIK", "5108"));
        byte[] bytes = Files.readAllBytes(file);

        assertThat(check(file, "--rejects", file)).isEqualTo(2);

        assertThat(file).hasBinaryContent(bytes);
        assertThat(err.toString()).contains("adalah berkas yang diperiksa");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesToWriteRejectedRowsIntoAFolderThatIsNotThere() throws IOException {
        Path file = roster(new RosterBuilder().family());

        assertThat(check(file, "--rejects", folder.resolve("tidak/ada.xlsx"))).isEqualTo(2);
        assertThat(err.toString()).contains("tidak dapat ditulis").doesNotContain("Exception");
    }

    @Test
    void endsWith2WhenNoFileIsNamed() {
        assertThat(check("--json")).isEqualTo(2);
        assertThat(err.toString()).contains("FILE");
    }
}
