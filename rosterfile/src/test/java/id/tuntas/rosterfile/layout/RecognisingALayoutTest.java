package id.tuntas.rosterfile.layout;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.Checked;
import id.tuntas.rosterfile.ColumnMapping;
import id.tuntas.rosterfile.FamilyRow;
import id.tuntas.rosterfile.MemberRow;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.RegionReference;
import id.tuntas.rosterfile.Relationship;
import id.tuntas.rosterfile.RosterCheck;
import id.tuntas.rosterfile.Sex;
import id.tuntas.rosterfile.SheetReport;
import id.tuntas.rosterfile.SheetReport.Suggestion;
import id.tuntas.rosterfile.SheetReport.UnmatchedColumn;
import id.tuntas.rosterfile.table.WorkbookWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognisingALayoutTest {

    private static final String FAMILIES_2022 = """
            ID Keluarga P3KE, Provinsi, Kabupaten/Kota, Kecamatan, Desa/Kelurahan, Kode Kemdagri, Desil Kesejahteraan, Alamat,
            Kepala Keluarga, NIK, Padan Dukcapil, Jenis Kelamin, Tanggal Lahir, Pekerjaan, Pendidikan, Kepemilikan Rumah,
            Memiliki Simpanan Uang/Perhiasan/Ternak/Lainnya, Jenis Atap, Jenis Dinding, Jenis Lantai, Sumber Penerangan,
            Bahan Bakar Memasak, Sumber Air Minum, Memiliki Fasilitas Buang Air Besar, Penerima BPNT, Penerima BPUM,
            Penerima BST, Penerima PKH, Penerima SEMBAKO, Resiko Stunting""";
    private static final String ADDED_2023 = """
            Dimutakhirkan Tahun, Persentil, Prioritas Verval, Status Pekerjaan, Status Kawin, Usia 2023, Kelompok Usia 2023,
            Penerima Prakerja, Penerima KUR, Kualitas Atap, Kualitas Dinding, Kualitas Lantai, Daya Listrik Terpasang""";
    private static final String MEMBERS_2022 = """
            ID Keluarga P3KE, Provinsi, Kabupaten/Kota, Kecamatan, Desa/Kelurahan, Kode Kemdagri, Desil Kesejahteraan, Alamat,
            ID Individu, Nama, NIK, Padan Dukcapil, Jenis Kelamin, Hubungan dengan Kepala Keluarga, Tanggal Lahir, Status Kawin,
            Pekerjaan, Pendidikan, Usia Dibawah 7 Tahun, Usia 7-12, Usia 13-15, Usia 16-18, Usia 19-21, Usia 22-59,
            Usia 60 Tahun Keatas, Penerima BPNT, Penerima BPUM, Penerima BST, Penerima PKH, Penerima SEMBAKO, Resiko Stunting""";
    private static final String MEMBERS_2023 = """
            ID Keluarga P3KE, Dimutakhirkan Tahun, Provinsi, Kabupaten/Kota, Kecamatan, Desa/Kelurahan, Kode Kemdagri,
            Desil Kesejahteraan, Persentil, Alamat, ID Individu, Nama, NIK, Padan Dukcapil, Prioritas Verval, Jenis Kelamin,
            Hubungan dengan Kepala Keluarga, Tanggal Lahir, Usia 2023, Kelompok Usia 2023, Status Kawin, Pekerjaan,
            Status Pekerjaan, Pendidikan, Penerima BPNT, Penerima PKH, Penerima Prakerja, Penerima KUR, Resiko Stunting""";
    private static final String DTSEN_FAMILIES = """
            id_keluarga, no_kk, nik, nama_kepala_keluarga, alamat, rt, rw, id_wilayah, desil_nasional, percentile_nasional,
            peringkat_nasional, peringkat_provinsi, peringkat_kabupaten, peringkat_kecamatan, peringkat_kelurahan""";
    private static final String DTSEN_MEMBERS = "idsemesta, nama, nik, no_kk, hub_kepala_keluarga, pekerjaan_utama";
    private static final String PERSONS = """
            No KK, NIK, Nama, Hubungan dengan Kepala Keluarga, Jenis Kelamin, Tanggal Lahir, Kode Kemdagri, Alamat, RT, RW""";

    @TempDir
    private Path folder;

    private static String[] columns(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toArray(String[]::new);
    }

    /** A workbook whose sheets each begin with their header. */
    private Path workbook(String name, String[]... rows) throws IOException {
        return workbookFrom(name, 0, rows);
    }

    private Path workbookFrom(String name, int titleRows, String[]... rows) throws IOException {
        Path file = folder.resolve(name);
        try (WorkbookWriter workbook = new WorkbookWriter(Files.newOutputStream(file))) {
            workbook.sheet("Data");
            for (int i = 1; i <= titleRows; i++) {
                workbook.row();
                workbook.text(0, "DAFTAR KELUARGA SASARAN");
                workbook.text(1, "NIK dan alamat, bagian " + i);
            }
            for (String[] row : rows) {
                workbook.row();
                for (int column = 0; column < row.length; column++) {
                    workbook.text(column, row[column]);
                }
            }
        }
        return file;
    }

    private static SheetReport sheet(Checked checked) {
        return checked.report().files().getFirst().sheets().getFirst();
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("p3ke-2022-families", FAMILIES_2022),
                Arguments.of("p3ke-2023-families", FAMILIES_2022 + "," + ADDED_2023),
                Arguments.of("p3ke-2022-members", MEMBERS_2022),
                Arguments.of("p3ke-2023-members", MEMBERS_2023),
                Arguments.of("dtsen-families", DTSEN_FAMILIES),
                Arguments.of("dtsen-members", DTSEN_MEMBERS),
                Arguments.of("persons", PERSONS));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void knowsEveryColumnOfEachList(String layout, String list) throws IOException {
        SheetReport sheet = sheet(Checked.files(workbook("a.xlsx", columns(list))));

        assertThat(sheet.layout()).isEqualTo(layout);
        assertThat(sheet.unmatched()).isEmpty();
        assertThat(sheet.matched()).hasSize(columns(list).length);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsHeadersWithoutCaseSpacesAndPunctuation(String layout, String list) throws IOException {
        String[] odd = Arrays.stream(columns(list))
                .map(header -> " " + header.toLowerCase(Locale.ROOT).replace(' ', '_') + ".")
                .toArray(String[]::new);

        SheetReport sheet = sheet(Checked.files(workbook("a.xlsx", odd)));

        assertThat(sheet.layout()).isEqualTo(layout);
        assertThat(sheet.unmatched()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dimuktakhirkan Tahun", "DIMUTAKHIRKAN TAHUN", "Dimuktakhirkan"})
    void knowsTheYearOfUpdateInItsOtherSpelling(String header) throws IOException {
        String list = (FAMILIES_2022 + "," + ADDED_2023).replace("Dimutakhirkan Tahun", header);

        SheetReport sheet = sheet(Checked.files(workbook("a.xlsx", columns(list))));

        assertThat(sheet.matched()).anySatisfy(column -> {
            assertThat(column.header()).isEqualTo(header);
            assertThat(column.field()).isEqualTo("updated_year");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 19})
    void findsTheHeaderUnderTitlesOnAnyOfTheFirstTwentyRows(int titles) throws IOException {
        Checked checked =
                Checked.files(workbookFrom("a.xlsx", titles, columns(DTSEN_FAMILIES), dtsenFamily("1", "K1")));

        assertThat(sheet(checked).headerRow()).isEqualTo(titles + 1);
        assertThat(checked.family().origin().row()).isEqualTo(titles + 2);
    }

    @Test
    void doesNotLookForAHeaderBelowTheTwentiethRow() throws IOException {
        Checked checked = Checked.files(workbookFrom("a.xlsx", 20, columns(DTSEN_FAMILIES)));

        assertThat(checked.report().refused()).isTrue();
        checked.findsOnly(ProblemCode.SHEET_UNRECOGNISED).at("Data!1");
    }

    @Test
    void passesOverTheRowThatNumbersTheColumns() throws IOException {
        String[] numbers = Stream.iterate(1, n -> n + 1)
                .limit(columns(DTSEN_FAMILIES).length)
                .map(String::valueOf)
                .toArray(String[]::new);

        Checked checked = Checked.files(
                workbook("a.xlsx", columns(DTSEN_FAMILIES), numbers, dtsenFamily("1", "5108010101230001")));

        checked.letsIn(1, 0);
        assertThat(checked.report().families()).isEqualTo(1);
    }

    private static String[] dtsenFamily(String id, String kk) {
        return new String[] {
            id, kk, "5108011203800001", "I Wayan Contoh", "Banjar Kaja", "001", "000", "51.08.01.2001", "1"
        };
    }

    @Test
    void joinsFamiliesAndMembersOfDtsenByTheirFamilyCard() throws IOException {
        Path families = workbook("keluarga.xlsx", columns(DTSEN_FAMILIES), dtsenFamily("77", "5108010101230001"));
        Path members = workbook("anggota.xlsx", columns(DTSEN_MEMBERS), new String[] {
            "900", "I Wayan Contoh", "5108011203800001", "5108010101230001", "KEPALA KELUARGA", "PETANI"
        });

        Checked checked = Checked.files(members, families).letsIn(1, 1);

        assertThat(checked.problems()).isEmpty();
        FamilyRow family = checked.family();
        assertThat(family.key()).isEqualTo("5108010101230001");
        assertThat(family.familyId()).isEqualTo("77");
        assertThat(family.decile()).isEqualTo(1);
        MemberRow member = checked.members().getFirst();
        assertThat(member.familyKey()).isEqualTo(family.key());
        assertThat(member.personId()).isEqualTo("900");
        assertThat(member.relationship()).isEqualTo(Relationship.HEAD);
    }

    @Test
    void keepsOutTheMembersOfADtsenFamilyWhoseIdIsTaken() throws IOException {
        Path families = workbook(
                "keluarga.xlsx",
                columns(DTSEN_FAMILIES),
                dtsenFamily("77", "5108010101230001"),
                dtsenFamily("77", "5108010101230002"));
        Path members = workbook("anggota.xlsx", columns(DTSEN_MEMBERS), new String[] {
            "900", "I Made Umpama", "5108011203800009", "5108010101230002", "KEPALA KELUARGA", "PETANI"
        });

        Checked checked = Checked.files(families, members).letsIn(1, 0);

        checked.finds(ProblemCode.FAMILY_DUPLICATE).at("Data!A3").value("77");
    }

    @Test
    void keepsOutAFamilyCardNumberThatANumericCellHasRounded() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (WorkbookWriter workbook = new WorkbookWriter(Files.newOutputStream(file))) {
            workbook.sheet("Data");
            workbook.row();
            String[] headers = columns(DTSEN_FAMILIES);
            for (int column = 0; column < headers.length; column++) {
                workbook.text(column, headers[column]);
            }
            workbook.row();
            String[] cells = dtsenFamily("77", "");
            for (int column = 0; column < cells.length; column++) {
                workbook.text(column, cells[column]);
            }
            workbook.number(1, "5108010101230000");
        }

        Checked.files(file).letsIn(0, 0).findsOnly(ProblemCode.NIK_NUMERIC_CELL).at("Data!B2");
    }

    private static String[] person(String kk, String nik, String name, String relationship, String sex, String born) {
        return new String[] {kk, nik, name, relationship, sex, born, "5108012001", "Banjar Kaja", "001", "000"};
    }

    @Test
    void makesAFamilyOfThePersonsWithOneFamilyCard() throws IOException {
        Checked checked = Checked.files(workbook(
                        "a.xlsx",
                        columns(PERSONS),
                        person("5108010101230001", "5108015203820001", "Ni Luh Misal", "ISTRI", "P", "1982-03-12"),
                        person(
                                "5108010101230001",
                                "5108011203800001",
                                "I Wayan Contoh",
                                "KEPALA KELUARGA",
                                "L",
                                "1980-03-12")))
                .letsIn(1, 2);

        assertThat(checked.problems()).isEmpty();
        FamilyRow family = checked.family();
        assertThat(family.headName()).isEqualTo("I Wayan Contoh");
        assertThat(family.kk()).isEqualTo("5108010101230001");
        assertThat(family.sex()).isEqualTo(Sex.MALE);
        assertThat(family.birthDate()).isEqualTo(LocalDate.of(1980, 3, 12));
        assertThat(checked.report().families()).isEqualTo(1);
        assertThat(checked.report().members()).isEqualTo(2);
    }

    @Test
    void letsAFamilyOfPersonsInWithoutItsHead() throws IOException {
        Checked checked = Checked.files(workbook(
                        "a.xlsx",
                        columns(PERSONS),
                        person("5108010101230001", "5108015203820001", "Ni Luh Misal", "ISTRI", "P", "1982-03-12")))
                .letsIn(1, 1);

        checked.findsOnly(ProblemCode.HEAD_MISSING).at("Data!2");
        assertThat(checked.family().headName()).isEqualTo("Ni Luh Misal");
    }

    @Test
    void keepsTheDecileOfAPersonPerRowSheet() throws IOException {
        String[] headers = columns(PERSONS + ", Desil Kesejahteraan");
        String[] row = Arrays.copyOf(
                person("5108010101230001", "5108011203800001", "I Wayan Contoh", "KEPALA KELUARGA", "L", "1980-03-12"),
                headers.length);
        row[headers.length - 1] = "2";

        assertThat(Checked.files(workbook("a.xlsx", headers, row)).family().decile())
                .isEqualTo(2);
    }

    @Test
    void refusesAFileWithoutAnySheetItKnowsAndSuggestsFields() throws IOException {
        Checked checked =
                Checked.files(workbook("a.xlsx", new String[] {"Nomor Keluarga", "Nama Kepala", "Umur"}, new String[] {
                    "1", "I Wayan Contoh", "40"
                }));

        assertThat(checked.report().refused()).isTrue();
        checked.findsOnly(ProblemCode.SHEET_UNRECOGNISED)
                .warning()
                .at("Data!1")
                .value(null)
                .mend(
                        "Petakan kolomnya sekali dengan tangan, atau hapus lembar ini bila bukan data.",
                        "Map its columns by hand once, or delete the sheet if it is no data.");
        UnmatchedColumn column = sheet(checked).unmatched().get(1);
        assertThat(column.column()).isEqualTo("B");
        assertThat(column.suggestions()).extracting(Suggestion::field).contains(Fields.HEAD_NAME);
    }

    @Test
    void warnsOfASheetItDoesNotKnowBesideOneItKnows() throws IOException {
        Path both = folder.resolve("both.xlsx");
        try (WorkbookWriter workbook = new WorkbookWriter(Files.newOutputStream(both))) {
            workbook.sheet("Catatan");
            workbook.row();
            workbook.text(0, "Daftar ini rahasia");
            workbook.sheet("Data");
            for (String[] row : List.of(columns(DTSEN_FAMILIES), dtsenFamily("1", "5108010101230001"))) {
                workbook.row();
                for (int column = 0; column < row.length; column++) {
                    workbook.text(column, row[column]);
                }
            }
        }

        Checked checked = Checked.files(both).letsIn(1, 0);

        assertThat(checked.report().refused()).isFalse();
        checked.findsOnly(ProblemCode.SHEET_UNRECOGNISED).at("Catatan!");
    }

    @Test
    void readsAnUnknownFileByTheMappingThatAPersonMade() throws IOException {
        Path file = workbook(
                "a.xlsx",
                new String[] {"Data BLT"},
                new String[] {"Nomor", "Siapa", "KTP", "Wilayah", "Catatan"},
                new String[] {"A-1", "I Wayan Contoh", "5108011203800001", "5108012001", "rumah biru"});
        ColumnMapping mapping = new ColumnMapping(
                "Data BLT",
                "p3ke-2022-families",
                Map.of("family_id", "Nomor", "head_name", "Siapa", "nik", "KTP", "village_code", "Wilayah"));

        Checked checked = Checked.by(
                RosterCheck.of(RegionReference.buleleng(), Checked.TODAY).withMappings(List.of(mapping)), file);

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.letsIn(1, 0).family().key()).isEqualTo("A-1");
        assertThat(checked.family().values().find("Catatan")).isEqualTo("rumah biru");
    }
}
