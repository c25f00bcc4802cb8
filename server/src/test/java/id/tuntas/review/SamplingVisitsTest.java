package id.tuntas.review;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Review.class)
class SamplingVisitsTest {

    private static final String SAMPLE = "&limit=500&filter=sample";

    @Autowired
    private Field field;

    @Autowired
    private Review review;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Http http;

    @Test
    void drawsSoManyApprovedVisitsOfEveryDistrict() {
        for (int i = 0; i < 3; i++) {
            review.approve("budi", review.waiting("ani", field.familyOf("ani")));
        }
        review.approve("hana", review.waiting("iwan", field.familyOf("iwan")));
        String undecided = review.waiting("ani", field.familyOf("ani")).toString();
        List<String> before = review.queue("citra", SAMPLE);

        Answer answer = draw("citra", 1);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("seed").asString()).hasSize(32);
        assertThat(answer.json().get("perDistrict").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/drawn/51.08.05").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/drawn/51.08.09").asInt()).isEqualTo(1);
        List<String> sample = review.queue("citra", SAMPLE);
        assertThat(sample).hasSize(before.size() + 2).doesNotContain(undecided);
        assertThat(ledger.of(REGENCY, UUID.fromString(answer.json().get("id").asString())))
                .extracting(Entry::verb)
                .containsExactly("sample.drawn");
    }

    @Test
    void drawsNoVisitTwice() {
        review.approve("budi", review.waiting("ani", field.familyOf("ani")));
        draw("citra", 100);

        Answer again = draw("citra", 100);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().get("drawn")).isEmpty();
    }

    @Test
    void isSeenByTheRegencyCoordinatorOnly() {
        UUID visit = drawn(field.familyOf("ani"));

        assertThat(review.visit("citra", visit).at("/sample/outcome").isNull()).isTrue();
        Instant drawnAt =
                Instant.parse(review.visit("citra", visit).at("/sample/drawnAt").asString());
        assertThat(BusinessClock.dayOf(drawnAt)).isEqualTo(Field.TODAY);
        assertThat(review.visit("budi", visit).get("sample").isNull()).isTrue();
        assertThat(review.visit("fajar", visit).get("sample").isNull()).isTrue();
        assertThat(http.as("budi")
                        .get("/api/v1/reviews")
                        .json()
                        .at("/counts/sample")
                        .asInt())
                .isZero();
        assertThat(http.as("citra")
                        .get("/api/v1/reviews")
                        .json()
                        .at("/counts/sample")
                        .asInt())
                .isPositive();
    }

    @Test
    void aSecondLookIsRecordedOnceAndLeavesTheDecision() {
        FamilyCase family = field.familyOf("ani");
        UUID visit = drawn(family);

        Answer silent = recheck("citra", visit, Map.of("outcome", "doubted"));
        Answer looked = recheck("citra", visit, Map.of("outcome", "doubted", "reason", "Foto rumah lain"));

        assertThat(silent.status()).isEqualTo(422);
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.json().at("/sample/outcome").asString()).isEqualTo("doubted");
        assertThat(looked.json().at("/sample/by").asString()).isEqualTo("Citra");
        assertThat(looked.json().get("state").asString()).isEqualTo("approved");
        assertThat(review.queue("citra", SAMPLE)).doesNotContain(visit.toString());
        assertThat(recheck("citra", visit, Map.of("outcome", "upheld")).code()).isEqualTo("already-rechecked");
        assertThat(verbs("citra", family)).endsWith("visit.rechecked");
        assertThat(verbs("budi", family)).endsWith("visit.approved");
    }

    @Test
    void nobodyLooksAgainAtWhatHeApprovedHimself() {
        UUID visit = review.waiting("ani", field.familyOf("ani"));
        review.approve("citra", visit);
        draw("citra", 100);

        Answer again = recheck("citra", visit, Map.of("outcome", "upheld"));

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.code()).isEqualTo("own-approval");
        assertThat(review.queue("citra", SAMPLE)).doesNotContain(visit.toString());
        assertThat(review.visit("citra", visit).at("/sample/mayRecheck").asBoolean())
                .isFalse();
        assertThat(review.queue("maya", SAMPLE)).contains(visit.toString());
        assertThat(review.visit("maya", visit).at("/sample/mayRecheck").asBoolean())
                .isTrue();
        assertThat(recheck("maya", visit, Map.of("outcome", "upheld")).status()).isEqualTo(200);
    }

    @Test
    void nobodyLooksAgainAtAVisitHePaidHimself() {
        UUID visit = review.waiting("nyoman", field.familyOf("nyoman"));
        review.approve("budi", visit);
        draw("citra", 100);

        assertThat(recheck("nyoman", visit, Map.of("outcome", "upheld")).code()).isEqualTo("own-visit");
        assertThat(review.queue("nyoman", SAMPLE)).doesNotContain(visit.toString());
    }

    @Test
    void onlyADrawnVisitIsLookedAtAgain() {
        UUID visit = review.waiting("ani", field.familyOf("ani"));

        assertThat(recheck("citra", visit, Map.of("outcome", "upheld")).status())
                .isEqualTo(404);
        assertThat(recheck("lina", visit, Map.of("outcome", "upheld")).status()).isEqualTo(404);
        assertThat(recheck("budi", visit, Map.of("outcome", "upheld")).status()).isEqualTo(403);
        assertThat(recheck("citra", visit, Map.of("outcome", "perhaps")).status())
                .isEqualTo(422);
    }

    @Test
    void drawingIsForTheRegencyCoordinator() {
        for (String stranger : List.of("ani", "budi", "dewa", "eka", "fajar", "gita", "joko")) {
            assertThat(draw(stranger, 1).status()).as(stranger).isEqualTo(403);
        }
        assertThat(draw("lina", 1).status()).isEqualTo(404);
        for (int wrong : new int[] {0, -1, 101}) {
            assertThat(draw("citra", wrong).json().at("/errors/0/pointer").asString())
                    .isEqualTo("/perDistrict");
        }
        assertThat(http.as("citra")
                        .post("/api/v1/rounds/NONE/samples", Map.of("perDistrict", 1))
                        .status())
                .isEqualTo(404);
    }

    private UUID drawn(FamilyCase family) {
        UUID visit = review.waiting("ani", family);
        review.approve("budi", visit);
        draw("citra", 100);
        return visit;
    }

    private Answer draw(String persona, int perDistrict) {
        return http.as(persona)
                .post("/api/v1/rounds/" + field.round().code() + "/samples", Map.of("perDistrict", perDistrict));
    }

    private Answer recheck(String persona, UUID visit, Map<String, Object> look) {
        return http.as(persona).post("/api/v1/visits/" + visit + "/recheck", look);
    }

    private List<String> verbs(String persona, FamilyCase family) {
        JsonNode items = http.as(persona)
                .get("/api/v1/cases/" + family.id() + "/timeline")
                .json()
                .get("items");
        return items.valueStream().map(item -> item.get("verb").asString()).toList();
    }
}
