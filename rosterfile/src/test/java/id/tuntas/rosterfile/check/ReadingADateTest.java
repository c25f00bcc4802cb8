package id.tuntas.rosterfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.rosterfile.Cell;
import id.tuntas.rosterfile.Checked;
import id.tuntas.rosterfile.DateOrderDecision;
import id.tuntas.rosterfile.DateOrderDecision.How;
import id.tuntas.rosterfile.DateOrderDecision.Order;
import id.tuntas.rosterfile.FamilyRow;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.RosterBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingADateTest {

    private static final LocalDate FIRST_OF_FEBRUARY = LocalDate.of(1980, 2, 1);
    private static final LocalDate SECOND_OF_JANUARY = LocalDate.of(1980, 1, 2);

    @TempDir
    private Path folder;

    private final RosterBuilder roster = new RosterBuilder();
    private int rows;

    /** Adds a family with its own id; an empty NIK says nothing of the date. */
    private ReadingADateTest born(String date, String nik) {
        rows++;
        roster.family("ID Keluarga P3KE", "5108000000000" + rows, "NIK", nik, "Tanggal Lahir", date);
        return this;
    }

    private ReadingADateTest born(String date) {
        return born(date, "");
    }

    private Checked check() throws IOException {
        return Checked.files(roster.workbook(folder));
    }

    private static DateOrderDecision decision(Checked checked) {
        assertThat(checked.report().dateOrders()).hasSize(1);
        return checked.report().dateOrders().getFirst();
    }

    private static List<LocalDate> dates(Checked checked) {
        return checked.families().stream().map(FamilyRow::birthDate).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1980-03-12",
                "1980/03/12",
                "1980-03-12T00:00:00",
                "1980-03-12 00:00:00",
                "12 Maret 1980",
                "12-Mar-1980",
                "12 MAR 1980"
            })
    void readsADateThatCanOnlyMeanOneDay(String text) throws IOException {
        Checked checked = born(text, "5108011203800001").check();

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.report().dateOrders()).isEmpty();
        assertThat(dates(checked)).containsExactly(LocalDate.of(1980, 3, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/1980", "31-12-1980", "31.12.1980", "31/12/1980 0:00:00", "12/31/1980 12:00:00 AM"})
    void readsADateWhoseDayIsOverTwelve(String text) throws IOException {
        assertThat(dates(born(text).check())).containsExactly(LocalDate.of(1980, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({"29292,1980-03-12", "29292.5,1980-03-12", "1,1900-01-01", "59,1900-02-28", "61,1900-03-01"})
    void readsTheSerialOfAWorkbookThatCountsFrom1900(String serial, LocalDate date) throws IOException {
        born("");
        roster.familyCell("Tanggal Lahir", Cell.number(serial));

        assertThat(dates(check())).containsExactly(date);
    }

    @Test
    void readsTheSerialOfAWorkbookThatCountsFrom1904() throws IOException {
        born("");
        roster.familyCell("Tanggal Lahir", Cell.number("27830")).from1904();

        assertThat(dates(check())).containsExactly(LocalDate.of(1980, 3, 12));
    }

    @Test
    void readsTheSerialThatACsvKept() throws IOException {
        born("29292");

        assertThat(dates(Checked.files(roster.csv(folder, ';', StandardCharsets.UTF_8))))
                .containsExactly(LocalDate.of(1980, 3, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/1980", "1980", "12 Foo 1980", "1980-13-01", "32/1/1980", "12/03/80", "lahir 1980"})
    void keepsOutADateThatIsNone(String text) throws IOException {
        born(text)
                .check()
                .letsIn(0, 0)
                .finds(ProblemCode.DATE_UNREADABLE)
                .error()
                .at("Keluarga!H2")
                .value(text)
                .mend(
                        "Tulis tanggal sebagai 1980-12-31 atau 31/12/1980, atau kosongkan selnya.",
                        "Write the date as 1980-12-31 or 31/12/1980, or empty the cell.");
    }

    @Test
    void takesAYearInANumericCellForNoDate() throws IOException {
        born("");
        roster.familyCell("Tanggal Lahir", Cell.number("1980"));

        check().finds(ProblemCode.DATE_UNREADABLE).value("1980");
    }

    @Test
    void keepsOutABirthDateToCome() throws IOException {
        born("2023-02-04")
                .check()
                .letsIn(0, 0)
                .finds(ProblemCode.DATE_FUTURE)
                .error()
                .at("Keluarga!H2")
                .value("2023-02-04")
                .related("2023-02-04")
                .mend("Perbaiki tahunnya menurut KTP atau KK.", "Correct the year by the identity or family card.");
    }

    @Test
    void letsABirthDateOfTodayIn() throws IOException {
        born("2023-02-03").check().letsIn(1, 0);
    }

    @Test
    void readsDayFirstWhereAnotherRowCanOnlyBeSo() throws IOException {
        Checked checked = born("1/2/1980 0:00:00").born("31/1/1980 0:00:00").check();

        assertThat(checked.codes()).doesNotContain(ProblemCode.DATE_AMBIGUOUS);
        assertThat(dates(checked)).containsExactly(FIRST_OF_FEBRUARY, LocalDate.of(1980, 1, 31));
        assertThat(decision(checked))
                .isEqualTo(new DateOrderDecision(
                        "daftar.xlsx", "Keluarga", "H", "Tanggal Lahir", Order.DAY_FIRST, How.OTHER_ROWS, 1, 0, 0, 0));
    }

    @Test
    void readsMonthFirstWhereAnotherRowCanOnlyBeSo() throws IOException {
        Checked checked = born("1/2/1980 0:00:00").born("1/31/1980 0:00:00").check();

        assertThat(checked.codes()).doesNotContain(ProblemCode.DATE_AMBIGUOUS);
        assertThat(dates(checked)).containsExactly(SECOND_OF_JANUARY, LocalDate.of(1980, 1, 31));
        assertThat(decision(checked).order()).isEqualTo(Order.MONTH_FIRST);
        assertThat(decision(checked).monthFirst()).isEqualTo(1);
    }

    @Test
    void readsByTheNikWhereNoRowTells() throws IOException {
        Checked checked =
                born("01-02-1980", "5108010102800001").born("02-03-1980").check();

        assertThat(checked.codes()).containsExactly(ProblemCode.NIK_MISSING);
        assertThat(dates(checked)).containsExactly(FIRST_OF_FEBRUARY, LocalDate.of(1980, 3, 2));
        assertThat(decision(checked).how()).isEqualTo(How.NIK);
        assertThat(decision(checked).nikDayFirst()).isEqualTo(1);
    }

    @Test
    void readsDayFirstByCustomAndMarksItWhereNothingTells() throws IOException {
        Checked checked = born("01-02-1980").check().letsIn(1, 0);

        checked.finds(ProblemCode.DATE_AMBIGUOUS)
                .warning()
                .at("Keluarga!H2")
                .value("01-02-1980")
                .related("1980-02-01")
                .mend("Tulis tanggal sebagai 1980-12-31.", "Write the date as 1980-12-31.");
        assertThat(decision(checked).how()).isEqualTo(How.CUSTOM);
        assertThat(dates(checked)).containsExactly(FIRST_OF_FEBRUARY);
    }

    @Test
    void marksOpenDatesOfAColumnThatMixesBothUnlessTheirNikTells() throws IOException {
        Checked checked = born("31/1/1980")
                .born("1/31/1980")
                .born("28/1/1980")
                .born("1/2/1980", "5108010201800001")
                .born("1/2/1980")
                .check();

        assertThat(decision(checked).how()).isEqualTo(How.MIXED);
        assertThat(dates(checked).subList(3, 5)).containsExactly(SECOND_OF_JANUARY, FIRST_OF_FEBRUARY);
        checked.finds(ProblemCode.DATE_AMBIGUOUS).at("Keluarga!H6");
    }

    @Test
    void takesNoEvidenceFromADateBefore1900() throws IOException {
        Checked checked = born("1/2/1980").born("1/31/0080").check();

        assertThat(decision(checked).how()).isEqualTo(How.CUSTOM);
    }

    @Test
    void needsNoDecisionForADateThatIsTheSameBothWays() throws IOException {
        Checked checked = born("5/5/1980").check();

        assertThat(checked.report().dateOrders()).isEmpty();
        assertThat(dates(checked)).containsExactly(LocalDate.of(1980, 5, 5));
    }
}
