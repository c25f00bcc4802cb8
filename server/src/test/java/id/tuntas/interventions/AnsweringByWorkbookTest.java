package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.ledger.Ledger;
import id.tuntas.programmes.Decreed;
import id.tuntas.rosterfile.table.Fingerprint;
import id.tuntas.rosterfile.table.Row;
import id.tuntas.rosterfile.table.RowCursor;
import id.tuntas.rosterfile.table.TableFile;
import id.tuntas.rosterfile.table.WorkbookWriter;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Pdf;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class})
class AnsweringByWorkbookTest {

    private static final String SHEETS = "/api/v1/intervention-sheets";
    private static final int NUMBER = 2;
    private static final int NAME = 3;
    private static final int PROGRAMME = 6;
    private static final int STANDS = 7;
    private static final int ANSWER = 8;
    private static final int PLANNED = 10;
    private static final int AMOUNT = 11;
    private static final int DELIVERED = 12;
    private static final int MEND = 13;

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Http http;

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private Field field;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @Test
    void isTakenDownFilledHandedInAndCommitted() throws Exception {
        FamilyCase accepted = decreed.family("ani", Map.of());
        FamilyCase given = decreed.family("ani", Map.of());
        FamilyCase refused = decreed.family("ani", Map.of());
        JsonNode plan = asked(accepted);
        JsonNode delivery = asked(given);
        JsonNode refusal = asked(refused);
        List<List<String>> rows = template("dewa");
        answer(rows, plan, "Sanggup", "", "20/03/2023", "Rp20.000.000", "");
        answer(rows, delivery, "accept", "", "", "19500000", "2023-02-10");
        answer(rows, refusal, "Tolak", "Tanah sengketa", "", "", "");

        JsonNode checked = checked(upload("dewa", workbook(rows), receipt()));

        assertThat(checked.get("problems")).isEmpty();
        assertThat(checked.get("changes")
                        .valueStream()
                        .map(one -> one.get("state").asString()))
                .containsExactlyInAnyOrder("planned", "delivered", "refused");
        assertThat(requests.seen("dewa", plan).get("state").asString()).isEqualTo("proposed");

        Answer taken = commit("dewa", checked);

        assertThat(taken.json().get("taken").asInt()).isEqualTo(3);
        JsonNode planned = requests.seen("dewa", plan);
        assertThat(planned.get("plannedOn").asString()).isEqualTo("2023-03-20");
        assertThat(planned.get("amount").asLong()).isEqualTo(20_000_000);
        JsonNode delivered = requests.seen("dewa", delivery);
        assertThat(delivered.get("deliveredOn").asString()).isEqualTo("2023-02-10");
        assertThat(delivered.at("/proofs/0/kind").asString()).isEqualTo("receipt");
        assertThat(requests.seen("dewa", refusal).get("reason").asString()).isEqualTo("Tanah sengketa");
        assertThat(ledger.of(REGENCY, given.id()))
                .extracting(entry -> entry.verb())
                .endsWith("intervention.proposed", "intervention.accepted", "intervention.delivered");

        assertThat(commit("dewa", checked).code()).isEqualTo("sheet-committed");
        JsonNode again = checked(upload("dewa", workbook(rows), receipt()));
        assertThat(again.get("changes")).isEmpty();
        assertThat(again.get("problems")).isEmpty();
        assertThat(again.get("same").asInt()).isEqualTo(rows.size() - 1);
        assertThat(template("dewa")).noneMatch(row -> row.getFirst().equals(id(delivery)));
    }

    @Test
    void everyFaultIsToldWithItsRowItsColumnAndItsMend() throws Exception {
        JsonNode one = asked(decreed.family("ani", Map.of()));
        JsonNode two = asked(decreed.family("ani", Map.of()));
        JsonNode three = asked(decreed.family("ani", Map.of()));
        JsonNode four = asked(decreed.family("ani", Map.of()));
        JsonNode five = asked(decreed.family("ani", Map.of()));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode request : List.of(one, two, three, four, five)) {
            rows.add(template("dewa").stream()
                    .filter(row -> row.getFirst().equals(id(request)))
                    .findFirst()
                    .orElseThrow());
        }
        rows.addFirst(template("dewa").getFirst());
        answer(rows, one, "mungkin", "", "30/02/2023", "banyak", "");
        answer(rows, two, "Tolak", "", "", "", "");
        answer(rows, three, "Sanggup", "", "2023-02-09", "0", "");
        answer(rows, four, "Sanggup", "", "", "", "2023-02-10");
        answer(rows, five, "", "lupa", "", "", "");
        rows.add(rows.get(1));

        JsonNode checked = checked(upload("dewa", workbook(rows)));

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
        assertThat(rows(rejects(checked), DELIVERED)).isEqualTo(rows);
        Answer english = upload("dewa", workbook(rows), "en");
        assertThat(english.json().at("/problems/0/text").asString()).startsWith("This answer is not known");
    }

    @Test
    void whatWasNotTakenIsGivenBackWithItsMendAndMayBeHandedInAgain() throws Exception {
        JsonNode one = asked(decreed.family("ani", Map.of()));
        JsonNode two = asked(decreed.family("ani", Map.of()));
        List<List<String>> rows = template("dewa");
        answer(rows, one, "Sanggup", "", "2023-03-20", "", "");
        answer(rows, two, "Tolak", "", "", "", "");
        JsonNode checked = checked(upload("dewa", workbook(rows)));
        assertThat(commit("dewa", checked).status()).isEqualTo(200);

        List<List<String>> back = rows(rejects(checked), MEND);
        assertThat(back).hasSize(2);
        assertThat(back.getLast().getFirst()).isEqualTo(id(two));
        assertThat(back.getFirst().get(MEND)).isEqualTo("Yang harus diperbaiki");
        assertThat(back.getLast().get(MEND)).isNotBlank();
        answer(back, two, "Tolak", "Tanah sengketa", "", "", "");
        JsonNode mended = checked(upload("dewa", workbook(back)));
        assertThat(commit("dewa", mended).json().get("taken").asInt()).isEqualTo(1);
        assertThat(requests.seen("dewa", two).get("state").asString()).isEqualTo("refused");

        assertThat(http.as("dewa")
                        .get(SHEETS + "/" + id(mended) + "/rejects.xlsx?purpose=correction")
                        .status())
                .isEqualTo(404);
        assertThat(http.as("citra")
                        .get(SHEETS + "/" + id(checked) + "/rejects.xlsx?purpose=correction")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDayThatASpreadsheetHasMadeANumberIsGivenBackAsADay() throws Exception {
        JsonNode request = asked(decreed.family("ani", Map.of()));
        List<String> row = template("dewa").stream()
                .filter(one -> one.getFirst().equals(id(request)))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            workbook.sheet("Permintaan");
            write(workbook, template("dewa").getFirst());
            write(workbook, row);
            workbook.text(ANSWER, "mungkin");
            workbook.number(PLANNED, "45005");
        }

        List<List<String>> back = rows(rejects(checked(upload("dewa", out.toByteArray()))), MEND);

        assertThat(back.getLast().get(PLANNED)).isEqualTo("2023-03-20");
    }

    @Test
    void anAmountInANumberCellIsWhatItIsAndHasNoSen() throws Exception {
        JsonNode whole = asked(decreed.family("ani", Map.of()));
        JsonNode sen = asked(decreed.family("ani", Map.of()));
        JsonNode written = asked(decreed.family("ani", Map.of()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            workbook.sheet("Permintaan");
            write(workbook, template("dewa").getFirst());
            planned(workbook, whole);
            workbook.number(AMOUNT, "1500000");
            planned(workbook, sen);
            workbook.number(AMOUNT, "1500000.5");
            planned(workbook, written);
            workbook.text(AMOUNT, "1500000.5");
        }

        JsonNode checked = checked(upload("dewa", out.toByteArray()));

        assertThat(checked.get("changes"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("amount").asLong()).isEqualTo(1_500_000));
        assertThat(checked.get("problems").valueStream())
                .extracting(one -> one.get("code").asString())
                .containsExactly("amount-unreadable", "amount-unreadable");
    }

    private static void planned(WorkbookWriter workbook, JsonNode request) throws Exception {
        write(workbook, List.of(id(request), "1"));
        workbook.text(ANSWER, "Sanggup");
        workbook.text(PLANNED, "2023-03-20");
    }

    @Test
    void aPlannedDayIsChangedWithAReasonAlone() throws Exception {
        JsonNode request = asked(decreed.family("ani", Map.of()));
        requests.step("dewa", request, Map.of("state", "accepted"));
        requests.step("dewa", requests.seen("dewa", request), Requests.planned("2023-03-20", 1_000));
        List<List<String>> rows = template("dewa");
        rows.removeIf(row -> !List.of("Kode", id(request)).contains(row.getFirst()));
        answer(rows, request, "Sanggup", "", "2023-04-20", "1000", "");
        assertThat(checked(upload("dewa", workbook(rows)))
                        .at("/problems/0/code")
                        .asString())
                .isEqualTo("required");

        answer(rows, request, "Sanggup", "Menunggu kayu", "2023-04-20", "1000", "");
        assertThat(commit("dewa", checked(upload("dewa", workbook(rows)))).status())
                .isEqualTo(200);

        JsonNode now = requests.seen("dewa", request);
        assertThat(now.get("reason").asString()).isEqualTo("Menunggu kayu");
        assertThat(now.get("promisedOn").asString()).isEqualTo("2023-03-20");
    }

    @Test
    void aRowThatNamesAnotherFamilyThanItsCodeIsNotTaken() throws Exception {
        JsonNode one = asked(decreed.family("ani", Map.of()));
        JsonNode two = asked(decreed.family("ani", Map.of()));
        List<List<String>> rows = template("dewa");
        rows.removeIf(row -> !List.of("Kode", id(one), id(two)).contains(row.getFirst()));
        answer(rows, one, "Sanggup", "", "2023-03-20", "", "");
        rows.get(1).set(NUMBER, rows.get(2).get(NUMBER));
        rows.get(2).set(NAME, "Orang lain");

        JsonNode checked = checked(upload("dewa", workbook(rows)));

        assertThat(checked.get("changes")).isEmpty();
        assertThat(checked.get("same").asInt()).isZero();
        assertThat(checked.get("problems").valueStream())
                .extracting(
                        fault -> fault.get("row").asInt() + fault.get("column").asString() + " "
                                + fault.get("code").asString())
                .containsExactly("2C row-of-another", "3D row-of-another");
        rows.forEach(row -> row.subList(NUMBER, PROGRAMME).replaceAll(cell -> row == rows.getFirst() ? cell : ""));
        assertThat(checked(upload("dewa", workbook(rows))).get("changes")).hasSize(1);
    }

    @Test
    void aPlannedDayAfterTheNextBudgetYearIsTold() throws Exception {
        JsonNode request = asked(decreed.family("ani", Map.of()));
        List<List<String>> rows = template("dewa");
        rows.removeIf(row -> !List.of("Kode", id(request)).contains(row.getFirst()));
        answer(rows, request, "Sanggup", "", "2025-01-01", "", "");

        assertThat(checked(upload("dewa", workbook(rows)))
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
        List<List<String>> rows = template("citra");
        rows.removeIf(row -> !List.of("Kode", id(one), id(two)).contains(row.getFirst()));
        answer(rows, one, "Sanggup", "", "2024-03-20", "", "");
        answer(rows, two, "Sanggup", "", "2024-03-20", "", "");

        JsonNode checked = checked(upload("citra", workbook(rows)));

        assertThat(checked.get("problems").valueStream())
                .extracting(
                        fault -> fault.get("row").asInt() + fault.get("column").asString() + " "
                                + fault.get("code").asString())
                .containsExactly("3K quota-full");
        assertThat(checked.at("/problems/0/text").asString()).contains("2024", "adalah 1; 1 sudah diminta");
        assertThat(commit("citra", checked).json().get("taken").asInt()).isEqualTo(1);
        requests.revise(programme, draft -> draft.putArray("quotas"));
    }

    @Test
    void whatDidNotReachTheFamilyIsInTheWorkbookAgainWithTheOfficersNote() throws Exception {
        JsonNode request = asked(decreed.family("ani", Map.of()));
        requests.step("dewa", request, Map.of("state", "accepted"));
        requests.deliver("dewa", requests.seen("dewa", request), "2023-02-10", "", Sent.photo("terpal"));
        confirmations.say(
                field.actor("ani"),
                UUID.fromString(id(request)),
                requests.seen("dewa", request).get("version").asInt(),
                new Confirmations.Word(
                        UUID.randomUUID(),
                        InterventionState.DIFFERENT,
                        Field.TODAY,
                        "Hanya terpal",
                        null,
                        null,
                        List.of()));
        List<List<String>> rows = template("dewa");
        rows.removeIf(row -> !List.of("Kode", id(request)).contains(row.getFirst()));

        assertThat(rows.getLast().subList(STANDS, DELIVERED + 1))
                .containsExactly("Diterima lain dari yang diserahkan: Hanya terpal", "", "", "", "", "");
        assertThat(checked(upload("dewa", workbook(rows))).get("same").asInt()).isEqualTo(1);

        answer(rows, request, "Sanggup", "", "20/03/2023", "", "");
        assertThat(commit("dewa", checked(upload("dewa", workbook(rows)))).status())
                .isEqualTo(200);
        assertThat(requests.seen("dewa", request).get("state").asString()).isEqualTo("planned");
    }

    @Test
    void saysForHowManyPeopleAProgrammeIsThatCountsThem() throws Exception {
        JsonNode request = requests.asked("budi", decreed.family("ani", Map.of()), "STUNTING", "stunting");

        assertThat(template("citra"))
                .filteredOn(row -> row.getFirst().equals(id(request)))
                .singleElement()
                .satisfies(row -> assertThat(row.get(PROGRAMME)).endsWith(" (1 orang)"));
    }

    @Test
    void aRowOfAnotherAgencyOrVillageIsAsUnknownAsOneOfNobody() throws Exception {
        requests.appoint(HOUSING, "dewa", "putu");
        JsonNode toilet = requests.asked("budi", decreed.family("ani", Map.of()), "JAMBAN", "toilet");
        JsonNode far = requests.asked("citra", decreed.family("iwan", Map.of()), HOUSING, "housing");
        List<List<String>> rows = template("citra");
        answer(rows, toilet, "Sanggup", "", "", "", "");
        answer(rows, far, "Sanggup", "", "", "", "");
        rows.removeIf(row -> !List.of("Kode", id(toilet), id(far)).contains(row.getFirst()));
        List<String> nobody = new ArrayList<>(rows.getLast());
        nobody.set(0, "01890000-0000-7000-8000-000000000000");
        rows.add(nobody);

        for (String text : List.of("dewa", "putu")) {
            JsonNode checked = checked(upload(text, workbook(rows)));
            assertThat(checked.get("problems")
                            .valueStream()
                            .filter(fault -> fault.get("code").asString().equals("row-unknown"))
                            .map(fault -> fault.get("text").asString())
                            .distinct())
                    .as(text)
                    .hasSize(1);
            assertThat(checked.get("problems").size()).isEqualTo(text.equals("dewa") ? 2 : 3);
        }
        assertThat(template("putu")).noneMatch(row -> row.getFirst().equals(id(far)));
    }

    @Test
    void aFormulaIsNotBelievedAndATextIsNeverOne() throws Exception {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode request = asked(family);
        jdbc.sql("update cases.family set address = '=HYPERLINK(\"http://contoh\")' where id = :id")
                .param("id", family.id())
                .update();
        List<List<String>> rows = template("dewa");
        assertThat(rows.stream()
                        .filter(row -> row.getFirst().equals(id(request)))
                        .findFirst()
                        .orElseThrow()
                        .get(4))
                .isEqualTo("=HYPERLINK(\"http://contoh\")");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            workbook.sheet("Permintaan");
            write(workbook, rows.getFirst());
            write(workbook, List.of(id(request), "1"));
            workbook.formula(ANSWER, "\"Sanggup\"", "Sanggup");
        }

        JsonNode checked = checked(upload("dewa", out.toByteArray()));

        assertThat(checked.at("/problems/0/code").asString()).isEqualTo("formula-cell");
        assertThat(checked.get("changes")).isEmpty();
    }

    @Test
    void whatChangedSinceItWasTakenDownOrCheckedIsNotOverwritten() throws Exception {
        JsonNode request = asked(decreed.family("ani", Map.of()));
        List<List<String>> rows = template("dewa");
        answer(rows, request, "Sanggup", "", "", "", "");
        JsonNode checked = checked(upload("dewa", workbook(rows)));
        requests.step("citra", request, Map.of("state", "refused", "reason", "Tanah sengketa"));

        assertThat(commit("dewa", checked).code()).isEqualTo("sheet-outdated");

        assertThat(requests.seen("dewa", request).get("state").asString()).isEqualTo("refused");
        assertThat(checked(upload("dewa", workbook(rows)))
                        .get("problems")
                        .valueStream()
                        .map(fault -> fault.get("code").asString()))
                .contains("row-changed");
    }

    @Test
    void whatIsNoSuchWorkbookIsRefused() throws Exception {
        byte[] text = "bukan lembar".getBytes(StandardCharsets.UTF_8);
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

        assertThat(Requests.pointers(upload("dewa", text))).containsExactly("/file");
        assertThat(upload("dewa", pdf).code()).isEqualTo("sheet-unreadable");
        assertThat(Requests.pointers(upload("dewa", new byte[0]))).containsExactly("/file");
        assertThat(upload("dewa", new byte[20 * 1024 * 1024 + 1]).status()).isEqualTo(413);
        assertThat(Requests.pointers(
                        upload("dewa", workbook(template("dewa")), new Sent("receipt", "image/jpeg", text))))
                .containsExactly("/receipt");
    }

    @Test
    void bothWorkbooksLeaveTheHouseForAPurposeThatTheLedgerKeeps() throws Exception {
        JsonNode request = asked(decreed.family("ani", Map.of()));
        List<List<String>> rows = template("dewa");
        answer(rows, request, "Tolak", "", "", "", "");
        String rejects = SHEETS + "/" + id(checked(upload("dewa", workbook(rows)))) + "/rejects.xlsx";

        for (String path : List.of(SHEETS + "/template.xlsx", rejects)) {
            assertThat(http.as("dewa").get(path).status()).as(path).isEqualTo(422);
            assertThat(http.as("dewa").get(path + "?purpose=lain").status())
                    .as(path)
                    .isEqualTo(422);
            assertThat(http.as("dewa").download(path + "?purpose=audit").statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(ledger.latest(REGENCY, field.actor("dewa").id(), null, 1))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.verb()).isEqualTo("intervention.exported");
                        assertThat(entry.detail()).containsEntry("purpose", "audit");
                    });
        }
    }

    @Test
    void onlyThoseWhoAnswerForAnAgencyTakeItAndOnlyWhoHandedItInCommitsIt() throws Exception {
        asked(decreed.family("ani", Map.of()));
        JsonNode checked = checked(upload("dewa", workbook(template("dewa"))));

        for (String persona : List.of("ani", "budi", "eka", "fajar", "gita", "hana", "joko")) {
            assertThat(http.as(persona)
                            .get(SHEETS + "/template.xlsx?purpose=agency")
                            .status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(upload(persona, workbook(List.of(List.of("Kode")))).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(commit(persona, checked).status()).as(persona).isEqualTo(403);
            assertThat(http.as(persona)
                            .get(SHEETS + "/" + id(checked) + "/rejects.xlsx?purpose=correction")
                            .status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(commit("citra", checked).status()).isEqualTo(404);
        assertThat(commit("lina", checked).status()).isEqualTo(404);
        assertThat(http.withoutSession()
                        .get(SHEETS + "/template.xlsx?purpose=agency")
                        .status())
                .isEqualTo(401);
    }

    private JsonNode asked(FamilyCase family) {
        return requests.asked("budi", family, HOUSING, "housing");
    }

    private static void answer(List<List<String>> rows, JsonNode request, String... cells) {
        List<String> row = rows.stream()
                .filter(one -> one.getFirst().equals(id(request)))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < cells.length; i++) {
            row.set(ANSWER + i, cells[i]);
        }
    }

    private List<List<String>> template(String persona) throws Exception {
        return rows(
                http.as(persona)
                        .download(SHEETS + "/template.xlsx?purpose=agency")
                        .body(),
                DELIVERED);
    }

    private byte[] rejects(JsonNode checked) {
        return http.as("dewa")
                .download(SHEETS + "/" + id(checked) + "/rejects.xlsx?purpose=correction")
                .body();
    }

    /** @param last column that is read */
    private static List<List<String>> rows(byte[] workbook, int last) throws Exception {
        Path file = Files.createTempFile("lembar", ".xlsx");
        Files.write(file, workbook);
        List<List<String>> rows = new ArrayList<>();
        try (TableFile table = TableFile.open(file, Fingerprint.of(file, read -> {}));
                RowCursor cursor = table.sheets().getFirst().rows()) {
            while (cursor.next()) {
                Row row = cursor.row();
                List<String> cells = new ArrayList<>();
                for (int column = 0; column <= last; column++) {
                    cells.add(row.text(column));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static byte[] workbook(List<List<String>> rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            workbook.sheet("Permintaan");
            for (List<String> row : rows) {
                write(workbook, row);
            }
        }
        return out.toByteArray();
    }

    private static void write(WorkbookWriter workbook, List<String> row) throws Exception {
        workbook.row();
        for (int column = 0; column < row.size(); column++) {
            workbook.text(column, row.get(column));
        }
    }

    private static Sent receipt() {
        return new Sent("receipt", "application/pdf", Pdf.page());
    }

    private Answer upload(String persona, byte[] workbook, Sent... receipts) {
        return requests.handedIn(persona, workbook, receipts);
    }

    private Answer upload(String persona, byte[] workbook, String language) {
        return Requests.handedIn(http.as(persona).header("Accept-Language", language), workbook);
    }

    private static JsonNode checked(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Answer commit(String persona, JsonNode checked) {
        return http.as(persona).post(SHEETS + "/" + id(checked) + "/commit", Map.of());
    }
}
