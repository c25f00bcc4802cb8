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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Waiting.class})
class DrawingOnAQuotaTest {

    private static final String CONVERGENCE = "/api/v1/convergence";

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Waiting waiting;

    @Autowired
    private Http http;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Interventions interventions;

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void noMoreIsAskedThanTheYearsQuotaOfTheArea() {
        JsonNode programme = requests.programme("JAMBAN");
        requests.revise(programme.get("id").asString(), 2023, Field.VILLAGE, 1);
        FamilyCase first = decreed.family("ani", Map.of());
        FamilyCase second = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", first, "JAMBAN", "toilet");

        Answer full = requests.ask("budi", second, "JAMBAN", "toilet");

        assertThat(full.code()).isEqualTo("quota-full");
        assertThat(full.json().get("detail").asString())
                .contains("2023", programme.get("name").asString());
        assertThat(waiting.offer(second, "toilet", programme).get("unitsLeft").asInt())
                .isZero();
        assertThat(waiting.gaps("budi", first, "?need=toilet")
                        .getFirst()
                        .get("offers")
                        .isEmpty())
                .isTrue();
        assertThat(requests.ask("citra", decreed.family("iwan", Map.of()), "JAMBAN", "toilet")
                        .status())
                .isEqualTo(201);
        requests.step("citra", asked, Map.of("state", "refused", "reason", "Tanah sengketa"));
        assertThat(waiting.offer(first, "toilet", programme).get("unitsLeft").asInt())
                .isEqualTo(1);
        assertThat(requests.ask("budi", second, "JAMBAN", "toilet").status()).isEqualTo(201);
        requests.revise(programme.get("id").asString(), 2024, Field.VILLAGE, 1);
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
        requests.revise(id, 2023, REGENCY, unitsDrawn(programme, 2023));
        assertThat(requests.ask("budi", second, "JAMBAN", "toilet").code()).isEqualTo("quota-full");
        assertThat(requests.seen("citra", asked).get("quotaYear").asInt()).isEqualTo(2023);
        int next = unitsDrawn(programme, 2024);

        requests.step("citra", requests.seen("citra", asked), Requests.planned("2024-03-01", 1_000));

        assertThat(requests.seen("citra", asked).get("quotaYear").asInt()).isEqualTo(2024);
        assertThat(unitsDrawn(programme, 2024)).isEqualTo(next + 1);
        assertThat(waiting.offer(second, "toilet", programme).get("unitsLeft").asInt())
                .isEqualTo(1);
        JsonNode third = requests.asked("budi", second, "JAMBAN", "toilet");
        clock.playOn(LocalDate.of(2024, 1, 2));
        assertThat(unitsDrawn(programme, 2024)).as("what waits for a plan").isEqualTo(next + 1);
        requests.step("citra", third, Map.of("state", "accepted"));
        requests.deliver("citra", requests.seen("citra", third), "2024-01-02", "", Sent.photo("jamban"));
        assertThat(unitsDrawn(programme, 2024)).isEqualTo(next + 2);
        clock.playOn(Field.TODAY);
        requests.revise(id, draft -> draft.putArray("quotas"));
    }

    @Test
    void aPlanDoesNotMoveIntoAYearWhoseQuotaIsFull() {
        JsonNode programme = requests.programme(HOUSING);
        String id = programme.get("id").asString();
        JsonNode first = requests.accepted(decreed.family("iwan", Map.of()), HOUSING, "housing");
        JsonNode second = requests.accepted(decreed.family("iwan", Map.of()), HOUSING, "housing");
        requests.revise(id, 2024, REGENCY, unitsDrawn(programme, 2024) + 1);
        assertThat(requests.step("citra", first, Requests.planned("2024-03-01", 1_000))
                        .status())
                .isEqualTo(204);

        Answer full = requests.step("citra", second, Requests.planned("2024-03-01", 1_000));

        assertThat(full.code()).isEqualTo("quota-full");
        assertThat(full.json().get("detail").asString()).contains("2024", "Rencanakan di tahun lain");
        assertThat(requests.seen("citra", second).get("quotaYear").asInt()).isEqualTo(2023);
        assertThat(requests.step("citra", second, Requests.planned("2023-03-01", 1_000))
                        .status())
                .isEqualTo(204);
        Map<String, Object> later =
                Map.of("state", "planned", "plannedOn", "2024-04-01", "amount", 1_000, "reason", "Menunggu kayu");
        assertThat(requests.step("citra", requests.seen("citra", second), later).code())
                .isEqualTo("quota-full");
        assertThat(requests.step("citra", requests.seen("citra", first), later).status())
                .as("stays in its year")
                .isEqualTo(204);
        requests.revise(id, draft -> draft.putArray("quotas"));
    }

    @Test
    void aPlanDoesNotMoveIntoAYearWhoseMoneyIsTooLittleForIt() {
        JsonNode programme = requests.programme(HOUSING);
        String id = programme.get("id").asString();
        JsonNode asked = requests.accepted(decreed.family("ani", Map.of()), HOUSING, "housing");
        long plannedByOthers = drawn(programme, 2024)
                .mapToLong(one -> Objects.requireNonNullElse(one.amount(), 0L))
                .sum();
        requests.revise(
                id,
                draft -> draft.putArray("quotas")
                        .addObject()
                        .put("year", 2024)
                        .put("area", REGENCY)
                        .put("rupiah", plannedByOthers + 2_000_000));

        assertThat(requests.step("citra", asked, Requests.planned("2024-03-01", 2_000_001))
                        .code())
                .isEqualTo("budget-full");
        assertThat(requests.step("citra", asked, Requests.planned("2024-03-01", 2_000_000))
                        .status())
                .isEqualTo(204);
        requests.revise(id, draft -> draft.putArray("quotas"));
    }

    @Test
    void aProgrammeThatCountsPersonsTakesAsManyUnitsAsFitItsRule() {
        requests.revise(requests.programme("PBI-JKN").get("id").asString(), 2023, Field.VILLAGE, 4);
        FamilyCase three = decreed.family("ani", Map.of());

        JsonNode asked = requests.asked("budi", three, "PBI-JKN", "health");

        assertThat(asked.get("units").asInt()).isEqualTo(3);
        assertThat(asked.get("unit").asString()).isEqualTo("person");
        FamilyCase second = decreed.family("ani", Map.of());
        Answer full = requests.ask("budi", second, "PBI-JKN", "health");
        assertThat(full.code()).isEqualTo("quota-full");
        assertThat(full.json().get("detail").asString()).contains("adalah 4; 3 sudah diminta", "memerlukan 3");
        requests.revise(requests.programme("PBI-JKN").get("id").asString(), 2023, Field.VILLAGE, 6);
        assertThat(requests.ask("budi", second, "PBI-JKN", "health").status()).isEqualTo(201);
        requests.revise(requests.programme("PBI-JKN").get("id").asString(), 2024, Field.VILLAGE, 1);
    }

    @Test
    void saysWhatTheFamilyCostsAndWhatIsLeftOfTheYearsMoney() {
        JsonNode programme = requests.programme("JAMBAN");
        String id = programme.get("id").asString();
        long price = 1_500_000;
        requests.revise(
                id,
                draft -> draft.put("amount", price)
                        .putArray("quotas")
                        .addObject()
                        .put("year", 2023)
                        .put("area", Field.FAR_VILLAGE)
                        .put("rupiah", 2 * price - 1));
        FamilyCase first = decreed.family("iwan", Map.of());
        FamilyCase second = decreed.family("iwan", Map.of());
        JsonNode before = waiting.offer(second, "toilet", programme);
        assertThat(before.get("cost").asLong()).isEqualTo(price);
        assertThat(before.get("agency").asString())
                .isEqualTo(programme.get("agency").asString());

        JsonNode asked = requests.asked("citra", first, "JAMBAN", "toilet");

        JsonNode after = waiting.offer(second, "toilet", programme);
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
        assertThat(waiting.families("citra", "?need=toilet&village=" + Field.FAR_VILLAGE).stream()
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
        requests.revise(id, draft -> draft.putNull("amount").putArray("quotas"));
    }

    @Test
    void anAgencyThatPlansOverItsMoneyIsToldByHowMuch() {
        JsonNode programme = requests.programme("JAMBAN");
        String id = programme.get("id").asString();
        requests.revise(
                id,
                draft -> draft.put("amount", 1_500_000)
                        .putArray("quotas")
                        .addObject()
                        .put("year", 2023)
                        .put("area", Field.FAR_VILLAGE)
                        .put("rupiah", 100_000_000));
        JsonNode asked = requests.asked("citra", decreed.family("iwan", Map.of()), "JAMBAN", "toilet");
        FamilyCase other = decreed.family("iwan", Map.of());
        long left = waiting.offer(other, "toilet", programme).get("rupiahLeft").asLong();

        requests.step("citra", asked, Map.of("state", "accepted"));
        requests.step("citra", requests.seen("citra", asked), Requests.planned("2023-02-10", left + 2_000_000));

        assertThat(waiting.offer(other, "toilet", programme).get("rupiahLeft").asLong())
                .isEqualTo(-500_000);
        assertThat(means("hana", programme).get("rupiahLeft").asLong()).isEqualTo(-500_000);
        assertThat(http.as("budi").get(CONVERGENCE).json().get("means").toString())
                .as("elsewhere")
                .doesNotContain("-500000");
        assertThat(requests.ask("citra", other, "JAMBAN", "toilet").code()).isEqualTo("budget-full");

        requests.step("citra", requests.seen("citra", asked), Map.of("state", "stopped", "reason", "Pagu tidak cukup"));

        assertThat(waiting.offer(other, "toilet", programme).get("rupiahLeft").asLong())
                .isEqualTo(left + 1_500_000);
        requests.revise(id, draft -> draft.putNull("amount").putArray("quotas"));
    }

    /** Units that requests draw on, as sharing out reads them. */
    private int unitsDrawn(JsonNode programme, int year) {
        return drawn(programme, year).mapToInt(Interventions.Request::units).sum();
    }

    private Stream<Interventions.Request> drawn(JsonNode programme, int year) {
        return interventions.requests(REGENCY).stream()
                .filter(one ->
                        one.programmeId().toString().equals(programme.get("id").asString()))
                .filter(one -> one.year() == year && one.lack() != Lack.TURNED_DOWN);
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
}
