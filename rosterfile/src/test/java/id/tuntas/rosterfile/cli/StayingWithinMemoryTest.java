package id.tuntas.rosterfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large lists and greedy ones in a small heap, in a process of their own. */
class StayingWithinMemoryTest {

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
    void checksHalfAMillionRowsInHalfAGigabyte() throws Exception {
        Path file = folder.resolve("provinsi.xlsx");
        write(file);

        SmallHeap process = SmallHeap.check("-Xmx512m", file, folder);

        assertThat(process.out()).isEqualTo("""
                {"families":150000,"members":350000,"accepted":149999,"problems":[{"code":"nik-length","severity":"error",\
                "file":"provinsi.xlsx","sheet":"Keluarga","row":75001,"column":"D","value":"510801"}]}
                """);
        assertThat(process.exitCode()).isEqualTo(1);
    }

    @Test
    void refusesMoreTextThanFitsInsteadOfRunningOutOfMemory() throws Exception {
        Path file = folder.resolve("teks.xlsx");
        try (SharedTextWorkbook workbook = new SharedTextWorkbook(file, folder.resolve("texts"))) {
            workbook.sheet("Keluarga");
            workbook.row(FAMILY_COLUMNS);
            for (int i = 0; i < 3_000_000; i++) {
                workbook.row(List.of(Integer.toString(i * 31, Character.MAX_RADIX)));
            }
        }

        SmallHeap process = SmallHeap.check("-Xmx64m", file, folder);

        assertThat(process.out()).isEqualTo("""
                {"families":0,"members":0,"accepted":0,"problems":[{"code":"file-too-large","severity":"warning",\
                "file":"teks.xlsx","sheet":null,"row":null,"column":null,"value":"too-much-text"}]}
                """);
        assertThat(process.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesMoreRowsThanItCanRememberInsteadOfRunningOutOfMemory() throws Exception {
        Path file = folder.resolve("baris.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK\n");
            for (int i = 0; i < 140_000; i++) {
                out.write((51080000000001L + i) + ";5108012001;I Wayan;" + nik(i, 12) + "\n");
            }
        }

        SmallHeap process = SmallHeap.check("-Xmx64m", file, folder);

        assertThat(process.out()).contains("\"value\":\"too-many-rows\"");
        assertThat(process.exitCode()).isEqualTo(2);
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
