package id.tuntas.rosterfile.table;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.Checked;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.RosterBuilder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingCsvTest {

    @TempDir
    private Path folder;

    private final RosterBuilder roster = new RosterBuilder()
            .family("Kepala Keluarga", "Ni Luh Séri", "Alamat", "Jl. Melati 1, RT 2; \"Kaja\"\tutara");

    private Checked csv(String text) throws IOException {
        return Checked.files(Files.writeString(folder.resolve("a.csv"), text));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void readsCommaSemicolonAndTab(char separator) throws IOException {
        Checked checked = Checked.files(roster.csv(folder, separator, StandardCharsets.UTF_8));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.family().address()).isEqualTo("Jl. Melati 1, RT 2; \"Kaja\"\tutara");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void readsEveryUsualCharset(String charset) throws IOException {
        Checked checked = Checked.files(roster.csv(folder, ';', Charset.forName(charset)));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.family().headName()).isEqualTo("Ni Luh Séri");
    }

    @Test
    void readsUtf8WithAByteOrderMark() throws IOException {
        Path plain = roster.csv(folder, ',', StandardCharsets.UTF_8);

        Checked checked = csv("\uFEFF" + Files.readString(plain));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.family().key()).isEqualTo(RosterBuilder.FAMILY);
    }

    @Test
    void countsRowsByRecordNotByLine() throws IOException {
        Path file = new RosterBuilder()
                .family("Alamat", "Banjar Kaja\nRT 001\nRW 000")
                .family("ID Keluarga P3KE", "51080000000002", "NIK", "")
                .csv(folder, ',', StandardCharsets.UTF_8);

        Checked.files(file).letsIn(2, 0).findsOnly(ProblemCode.NIK_MISSING).at("F3");
    }

    @Test
    void countsEmptyRecordsToo() throws IOException {
        String text = Files.readString(new RosterBuilder().family("NIK", "").csv(folder, ',', StandardCharsets.UTF_8));

        csv("DAFTAR KELUARGA\r\n\r\n" + text).findsOnly(ProblemCode.NIK_MISSING).at("F4");
    }

    @Test
    void keepsTheDigitsThatASpreadsheetWroteAsAFormula() throws IOException {
        assertThat(csv("""
                ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK
                ="51080000000001";="5108012001";I Wayan Contoh;="5108011203800001"
                """).letsIn(1, 0).family().nik()).isEqualTo("5108011203800001");
    }

    @Test
    void believesNoOtherFormula() throws IOException {
        csv("""
                ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK;Alamat
                51080000000001;5108012001;I Wayan Contoh;5108011203800001;=cmd|' /C calc'!A0
                """).letsIn(1, 0).findsOnly(ProblemCode.FORMULA_CELL).at("E2").value("=cmd|' /C calc'!A0");
    }

    @Test
    void readsOldMacintoshLineEnds() throws IOException {
        assertThat(csv("""
                ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK
                51080000000001;5108012001;I Wayan Contoh;5108011203800001
                """.replace('\n', '\r')).letsIn(1, 0).problems()).isEmpty();
    }

    @Test
    void isNotMisledByCommasInAnAddress() throws IOException {
        assertThat(csv("""
                ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK;Alamat
                51080000000001;5108012001;I Wayan Contoh;5108011203800001;Jl. Melati, RT 1, RW 0, Kaja, Gerokgak, Buleleng, Bali
                """).letsIn(1, 0).problems()).isEmpty();
    }
}
