package id.tuntas.rosterfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.Cell;
import id.tuntas.rosterfile.Checked;
import id.tuntas.rosterfile.FamilyRow;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.RegionReference;
import id.tuntas.rosterfile.RosterBuilder;
import id.tuntas.rosterfile.RosterCheck;
import id.tuntas.rosterfile.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook of rejected rows: what it says, and that it can be mended and offered again as it is. */
class MendingRejectedRowsTest {

    private static final int NIK = 5;

    @TempDir
    private Path folder;

    private Path rejects;

    @BeforeEach
    void nameTheWorkbook() {
        rejects = folder.resolve("ditolak.xlsx");
    }

    private Checked check(Path... files) throws IOException {
        return Checked.by(
                RosterCheck.of(RegionReference.buleleng(), Checked.TODAY).withRejects(rejects), files);
    }

    private Checked check(RosterBuilder roster) throws IOException {
        return check(roster.workbook(folder));
    }

    @Test
    void holdsTheRejectedRowsWithTheirReason() throws IOException {
        check(new RosterBuilder()
                .family()
                .family("ID Keluarga P3KE", "51080000000002", "NIK", "510801", "Kepala Keluarga", ""));

        Rows rows = Rows.of(rejects, "Keluarga");
        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.at(1, "K")).isEqualTo("Alasan ditolak");
        assertThat(rows.at(2, "A")).isEqualTo("51080000000002");
        assertThat(rows.at(2, "F")).isEqualTo("510801");
        assertThat(rows.at(2, "K"))
                .isEqualTo("[E] Nama kosong. Isi nama lengkap dari KTP atau KK. [F] NIK \"510801\" bukan 16 angka."
                        + " Tulis 16 angka NIK dari KTP atau KK, atau kosongkan selnya.");
    }

    @Test
    void isLetInOnceItIsMended() throws IOException {
        check(new RosterBuilder().family("NIK", "510801").member()).letsIn(0, 0);
        Rows rows = Rows.of(rejects, "Keluarga");
        Path mended = rows.with(2, NIK, Cell.text("5108011203800001"), rejects, folder.resolve("baik.xlsx"));

        Checked again = Checked.files(mended);

        assertThat(again.problems()).isEmpty();
        again.letsIn(1, 1);
    }

    @Test
    void isRejectedAgainWhenNobodyMendsIt() throws IOException {
        check(new RosterBuilder()
                .family()
                .familyCell("NIK", Cell.number("5108011203800000"))
                .member());

        Checked again = Checked.files(rejects).letsIn(0, 0);

        again.findsOnly(ProblemCode.NIK_NUMERIC_CELL).at("Keluarga!F2");
    }

    @Test
    void keepsItsOneReasonColumnOverSeveralRounds() throws IOException {
        check(new RosterBuilder().family("NIK", "510801"));
        Path once = Files.move(rejects, folder.resolve("sekali.xlsx"));

        check(once);

        Rows rows = Rows.of(rejects, "Keluarga");
        assertThat(rows.at(1, "K")).isEqualTo("Alasan ditolak");
        assertThat(rows.at(1, "L")).isEmpty();
        assertThat(rows.at(2, "K")).startsWith("[F] NIK \"510801\" bukan 16 angka.");
    }

    @Test
    void saysWhoseFamilyKeepsAMemberOut() throws IOException {
        check(new RosterBuilder().family("NIK", "510801").member());

        assertThat(Rows.of(rejects, "Anggota").at(2, "I"))
                .isEqualTo("Keluarganya ditolak (daftar.xlsx, Keluarga, 2); perbaiki baris keluarga itu, lalu kirim"
                        + " keduanya lagi.");
    }

    @Test
    void letsAMendedMemberInWithoutTheFamilyThatWasLetInBefore() throws IOException {
        check(new RosterBuilder()
                        .family()
                        .member("NIK", "510801")
                        .family("ID Keluarga P3KE", "51080000000002", "NIK", "510802"))
                .letsIn(1, 0);
        Path mended = Rows.of(rejects, "Anggota")
                .with(2, 4, Cell.text("5108011203800001"), rejects, folder.resolve("baik.xlsx"));

        Checked again = Checked.files(mended).letsIn(0, 1);

        assertThat(again.codes()).containsExactly(ProblemCode.NIK_LENGTH);
    }

    @Test
    void stillMissesTheFamilyOfAMemberWhomNobodyMended() throws IOException {
        check(new RosterBuilder()
                .family("NIK", "510801")
                .member()
                .member("ID Keluarga P3KE", "51080000000009", "NIK", ""));

        Checked.files(rejects)
                .letsIn(0, 0)
                .finds(ProblemCode.MEMBER_WITHOUT_FAMILY)
                .at("Anggota!A3");
    }

    @Test
    void keepsADateAsTheOtherRowsOfItsFileDecidedIt() throws IOException {
        check(new RosterBuilder()
                .family("Tanggal Lahir", "1/31/1980", "NIK", "")
                .family("ID Keluarga P3KE", "51080000000002", "Tanggal Lahir", "1/2/1980", "NIK", "510801"));

        assertThat(Rows.of(rejects, "Keluarga").at(2, "H")).isEqualTo("1980-01-02");
    }

    @Test
    void keepsAnOpenDateAsItStoodWhereNothingDecidedIt() throws IOException {
        check(new RosterBuilder().family("Tanggal Lahir", "1/2/1980", "NIK", "510801"));

        assertThat(Rows.of(rejects, "Keluarga").at(2, "H")).isEqualTo("1/2/1980");
    }

    @Test
    void keepsTheDateOfAWorkbookThatCountsFrom1904() throws IOException {
        check(new RosterBuilder()
                .family("Kepala Keluarga", "", "NIK", "")
                .familyCell("Tanggal Lahir", Cell.number("27830"))
                .from1904());
        Path mended = Rows.of(rejects, "Keluarga")
                .with(2, 4, Cell.text("I Wayan Contoh"), rejects, folder.resolve("baik.xlsx"));

        assertThat(Checked.files(mended).families())
                .extracting(FamilyRow::birthDate)
                .containsExactly(LocalDate.of(1980, 3, 12));
    }

    @Test
    void handsBackNoFormula() throws IOException {
        check(new RosterBuilder()
                .family("NIK", "510801")
                .familyCell("Alamat", Cell.formula("HYPERLINK(\"http://x\")", "klik")));

        Rows rows = Rows.of(rejects, "Keluarga");
        assertThat(rows.at(2, "J")).isEmpty();
        assertThat(rows.at(2, "K")).contains("[J] Sel berisi rumus");
    }

    @Test
    void saysSoWhenNoRowIsRejected() throws IOException {
        check(new RosterBuilder().family());

        assertThat(Rows.of(rejects, "Alasan ditolak").at(1, "A")).isEqualTo("Tidak ada baris yang ditolak.");
    }

    @Test
    void leavesNothingBehindWhenAFileIsRefused() throws IOException {
        Path pdf = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7");

        check(new RosterBuilder().family("NIK", "510801").workbook(folder), pdf);

        assertThat(folder).isDirectoryNotContaining("glob:**ditolak*");
    }

    @Test
    void holdsTheRowsOfSeveralFilesInSheetsOfTheirOwn() throws IOException {
        Path first = new RosterBuilder().family("NIK", "510801").workbook(folder);
        Path second = Files.copy(first, folder.resolve("lain.xlsx"));

        check(first, second);

        assertThat(Rows.of(rejects, "Keluarga").count()).isEqualTo(2);
        assertThat(Rows.of(rejects, "Keluarga (2)").count()).isEqualTo(2);
    }
}
