package id.tuntas.programmes;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Decreed.class)
class AnsweringForAnAgencyTest {

    private static final String HOUSING = "RTLH";

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

    private Map<String, JsonNode> catalogue;

    /** Dewa answers for the agency of houses, and for no other. */
    @BeforeEach
    void anAgencyOfHouses() {
        if (http.as("citra").get("/api/v1/programmes").json().get("items").isEmpty()) {
            http.as("citra").post("/api/v1/programmes/start", Map.of("set", "usual"));
        }
        catalogue = new HashMap<>();
        http.as("citra")
                .get("/api/v1/programmes")
                .json()
                .get("items")
                .forEach(one -> catalogue.put(one.get("code").asString(), one));
        appoint(HOUSING, "dewa");
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void whatIsAskedOfAnAgencyIsAnsweredAndPlannedByIt() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = asked("budi", family, HOUSING, "housing");

        assertThat(asked.get("state").asString()).isEqualTo("proposed");
        assertThat(asked.get("due").asString())
                .isEqualTo(Field.TODAY.plusDays(14).toString());
        assertThat(step("dewa", asked, Map.of("state", "accepted")).status()).isEqualTo(204);
        assertThat(step("dewa", seen("dewa", asked), planned("2023-03-20", 20_000_000))
                        .status())
                .isEqualTo(204);
        assertThat(step("dewa", seen("dewa", asked), planned("2023-04-03", 18_500_000))
                        .status())
                .isEqualTo(204);

        JsonNode now = ofCase("fajar", family).getFirst();
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
        JsonNode mine = asked("budi", house, HOUSING, "housing");
        JsonNode others = asked("budi", toilet, "JAMBAN", "toilet");

        assertThat(ids("dewa")).contains(id(mine)).doesNotContain(id(others));
        assertThat(seen("dewa", mine).propertyNames())
                .doesNotContain("nik", "kk", "members", "facts", "verdict")
                .contains("name", "address", "villageName");
        assertThat(http.as("dewa").get("/api/v1/interventions?limit=500").body())
                .doesNotContain(toilet.id().toString(), toilet.headName() + "\"");
        assertThat(step("dewa", others, Map.of("state", "accepted")).status()).isEqualTo(404);
        assertThat(http.as("dewa").get("/api/v1/cases/" + house.id()).status()).isIn(403, 404);
        assertThat(http.as("dewa")
                        .get("/api/v1/cases/" + house.id() + "/interventions")
                        .status())
                .isEqualTo(403);
        assertThat(ids("citra")).contains(id(mine), id(others));
    }

    @Test
    void whoeverAnswersForAVillageSeesThatVillageAlone() {
        FamilyCase near = decreed.family("ani", Map.of());
        FamilyCase far = decreed.family("iwan", Map.of());
        appoint(HOUSING, "dewa", "putu");
        JsonNode here = asked("citra", near, HOUSING, "housing");
        JsonNode there = asked("citra", far, HOUSING, "housing");

        assertThat(ids("putu")).contains(id(here)).doesNotContain(id(there));
        assertThat(step("putu", there, Map.of("state", "accepted")).status()).isEqualTo(404);
        assertThat(ids("dewa")).contains(id(here), id(there));
    }

    @Test
    void whoeverIsNotAppointedAnyMoreSeesNothingAnyMore() {
        JsonNode asked = asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        assertThat(ids("dewa")).contains(id(asked));

        appoint(HOUSING);

        assertThat(ids("dewa")).isEmpty();
        assertThat(step("dewa", asked, Map.of("state", "accepted")).status()).isEqualTo(404);
    }

    @Test
    void whatIsLateRisesToTheTop() {
        JsonNode first = asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        step("dewa", first, Map.of("state", "accepted"));
        step("dewa", seen("dewa", first), planned("2023-03-20", 1_000));
        clock.playOn(Field.TODAY.plusDays(1));
        JsonNode second = asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        clock.playOn(Field.TODAY.plusDays(16));

        assertThat(ids("dewa").indexOf(id(second))).isLessThan(ids("dewa").indexOf(id(first)));
        assertThat(seen("dewa", second).get("late").asBoolean()).isTrue();
        assertThat(seen("dewa", first).get("late").asBoolean()).isFalse();
        clock.playOn(Field.TODAY.plusDays(15));
        assertThat(seen("dewa", second).get("late").asBoolean()).isFalse();
        JsonNode page = http.as("dewa").get("/api/v1/interventions?limit=1").json();
        assertThat(http.as("dewa")
                        .get("/api/v1/interventions?limit=500&after="
                                + page.get("next").asString())
                        .json()
                        .get("items"))
                .hasSize(ids("dewa").size() - 1);
    }

    @Test
    void refusingAndStoppingNeedAReasonAndAreFinal() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = asked("budi", family, HOUSING, "housing");

        assertThat(pointers(step("dewa", asked, Map.of("state", "refused", "reason", " "))))
                .containsExactly("/reason");
        assertThat(step("dewa", asked, Map.of("state", "refused", "reason", "Tanah sengketa"))
                        .status())
                .isEqualTo(204);
        JsonNode refused = seen("dewa", asked);
        assertThat(refused.get("reason").asString()).isEqualTo("Tanah sengketa");
        assertThat(refused.get("due").isNull()).isTrue();
        assertThat(step("dewa", refused, Map.of("state", "accepted")).code()).isEqualTo("intervention-step");
        assertThat(ledger.of(REGENCY, family.id()).toString()).doesNotContain("sengketa");
        JsonNode again = asked("budi", family, HOUSING, "housing");
        step("dewa", again, Map.of("state", "accepted"));
        assertThat(pointers(step("dewa", seen("dewa", again), Map.of("state", "stopped"))))
                .containsExactly("/reason");
    }

    @Test
    void aPlanHasADayThatHasNotPassed() {
        JsonNode asked = asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        assertThat(step("dewa", asked, planned("2023-03-20", 1_000)).code()).isEqualTo("intervention-step");
        assertThat(pointers(step("dewa", asked, Map.of("state", "accepted", "plannedOn", "2023-03-20"))))
                .containsExactly("/plannedOn");
        step("dewa", asked, Map.of("state", "accepted"));
        JsonNode accepted = seen("dewa", asked);

        assertThat(pointers(step("dewa", accepted, Map.of("state", "planned")))).containsExactly("/plannedOn");
        assertThat(pointers(step("dewa", accepted, planned("2023-02-09", 0)))).containsExactly("/plannedOn", "/amount");
        assertThat(step("dewa", accepted, planned("2023-02-10", 1)).status()).isEqualTo(204);
        assertThat(pointers(step("dewa", accepted, Map.of("state", "mungkin")))).containsExactly("/state");
    }

    @Test
    void isAskedOnceAndAnsweredOnce() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = asked("budi", family, HOUSING, "housing");

        assertThat(ask("citra", family, HOUSING, "housing").code()).isEqualTo("intervention-there");
        step("dewa", asked, Map.of("state", "accepted"));
        assertThat(step("dewa", asked, Map.of("state", "accepted")).code()).isEqualTo("stale");
        assertThat(http.as("dewa")
                        .post("/api/v1/interventions/" + id(asked) + "/steps", Map.of("state", "accepted"))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void programmesThatMayNotComeTogetherAreNotAskedTogether() {
        FamilyCase family = decreed.family("ani", Map.of());
        asked("budi", family, "SEMBAKO", "food");

        Answer refused = ask("budi", family, "BLT-DD", "food");

        assertThat(refused.code()).isEqualTo("intervention-clash");
        assertThat(refused.json().get("detail").asString()).contains("SEMBAKO");
        assertThat(ask("budi", family, "PKH", "food").status()).isEqualTo(201);
    }

    @Test
    void isAskedForAnExtremelyPoorFamilyOfAProgrammeThatServesTheNeed() {
        FamilyCase family = decreed.family("ani", Map.of());
        FamilyCase rich = decreed.found("ani", Map.of("expenditure_food", "2900000"), "notPoor");

        assertThat(ask("citra", rich, HOUSING, "housing").status()).isEqualTo(404);
        assertThat(ask("citra", family, HOUSING, "toilet").code()).isEqualTo("need-not-served");
        assertThat(pointers(ask("citra", family, HOUSING, "mobil"))).containsExactly("/need");
        assertThat(pointers(http.as("citra")
                        .post("/api/v1/cases/" + family.id() + "/interventions", Map.of("need", "housing"))))
                .containsExactly("/programmeId");
    }

    @Test
    void isAskedAndAnsweredByThoseWhoMayAndNobodyElse() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = asked("budi", family, HOUSING, "housing");

        for (String persona : List.of("hana", "lina")) {
            assertThat(ask(persona, family, "JAMBAN", "toilet").status())
                    .as(persona)
                    .isEqualTo(404);
        }
        for (String persona : List.of("ani", "dewa", "eka", "fajar", "gita", "joko")) {
            assertThat(ask(persona, family, "JAMBAN", "toilet").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        for (String persona : List.of("ani", "budi", "eka", "fajar", "gita", "hana", "joko")) {
            assertThat(step(persona, asked, Map.of("state", "accepted")).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(http.as(persona).get("/api/v1/interventions").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(step("lina", asked, Map.of("state", "accepted")).status()).isEqualTo(404);
        assertThat(http.as("hana")
                        .get("/api/v1/cases/" + family.id() + "/interventions")
                        .status())
                .isEqualTo(404);
        assertThat(http.withoutSession().get("/api/v1/interventions").status()).isEqualTo(401);
        assertThat(step("citra", asked, Map.of("state", "accepted")).status()).isEqualTo(204);
    }

    @Test
    void onlyPeopleOfAgenciesAreAppointedAndOnlyByTheRegency() {
        String agency = catalogue.get(HOUSING).get("agencyId").asString();
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

    private void appoint(String programme, String... people) {
        List<UUID> ids = Stream.of(people).map(one -> field.actor(one).id()).toList();
        Answer answer = http.as("citra")
                .put(
                        "/api/v1/agencies/"
                                + catalogue.get(programme).get("agencyId").asString() + "/people",
                        Map.of("people", ids));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Answer ask(String persona, FamilyCase family, String programme, String need) {
        return http.as(persona)
                .post(
                        "/api/v1/cases/" + family.id() + "/interventions",
                        Map.of("programmeId", catalogue.get(programme).get("id").asString(), "need", need));
    }

    /** The newest one of the family. */
    private JsonNode asked(String persona, FamilyCase family, String programme, String need) {
        Answer answer = ask(persona, family, programme, need);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("items").valueStream().toList().getLast();
    }

    private Answer step(String persona, JsonNode seen, Map<String, Object> step) {
        return http.as(persona)
                .header("If-Match", '"' + seen.get("version").asString() + '"')
                .post("/api/v1/interventions/" + id(seen) + "/steps", step);
    }

    private static Map<String, Object> planned(String day, long amount) {
        return Map.of("state", "planned", "plannedOn", day, "amount", amount);
    }

    private List<JsonNode> listed(String persona) {
        return http.as(persona)
                .get("/api/v1/interventions?limit=500")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private JsonNode seen(String persona, JsonNode intervention) {
        return listed(persona).stream()
                .filter(one -> id(one).equals(id(intervention)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(String persona) {
        return listed(persona).stream().map(AnsweringForAnAgencyTest::id).toList();
    }

    private List<JsonNode> ofCase(String persona, FamilyCase family) {
        return http.as(persona)
                .get("/api/v1/cases/" + family.id() + "/interventions")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private static String id(JsonNode intervention) {
        return intervention.get("id").asString();
    }

    private static List<String> pointers(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }

    private List<String> entries(FamilyCase family) {
        return ledger.of(REGENCY, family.id()).stream().map(Entry::verb).toList();
    }
}
