package id.tuntas.review;

import static id.tuntas.testing.Personas.REGENCY;
import static id.tuntas.visits.Field.conflicts;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Review.class)
class SettlingAConflictTest {

    private static final Map<String, Object> REJECT = Map.of("decision", "reject", "reason", "Bukan keluarga ini");

    @Autowired
    private Field field;

    @Autowired
    private Review review;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Http http;

    @Autowired
    private BusinessClock clock;

    @AfterEach
    void backToToday() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void anUnknownFamilysVisitIsMatchedAndWaitsLikeAnyOther() {
        FamilyCase family = field.familyOf("ani");
        UUID visit = unknown("ani");

        Answer answer = match("budi", visit, family.number().text());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("state").asString()).isEqualTo("received");
        assertThat(answer.json().get("caseId").asString()).isEqualTo(family.id().toString());
        assertThat(answer.json().at("/proposal/finding").asString()).isEqualTo("extremelyPoor");
        assertThat(answer.json().get("conflicts")).isEmpty();
        assertThat(answer.json().at("/resolvedConflicts/0/code").asString()).isEqualTo("unknown-family");
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.VISITED);
        assertThat(field.family(family.id()).visitId()).isEqualTo(visit);
        assertThat(review.queue("budi", "&limit=500")).contains(visit.toString());
        assertThat(ledger.of(REGENCY, visit)).extracting(Entry::verb).endsWith("visit.matched");
        assertThat(review.approve("budi", visit).status()).isEqualTo(200);
    }

    @Test
    void oneThatIsMatchedToAnotherOfficersFamilyIsStillHeldBack() {
        FamilyCase family = field.familyOf("iwan");
        UUID visit = unknown("ani");

        Answer answer = match("citra", visit, family.number().text());

        assertThat(answer.json().get("state").asString()).isEqualTo("conflict");
        assertThat(conflicts(answer.json())).containsExactly("foreign-family");
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(review.approve("citra", visit).status()).isEqualTo(200);
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void oneThatIsMatchedToAVisitedFamilyStepsBehindUntilItIsDecided() {
        FamilyCase family = field.familyOf("ani");
        UUID first = review.waiting("ani", family);
        UUID second = unknown("ani");

        Answer matched = match("budi", second, family.number().text());

        assertThat(conflicts(matched.json())).containsExactly("already-visited");
        assertThat(field.family(family.id()).visitId()).isEqualTo(first);
        assertThat(review.approve("budi", second).status()).isEqualTo(200);
        assertThat(field.family(family.id()).visitId()).isEqualTo(second);
        assertThat(review.visit("budi", first).get("state").asString()).isEqualTo("superseded");
    }

    @Test
    void aCaseNumberOfAnotherDistrictIsNotOffered() {
        UUID visit = unknown("ani");

        for (String number : List.of(field.familyOf("iwan").number().text(), "999999-9", "nonsense", "")) {
            Answer answer = match("budi", visit, number);
            assertThat(answer.status()).as(number).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/caseNumber");
        }
    }

    @Test
    void onlyAVisitWithoutAFamilyIsMatched() {
        FamilyCase family = field.familyOf("ani");
        UUID visit = review.waiting("ani", family);
        String number = field.familyOf("ani").number().text();

        assertThat(match("budi", visit, number).code()).isEqualTo("visit-with-case");
        assertThat(match("hana", visit, number).status()).isEqualTo(404);
        assertThat(match("fajar", visit, number).status()).isEqualTo(403);
        assertThat(http.as("budi")
                        .header("If-Match", "\"77\"")
                        .post("/api/v1/visits/" + unknown("ani") + "/case", Map.of("caseNumber", number))
                        .status())
                .isEqualTo(412);
        assertThat(http.as("budi")
                        .post("/api/v1/visits/" + visit + "/case", Map.of("caseNumber", number))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void anUnknownFamilysVisitCanOnlyBeMatchedOrRejected() {
        UUID visit = unknown("ani");

        assertThat(review.approve("budi", visit).code()).isEqualTo("visit-without-case");
        Answer rejected = review.decide("budi", visit, REJECT);
        assertThat(rejected.status()).isEqualTo(200);
        assertThat(rejected.json().get("conflicts")).isEmpty();
        assertThat(match("budi", visit, field.familyOf("ani").number().text()).code())
                .isEqualTo("already-decided");
    }

    @Test
    void aLateVisitIsAcceptedOrSetAside() {
        clock.playOn(Field.DEADLINE.plusDays(1));
        FamilyCase accepted = field.familyOf("ani");
        FamilyCase refused = field.familyOf("ani");
        UUID one = review.waiting("ani", accepted);
        UUID other = review.waiting("ani", refused);

        assertThat(conflicts(review.visit("budi", one))).containsExactly("after-deadline");
        Answer answer = review.approve("budi", one);
        review.decide("budi", other, REJECT);

        assertThat(answer.json().get("conflicts")).isEmpty();
        assertThat(answer.json().at("/resolvedConflicts/0/code").asString()).isEqualTo("after-deadline");
        assertThat(field.family(accepted.id()).state()).isEqualTo(CaseState.APPROVED);
        assertThat(field.family(refused.id()).state()).isEqualTo(CaseState.ASSIGNED);
    }

    @Test
    void aSecondVisitIsSetAsideWithoutTouchingTheFirst() {
        FamilyCase family = field.familyOf("ani");
        UUID first = review.waiting("ani", family);
        UUID second = Review.id(field.sent("ani", Post.of(family)));

        assertThat(review.decide("budi", second, REJECT).status()).isEqualTo(200);

        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.VISITED);
        assertThat(field.family(family.id()).visitId()).isEqualTo(first);
    }

    @Test
    void settlingKeepsTheCount() {
        FamilyCase family = field.familyOf("ani");
        JsonNode before = counts();
        UUID visit = unknown("ani");
        match("budi", visit, family.number().text());
        JsonNode matched = counts();
        review.decide("budi", visit, REJECT);

        assertThat(matched.get("visited").asInt() - before.get("visited").asInt())
                .isEqualTo(1);
        assertThat(counts()).isEqualTo(before);
    }

    private UUID unknown(String officer) {
        return Review.id(field.sent(officer, Post.of("999999-9").withAllPhotos()));
    }

    private Answer match(String persona, UUID visit, String number) {
        return http.as(persona)
                .header("If-Match", review.etag(visit))
                .post("/api/v1/visits/" + visit + "/case", Map.of("caseNumber", number));
    }

    private JsonNode counts() {
        return http.as("citra")
                .get("/api/v1/rounds/" + field.round().code() + "/progress")
                .json()
                .at("/rows/0");
    }
}
