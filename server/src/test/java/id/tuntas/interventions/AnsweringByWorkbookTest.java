package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.ledger.Ledger;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Workbooks.class})
class AnsweringByWorkbookTest {

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Workbooks workbooks;

    @Autowired
    private Http http;

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private Field field;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @Test
    void isTakenDownFilledHandedInAndCommitted() throws Exception {
        FamilyCase accepted = decreed.family("ani", Map.of());
        FamilyCase given = decreed.family("ani", Map.of());
        FamilyCase refused = decreed.family("ani", Map.of());
        JsonNode plan = requests.askedForAHouse(accepted);
        JsonNode delivery = requests.askedForAHouse(given);
        JsonNode refusal = requests.askedForAHouse(refused);
        List<List<String>> rows = workbooks.template("dewa");
        Workbooks.answer(rows, plan, "Sanggup", "", "20/03/2023", "Rp20.000.000", "");
        Workbooks.answer(rows, delivery, "accept", "", "", "19500000", "2023-02-10");
        Workbooks.answer(rows, refusal, "Tolak", "Tanah sengketa", "", "", "");

        JsonNode checked = Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows), Workbooks.receipt()));

        assertThat(checked.get("problems")).isEmpty();
        assertThat(checked.get("changes")
                        .valueStream()
                        .map(one -> one.get("state").asString()))
                .containsExactlyInAnyOrder("planned", "delivered", "refused");
        assertThat(requests.seen("dewa", plan).get("state").asString()).isEqualTo("proposed");

        Answer taken = workbooks.commit("dewa", checked);

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

        assertThat(workbooks.commit("dewa", checked).code()).isEqualTo("sheet-committed");
        JsonNode again = Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows), Workbooks.receipt()));
        assertThat(again.get("changes")).isEmpty();
        assertThat(again.get("problems")).isEmpty();
        assertThat(again.get("same").asInt()).isEqualTo(rows.size() - 1);
        assertThat(workbooks.template("dewa")).noneMatch(row -> row.getFirst().equals(id(delivery)));
    }

    @Test
    void whatWasNotTakenIsGivenBackWithItsMendAndMayBeHandedInAgain() throws Exception {
        JsonNode one = requests.askedForAHouse(decreed.family("ani", Map.of()));
        JsonNode two = requests.askedForAHouse(decreed.family("ani", Map.of()));
        List<List<String>> rows = workbooks.template("dewa");
        Workbooks.answer(rows, one, "Sanggup", "", "2023-03-20", "", "");
        Workbooks.answer(rows, two, "Tolak", "", "", "", "");
        JsonNode checked = Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)));
        assertThat(workbooks.commit("dewa", checked).status()).isEqualTo(200);

        List<List<String>> back = Workbooks.rows(workbooks.rejects(checked), Workbooks.MEND);
        assertThat(back).hasSize(2);
        assertThat(back.getLast().getFirst()).isEqualTo(id(two));
        assertThat(back.getFirst().get(Workbooks.MEND)).isEqualTo("Yang harus diperbaiki");
        assertThat(back.getLast().get(Workbooks.MEND)).isNotBlank();
        Workbooks.answer(back, two, "Tolak", "Tanah sengketa", "", "", "");
        JsonNode mended = Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(back)));
        assertThat(workbooks.commit("dewa", mended).json().get("taken").asInt()).isEqualTo(1);
        assertThat(requests.seen("dewa", two).get("state").asString()).isEqualTo("refused");

        assertThat(http.as("dewa")
                        .get(Workbooks.SHEETS + "/" + id(mended) + "/rejects.xlsx?purpose=correction")
                        .status())
                .isEqualTo(404);
        assertThat(http.as("citra")
                        .get(Workbooks.SHEETS + "/" + id(checked) + "/rejects.xlsx?purpose=correction")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatDidNotReachTheFamilyIsInTheWorkbookAgainWithTheOfficersNote() throws Exception {
        JsonNode request = requests.askedForAHouse(decreed.family("ani", Map.of()));
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
        List<List<String>> rows = workbooks.template("dewa");
        rows.removeIf(row -> !List.of("Kode", id(request)).contains(row.getFirst()));

        assertThat(rows.getLast().subList(Workbooks.STANDS, Workbooks.DELIVERED + 1))
                .containsExactly("Diterima lain dari yang diserahkan: Hanya terpal", "", "", "", "", "");
        assertThat(Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)))
                        .get("same")
                        .asInt())
                .isEqualTo(1);

        Workbooks.answer(rows, request, "Sanggup", "", "20/03/2023", "", "");
        assertThat(workbooks
                        .commit("dewa", Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows))))
                        .status())
                .isEqualTo(200);
        assertThat(requests.seen("dewa", request).get("state").asString()).isEqualTo("planned");
    }

    @Test
    void saysForHowManyPeopleAProgrammeIsThatCountsThem() throws Exception {
        JsonNode request = requests.asked("budi", decreed.family("ani", Map.of()), "STUNTING", "stunting");

        assertThat(workbooks.template("citra"))
                .filteredOn(row -> row.getFirst().equals(id(request)))
                .singleElement()
                .satisfies(row -> assertThat(row.get(Workbooks.PROGRAMME)).endsWith(" (1 orang)"));
    }

    @Test
    void whatChangedSinceItWasTakenDownOrCheckedIsNotOverwritten() throws Exception {
        JsonNode request = requests.askedForAHouse(decreed.family("ani", Map.of()));
        List<List<String>> rows = workbooks.template("dewa");
        Workbooks.answer(rows, request, "Sanggup", "", "", "", "");
        JsonNode checked = Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)));
        requests.step("citra", request, Map.of("state", "refused", "reason", "Tanah sengketa"));

        assertThat(workbooks.commit("dewa", checked).code()).isEqualTo("sheet-outdated");

        assertThat(requests.seen("dewa", request).get("state").asString()).isEqualTo("refused");
        assertThat(Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)))
                        .get("problems")
                        .valueStream()
                        .map(fault -> fault.get("code").asString()))
                .contains("row-changed");
    }

    @Test
    void whatIsNoSuchWorkbookIsRefused() throws Exception {
        byte[] text = "bukan lembar".getBytes(StandardCharsets.UTF_8);
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

        assertThat(Requests.pointers(workbooks.upload("dewa", text))).containsExactly("/file");
        assertThat(workbooks.upload("dewa", pdf).code()).isEqualTo("sheet-unreadable");
        assertThat(Requests.pointers(workbooks.upload("dewa", new byte[0]))).containsExactly("/file");
        assertThat(workbooks.upload("dewa", new byte[20 * 1024 * 1024 + 1]).status())
                .isEqualTo(413);
        assertThat(Requests.pointers(workbooks.upload(
                        "dewa",
                        Workbooks.workbook(workbooks.template("dewa")),
                        new Sent("receipt", "image/jpeg", text))))
                .containsExactly("/receipt");
    }

    @Test
    void bothWorkbooksLeaveTheHouseForAPurposeThatTheLedgerKeeps() throws Exception {
        JsonNode request = requests.askedForAHouse(decreed.family("ani", Map.of()));
        List<List<String>> rows = workbooks.template("dewa");
        Workbooks.answer(rows, request, "Tolak", "", "", "", "");
        String rejects = Workbooks.SHEETS + "/"
                + id(Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(rows)))) + "/rejects.xlsx";

        for (String path : List.of(Workbooks.SHEETS + "/template.xlsx", rejects)) {
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
        requests.askedForAHouse(decreed.family("ani", Map.of()));
        JsonNode checked = Workbooks.checked(workbooks.upload("dewa", Workbooks.workbook(workbooks.template("dewa"))));

        for (String persona : List.of("ani", "budi", "eka", "fajar", "gita", "hana", "joko")) {
            assertThat(http.as(persona)
                            .get(Workbooks.SHEETS + "/template.xlsx?purpose=agency")
                            .status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(workbooks
                            .upload(persona, Workbooks.workbook(List.of(List.of("Kode"))))
                            .status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(workbooks.commit(persona, checked).status()).as(persona).isEqualTo(403);
            assertThat(http.as(persona)
                            .get(Workbooks.SHEETS + "/" + id(checked) + "/rejects.xlsx?purpose=correction")
                            .status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(workbooks.commit("citra", checked).status()).isEqualTo(404);
        assertThat(workbooks.commit("lina", checked).status()).isEqualTo(404);
        assertThat(http.withoutSession()
                        .get(Workbooks.SHEETS + "/template.xlsx?purpose=agency")
                        .status())
                .isEqualTo(401);
    }
}
