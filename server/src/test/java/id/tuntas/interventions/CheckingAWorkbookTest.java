package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.programmes.Decreed;
import id.tuntas.rosterfile.table.WorkbookWriter;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Workbooks.class})
class CheckingAWorkbookTest {

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Workbooks workbooks;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @Test
    void everyFaultIsToldWithItsRowItsColumnAndItsMend() throws Exception {
        JsonNode one = requests.askedForAHouse(decreed.family("ani", Map.of()));
        JsonNode two = requests.askedForAHouse(decreed.family("ani", Map.of()));
        JsonNode three = requests.askedForAHouse(decreed.family("ani", Map.of()));
        JsonNode four = requests.askedForAHouse(decreed.family("ani", Map.of()));
        JsonNode five = requests.askedForAHouse(decreed.family("ani", Map.of()));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode request : List.of(one, two, three, four, five)) {
            rows.add(workbooks.template("dewa").stream()
                    .filter(row -> row.getFirst().equals(id(request)))
                    .findFirst()
                    .orElseThrow());
        }
        rows.addFirst(workbooks.template("dewa").getFirst());
        Workbooks.answer(rows, one, "mungkin", "", "30/02/2023", "banyak", "");
        Workbooks.answer(rows, two, "Tolak", "", "", "", "");
        Workbooks.answer(rows, three, "Sanggup", "", "2023-02-09", "0", "");
        Workbooks.answer(rows, four, "Sanggup", "", "", "", "2023-02-10");
        Workbooks.answer(rows, five, "", "lupa", "", "", "");
        rows.add(rows.get(1));

        JsonNode checked = Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)));

        assertThat(checked.get("problems")
                        .valueStream()
                        .map(fault ->
                                fault.get("row").asInt() + fault.get("column").asString() + " "
                                        + fault.get("code").asString()))
                .containsExactly(
                        "2I answer-unknown",
                        "2K date-unreadable",
                        "2L amount-unreadable",
                        "3J required",
                        "4K day-passed",
                        "4L out-of-range",
                        "5M receipt-required",
                        "6I answer-missing",
                        "7A row-twice");
        assertThat(checked.at("/problems/1/text").asString()).contains("20/03/2023");
        assertThat(checked.at("/problems/1/value").asString()).isEqualTo("30/02/2023");
        assertThat(checked.get("changes")).isEmpty();
        assertThat(Workbooks.rows(workbooks.rejects(checked), Workbooks.DELIVERED))
                .isEqualTo(rows);
        Answer english = workbooks.upload("dewa", Workbooks.workbook(rows), "en");
        assertThat(english.json().at("/problems/0/text").asString()).startsWith("This answer is not known");
    }

    @Test
    void aDayThatASpreadsheetHasMadeANumberIsGivenBackAsADay() throws Exception {
        JsonNode request = requests.askedForAHouse(decreed.family("ani", Map.of()));
        List<String> row = workbooks.template("dewa").stream()
                .filter(one -> one.getFirst().equals(id(request)))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            workbook.sheet("Permintaan");
            Workbooks.write(workbook, workbooks.template("dewa").getFirst());
            Workbooks.write(workbook, row);
            workbook.text(Workbooks.ANSWER, "mungkin");
            workbook.number(Workbooks.PLANNED, "45005");
        }

        List<List<String>> back = Workbooks.rows(
                workbooks.rejects(Workbooks.checked(workbooks.upload("dewa", out.toByteArray()))), Workbooks.MEND);

        assertThat(back.getLast().get(Workbooks.PLANNED)).isEqualTo("2023-03-20");
    }

    @Test
    void anAmountInANumberCellIsWhatItIsAndHasNoSen() throws Exception {
        JsonNode whole = requests.askedForAHouse(decreed.family("ani", Map.of()));
        JsonNode sen = requests.askedForAHouse(decreed.family("ani", Map.of()));
        JsonNode written = requests.askedForAHouse(decreed.family("ani", Map.of()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            workbook.sheet("Permintaan");
            Workbooks.write(workbook, workbooks.template("dewa").getFirst());
            planned(workbook, whole);
            workbook.number(Workbooks.AMOUNT, "1500000");
            planned(workbook, sen);
            workbook.number(Workbooks.AMOUNT, "1500000.5");
            planned(workbook, written);
            workbook.text(Workbooks.AMOUNT, "1500000.5");
        }

        JsonNode checked = Workbooks.checked(workbooks.upload("dewa", out.toByteArray()));

        assertThat(checked.get("changes"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("amount").asLong()).isEqualTo(1_500_000));
        assertThat(checked.get("problems").valueStream())
                .extracting(one -> one.get("code").asString())
                .containsExactly("amount-unreadable", "amount-unreadable");
    }

    private static void planned(WorkbookWriter workbook, JsonNode request) throws Exception {
        Workbooks.write(workbook, List.of(id(request), "1"));
        workbook.text(Workbooks.ANSWER, "Sanggup");
        workbook.text(Workbooks.PLANNED, "2023-03-20");
    }

    @Test
    void aPlannedDayIsChangedWithAReasonAlone() throws Exception {
        JsonNode request = requests.askedForAHouse(decreed.family("ani", Map.of()));
        requests.step("dewa", request, Map.of("state", "accepted"));
        requests.step("dewa", requests.seen("dewa", request), Requests.planned("2023-03-20", 1_000));
        List<List<String>> rows = workbooks.template("dewa");
        rows.removeIf(row -> !List.of("Kode", id(request)).contains(row.getFirst()));
        Workbooks.answer(rows, request, "Sanggup", "", "2023-04-20", "1000", "");
        assertThat(Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)))
                        .at("/problems/0/code")
                        .asString())
                .isEqualTo("required");

        Workbooks.answer(rows, request, "Sanggup", "Menunggu kayu", "2023-04-20", "1000", "");
        assertThat(workbooks
                        .commit("dewa", Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows))))
                        .status())
                .isEqualTo(200);

        JsonNode now = requests.seen("dewa", request);
        assertThat(now.get("reason").asString()).isEqualTo("Menunggu kayu");
        assertThat(now.get("promisedOn").asString()).isEqualTo("2023-03-20");
    }

    @Test
    void aRowThatNamesAnotherFamilyThanItsCodeIsNotTaken() throws Exception {
        JsonNode one = requests.askedForAHouse(decreed.family("ani", Map.of()));
        JsonNode two = requests.askedForAHouse(decreed.family("ani", Map.of()));
        List<List<String>> rows = workbooks.template("dewa");
        rows.removeIf(row -> !List.of("Kode", id(one), id(two)).contains(row.getFirst()));
        Workbooks.answer(rows, one, "Sanggup", "", "2023-03-20", "", "");
        rows.get(1).set(Workbooks.NUMBER, rows.get(2).get(Workbooks.NUMBER));
        rows.get(2).set(Workbooks.NAME, "Orang lain");

        JsonNode checked = Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)));

        assertThat(checked.get("changes")).isEmpty();
        assertThat(checked.get("same").asInt()).isZero();
        assertThat(checked.get("problems").valueStream())
                .extracting(
                        fault -> fault.get("row").asInt() + fault.get("column").asString() + " "
                                + fault.get("code").asString())
                .containsExactly("2C row-of-another", "3D row-of-another");
        rows.forEach(row -> row.subList(Workbooks.NUMBER, Workbooks.PROGRAMME)
                .replaceAll(cell -> row == rows.getFirst() ? cell : ""));
        assertThat(Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)))
                        .get("changes"))
                .hasSize(1);
    }

    @Test
    void aPlannedDayAfterTheNextBudgetYearIsTold() throws Exception {
        JsonNode request = requests.askedForAHouse(decreed.family("ani", Map.of()));
        List<List<String>> rows = workbooks.template("dewa");
        rows.removeIf(row -> !List.of("Kode", id(request)).contains(row.getFirst()));
        Workbooks.answer(rows, request, "Sanggup", "", "2025-01-01", "", "");

        assertThat(Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)))
                        .at("/problems/0/code")
                        .asString())
                .isEqualTo("day-too-far");
    }

    @Test
    void aPlanThatMovesIntoAYearWhoseQuotaTheRowsBeforeHaveDrawnIsTold() throws Exception {
        JsonNode one = requests.asked("citra", decreed.family("iwan", Map.of()), HOUSING, "housing");
        JsonNode two = requests.asked("citra", decreed.family("iwan", Map.of()), HOUSING, "housing");
        String programme = requests.programme(HOUSING).get("id").asString();
        requests.revise(programme, 2024, Field.FAR_VILLAGE, 1);
        List<List<String>> rows = workbooks.template("citra");
        rows.removeIf(row -> !List.of("Kode", id(one), id(two)).contains(row.getFirst()));
        Workbooks.answer(rows, one, "Sanggup", "", "2024-03-20", "", "");
        Workbooks.answer(rows, two, "Sanggup", "", "2024-03-20", "", "");

        JsonNode checked = Workbooks.checked(workbooks.upload("citra", Workbooks.workbook(rows)));

        assertThat(checked.get("problems").valueStream())
                .extracting(
                        fault -> fault.get("row").asInt() + fault.get("column").asString() + " "
                                + fault.get("code").asString())
                .containsExactly("3K quota-full");
        assertThat(checked.at("/problems/0/text").asString()).contains("2024", "adalah 1; 1 sudah diminta");
        assertThat(workbooks.commit("citra", checked).json().get("taken").asInt())
                .isEqualTo(1);
        requests.revise(programme, draft -> draft.putArray("quotas"));
    }

    @Test
    void aRowOfAnotherAgencyOrVillageIsAsUnknownAsOneOfNobody() throws Exception {
        requests.appoint(HOUSING, "dewa", "putu");
        JsonNode toilet = requests.asked("budi", decreed.family("ani", Map.of()), "JAMBAN", "toilet");
        JsonNode far = requests.asked("citra", decreed.family("iwan", Map.of()), HOUSING, "housing");
        List<List<String>> rows = workbooks.template("citra");
        Workbooks.answer(rows, toilet, "Sanggup", "", "", "", "");
        Workbooks.answer(rows, far, "Sanggup", "", "", "", "");
        rows.removeIf(row -> !List.of("Kode", id(toilet), id(far)).contains(row.getFirst()));
        List<String> nobody = new ArrayList<>(rows.getLast());
        nobody.set(0, "01890000-0000-7000-8000-000000000000");
        rows.add(nobody);

        for (String text : List.of("dewa", "putu")) {
            JsonNode checked = Workbooks.checked(workbooks.upload(text, Workbooks.workbook(rows)));
            assertThat(checked.get("problems")
                            .valueStream()
                            .filter(fault -> fault.get("code").asString().equals("row-unknown"))
                            .map(fault -> fault.get("text").asString())
                            .distinct())
                    .as(text)
                    .hasSize(1);
            assertThat(checked.get("problems").size()).isEqualTo(text.equals("dewa") ? 2 : 3);
        }
        assertThat(workbooks.template("putu")).noneMatch(row -> row.getFirst().equals(id(far)));
    }

    @Test
    void aFormulaIsNotBelievedAndATextIsNeverOne() throws Exception {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode request = requests.askedForAHouse(family);
        jdbc.sql("update cases.family set address = '=HYPERLINK(\"http://contoh\")' where id = :id")
                .param("id", family.id())
                .update();
        List<List<String>> rows = workbooks.template("dewa");
        assertThat(rows.stream()
                        .filter(row -> row.getFirst().equals(id(request)))
                        .findFirst()
                        .orElseThrow()
                        .get(4))
                .isEqualTo("=HYPERLINK(\"http://contoh\")");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            workbook.sheet("Permintaan");
            Workbooks.write(workbook, rows.getFirst());
            Workbooks.write(workbook, List.of(id(request), "1"));
            workbook.formula(Workbooks.ANSWER, "\"Sanggup\"", "Sanggup");
        }

        JsonNode checked = Workbooks.checked(workbooks.upload("dewa", out.toByteArray()));

        assertThat(checked.at("/problems/0/code").asString()).isEqualTo("formula-cell");
        assertThat(checked.get("changes")).isEmpty();
    }
}
