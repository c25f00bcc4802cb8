package id.tuntas.rosterfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole province needs: a large workbook in a small heap, in a process of its own. */
class CheckingHalfAMillionRowsTest {

    private static final int FAMILIES = 150_000;
    private static final int MEMBERS = 350_000;
    private static final List<String> FAMILY_COLUMNS = List.of(
            "ID Keluarga P3KE",
            "Kode Kemdagri",
            "Kepala Keluarga",
            "NIK",
            "Jenis Kelamin",
            "Tanggal Lahir",
            "Alamat",
            "Jenis Atap",
            "Jenis Dinding",
            "Sumber Air Minum");
    private static final List<String> MEMBER_COLUMNS = List.of(
            "ID Keluarga P3KE",
            "Kode Kemdagri",
            "ID Individu",
            "Nama",
            "NIK",
            "Jenis Kelamin",
            "Hubungan dengan Kepala Keluarga",
            "Tanggal Lahir",
            "Pendidikan");

    @TempDir
    private Path folder;

    @Test
    void needsNoMoreThanHalfAGigabyte() throws Exception {
        Path file = folder.resolve("provinsi.xlsx");
        write(file);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RosterCommand.class.getName(),
                        "check",
                        "--json",
                        file.toString())
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();

        assertThat(folder.resolve("err")).content().doesNotContain("OutOfMemoryError");
        assertThat(ended).isTrue();
        assertThat(folder.resolve("out")).content(StandardCharsets.UTF_8).isEqualTo("""
                {"families":150000,"members":350000,"accepted":149999,"problems":[{"code":"nik-length","severity":"error",\
                "file":"provinsi.xlsx","sheet":"Keluarga","row":75001,"column":"D","value":"510801"}]}
                """);
        assertThat(process.exitValue()).isEqualTo(1);
    }

    private void write(Path file) throws IOException {
        try (SharedTextWorkbook workbook = new SharedTextWorkbook(file, folder.resolve("texts"))) {
            workbook.sheet("Keluarga");
            workbook.row(FAMILY_COLUMNS);
            for (int i = 1; i <= FAMILIES; i++) {
                workbook.row(List.of(
                        "5108" + (1_000_000_000L + i),
                        "5108012001",
                        "I Wayan Contoh " + i,
                        i == FAMILIES / 2 ? "510801" : nik(i, 12),
                        "LAKI-LAKI",
                        "12/03/" + year(i),
                        "Banjar Dinas Kaja " + i,
                        "GENTENG",
                        "TEMBOK",
                        "SUMUR BOR"));
            }
            workbook.sheet("Anggota");
            workbook.row(MEMBER_COLUMNS);
            for (int i = 1; i <= MEMBERS; i++) {
                workbook.row(List.of(
                        "5108" + (1_000_000_000L + 1 + (i - 1) % FAMILIES),
                        "5108012001",
                        String.valueOf(i),
                        "I Wayan Contoh " + i,
                        nik(i, 13),
                        "LAKI-LAKI",
                        i <= FAMILIES ? "KEPALA KELUARGA" : "ANAK",
                        "13/03/" + year(i),
                        "TAMAT SD/SEDERAJAT"));
            }
        }
    }

    private static int year(int person) {
        return 1950 + person % 40;
    }

    private static String nik(int person, int day) {
        return "510801" + day + "03" + (year(person) - 1900) + String.format("%04d", person / 40);
    }
}
