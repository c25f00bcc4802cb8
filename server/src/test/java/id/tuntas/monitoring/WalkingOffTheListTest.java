package id.tuntas.monitoring;

import static id.tuntas.deliberation.Hall.decision;
import static id.tuntas.deliberation.Hall.with;
import static id.tuntas.interventions.Requests.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.Hall;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Hall.class)
class WalkingOffTheListTest {

    private static final String ZERO = "/api/v1/rounds/KUNJUNGAN/zero";

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    private JsonNode zero(String village) {
        Answer answer = http.as("oka").get(ZERO + "?within=" + village);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<JsonNode> families(String query) {
        return http.as("oka")
                .get(ZERO + "/families?" + query)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    /** One whom the officer found extremely poor and the review does not. */
    private FamilyCase corrected(String village) {
        FamilyCase family = field.familyOf("rai", village);
        JsonNode visit = field.sent("rai", Post.of(family).withAllPhotos());
        String path = "/api/v1/visits/" + visit.get("id").asString();
        Answer answer = http.as("citra")
                .header(
                        "If-Match",
                        http.as("citra").get(path).json().get("etag").asString())
                .post(
                        path + "/decision",
                        Map.of("decision", "approve", "finding", "notPoor", "reason", "Punya dua kios"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return family;
    }

    @Test
    void thereIsNothingToTellOfADayBeforeTheRound() {
        for (String query : List.of("?day=2022-01-01", "?since=2022-01-01", "/families?day=2022-01-01")) {
            Answer early = http.as("oka").get(ZERO + query);
            assertThat(early.status()).as(query).isEqualTo(422);
            assertThat(early.json().at("/errors/0/code").asString()).isEqualTo("out-of-range");
        }
    }

    @Test
    void isToldWithWhoSaidWhatAndTheVillageIsAtZero() {
        String village = hall.village();
        FamilyCase corrected = corrected(village);
        FamilyCase overruled = hall.reviewed(village);
        assertThat(zero(village).at("/place/roster/awaitingMeeting/families").asInt())
                .isEqualTo(1);
        assertThat(zero(village).at("/place/missing").toString()).isEqualTo("{\"openFamilies\":1,\"meeting\":1}");
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, corrected.id());
        hall.decide(
                "oka", meeting, with(decision(overruled.id(), "disputed"), "reason", "Punya motor", "held", "poor"));
        hall.closed(meeting);

        JsonNode show = zero(village);

        assertThat(show.at("/place/roster").toString())
                .isEqualTo("{\"poor\":{\"families\":1,\"persons\":2},\"notPoor\":{\"families\":1,\"persons\":2}}");
        assertThat(show.at("/place/villagesAtZero").asInt()).isEqualTo(1);
        assertThat(show.at("/place/villagesAtZeroByHelp").asInt()).isZero();
        assertThat(show.get("deciders")
                        .valueStream()
                        .map(one -> one.get("act").asString() + " "
                                + one.get("name").asString() + " "
                                + one.get("role").asString()))
                .containsExactly("corrected Citra regencyCoordinator", "overruled Oka districtCoordinator");
        assertThat(families("within=" + village + "&act=corrected"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("said").toString())
                        .contains(
                                "\"step\":\"proposed\",\"who\":\"Rai\",\"contact\":\"found\",\"finding\":\"extremelyPoor\"")
                        .contains(
                                "\"step\":\"approved\",\"who\":\"Citra\",\"contact\":\"found\",\"finding\":\"notPoor\"")
                        .contains("\"step\":\"agreed\",\"who\":\"Oka\""));
        assertThat(families("within=" + village + "&standing=poor,notPoor")).hasSize(2);
        assertThat(families("within=" + village + "&standing=poor")
                        .getFirst()
                        .at("/said/2/step")
                        .asString())
                .isEqualTo("overruled");
    }

    @Test
    void comesBackWithTheNextFamilyAndTheDaysAreCompared() {
        String village = hall.village();
        corrected(village);
        String yesterday = Field.TODAY.minusDays(1).toString();

        JsonNode show = http.as("oka")
                .get(ZERO + "?since=" + yesterday + "&within=" + village)
                .json();

        assertThat(show.get("moves").toString())
                .isEqualTo("[{\"from\":null,\"to\":\"notPoor\",\"count\":{\"families\":1,\"persons\":2}}]");
        assertThat(http.as("oka")
                        .get(ZERO + "?day=" + yesterday + "&within=" + village)
                        .json()
                        .at("/place/roster")
                        .isEmpty())
                .isTrue();
        assertThat(show.at("/place/missing/meeting").asInt()).isEqualTo(1);
    }

    @Test
    void isTurnedPageByPage() {
        String village = hall.village();
        corrected(village);
        corrected(village);
        JsonNode first =
                http.as("oka").get(ZERO + "/families?limit=1&within=" + village).json();
        JsonNode second = http.as("oka")
                .get(ZERO + "/families?limit=1&within=" + village + "&after="
                        + first.get("next").asString())
                .json();

        assertThat(second.get("next").isNull()).isTrue();
        assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/0/id"));
    }

    @Test
    void isShownToWhoMayReadItInHisRegion() {
        String village = hall.village();
        corrected(village);
        assertThat(http.as("eka").get(ZERO).status()).isEqualTo(200);
        assertThat(http.as("eka").get(ZERO + "/families").status())
                .as("a leader reads no names")
                .isEqualTo(403);
        assertThat(http.as("ani").get(ZERO).status()).isEqualTo(403);
        assertThat(http.as("hana")
                        .get(ZERO + "?within=" + village)
                        .json()
                        .at("/place/roster")
                        .isEmpty())
                .as("another district")
                .isTrue();
        assertThat(http.as("hana")
                        .get(ZERO + "/families?within=" + village)
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBeAsked() {
        assertThat(http.as("citra").get(ZERO + "?day=2999-01-01").code()).isEqualTo("invalid");
        assertThat(http.as("citra").get(ZERO + "?since=" + Field.TODAY).code()).isEqualTo("invalid");
        assertThat(pointers(http.as("citra").get(ZERO + "?within=51.99"))).containsExactly("/within");
        assertThat(pointers(http.as("citra").get(ZERO + "/families?within=51.99")))
                .containsExactly("/within");
        assertThat(http.as("citra").get(ZERO + "/families?standing=moon").code())
                .isEqualTo("invalid");
        assertThat(http.as("citra").get(ZERO + "/families?act=moon").code()).isEqualTo("invalid");
        assertThat(http.as("lina").get(ZERO).status()).isEqualTo(404);
    }
}
