package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.platform.BusinessClock;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@VisitsTest
@Import({Decreed.class, Requests.class})
class WhyNotZeroYetTest {

    private static final String CONVERGENCE = "/api/v1/convergence";

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Http http;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Interventions interventions;

    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void everyStepMovesTheNeedOnUntilTheOfficerHasSeenIt() {
        FamilyCase family = decreed.family("ani", Map.of());
        assertThat(housing(family)).isEqualTo("request");
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");
        assertThat(housing(family)).isEqualTo("answer");
        requests.step("dewa", asked, Map.of("state", "accepted"));
        assertThat(housing(family)).isEqualTo("plan");
        requests.step("dewa", requests.seen("dewa", asked), Requests.planned("2023-02-10", 1_000));
        assertThat(housing(family)).isEqualTo("delivery");
        requests.deliver("dewa", requests.seen("dewa", asked), "2023-02-10", "", Sent.photo("nol"));
        assertThat(housing(family)).isEqualTo("word");
        int met = http.as("eka").get(CONVERGENCE).json().get("met").asInt();

        requests.receive("ani", requests.seen("citra", asked), "2023-02-10");

        assertThat(housing(family)).isEqualTo("met");
        assertThat(http.as("eka").get(CONVERGENCE).json().get("met").asInt()).isEqualTo(met + 1);
    }

    @Test
    void aNeedIsOpenAgainOnceTheTermOfWhatMetItIsOver() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode food = requests.asked("budi", family, "SEMBAKO", "food");
        requests.step("citra", food, Map.of("state", "accepted"));
        requests.deliver("citra", requests.seen("citra", food), "2023-02-10", "", Sent.photo("beras"));
        requests.receive("ani", requests.seen("citra", food), "2023-02-10");

        clock.playOn(LocalDate.of(2023, 12, 31));
        assertThat(gaps("budi", family, "?need=food")).isEmpty();
        clock.playOn(LocalDate.of(2024, 1, 3));

        JsonNode gap = gaps("budi", family, "?need=food").getFirst();
        assertThat(gap.get("lack").asString()).isEqualTo("request");
        assertThat(gap.get("agency").isNull()).isTrue();
        assertThat(gap.get("days").asInt()).isEqualTo(2);
        assertThat(offer(family, "food", requests.programme("SEMBAKO"))
                        .get("units")
                        .asInt())
                .isPositive();
    }

    @Test
    void eachGapSaysWhoHasToActAndSinceWhen() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");
        clock.playOn(Field.TODAY.plusDays(10));
        requests.step("dewa", asked, Map.of("state", "accepted"));
        clock.playOn(Field.TODAY.plusDays(20));

        JsonNode gap = gaps("budi", family, "?need=housing").getFirst();

        assertThat(gap.get("agency").asString())
                .isEqualTo(requests.programme(HOUSING).get("agency").asString());
        assertThat(gap.get("programme").asString())
                .isEqualTo(requests.programme(HOUSING).get("name").asString());
        assertThat(gap.get("days").asInt()).isEqualTo(20);
        String agency = requests.programme(HOUSING).get("agencyId").asString();
        assertThat(gaps("budi", family, "?agency=" + agency)).hasSize(1);
        assertThat(gaps("budi", family, "?agency=none"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("lack").asString()).isEqualTo("request"));
        assertThat(gaps("budi", family, "?lack=delivery")).isEmpty();
        assertThat(gaps("budi", family, "?village=51.08.05.2002")).isEmpty();
    }

    @Test
    void theNumbersAreThoseOfTheFamiliesBehindThem() {
        requests.asked("citra", decreed.family("ani", Map.of()), HOUSING, "housing");
        decreed.family("iwan", Map.of());
        JsonNode summary = http.as("citra").get(CONVERGENCE).json();

        for (String cut : List.of("byNeed", "byVillage", "byAgency")) {
            String filter = cut.substring(2).toLowerCase(Locale.ROOT);
            int sum = 0;
            for (JsonNode row : summary.get(cut)) {
                sum += row.get("needs").asInt();
                int behind = families(
                                "citra", "?" + filter + "=" + row.get("key").asString())
                        .stream()
                        .mapToInt(one -> one.get("gaps").size())
                        .sum();
                int met = row.at("/lacks/nothing").asInt(0);
                assertThat(behind).as(cut + row).isEqualTo(row.get("needs").asInt() - met);
            }
            assertThat(sum).as(cut).isEqualTo(summary.get("needs").asInt());
        }
        String first = http.as("citra")
                .get(CONVERGENCE + "/families?limit=1")
                .json()
                .get("next")
                .asString();
        assertThat(families("citra", "?after=" + first))
                .hasSize(families("citra", "?x=").size() - 1);
    }

    @Test
    void aFamilyOfWhichNothingLacksIsStillNamed() {
        FamilyCase family = decreed.family("ani", Map.of());
        String needs = "/api/v1/cases/" + family.id() + "/needs";
        int waiting = families("citra", "?x=").size();

        for (JsonNode gap : gaps("citra", family, "?x=")) {
            assertThat(http.as("citra")
                            .post(needs, Map.of("need", gap.get("need"), "confirmed", false, "reason", "Sudah dilihat"))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(families("citra", "?x=")).hasSize(waiting);
        assertThat(gaps("citra", family, "?x=")).isEmpty();
        assertThat(families("citra", "?agency=none").toString())
                .doesNotContain(family.id().toString());
    }

    @Test
    void isShownWhereOneMayLookAndNowhereElse() {
        FamilyCase near = decreed.family("ani", Map.of());
        FamilyCase far = decreed.family("iwan", Map.of());

        assertThat(families("hana", "?x=").toString())
                .contains(far.id().toString())
                .doesNotContain(near.id().toString());
        assertThat(families("fajar", "?x=").toString())
                .contains(far.id().toString(), near.id().toString());
        assertThat(http.as("hana")
                        .get(CONVERGENCE)
                        .json()
                        .get("byVillage")
                        .valueStream()
                        .map(row -> row.get("key").asString()))
                .containsOnly(Field.FAR_VILLAGE);
        for (String persona : List.of("ani", "dewa", "eka", "gita", "joko")) {
            assertThat(http.as(persona).get(CONVERGENCE + "/families").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        for (String persona : List.of("ani", "gita", "joko")) {
            assertThat(http.as(persona).get(CONVERGENCE).status()).as(persona).isEqualTo(403);
        }
        assertThat(http.as("lina").get(CONVERGENCE).json().get("families").asInt())
                .isZero();
        assertThat(http.withoutSession().get(CONVERGENCE).status()).isEqualTo(401);
        assertThat(http.as("citra").get(CONVERGENCE + "/families?lack=semua").status())
                .isEqualTo(422);
        assertThat(http.as("citra").get(CONVERGENCE + "/families?need=mobil").status())
                .isEqualTo(422);
    }

    @Test
    void noMoreIsAskedThanTheYearsQuotaOfTheArea() {
        JsonNode programme = requests.programme("JAMBAN");
        revise(programme.get("id").asString(), 2023, Field.VILLAGE, 1);
        FamilyCase first = decreed.family("ani", Map.of());
        FamilyCase second = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", first, "JAMBAN", "toilet");

        Answer full = requests.ask("budi", second, "JAMBAN", "toilet");

        assertThat(full.code()).isEqualTo("quota-full");
        assertThat(full.json().get("detail").asString())
                .contains("2023", programme.get("name").asString());
        assertThat(offer(second, "toilet", programme).get("unitsLeft").asInt()).isZero();
        assertThat(gaps("budi", first, "?need=toilet").getFirst().get("offers").isEmpty())
                .isTrue();
        assertThat(requests.ask("citra", decreed.family("iwan", Map.of()), "JAMBAN", "toilet")
                        .status())
                .isEqualTo(201);
        requests.step("citra", asked, Map.of("state", "refused", "reason", "Tanah sengketa"));
        assertThat(offer(first, "toilet", programme).get("unitsLeft").asInt()).isEqualTo(1);
        assertThat(requests.ask("budi", second, "JAMBAN", "toilet").status()).isEqualTo(201);
        revise(programme.get("id").asString(), 2024, Field.VILLAGE, 1);
        assertThat(requests.ask("budi", decreed.family("ani", Map.of()), "JAMBAN", "toilet")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aPlanDrawsOnTheQuotaOfTheYearItIsPlannedFor() {
        JsonNode programme = requests.programme("JAMBAN");
        String id = programme.get("id").asString();
        FamilyCase first = decreed.family("ani", Map.of());
        FamilyCase second = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", first, "JAMBAN", "toilet");
        requests.step("citra", asked, Map.of("state", "accepted"));
        revise(id, 2023, REGENCY, drawn(programme, 2023));
        assertThat(requests.ask("budi", second, "JAMBAN", "toilet").code()).isEqualTo("quota-full");
        assertThat(requests.seen("citra", asked).get("quotaYear").asInt()).isEqualTo(2023);
        int next = drawn(programme, 2024);

        requests.step("citra", requests.seen("citra", asked), Requests.planned("2024-03-01", 1_000));

        assertThat(requests.seen("citra", asked).get("quotaYear").asInt()).isEqualTo(2024);
        assertThat(drawn(programme, 2024)).isEqualTo(next + 1);
        assertThat(offer(second, "toilet", programme).get("unitsLeft").asInt()).isEqualTo(1);
        JsonNode third = requests.asked("budi", second, "JAMBAN", "toilet");
        clock.playOn(LocalDate.of(2024, 1, 2));
        assertThat(drawn(programme, 2024)).as("what waits for a plan").isEqualTo(next + 1);
        requests.step("citra", third, Map.of("state", "accepted"));
        requests.deliver("citra", requests.seen("citra", third), "2024-01-02", "", Sent.photo("jamban"));
        assertThat(drawn(programme, 2024)).isEqualTo(next + 2);
        clock.playOn(Field.TODAY);
        revise(id, draft -> draft.putArray("quotas"));
    }

    /** Units that requests draw on, as sharing out reads them. */
    private int drawn(JsonNode programme, int year) {
        return interventions.requests(REGENCY).stream()
                .filter(one ->
                        one.programmeId().toString().equals(programme.get("id").asString()))
                .filter(one -> one.year() == year && one.lack() != Lack.TURNED_DOWN)
                .mapToInt(Interventions.Request::units)
                .sum();
    }

    @Test
    void saysWhatTheFamilyCostsAndWhatIsLeftOfTheYearsMoney() {
        JsonNode programme = requests.programme("JAMBAN");
        String id = programme.get("id").asString();
        long price = 1_500_000;
        revise(
                id,
                draft -> draft.put("amount", price)
                        .putArray("quotas")
                        .addObject()
                        .put("year", 2023)
                        .put("area", Field.FAR_VILLAGE)
                        .put("rupiah", 2 * price - 1));
        FamilyCase first = decreed.family("iwan", Map.of());
        FamilyCase second = decreed.family("iwan", Map.of());
        JsonNode before = offer(second, "toilet", programme);
        assertThat(before.get("cost").asLong()).isEqualTo(price);
        assertThat(before.get("agency").asString())
                .isEqualTo(programme.get("agency").asString());

        JsonNode asked = requests.asked("citra", first, "JAMBAN", "toilet");

        JsonNode after = offer(second, "toilet", programme);
        assertThat(before.get("rupiahLeft").asLong() - after.get("rupiahLeft").asLong())
                .isEqualTo(price);
        assertThat(after.get("unitsLeft").isNull()).isTrue();
        Answer full = requests.ask("citra", second, "JAMBAN", "toilet");
        assertThat(full.code()).isEqualTo("budget-full");
        JsonNode means = means("hana", programme);
        assertThat(means.get("agency").asString())
                .isEqualTo(programme.get("agency").asString());
        assertThat(means.get("rupiahLeft").asLong())
                .isEqualTo(after.get("rupiahLeft").asLong());
        assertThat(means.get("cost").asLong())
                .isEqualTo(price * means.get("families").asInt());
        assertThat(families("citra", "?need=toilet&village=" + Field.FAR_VILLAGE).stream()
                        .flatMap(one -> one.get("gaps").valueStream())
                        .filter(gap -> gap.get("offers")
                                .toString()
                                .contains(programme.get("name").asString())))
                .hasSize(means.get("families").asInt());

        requests.step("citra", asked, Map.of("state", "accepted"));
        requests.step("citra", requests.seen("citra", asked), Requests.planned("2023-02-10", price - 1));

        assertThat(requests.ask("citra", second, "JAMBAN", "toilet").status()).isEqualTo(201);
        decreed.family("iwan", Map.of());
        assertThat(means("hana", programme).get("rupiahLeft").asLong()).isZero();
        revise(id, draft -> draft.putNull("amount").putArray("quotas"));
    }

    @Test
    void anAgencyThatPlansOverItsMoneyIsToldByHowMuch() {
        JsonNode programme = requests.programme("JAMBAN");
        String id = programme.get("id").asString();
        revise(
                id,
                draft -> draft.put("amount", 1_500_000)
                        .putArray("quotas")
                        .addObject()
                        .put("year", 2023)
                        .put("area", Field.FAR_VILLAGE)
                        .put("rupiah", 100_000_000));
        JsonNode asked = requests.asked("citra", decreed.family("iwan", Map.of()), "JAMBAN", "toilet");
        FamilyCase waiting = decreed.family("iwan", Map.of());
        long left = offer(waiting, "toilet", programme).get("rupiahLeft").asLong();

        requests.step("citra", asked, Map.of("state", "accepted"));
        requests.step("citra", requests.seen("citra", asked), Requests.planned("2023-02-10", left + 2_000_000));

        assertThat(offer(waiting, "toilet", programme).get("rupiahLeft").asLong())
                .isEqualTo(-500_000);
        assertThat(means("hana", programme).get("rupiahLeft").asLong()).isEqualTo(-500_000);
        assertThat(http.as("budi").get(CONVERGENCE).json().get("means").toString())
                .as("elsewhere")
                .doesNotContain("-500000");
        assertThat(requests.ask("citra", waiting, "JAMBAN", "toilet").code()).isEqualTo("budget-full");

        requests.step("citra", requests.seen("citra", asked), Map.of("state", "stopped", "reason", "Pagu tidak cukup"));

        assertThat(offer(waiting, "toilet", programme).get("rupiahLeft").asLong())
                .isEqualTo(left + 1_500_000);
        revise(id, draft -> draft.putNull("amount").putArray("quotas"));
    }

    private JsonNode offer(FamilyCase family, String need, JsonNode programme) {
        return gaps("citra", family, "?need=" + need)
                .getFirst()
                .get("offers")
                .valueStream()
                .filter(one -> one.get("programme").equals(programme.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode means(String persona, JsonNode programme) {
        return http.as(persona)
                .get(CONVERGENCE)
                .json()
                .get("means")
                .valueStream()
                .filter(one -> one.get("programme").equals(programme.get("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProgrammeThatCountsPersonsTakesAsManyUnitsAsFitItsRule() {
        revise(requests.programme("PBI-JKN").get("id").asString(), 2023, Field.VILLAGE, 4);
        FamilyCase three = decreed.family("ani", Map.of());

        JsonNode asked = requests.asked("budi", three, "PBI-JKN", "health");

        assertThat(asked.get("units").asInt()).isEqualTo(3);
        assertThat(asked.get("unit").asString()).isEqualTo("person");
        FamilyCase second = decreed.family("ani", Map.of());
        Answer full = requests.ask("budi", second, "PBI-JKN", "health");
        assertThat(full.code()).isEqualTo("quota-full");
        assertThat(full.json().get("detail").asString()).contains("adalah 4; 3 sudah diminta", "memerlukan 3");
        revise(requests.programme("PBI-JKN").get("id").asString(), 2023, Field.VILLAGE, 6);
        assertThat(requests.ask("budi", second, "PBI-JKN", "health").status()).isEqualTo(201);
        revise(requests.programme("PBI-JKN").get("id").asString(), 2024, Field.VILLAGE, 1);
    }

    private void revise(String programme, int year, String area, int units) {
        revise(
                programme,
                draft -> draft.putArray("quotas")
                        .addObject()
                        .put("year", year)
                        .put("area", area)
                        .put("units", units));
    }

    private void revise(String programme, Consumer<ObjectNode> change) {
        JsonNode now = http.as("citra").get("/api/v1/programmes/" + programme).json();
        ObjectNode draft = (ObjectNode) now.deepCopy();
        change.accept(draft);
        Answer revised = http.as("citra")
                .header("If-Match", '"' + now.get("version").asString() + '"')
                .put("/api/v1/programmes/" + programme, draft);
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
    }

    private String housing(FamilyCase family) {
        List<JsonNode> gaps = gaps("citra", family, "?need=housing");
        return gaps.isEmpty() ? "met" : gaps.getFirst().get("lack").asString();
    }

    private List<JsonNode> gaps(String persona, FamilyCase family, String filter) {
        return families(persona, filter).stream()
                .filter(one -> one.get("caseId").asString().equals(family.id().toString()))
                .flatMap(one -> one.get("gaps").valueStream())
                .toList();
    }

    private List<JsonNode> families(String persona, String filter) {
        return http.as(persona)
                .get(CONVERGENCE + "/families" + filter + "&limit=500")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }
}
