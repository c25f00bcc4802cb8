package id.tuntas.rosterfile.table;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.Cell;
import id.tuntas.rosterfile.Checked;
import id.tuntas.rosterfile.Parts;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.ProblemTexts;
import id.tuntas.rosterfile.RosterBuilder;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that no list is made of, and files made to do harm. */
class RefusingAFileTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String DOCTYPE = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";

    @TempDir
    private Path folder;

    private Path sound;

    @BeforeEach
    void makeASoundWorkbook() throws IOException {
        sound = new RosterBuilder().family().workbook(folder);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** One problem, for the whole file, said in one sentence in both languages. */
    private static void refuses(Path file, Reason reason) throws IOException {
        Checked checked = Checked.files(file);

        ProblemCode code = reason.tooLarge() ? ProblemCode.FILE_TOO_LARGE : ProblemCode.FILE_UNREADABLE;
        RosterProblem problem =
                checked.findsOnly(code).at("").value(reason.key()).problem();
        assertThat(checked.report().refused()).isTrue();
        assertThat(checked.report().refusals()).containsExactly(problem);
        assertThat(checked.report().accepted()).isZero();
        for (Locale locale : new Locale[] {Locale.of("id"), Locale.ENGLISH}) {
            assertThat(ProblemTexts.in(locale).message(problem))
                    .contains(String.valueOf(file.getFileName()))
                    .matches("[^.]+(\\.\\w+[^.]*)*(\\.\\d{3})*[^.]*\\.");
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void saysWhyAndWhatToDoForEveryReason(Reason reason) {
        ProblemCode code = reason.tooLarge() ? ProblemCode.FILE_TOO_LARGE : ProblemCode.FILE_UNREADABLE;
        RosterProblem problem = new RosterProblem(code, "a.xlsx", null, null, null, reason.key(), null);
        RosterProblem unknown = new RosterProblem(code, "a.xlsx", null, null, null, "?", null);

        for (Locale locale : new Locale[] {Locale.of("id"), Locale.ENGLISH}) {
            ProblemTexts texts = ProblemTexts.in(locale);
            assertThat(texts.message(problem)).endsWith(".").isNotEqualTo(texts.message(unknown));
            assertThat(texts.mend(problem)).endsWith(".").isNotEqualTo(texts.mend(unknown));
        }
    }

    @Test
    void refusesAFileThatIsNotThere() throws IOException {
        refuses(folder.resolve("nowhere.xlsx"), Reason.NOT_FOUND);
        refuses(folder, Reason.FOLDER);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        refuses(file("a.xlsx", new byte[0]), Reason.EMPTY);
        refuses(file("a.csv", "\r\n\r\n".getBytes(StandardCharsets.UTF_8)), Reason.EMPTY);
    }

    @Test
    void refusesARenamedPdf() throws IOException {
        refuses(file("a.xlsx", "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1)), Reason.PDF);
    }

    @Test
    void refusesAnOldOrPasswordProtectedWorkbook() throws IOException {
        byte[] ole = Arrays.copyOf(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                4096);

        refuses(file("a.xlsx", ole), Reason.OLD_OR_ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u0002binary",
                "<html><table>",
                "\uFEFF <?xml version=\"1.0\"?>",
                "\u0089PNG\r\n\u001A\n\u0000"
            })
    void refusesWhatIsNoTable(String content) throws IOException {
        refuses(file("a.csv", content.getBytes(StandardCharsets.UTF_8)), Reason.NOT_A_TABLE);
    }

    @Test
    void refusesAZipThatIsNoWorkbook() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<document/>".getBytes(StandardCharsets.UTF_8));
        }

        refuses(file, Reason.NOT_A_TABLE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {.1, .5, .9, .99})
    void refusesATruncatedWorkbook(double share) throws IOException {
        byte[] whole = Files.readAllBytes(sound);

        refuses(file("a.xlsx", Arrays.copyOf(whole, (int) (whole.length * share))), Reason.DAMAGED);
    }

    @Test
    void refusesAWorkbookWithFlippedBytesWithoutEverFailing() throws IOException {
        byte[] whole = Files.readAllBytes(sound);
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] flipped = whole.clone();
            for (int flips = 0; flips < 3; flips++) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Checked checked = Checked.files(file("a.xlsx", flipped));
            assertThat(checked.report().refused() || checked.report().families() <= 1)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet><sheetData>",
                "<worksheet><sheetData></worksheet></sheetData>",
                "<worksheet><sheetData><row r=\"x\"><c><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c r=\"1\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c t=\"str\"><v>&unknown;</v></c></row></sheetData></worksheet>",
                "no xml"
            })
    void refusesASheetThatIsNoXml(String sheet) throws IOException {
        refuses(Parts.of(sound).put(SHEET, sheet).write(folder.resolve("a.xlsx")), Reason.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/vbaProject.bin", "XL/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"})
    void refusesMacrosWhateverTheFileIsCalled(String part) throws IOException {
        refuses(Parts.of(sound).put(part, "x").write(folder.resolve("a.xlsx")), Reason.MACROS);
    }

    @Test
    void refusesAWorkbookThatDeclaresMacros() throws IOException {
        Path file = Parts.of(sound)
                .change(
                        "[Content_Types].xml",
                        types -> types.replace(
                                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "vnd.ms-excel.sheet.macroEnabled.main+xml"))
                .write(folder.resolve("a.xlsx"));

        refuses(file, Reason.MACROS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"})
    void refusesADocumentTypeInAnyPart(String part) throws IOException {
        Path file = Parts.of(sound)
                .change(part, xml -> xml.replace("?>\n", "?>\n" + DOCTYPE))
                .write(folder.resolve("a.xlsx"));

        refuses(file, Reason.DOCTYPE);
    }

    @Test
    void refusesADocumentTypeInAPartItDoesNotRead() throws IOException {
        Path file = Parts.of(sound)
                .put("docProps/core.xml", "<?xml version=\"1.0\"?>" + DOCTYPE + "<x>&x;</x>")
                .write(folder.resolve("a.xlsx"));

        refuses(file, Reason.DOCTYPE);
    }

    @Test
    void refusesADocumentTypeInUtf16() throws IOException {
        Path file = Parts.of(sound)
                .put(
                        SHEET,
                        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + DOCTYPE + "<x/>")
                                .getBytes(StandardCharsets.UTF_16))
                .write(folder.resolve("a.xlsx"));

        refuses(file, Reason.DOCTYPE);
    }

    @Test
    void refusesADocumentTypeAfterALongComment() throws IOException {
        Path file = Parts.of(sound)
                .put(SHEET, "<!--" + "x".repeat(200_000) + "-->" + DOCTYPE + "<worksheet/>")
                .write(folder.resolve("a.xlsx"));

        refuses(file, Reason.DOCTYPE);
    }

    private Path bomb(String part, String head, String repeated) throws IOException {
        return bomb(part, head, repeated, 256L << 20);
    }

    /** A part that is small in the file and large when it is unpacked. */
    private Path bomb(String part, String head, String repeated, long size) throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        Parts parts = Parts.of(sound).remove(part);
        byte[] block = repeated.repeat(1 + (1 << 16) / repeated.length()).getBytes(StandardCharsets.UTF_8);
        parts.write(file, zip -> {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(head.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < size; written += block.length) {
                zip.write(block);
            }
            zip.closeEntry();
        });
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "<row><c t=\"inlineStr\"><is><t>1</t></is></c></row>", "<row/>"})
    void refusesAZipBomb(String repeated) throws IOException {
        Path file = bomb(SHEET, "<worksheet><sheetData>", repeated);

        assertThat(Files.size(file)).isLessThan(3L << 20);
        refuses(file, Reason.INFLATES_TOO_FAR);
    }

    @Test
    void refusesAZipBombThatClaimsToBeSmall() throws IOException {
        Path file = bomb(SHEET, "<worksheet><sheetData>", " ");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int name = lastIndexOf(bytes, SHEET.getBytes(StandardCharsets.UTF_8));
        int directoryEntry = name - 46;
        assertThat(zip.getInt(directoryEntry)).isEqualTo(0x02014b50);
        assertThat(zip.getInt(directoryEntry + 24)).isGreaterThan(256 << 20);
        zip.putInt(directoryEntry + 24, 1_000);

        refuses(file("a.xlsx", bytes), Reason.INFLATES_TOO_FAR);
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        int at = bytes.length - wanted.length;
        while (!Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
            at--;
        }
        return at;
    }

    @Test
    void refusesABombInOneCell() throws IOException {
        refuses(bomb(SHEET, "<worksheet><sheetData><row><c t=\"str\"><v>", "A", 1L << 20), Reason.CELL_TOO_LONG);
    }

    @Test
    void refusesABombInOneTag() throws IOException {
        refuses(bomb(SHEET, "<worksheet a=\"", "A", 1L << 20), Reason.CELL_TOO_LONG);
    }

    @Test
    void refusesABombBeforeTheFirstTagOfAPartItDoesNotRead() throws IOException {
        refuses(bomb("docProps/core.xml", "", " "), Reason.INFLATES_TOO_FAR);
    }

    @Test
    void refusesManyMillionSharedTexts() throws IOException {
        Parts.of(sound)
                .change(
                        "xl/_rels/workbook.xml.rels",
                        xml -> xml.replace(
                                "</Relationships>",
                                "<Relationship Id=\"s\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"))
                .write(sound);
        Path file = bomb("xl/sharedStrings.xml", "<sst>", "<si><t>a</t></si>");

        refuses(file, Reason.INFLATES_TOO_FAR);
    }

    @Test
    void refusesTenThousandColumns() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (WorkbookWriter workbook = new WorkbookWriter(Files.newOutputStream(file))) {
            workbook.sheet("Data");
            workbook.row();
            for (int column = 0; column < 10_000; column++) {
                workbook.text(column, "Kolom " + column);
            }
        }

        refuses(file, Reason.TOO_MANY_COLUMNS);
    }

    @Test
    void refusesTenThousandColumnsInCsvToo() throws IOException {
        refuses(file("a.csv", "NIK;".repeat(10_000).getBytes(StandardCharsets.UTF_8)), Reason.TOO_MANY_COLUMNS);
        refuses(file("a.csv", "NIK;".repeat(100_000).getBytes(StandardCharsets.UTF_8)), Reason.TOO_MANY_COLUMNS);
    }

    @Test
    void refusesManyThousandParts() throws IOException {
        Parts parts = Parts.of(sound);
        for (int i = 0; i < 10_001; i++) {
            parts.put("x/" + i, "");
        }

        refuses(parts.write(folder.resolve("a.xlsx")), Reason.TOO_MANY_PARTS);
    }

    @Test
    void refusesACsvWhoseQuoteIsNeverClosed() throws IOException {
        Path file = folder.resolve("a.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("ID Keluarga;NIK;Kepala Keluarga;Kode Kemdagri\n1;\"2;3;4\n");
            for (int i = 0; i < 200_000; i++) {
                out.write("1;2;3;4444\n");
            }
        }

        refuses(file, Reason.CELL_TOO_LONG);
    }

    @Test
    void refusesACsvThatEndsInsideAQuote() throws IOException {
        refuses(
                file(
                        "a.csv",
                        "ID Keluarga;NIK;Kepala Keluarga;Kode Kemdagri\n1;\"2;3;4\n".getBytes(StandardCharsets.UTF_8)),
                Reason.DAMAGED);
    }

    @Test
    void refusesTheWholeRosterForOneBadFile() throws IOException {
        Checked checked = Checked.files(sound, file("b.xlsx", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));

        checked.findsOnly(ProblemCode.FILE_UNREADABLE);
        assertThat(checked.report().accepted()).isZero();
        assertThat(checked.families()).isEmpty();
    }

    @Test
    void neverCountsOnTheResultOfAFormulaInAKey() throws IOException {
        Path file = new RosterBuilder()
                .family()
                .familyCell("NIK", Cell.formula("WEBSERVICE(\"http://x\")", "5108011203800001"))
                .workbook(folder);

        Checked checked = Checked.files(file).letsIn(1, 0);

        assertThat(checked.codes()).containsExactly(ProblemCode.FORMULA_CELL, ProblemCode.NIK_MISSING);
        assertThat(checked.family().nik()).isNull();
    }
}
