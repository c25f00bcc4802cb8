package id.tuntas.deliberation;

import static id.tuntas.deliberation.Hall.decision;
import static id.tuntas.deliberation.Hall.with;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Finding;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.review.Reviews;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Hall.class)
class DecidingInAMeetingTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Http http;

    @Autowired
    private Field field;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Reviews reviews;

    @Autowired
    private TransactionTemplate transaction;

    private String village;

    private FamilyCase family;

    @BeforeEach
    void aVillageWithAReviewedFamily() {
        village = hall.village();
        family = hall.reviewed(village);
    }

    @Test
    void theMeetingsWordStandsBesideTheFindingAndNeverOverIt() {
        UUID meeting = hall.opened(village);

        Answer answer = hall.decide(
                "oka",
                meeting,
                with(
                        decision(family.id(), "disputed"),
                        "reason",
                        "Motor milik kakaknya, rumah menumpang",
                        "dissent",
                        "Kelian banjar",
                        "held",
                        "poor"));

        assertThat(answer.json().at("/taken/0/stands").asBoolean()).isTrue();
        JsonNode item = hall.item(meeting, family.id());
        assertThat(item.get("finding").asString()).isEqualTo("extremelyPoor");
        assertThat(item.at("/decision/held").asString()).isEqualTo("poor");
        assertThat(item.at("/decision/dissent").asString()).isEqualTo("Kelian banjar");
        assertThat(field.family(family.id()).finding()).isEqualTo(Finding.EXTREMELY_POOR);
        JsonNode counted = hall.villageOf("eka", village);
        assertThat(counted.get("overruled").asInt()).isEqualTo(1);
        assertThat(counted.get("disputed").asInt()).isEqualTo(1);
        assertThat(counted.get("extremelyPoor").asInt()).isZero();
        assertThat(ledger.of(REGENCY, family.id()).toString())
                .contains("deliberation.disputed")
                .doesNotContain("kakaknya");
    }

    @Test
    void aDecisionSentTwiceIsOne() {
        UUID meeting = hall.opened(village);
        Map<String, Object> agreed = decision(family.id(), "agreed");
        hall.decide("oka", meeting, agreed);

        Answer again = hall.decide("oka", meeting, agreed);

        assertThat(again.json().at("/taken/0/stands").asBoolean()).isTrue();
        assertThat(entries(family.id()).stream().filter("deliberation.agreed"::equals))
                .hasSize(1);
    }

    @Test
    void ofTwoDecisionsOnTheSameFamilyTheSecondIsToldAndOverwritesNothing() {
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, family.id());

        JsonNode answer = hall.decide(
                        "citra", meeting, with(decision(family.id(), "disputed"), "reason", "Rumahnya bagus"))
                .json();

        assertThat(answer.at("/taken/0/stands").asBoolean()).isFalse();
        assertThat(answer.at("/taken/0/code").asString()).isEqualTo("overtaken");
        assertThat(answer.at("/meeting/agenda/0/decision/outcome").asString()).isEqualTo("agreed");
        assertThat(answer.at("/meeting/agenda/0/decision/by").asString()).isEqualTo("Oka");
    }

    @Test
    void aDecisionThatNamesTheOneItReplacesTakesItsPlaceAndTheFormerIsKept() {
        UUID meeting = hall.opened(village);
        Map<String, Object> former = decision(family.id(), "agreed");
        Map<String, Object> later =
                with(decision(family.id(), "disputed"), "replaces", former.get("id"), "reason", "Kelian keberatan");

        JsonNode taken = hall.decide("oka", meeting, former, later).json().get("taken");

        assertThat(taken.valueStream()).allMatch(one -> one.get("stands").asBoolean());
        assertThat(hall.item(meeting, family.id()).at("/decision/outcome").asString())
                .isEqualTo("disputed");
        assertThat(entries(family.id())).endsWith("deliberation.agreed", "deliberation.disputed");
    }

    @Test
    void whatCannotStandIsToldAndTheOthersStand() {
        UUID meeting = hall.opened(village);
        FamilyCase elsewhere = hall.reviewed(hall.village());

        JsonNode taken = hall.decide(
                        "oka",
                        meeting,
                        decision(elsewhere.id(), "agreed"),
                        with(decision(family.id(), "disputed"), "reason", "Sama saja", "held", "extremelyPoor"),
                        decision(family.id(), "agreed"))
                .json()
                .get("taken");

        assertThat(taken.get(0).get("code").asString()).isEqualTo("off-agenda");
        assertThat(taken.get(1).get("code").asString()).isEqualTo("finding-unfitting");
        assertThat(taken.get(2).get("stands").asBoolean()).isTrue();
    }

    @Test
    void moreThanTwoHundredAtATimeAreTooManyDecisions() {
        UUID meeting = hall.opened(village);

        Answer answer = http.as("oka")
                .post(
                        Hall.path(meeting) + "/decisions",
                        Map.of("decisions", Collections.nCopies(201, decision(family.id(), "agreed"))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/detail").asString()).isEqualTo("Paling banyak 200 putusan sekali kirim");
    }

    @Test
    void anObjectionSaysWhyAndOnlyAnObjectionHoldsAnotherFinding() {
        UUID meeting = hall.opened(village);

        Answer answer = hall.decide(
                "oka",
                meeting,
                decision(family.id(), "disputed"),
                decision(family.id(), "revisit"),
                with(decision(family.id(), "agreed"), "held", "poor"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(one -> one.get("pointer").asString()))
                .containsExactly("/decisions/0/reason", "/decisions/1/reason", "/decisions/2/held");
        assertThat(hall.item(meeting, family.id()).get("decision").isNull()).isTrue();
    }

    /** Returns the family of the visit that is sent and approved. */
    private UUID reviewed(Post post) {
        JsonNode visit = field.sent("rai", post);
        hall.approve(visit);
        return UUID.fromString(visit.get("caseId").asString());
    }

    @Test
    void aFamilyThatWasVisitedAgainMeanwhileIsDecidedAgain() {
        Post post = Post.of(field.familyOf("rai", village)).withAllPhotos();
        UUID again = reviewed(post);
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, family.id());
        Map<String, Object> former = decision(again, "agreed");
        hall.decide("oka", meeting, former);
        UUID decidedOn = Objects.requireNonNull(field.family(again).visitId());
        transaction.executeWithoutResult(
                status -> reviews.sendBack(field.actor("citra"), decidedOn, "Ada sanggahan warga"));
        hall.approve(field.sent("rai", post.edit().withAllPhotos()));
        hall.note("oka", meeting, 1, Hall.SHEET);

        assertThat(hall.item(meeting, again).at("/decision/outdated").asBoolean())
                .isTrue();
        assertThat(hall.item(meeting, family.id()).at("/decision/outdated").asBoolean())
                .isFalse();
        assertThat(hall.close("oka", meeting).code()).isEqualTo("undecided-left");
        JsonNode taken = hall.decide("oka", meeting, with(decision(again, "agreed"), "replaces", former.get("id")))
                .json();
        assertThat(taken.at("/taken/0/stands").asBoolean()).isTrue();
        assertThat(hall.item(meeting, again).at("/decision/outdated").asBoolean())
                .isFalse();
        assertThat(hall.close("oka", meeting).status()).isEqualTo(200);
    }

    /** The visit of the family that a decision would have been made on, before it is visited and approved again. */
    private UUID visitedAgain() {
        Post post = Post.of(field.familyOf("rai", village)).withAllPhotos();
        family = field.family(reviewed(post));
        UUID seen = Objects.requireNonNull(family.visitId());
        transaction.executeWithoutResult(status -> reviews.sendBack(field.actor("citra"), seen, "Ada sanggahan warga"));
        hall.approve(field.sent("rai", post.edit().withAllPhotos()));
        return seen;
    }

    @Test
    void aDecisionOnAVisitThatNoLongerStandsIsToldAndMadeAgain() {
        UUID seen = visitedAgain();
        UUID meeting = hall.opened(village);
        String stands = hall.item(meeting, family.id()).get("visitId").asString();

        JsonNode taken = hall.decide(
                        "oka",
                        meeting,
                        with(decision(family.id(), "agreed"), "visitId", seen),
                        with(decision(family.id(), "agreed"), "visitId", stands))
                .json()
                .get("taken");

        assertThat(taken.get(0).get("code").asString()).isEqualTo("visited-again");
        assertThat(taken.get(1).get("stands").asBoolean()).isTrue();
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    @Test
    void aDecisionThatNamesNoVisitIsOnTheOneThatWasApprovedByThen() {
        visitedAgain();
        UUID meeting = hall.opened(village);

        JsonNode taken = hall.decide(
                        "oka",
                        meeting,
                        with(decision(family.id(), "agreed"), "decidedAt", "2023-02-09T15:59:59Z"),
                        decision(family.id(), "agreed"))
                .json()
                .get("taken");

        assertThat(taken.get(0).get("code").asString()).isEqualTo("visited-again");
        assertThat(taken.get(1).get("stands").asBoolean()).isTrue();
    }

    @Test
    void aDecisionOfAnotherTimeIsToldThatTheClockIsWrong() {
        UUID meeting = hall.opened(village);

        JsonNode taken = hall.decide(
                        "oka",
                        meeting,
                        with(decision(family.id(), "agreed"), "decidedAt", "1970-01-01T00:00:00Z"),
                        with(decision(family.id(), "agreed"), "decidedAt", "2099-01-01T00:00:00Z"))
                .json()
                .get("taken");

        assertThat(taken.valueStream().map(one -> one.get("code").asString()))
                .containsExactly("clock-wrong", "clock-wrong");
        assertThat(hall.item(meeting, family.id()).get("decision").isNull()).isTrue();
    }

    @Test
    void aNominationIsSupportedOrNotAndIsNotVisitedAgain() {
        JsonNode visit = field.sent("rai", Post.proposing(village).withAllPhotos());
        UUID meeting = hall.opened(village);
        JsonNode nomination = hall.show(meeting)
                .get("agenda")
                .valueStream()
                .filter(item -> item.get("kind").asString().equals("nomination"))
                .findFirst()
                .orElseThrow();
        UUID subject = UUID.fromString(nomination.get("subjectId").asString());

        JsonNode taken = hall.decide(
                        "oka",
                        meeting,
                        with(decision(subject, "revisit"), "reason", "Lagi"),
                        with(decision(subject, "disputed"), "reason", "Bukan warga desa ini"))
                .json()
                .get("taken");

        assertThat(taken.get(0).get("code").asString()).isEqualTo("off-agenda");
        assertThat(taken.get(1).get("stands").asBoolean()).isTrue();
        assertThat(visit.get("state").asString()).isEqualTo("conflict");
    }

    private List<String> entries(UUID subject) {
        return ledger.of(REGENCY, subject).stream().map(Entry::verb).toList();
    }
}
