package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static id.tuntas.interventions.Requests.planned;
import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class})
class AnsweringForAnAgencyTest {

    @Autowired
    private Decreed decreed;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Requests requests;

    /** Dewa answers for the agency of houses, and for no other. */
    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void whatIsAskedOfAnAgencyIsAnsweredAndPlannedByIt() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");

        assertThat(asked.get("state").asString()).isEqualTo("proposed");
        assertThat(asked.get("due").asString())
                .isEqualTo(Field.TODAY.plusDays(14).toString());
        assertThat(requests.step("dewa", asked, Map.of("state", "accepted")).status())
                .isEqualTo(204);
        assertThat(requests.step("dewa", requests.seen("dewa", asked), planned("2023-03-20", 20_000_000))
                        .status())
                .isEqualTo(204);
        assertThat(pointers(requests.step("dewa", requests.seen("dewa", asked), planned("2023-04-03", 18_500_000))))
                .containsExactly("/reason");
        assertThat(requests.step(
                                "dewa",
                                requests.seen("dewa", asked),
                                replanned("2023-04-03", 18_500_000, "Menunggu kayu"))
                        .status())
                .isEqualTo(204);

        JsonNode now = requests.ofCase("fajar", family).getFirst();
        assertThat(now.get("reason").asString()).isEqualTo("Menunggu kayu");
        assertThat(now.get("promisedOn").asString()).isEqualTo("2023-03-20");
        assertThat(now.get("state").asString()).isEqualTo("planned");
        assertThat(now.get("plannedOn").asString()).isEqualTo("2023-04-03");
        assertThat(now.get("amount").asLong()).isEqualTo(18_500_000);
        assertThat(entries(family))
                .endsWith(
                        "intervention.proposed",
                        "intervention.accepted",
                        "intervention.planned",
                        "intervention.planned");
        assertThat(http.as("budi")
                        .get("/api/v1/cases/" + family.id() + "/timeline")
                        .body())
                .contains("intervention.accepted");
    }

    @Test
    void anAgencySeesTheFamiliesOfItsProgrammesAndOnlyWhatItNeeds() {
        FamilyCase house = decreed.family("ani", Map.of());
        FamilyCase toilet = decreed.family("ani", Map.of());
        JsonNode mine = requests.asked("budi", house, HOUSING, "housing");
        JsonNode others = requests.asked("budi", toilet, "JAMBAN", "toilet");

        assertThat(requests.ids("dewa")).contains(id(mine)).doesNotContain(id(others));
        assertThat(requests.seen("dewa", mine).propertyNames())
                .doesNotContain("nik", "kk", "members", "facts", "verdict")
                .contains("name", "address", "villageName");
        assertThat(http.as("dewa").get("/api/v1/interventions?limit=500").body())
                .doesNotContain(toilet.id().toString(), toilet.headName() + "\"");
        assertThat(requests.step("dewa", others, Map.of("state", "accepted")).status())
                .isEqualTo(404);
        assertThat(http.as("dewa").get("/api/v1/cases/" + house.id()).status()).isIn(403, 404);
        assertThat(http.as("dewa")
                        .get("/api/v1/cases/" + house.id() + "/interventions")
                        .status())
                .isEqualTo(403);
        assertThat(requests.ids("citra")).contains(id(mine), id(others));
    }

    @Test
    void whoeverAnswersForAVillageSeesThatVillageAlone() {
        FamilyCase near = decreed.family("ani", Map.of());
        FamilyCase far = decreed.family("iwan", Map.of());
        requests.appoint(HOUSING, "dewa", "putu");
        JsonNode here = requests.asked("citra", near, HOUSING, "housing");
        JsonNode there = requests.asked("citra", far, HOUSING, "housing");

        assertThat(requests.ids("putu")).contains(id(here)).doesNotContain(id(there));
        assertThat(requests.step("putu", there, Map.of("state", "accepted")).status())
                .isEqualTo(404);
        assertThat(requests.ids("dewa")).contains(id(here), id(there));
    }

    @Test
    void whoeverIsNotAppointedAnyMoreSeesNothingAnyMore() {
        JsonNode asked = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        assertThat(requests.ids("dewa")).contains(id(asked));

        requests.appoint(HOUSING);

        assertThat(requests.ids("dewa")).isEmpty();
        assertThat(requests.step("dewa", asked, Map.of("state", "accepted")).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsLateRisesToTheTop() {
        JsonNode first = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        requests.step("dewa", first, Map.of("state", "accepted"));
        requests.step("dewa", requests.seen("dewa", first), planned("2023-03-20", 1_000));
        clock.playOn(Field.TODAY.plusDays(1));
        JsonNode second = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        clock.playOn(Field.TODAY.plusDays(16));

        assertThat(requests.ids("dewa").indexOf(id(second)))
                .isLessThan(requests.ids("dewa").indexOf(id(first)));
        assertThat(requests.seen("dewa", second).get("late").asBoolean()).isTrue();
        assertThat(requests.seen("dewa", first).get("late").asBoolean()).isFalse();
        clock.playOn(Field.TODAY.plusDays(15));
        assertThat(requests.seen("dewa", second).get("late").asBoolean()).isFalse();
        JsonNode page = http.as("dewa").get("/api/v1/interventions?limit=1").json();
        assertThat(http.as("dewa")
                        .get("/api/v1/interventions?limit=500&after="
                                + page.get("next").asString())
                        .json()
                        .get("items"))
                .hasSize(requests.ids("dewa").size() - 1);
        assertThat(page.get("requests").asInt()).isEqualTo(requests.ids("dewa").size());
        assertThat(page.get("late").asLong())
                .isEqualTo(requests.listed("dewa").stream()
                        .filter(one -> one.get("late").asBoolean())
                        .count());
        JsonNode asked = http.as("dewa")
                .get("/api/v1/interventions?limit=1&state=planned")
                .json();
        assertThat(asked.get("counts")).isEqualTo(page.get("counts"));
        assertThat(asked.get("requests")).isEqualTo(page.get("counts").get("planned"));
        assertThat(page.get("counts").values().stream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(page.get("requests").asInt());
    }

    @Test
    void whatIsPlannedAnewStaysLateAfterTheDayThatWasPromisedFirst() {
        JsonNode asked = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        requests.step("dewa", asked, Map.of("state", "accepted"));
        requests.step("dewa", requests.seen("dewa", asked), planned("2023-02-12", 1_000));
        clock.playOn(Field.TODAY.plusDays(3));
        requests.step("dewa", requests.seen("dewa", asked), replanned("2033-01-01", 1_000, "Tukang belum ada"));

        JsonNode now = requests.seen("dewa", asked);
        assertThat(now.get("due").asString()).isEqualTo("2023-02-12");
        assertThat(now.get("late").asBoolean()).isTrue();
    }

    private static Map<String, Object> replanned(String day, long amount, String reason) {
        return Map.of("state", "planned", "plannedOn", day, "amount", amount, "reason", reason);
    }

    @Test
    void refusingAndStoppingNeedAReasonAndAreFinal() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");

        assertThat(pointers(requests.step("dewa", asked, Map.of("state", "refused", "reason", " "))))
                .containsExactly("/reason");
        assertThat(requests.step("dewa", asked, Map.of("state", "refused", "reason", "Tanah sengketa"))
                        .status())
                .isEqualTo(204);
        JsonNode refused = requests.seen("dewa", asked);
        assertThat(refused.get("reason").asString()).isEqualTo("Tanah sengketa");
        assertThat(refused.get("due").isNull()).isTrue();
        assertThat(requests.step("dewa", refused, Map.of("state", "accepted")).code())
                .isEqualTo("intervention-step");
        assertThat(ledger.of(REGENCY, family.id()).toString()).doesNotContain("sengketa");
        JsonNode again = requests.asked("budi", family, HOUSING, "housing");
        requests.step("dewa", again, Map.of("state", "accepted"));
        assertThat(pointers(requests.step("dewa", requests.seen("dewa", again), Map.of("state", "stopped"))))
                .containsExactly("/reason");
    }

    @Test
    void aPlanHasADayThatHasNotPassed() {
        JsonNode asked = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        assertThat(requests.step("dewa", asked, planned("2023-03-20", 1_000)).code())
                .isEqualTo("intervention-step");
        assertThat(pointers(requests.step("dewa", asked, Map.of("state", "accepted", "plannedOn", "2023-03-20"))))
                .containsExactly("/plannedOn");
        requests.step("dewa", asked, Map.of("state", "accepted"));
        JsonNode accepted = requests.seen("dewa", asked);

        assertThat(pointers(requests.step("dewa", accepted, Map.of("state", "planned"))))
                .containsExactly("/plannedOn");
        assertThat(pointers(requests.step("dewa", accepted, planned("2023-02-09", 0))))
                .containsExactly("/plannedOn", "/amount");
        assertThat(requests.step("dewa", accepted, planned("2023-02-10", 1)).status())
                .isEqualTo(204);
        assertThat(pointers(requests.step("dewa", accepted, Map.of("state", "mungkin"))))
                .containsExactly("/state");
    }

    @Test
    void aPlanIsForThisBudgetYearOrTheNext() {
        JsonNode asked = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        requests.step("dewa", asked, Map.of("state", "accepted"));
        JsonNode accepted = requests.seen("dewa", asked);

        Answer refused = requests.step("dewa", accepted, planned("2025-01-01", 1));

        assertThat(pointers(refused)).containsExactly("/plannedOn");
        assertThat(refused.json().at("/errors/0/detail").asString()).startsWith("Paling lambat 31 Desember 2024");
        assertThat(requests.step("dewa", accepted, planned("2024-12-31", 1)).status())
                .isEqualTo(204);
    }

    @Test
    void isAskedOnceAndAnsweredOnce() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");

        assertThat(requests.ask("citra", family, HOUSING, "housing").code()).isEqualTo("intervention-there");
        requests.step("dewa", asked, Map.of("state", "accepted"));
        assertThat(requests.step("dewa", asked, Map.of("state", "accepted")).code())
                .isEqualTo("stale");
        assertThat(http.as("dewa")
                        .post("/api/v1/interventions/" + id(asked) + "/steps", Map.of("state", "accepted"))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void isAskedAndAnsweredByThoseWhoMayAndNobodyElse() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");

        for (String persona : List.of("hana", "lina")) {
            assertThat(requests.ask(persona, family, "JAMBAN", "toilet").status())
                    .as(persona)
                    .isEqualTo(404);
        }
        for (String persona : List.of("ani", "dewa", "eka", "fajar", "gita", "joko")) {
            assertThat(requests.ask(persona, family, "JAMBAN", "toilet").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        for (String persona : List.of("ani", "budi", "eka", "fajar", "gita", "hana", "joko")) {
            assertThat(requests.step(persona, asked, Map.of("state", "accepted"))
                            .status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(http.as(persona).get("/api/v1/interventions").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(requests.step("lina", asked, Map.of("state", "accepted")).status())
                .isEqualTo(404);
        assertThat(http.as("hana")
                        .get("/api/v1/cases/" + family.id() + "/interventions")
                        .status())
                .isEqualTo(404);
        assertThat(http.withoutSession().get("/api/v1/interventions").status()).isEqualTo(401);
        assertThat(requests.step("citra", asked, Map.of("state", "accepted")).status())
                .isEqualTo(204);
    }

    @Test
    void onlyPeopleOfAgenciesAreAppointedAndOnlyByTheRegency() {
        String agency = requests.programme(HOUSING).get("agencyId").asString();
        String path = "/api/v1/agencies/" + agency + "/people";

        assertThat(pointers(http.as("citra")
                        .put(path, Map.of("people", List.of(field.actor("eka").id())))))
                .containsExactly("/people");
        for (String persona : List.of("ani", "budi", "dewa", "eka", "fajar", "gita", "hana")) {
            assertThat(http.as(persona).put(path, Map.of("people", List.of())).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(http.as(persona).get("/api/v1/agencies").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(http.as("lina").put(path, Map.of("people", List.of())).status())
                .isEqualTo(404);
        assertThat(http.as("joko").get("/api/v1/agencies").json().get("able").valueStream())
                .extracting(one -> one.get("name").asString())
                .contains("Dewa");
        assertThat(ledger.of(REGENCY, UUID.fromString(agency)))
                .extracting(Entry::verb)
                .contains("agency.appointed");
    }

    private List<String> entries(FamilyCase family) {
        return ledger.of(REGENCY, family.id()).stream().map(Entry::verb).toList();
    }
}
