package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.platform.BusinessClock;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Waiting.class})
class WhyNotZeroYetTest {

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
        assertThat(waiting.gaps("budi", family, "?need=food")).isEmpty();
        clock.playOn(LocalDate.of(2024, 1, 3));

        JsonNode gap = waiting.gaps("budi", family, "?need=food").getFirst();
        assertThat(gap.get("lack").asString()).isEqualTo("request");
        assertThat(gap.get("agency").isNull()).isTrue();
        assertThat(gap.get("days").asInt()).isEqualTo(2);
        assertThat(waiting.offer(family, "food", requests.programme("SEMBAKO"))
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

        JsonNode gap = waiting.gaps("budi", family, "?need=housing").getFirst();

        assertThat(gap.get("agency").asString())
                .isEqualTo(requests.programme(HOUSING).get("agency").asString());
        assertThat(gap.get("programme").asString())
                .isEqualTo(requests.programme(HOUSING).get("name").asString());
        assertThat(gap.get("days").asInt()).isEqualTo(20);
        String agency = requests.programme(HOUSING).get("agencyId").asString();
        assertThat(waiting.gaps("budi", family, "?agency=" + agency)).hasSize(1);
        assertThat(waiting.gaps("budi", family, "?agency=none"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("lack").asString()).isEqualTo("request"));
        assertThat(waiting.gaps("budi", family, "?lack=delivery")).isEmpty();
        assertThat(waiting.gaps("budi", family, "?village=51.08.05.2002")).isEmpty();
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
                int behind = waiting
                        .families("citra", "?" + filter + "=" + row.get("key").asString())
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
        assertThat(waiting.families("citra", "?after=" + first))
                .hasSize(waiting.families("citra", "?x=").size() - 1);
    }

    @Test
    void plansAreToldByProgrammeAndDistrictAsBegunFinishedOrLeftForALaterYear() {
        int[] before = houses();
        for (String day : List.of("2023-04-01", "2023-05-01", "2024-02-01")) {
            JsonNode asked = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
            requests.step("dewa", asked, Map.of("state", "accepted"));
            requests.step("dewa", requests.seen("dewa", asked), Requests.planned(day, 1_000));
            if (day.equals("2023-05-01")) {
                requests.deliver("dewa", requests.seen("dewa", asked), "2023-02-10", "", Sent.photo("rumah"));
            }
        }

        assertThat(houses()).containsExactly(before[0] + 2, before[1] + 1, before[2] + 1);
        assertThat(http.as("iwan").get(CONVERGENCE + "/plans").status()).isEqualTo(403);
    }

    /** Repairs in Sukasada that are begun, finished and left for later. */
    private int[] houses() {
        return http.as("eka")
                .get(CONVERGENCE + "/plans")
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("district").asString().equals("51.08.05")
                        && one.get("programme")
                                .equals(requests.programme(HOUSING).get("name")))
                .map(one -> new int[] {
                    one.get("begun").asInt(),
                    one.get("finished").asInt(),
                    one.get("later").asInt()
                })
                .findFirst()
                .orElse(new int[3]);
    }

    @Test
    void aFamilyOfWhichNothingLacksIsStillNamed() {
        FamilyCase family = decreed.family("ani", Map.of());
        String needs = "/api/v1/cases/" + family.id() + "/needs";
        int before = waiting.families("citra", "?x=").size();

        for (JsonNode gap : waiting.gaps("citra", family, "?x=")) {
            assertThat(http.as("citra")
                            .post(needs, Map.of("need", gap.get("need"), "confirmed", false, "reason", "Sudah dilihat"))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(waiting.families("citra", "?x=")).hasSize(before);
        assertThat(waiting.gaps("citra", family, "?x=")).isEmpty();
        assertThat(waiting.families("citra", "?agency=none").toString())
                .doesNotContain(family.id().toString());
    }

    @Test
    void isShownWhereOneMayLookAndNowhereElse() {
        FamilyCase near = decreed.family("ani", Map.of());
        FamilyCase far = decreed.family("iwan", Map.of());

        assertThat(waiting.families("hana", "?x=").toString())
                .contains(far.id().toString())
                .doesNotContain(near.id().toString());
        assertThat(waiting.families("fajar", "?x=").toString())
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

    private String housing(FamilyCase family) {
        List<JsonNode> gaps = waiting.gaps("citra", family, "?need=housing");
        return gaps.isEmpty() ? "met" : gaps.getFirst().get("lack").asString();
    }
}
