package id.tuntas.decrees;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static id.tuntas.interventions.Requests.planned;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.citizens.Citizen;
import id.tuntas.deliberation.Hall;
import id.tuntas.graduation.Zeroing;
import id.tuntas.interventions.Requests;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.interventions.Workbooks;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** An amendment strikes two families: for one a house is planned, the other was given its own. */
@VisitsTest
@Import({Hall.class, Chancery.class, Citizen.class, Decreed.class, Requests.class, Zeroing.class})
class StrikingAHelpedFamilyTest {

    private static final String TODAY = "2023-02-10";

    @Autowired
    private Chancery chancery;

    @Autowired
    private Requests requests;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    private FamilyCase waiting;
    private FamilyCase helped;
    private JsonNode plan;
    private String amendment;

    @BeforeEach
    void twoFamiliesThatAnAmendmentStrikes() {
        field.renew();
        requests.appoint(HOUSING, "dewa");
        waiting = chancery.agreed();
        helped = chancery.agreed();
        chancery.locked();
        plan = planOf(waiting);
        assertThat(requests.deliver("dewa", planOf(helped), TODAY, "", Sent.photo("rumah-" + helped.id()))
                        .status())
                .isEqualTo(204);
        amendment = chancery.number();
        Answer amended = chancery.amend(
                "wira",
                Map.of("number", amendment, "decidedOn", TODAY, "after", "1"),
                Map.of(),
                Map.of(waiting.id(), "Pindah ke Lombok", helped.id(), "Menurut musyawarah fakir miskin"));
        assertThat(amended.status()).as(amended.body()).isEqualTo(200);
    }

    private JsonNode planOf(FamilyCase family) {
        JsonNode asked = requests.asked("citra", family, HOUSING, "housing");
        requests.step("dewa", asked, Map.of("state", "accepted"));
        requests.step("dewa", requests.seen("dewa", asked), planned("2023-02-12", 20_000_000));
        return requests.seen("dewa", asked);
    }

    @Test
    void whatWasAskedForThemIsMarkedToWhoeverWorksOnIt() {
        for (String persona : List.of("dewa", "citra")) {
            assertStruck(requests.seen(persona, plan));
        }
        JsonNode delivery = http.as("rai")
                .get("/api/v1/me/deliveries")
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("caseId").asString().equals(helped.id().toString()))
                .findFirst()
                .orElseThrow();
        assertStruck(delivery);
        requests.receive("rai", delivery, TODAY);
        assertThat(requests.ofCase("citra", helped).getFirst().get("state").asString())
                .isEqualTo("received");
    }

    private void assertStruck(JsonNode marked) {
        assertThat(marked.at("/struck/decree").asString()).isEqualTo(amendment);
        assertThat(marked.at("/struck/on").asString()).isEqualTo(TODAY);
    }

    @Test
    void nothingMoreIsPlannedOrGivenAndTheAgencyMayStop() {
        Answer replanned = requests.step("dewa", plan, planned("2023-02-15", 20_000_000));
        Answer given = requests.deliver("dewa", plan, TODAY, "", Sent.photo("rumah-" + waiting.id()));

        for (Answer refused : List.of(replanned, given)) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("intervention-struck");
            assertThat(refused.json().get("detail").asString()).contains(amendment, "10 Februari 2023");
        }
        assertThat(requests.step("dewa", plan, Map.of("state", "stopped", "reason", "Keluarga ini dicoret"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aWorkbookTellsItOfTheRow() throws Exception {
        List<List<String>> rows = Workbooks.rows(
                http.as("dewa")
                        .download(Workbooks.SHEETS + "/template.xlsx?purpose=agency")
                        .body(),
                Workbooks.DELIVERED);
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.getFirst()).isEqualTo(id(plan));
            assertThat(row.get(Workbooks.STANDS)).contains("Dicoret dengan SK " + amendment);
        });
        Workbooks.answer(rows, plan, "Sanggup", "Tukang menyusul", "2023-02-15", "", "");

        JsonNode checked = Workbooks.checked(requests.handedIn("dewa", Workbooks.workbook(rows)));

        assertThat(checked.get("problems").findValuesAsString("code")).containsExactly("family-struck");
        assertThat(checked.at("/problems/0/text").asString()).contains(amendment);
    }

    @Test
    void theCasePageStillShowsWhatWasAskedAndWhatItLacked() {
        assertThat(requests.ofCase("citra", waiting)).hasSize(1);
        assertThat(http.as("citra")
                        .get("/api/v1/cases/" + waiting.id() + "/needs")
                        .json()
                        .get("items"))
                .isNotEmpty();
        JsonNode shown = http.as("citra").get("/api/v1/cases/" + waiting.id()).json();
        assertThat(shown.get("decreed").asBoolean()).isFalse();
        assertStruck(shown);
    }
}
