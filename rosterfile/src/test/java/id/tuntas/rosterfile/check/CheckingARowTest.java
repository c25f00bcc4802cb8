package id.tuntas.rosterfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.Cell;
import id.tuntas.rosterfile.Checked;
import id.tuntas.rosterfile.FileReport;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.RosterBuilder;
import id.tuntas.rosterfile.Sex;
import id.tuntas.rosterfile.SheetReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule of a family's row after the other; columns are those of {@link RosterBuilder}. */
class CheckingARowTest {

    @TempDir
    private Path folder;

    private Checked family(String... changes) throws IOException {
        return Checked.files(new RosterBuilder().family(changes).workbook(folder));
    }

    private Checked familyWith(String header, Cell cell) throws IOException {
        return Checked.files(
                new RosterBuilder().family().familyCell(header, cell).workbook(folder));
    }

    @Test
    void findsNothingInASoundRow() throws IOException {
        Checked checked = family();

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.letsIn(1, 0).family().villageCode()).isEqualTo("51.08.01.2001");
    }

    @Test
    void warnsOfAnEmptyNik() throws IOException {
        Checked checked = family("NIK", "").letsIn(1, 0);

        checked.findsOnly(ProblemCode.NIK_MISSING)
                .warning()
                .at("Keluarga!F2")
                .value(null)
                .mend(
                        "Isi NIK dari KTP atau KK bila ada; keluarga tetap diverifikasi.",
                        "Fill in the NIK from the identity or family card if there is one; the family is verified all the same.");
        assertThat(checked.family().nik()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "NULL", " ", "0000000000000000"})
    void takesADashAndZeroesForAnEmptyNik(String nik) throws IOException {
        family("NIK", nik).letsIn(1, 0).findsOnly(ProblemCode.NIK_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"510801120380001", "51080112038000011", "51080112038OOOO1", "tidak ada"})
    void keepsOutANikThatIsNotSixteenDigits(String nik) throws IOException {
        family("NIK", nik)
                .letsIn(0, 0)
                .findsOnly(ProblemCode.NIK_LENGTH)
                .error()
                .at("Keluarga!F2")
                .value(nik)
                .mend(
                        "Tulis 16 angka NIK dari KTP atau KK, atau kosongkan selnya.",
                        "Write the 16 digits of the NIK from the identity or family card, or empty the cell.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'5108011203800001", "510801 120380 0001", "510801.120380.0001"})
    void readsANikThroughItsPunctuation(String nik) throws IOException {
        assertThat(family("NIK", nik).letsIn(1, 0).family().nik()).isEqualTo("5108011203800001");
    }

    @Test
    void keepsOutANikThatANumericCellHasRounded() throws IOException {
        familyWith("NIK", Cell.number("5.1080112038E+15"))
                .letsIn(0, 0)
                .findsOnly(ProblemCode.NIK_NUMERIC_CELL)
                .error()
                .at("Keluarga!F2")
                .value("5108011203800000")
                .mend(
                        "Ubah format kolom menjadi Teks, lalu salin ulang nomornya dari sumber; angka yang hilang tidak dapat"
                                + " dipulihkan.",
                        "Format the column as Text and copy the number again from its source; the lost digit can't be"
                                + " restored.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10801E+15", "5,10801E+15"})
    void knowsARoundedNikThatWasSavedAsText(String nik) throws IOException {
        family("NIK", nik).letsIn(0, 0).findsOnly(ProblemCode.NIK_NUMERIC_CELL).value(nik);
    }

    @Test
    void warnsOfANikFromAnotherDistrict() throws IOException {
        family("NIK", "5171011203800001")
                .letsIn(1, 0)
                .findsOnly(ProblemCode.NIK_REGION)
                .warning()
                .at("Keluarga!F2")
                .value("5171011203800001")
                .related("510801")
                .mend(
                        "Periksa NIK dengan KTP; wajar bila orangnya pernah pindah.",
                        "Compare the NIK with the identity card; it is normal for a person who has moved.");
    }

    @Test
    void warnsOfANikWithAnotherBirthDate() throws IOException {
        family("Tanggal Lahir", "1980-03-13")
                .letsIn(1, 0)
                .findsOnly(ProblemCode.NIK_BIRTH_DATE)
                .warning()
                .at("Keluarga!F2")
                .value("5108011203800001")
                .related("1980-03-13")
                .mend(
                        "Periksa NIK dan tanggal lahir dengan KTP atau KK.",
                        "Compare the NIK and the birth date with the identity or family card.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5108013202800001", "5108010003800001", "5108011213800001", "5108017203800001"})
    void warnsOfANikWhoseBirthDateCannotBe(String nik) throws IOException {
        family("NIK", nik, "Tanggal Lahir", "", "Jenis Kelamin", "")
                .letsIn(1, 0)
                .findsOnly(ProblemCode.NIK_BIRTH_DATE)
                .value(nik);
    }

    @Test
    void warnsOfANikOfTheOtherSex() throws IOException {
        family("Jenis Kelamin", "PEREMPUAN")
                .letsIn(1, 0)
                .findsOnly(ProblemCode.NIK_SEX)
                .warning()
                .at("Keluarga!F2")
                .value("5108011203800001")
                .related("PEREMPUAN")
                .mend(
                        "Periksa NIK dan jenis kelamin dengan KTP atau KK.",
                        "Compare the NIK and the sex with the identity or family card.");
    }

    @Test
    void countsFortyMoreForTheDayOfAWoman() throws IOException {
        Checked checked = family("NIK", "5108015203800001", "Jenis Kelamin", "PEREMPUAN");

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.family().sex()).isEqualTo(Sex.FEMALE);
    }

    @ParameterizedTest
    @CsvSource({"Laki-laki,MALE", "L,MALE", "PEREMPUAN,FEMALE", "P,FEMALE"})
    void readsASexInTheWaysOfEveryList(String cell, Sex sex) throws IOException {
        Checked checked = family("Jenis Kelamin", cell, "NIK", "");

        checked.findsOnly(ProblemCode.NIK_MISSING);
        assertThat(checked.family().sex()).isEqualTo(sex);
    }

    @Test
    void readsAnUnofficialWordForASexAndMarksIt() throws IOException {
        Checked checked = family("Jenis Kelamin", "Pria");

        checked.findsOnly(ProblemCode.CODE_UNKNOWN).at("Keluarga!G2").value("Pria");
        assertThat(checked.family().sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void warnsOfANikThatAnEarlierFamilyHas() throws IOException {
        Checked checked = Checked.files(new RosterBuilder()
                .family()
                .family("ID Keluarga P3KE", "51080000000002")
                .workbook(folder));

        checked.letsIn(2, 0)
                .findsOnly(ProblemCode.NIK_DUPLICATE)
                .warning()
                .at("Keluarga!F3")
                .value("5108011203800001")
                .related("daftar.xlsx, Keluarga, 2")
                .mend(
                        "Pastikan milik siapa NIK ini; perbaiki atau kosongkan yang lain.",
                        "Find out whose NIK it is; correct or empty the other one.");
    }

    @Test
    void keepsOutAFamilyWithoutId() throws IOException {
        family("ID Keluarga P3KE", "")
                .letsIn(0, 0)
                .findsOnly(ProblemCode.FAMILY_ID_MISSING)
                .error()
                .at("Keluarga!A2")
                .value(null)
                .mend(
                        "Isi ID keluarga dari data asli, dalam sel berformat Teks.",
                        "Fill in the family id from the original data, in a cell formatted as Text.");
    }

    @Test
    void keepsOutAFamilyWhoseIdANumericCellHasRounded() throws IOException {
        familyWith("ID Keluarga P3KE", Cell.number("5108000000000010"))
                .letsIn(0, 0)
                .findsOnly(ProblemCode.FAMILY_ID_MISSING)
                .value("5108000000000010");
    }

    @Test
    void takesAShortFamilyIdFromANumericCell() throws IOException {
        assertThat(familyWith("ID Keluarga P3KE", Cell.number("51080000000001"))
                        .family()
                        .key())
                .isEqualTo("51080000000001");
    }

    @Test
    void keepsOutAFamilyThatIsListedAgain() throws IOException {
        Checked checked = Checked.files(new RosterBuilder()
                .family()
                .family("NIK", "", "Kepala Keluarga", "I Made Umpama")
                .workbook(folder));

        checked.letsIn(1, 0)
                .finds(ProblemCode.FAMILY_DUPLICATE)
                .error()
                .at("Keluarga!A3")
                .value(RosterBuilder.FAMILY)
                .related("daftar.xlsx, Keluarga, 2")
                .mend(
                        "Hapus salah satu baris, atau perbaiki ID keluarganya.",
                        "Delete one of the rows, or correct its family id.");
        assertThat(checked.family().headName()).isEqualTo("I Wayan Contoh");
    }

    @Test
    void keepsOutARowWithoutName() throws IOException {
        family("Kepala Keluarga", "")
                .letsIn(0, 0)
                .findsOnly(ProblemCode.NAME_MISSING)
                .error()
                .at("Keluarga!E2")
                .value(null)
                .mend("Isi nama lengkap dari KTP atau KK.", "Fill in the full name from the identity or family card.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5108992001", "5107012001", "51.08.01", "Gerokgak"})
    void keepsOutAVillageThatIsNotOfTheRegency(String code) throws IOException {
        family("Kode Kemdagri", code)
                .letsIn(0, 0)
                .findsOnly(ProblemCode.VILLAGE_UNKNOWN)
                .error()
                .at("Keluarga!B2")
                .value(code)
                .mend(
                        "Tulis kode Kemendagri 10 angka dari desa/kelurahan di kabupaten ini, misalnya 51.08.01.2001.",
                        "Write the 10-digit Kemendagri code of a village of this regency, such as 51.08.01.2001.");
    }

    @Test
    void keepsOutAnEmptyVillageCode() throws IOException {
        family("Kode Kemdagri", "")
                .letsIn(0, 0)
                .findsOnly(ProblemCode.VILLAGE_UNKNOWN)
                .value(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"51.08.01.2001", "5108012001", "51 08 01 2001"})
    void readsAVillageCodeWithAndWithoutDots(String code) throws IOException {
        assertThat(family("Kode Kemdagri", code).family().villageCode()).isEqualTo("51.08.01.2001");
    }

    @Test
    void readsAVillageCodeFromANumericCell() throws IOException {
        assertThat(familyWith("Kode Kemdagri", Cell.number("5.108012001E9"))
                        .family()
                        .villageCode())
                .isEqualTo("51.08.01.2001");
    }

    @Test
    void warnsOfAVillageNameThatIsNotTheOneOfItsCode() throws IOException {
        family("Desa/Kelurahan", "PEJARAKAN")
                .letsIn(1, 0)
                .findsOnly(ProblemCode.VILLAGE_NAME_MISMATCH)
                .warning()
                .at("Keluarga!C2")
                .value("PEJARAKAN")
                .related("Sumberklampok")
                .mend("Periksa apakah kode atau namanya yang keliru.", "Check whether the code or the name is wrong.");
    }

    @Test
    void warnsOfADistrictNameThatIsNotTheOneOfTheCode() throws IOException {
        family("Kecamatan", "BANJAR")
                .letsIn(1, 0)
                .findsOnly(ProblemCode.VILLAGE_NAME_MISMATCH)
                .at("Keluarga!D2")
                .related("Gerokgak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sumber Klampok", "DESA SUMBERKLAMPOK", "sumberklampok "})
    void comparesVillageNamesWithoutCaseSpacesAndTitle(String name) throws IOException {
        assertThat(family("Desa/Kelurahan", name).problems()).isEmpty();
    }

    @Test
    void warnsOfAValueOutsideItsCodeList() throws IOException {
        Checked checked = family("Jenis Atap", "SIRAP EMAS").letsIn(1, 0);

        checked.findsOnly(ProblemCode.CODE_UNKNOWN)
                .warning()
                .at("Keluarga!I2")
                .value("SIRAP EMAS")
                .mend(
                        "Pakai salah satu kode resmi kolom ini; isian tetap disimpan apa adanya.",
                        "Use one of the column's official codes; the value is kept as it stands.");
        assertThat(checked.family().values().find("roof")).isEqualTo("SIRAP EMAS");
    }

    @Test
    void doesNotBelieveTheStoredResultOfAFormula() throws IOException {
        Checked checked = familyWith("Alamat", Cell.formula("HYPERLINK(\"http://x\")", "Banjar Kaja"))
                .letsIn(1, 0);

        checked.findsOnly(ProblemCode.FORMULA_CELL)
                .warning()
                .at("Keluarga!J2")
                .value("Banjar Kaja")
                .mend("Salin kolomnya, lalu tempel sebagai nilai.", "Copy the column and paste it as values.");
        assertThat(checked.family().address()).isNull();
    }

    @Test
    void keepsOutARowWhoseFamilyIdIsAFormula() throws IOException {
        Checked checked = familyWith("ID Keluarga P3KE", Cell.formula("A1+1", RosterBuilder.FAMILY));

        assertThat(checked.letsIn(0, 0).codes())
                .containsExactly(ProblemCode.FORMULA_CELL, ProblemCode.FAMILY_ID_MISSING);
    }

    @Test
    void keepsOutAllRowsOfASheetWithoutARequiredColumnAndSaysSoOnce() throws IOException {
        Checked checked = Checked.files(new RosterBuilder()
                .family()
                .family("ID Keluarga P3KE", "51080000000002", "NIK", "")
                .withoutColumn("Kepala Keluarga")
                .workbook(folder));

        checked.letsIn(0, 0)
                .finds(ProblemCode.COLUMN_MISSING)
                .error()
                .at("Keluarga!1")
                .value("Kepala Keluarga")
                .mend(
                        "Tambahkan kolom itu, atau samakan nama kolomnya; tanpa kolom itu tidak satu baris pun dapat masuk.",
                        "Add the column, or spell its header like this; without it no row can be let in.");
        assertThat(checked.codes()).containsExactly(ProblemCode.COLUMN_MISSING, ProblemCode.NIK_MISSING);
    }

    @Test
    void warnsOfAColumnThatAppearsTwiceAndUsesTheFirst() throws IOException {
        Checked checked = family("NIK Kepala Keluarga", "5108011203800002").letsIn(1, 0);

        checked.findsOnly(ProblemCode.COLUMN_AMBIGUOUS)
                .warning()
                .at("Keluarga!K1")
                .value("NIK Kepala Keluarga")
                .mend("Hapus atau ganti nama kolom yang berlebih.", "Delete or rename the extra column.");
        assertThat(checked.family().nik()).isEqualTo("5108011203800001");
        assertThat(checked.report().files())
                .flatExtracting(FileReport::sheets)
                .flatExtracting(SheetReport::unmatched)
                .isEmpty();
    }
}
