package id.tuntas.review;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Finding;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.VisitsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Review.class)
class DecidingOnAVisitTest {

    private static final Map<String, Object> APPROVE = Map.of("decision", "approve");

    @Autowired
    private Field field;

    @Autowired
    private Review review;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Cases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Http http;

    @Test
    void approvingMovesTheFamilyAndTheCount() {
        FamilyCase family = field.familyOf("ani");
        UUID visit = review.waiting("ani", family);
        JsonNode before = counts();

        Answer answer = review.approve("budi", visit);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("state").asString()).isEqualTo("approved");
        assertThat(answer.json().at("/confirmed/finding").asString()).isEqualTo("extremelyPoor");
        assertThat(answer.json().at("/confirmed/by").asString()).isEqualTo("Budi");
        assertThat(answer.json().at("/decisions/0/decision").asString()).isEqualTo("approve");
        FamilyCase approved = field.family(family.id());
        assertThat(approved.state()).isEqualTo(CaseState.APPROVED);
        assertThat(approved.finding()).isEqualTo(Finding.EXTREMELY_POOR);
        JsonNode after = counts();
        assertThat(after.get("approved").asInt() - before.get("approved").asInt())
                .isEqualTo(1);
        assertThat(after.get("visited").asInt()).isEqualTo(before.get("visited").asInt());
    }

    @Test
    void everyDecisionIsOneEntryOfTheLedger() {
        UUID visit = review.waiting("ani", field.familyOf("ani"));

        review.approve("budi", visit);

        List<Entry> entries = ledger.of(REGENCY, visit);
        assertThat(entries)
                .extracting(Entry::verb)
                .containsExactly("visit.sent", "visit.interpreted", "visit.approved");
        assertThat(entries.getLast().actorId()).isEqualTo(field.actor("budi").id());
        assertThat(entries.getLast().regionCode()).isEqualTo(Field.VILLAGE);
    }

    @Test
    void anApprovedVisitSaysWhoOfTheFamilyIsThere() {
        FamilyCase family = field.familyOf("ani");
        String wife = cases.members(REGENCY, family.id()).get(1).id().toString();
        Post post = Post.of(family);

        review.approve(
                "budi", Review.id(field.sent("ani", post.withXml(post.xml().replace(">m2<", ">" + wife + "<")))));

        assertThat(cases.members(REGENCY, family.id()))
                .extracting(member -> member.existence())
                .containsExactly(null, "here");
    }

    @Test
    void overrulingTheProposedFindingNeedsAReason() {
        FamilyCase family = field.familyOf("ani");
        UUID visit = review.waiting("ani", family);

        Answer silent = review.decide("budi", visit, Map.of("decision", "approve", "finding", "poor"));
        Answer said = review.decide(
                "budi", visit, Map.of("decision", "approve", "finding", "poor", "reason", "Ada kiriman anak"));

        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
        assertThat(said.status()).isEqualTo(200);
        assertThat(field.family(family.id()).finding()).isEqualTo(Finding.POOR);
    }

    @Test
    void aReturnedVisitIsCorrectedAndApproved() {
        FamilyCase family = field.familyOf("ani");
        Post post = Post.of(family).withAllPhotos();
        UUID visit = Review.id(field.sent("ani", post));

        Answer returned = review.decide(
                "budi",
                visit,
                Map.of("decision", "return", "reason", "Foto atap kabur", "fields", List.of("/data/photos/roof")));

        assertThat(returned.status()).isEqualTo(200);
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.RETURNED);
        JsonNode work = workOf("ani", family);
        assertThat(work.at("/returned/visitId").asString()).isEqualTo(visit.toString());
        assertThat(work.at("/returned/reason").asString()).isEqualTo("Foto atap kabur");
        assertThat(work.at("/returned/fields/0").asString()).isEqualTo("/data/photos/roof");

        UUID corrected = Review.id(field.sent("ani", post.edit().with("expenditure_food", "2000000")));
        assertThat(review.corrects("budi", corrected)).isTrue();

        assertThat(workOf("ani", family).get("returned").isNull()).isTrue();
        assertThat(review.visit("budi", visit).get("state").asString()).isEqualTo("superseded");
        Answer approved = review.approve("budi", corrected);
        assertThat(approved.status()).isEqualTo(200);
        assertThat(field.family(family.id()).finding()).isEqualTo(Finding.NOT_POOR);
    }

    @Test
    void aReturnedVisitThatWasHandedOverIsCorrectedByItsNewOfficerWithTheFormerAnswers() {
        FamilyCase family = field.familyOf("ani");
        Post former = Post.of(family).withAllPhotos();
        UUID returned = Review.id(field.sent("ani", former));
        String answers = "/api/v1/visits/" + returned + "/instance.xml";
        assertThat(http.as("kadek").get(answers).status()).isEqualTo(404);
        review.decide("budi", returned, Map.of("decision", "return", "reason", "Foto buram"));
        assignments.assign(
                field.actor("citra"),
                new AssignFamilies(field.actor("kadek").id(), List.of(family.id()), List.of(), null));

        assertThat(http.as("kadek").get(answers).body()).isEqualTo(former.xml());
        JsonNode corrected = field.sent("kadek", former.edit());

        assertThat(Field.conflicts(corrected)).isEmpty();
        assertThat(corrected.get("attachments")).hasSize(Post.PHOTOS.size());
        assertThat(field.family(family.id()).visitId()).isEqualTo(Review.id(corrected));
    }

    @Test
    void aRejectedVisitGivesTheFamilyBackToItsOfficer() {
        FamilyCase family = field.familyOf("ani");
        UUID visit = review.waiting("ani", family);

        Answer answer = review.decide("budi", visit, Map.of("decision", "reject", "reason", "Rumah orang lain"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(field.family(family.id()).visitId()).isNull();
    }

    @Test
    void returningAndRejectingNeedAReason() {
        UUID visit = review.waiting("ani", field.familyOf("ani"));

        for (String decision : List.of("return", "reject")) {
            Answer answer = review.decide("budi", visit, Map.of("decision", decision, "reason", "  "));
            assertThat(answer.status()).as(decision).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
        }
        assertThat(review.visit("budi", visit).get("state").asString()).isEqualTo("received");
    }

    @Test
    void ofTwoReviewersAtOnceExactlyOneDecides() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID visit = review.waiting("ani", field.familyOf("ani"));
            int version = versionOf(visit);

            List<String> outcomes = atOnce(
                    decision("budi", visit, version, new DecideVisit(Decision.APPROVE, "", List.of(), null)),
                    decision("citra", visit, version, new DecideVisit(Decision.REJECT, "Ganda", List.of(), null)));

            assertThat(outcomes).containsOnlyOnce("decided").containsOnlyOnce("stale");
            assertThat(review.visit("citra", visit).get("decisions")).hasSize(1);
        }
    }

    @Test
    void ofTwoReviewersOfAVisitWithoutAFamilyExactlyOneRejects() throws Exception {
        UUID visit = Review.id(field.sent("ani", Post.of("999999-9")));
        int version = versionOf(visit);
        DecideVisit reject = new DecideVisit(Decision.REJECT, "Tidak dikenal", List.of(), null);

        List<String> outcomes =
                atOnce(decision("budi", visit, version, reject), decision("citra", visit, version, reject));

        assertThat(outcomes).containsOnlyOnce("decided").containsOnlyOnce("stale");
    }

    @Test
    void theSecondReviewerIsToldWhoWasFaster() {
        UUID visit = review.waiting("ani", field.familyOf("ani"));
        String etag = review.etag(visit);
        review.decide("budi", visit, etag, APPROVE);

        Answer late = review.decide("citra", visit, etag, Map.of("decision", "reject", "reason", "Ganda"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("stale");
        assertThat(late.json().get("by").asString()).isEqualTo("Budi");
        assertThat(late.json().get("decision").asString()).isEqualTo("approve");
        assertThat(late.json().get("detail").asString()).startsWith("Budi sudah menyetujui");
        assertThat(review.visit("citra", visit).get("state").asString()).isEqualTo("approved");
        Answer again = review.approve("citra", visit);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("already-decided");
    }

    @Test
    void nobodyDecidesOnHisOwnVisit() {
        accounts.create(
                null,
                new NewAccount(
                        REGENCY,
                        "wayan",
                        "Wayan",
                        null,
                        Personas.PASSWORD,
                        List.of(
                                new Grant(Role.OFFICER, Personas.SUKASADA),
                                new Grant(Role.DISTRICT_COORDINATOR, Personas.SUKASADA))));
        UUID visit = review.waiting("wayan", field.familyOf("wayan"));

        Answer answer = review.approve("wayan", visit);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("own-visit");
        assertThat(review.approve("budi", visit).status()).isEqualTo(200);
    }

    @Test
    void aCoordinatorDecidesInHisDistrictOnly() {
        UUID visit = review.waiting("iwan", field.familyOf("iwan"));
        String etag = review.etag(visit);

        assertThat(review.decide("budi", visit, etag, APPROVE).status()).isEqualTo(404);
        assertThat(http.as("budi").get("/api/v1/visits/" + visit).status()).isEqualTo(404);
        assertThat(review.decide("lina", visit, etag, APPROVE).status()).isEqualTo(404);
        for (String other : List.of("iwan", "dewa", "eka", "fajar", "gita", "joko")) {
            assertThat(review.decide(other, visit, etag, APPROVE).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(review.decide("hana", visit, etag, APPROVE).status()).isEqualTo(200);
    }

    @Test
    void aDecisionNamesTheVersionThatWasLookedAt() {
        UUID visit = review.waiting("ani", field.familyOf("ani"));
        String path = "/api/v1/visits/" + visit + "/decision";

        assertThat(http.as("budi").post(path, APPROVE).status()).isEqualTo(428);
        assertThat(review.decide("budi", visit, "\"x\"", APPROVE).status()).isEqualTo(412);
        assertThat(review.decide("budi", visit, Map.of())
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("required");
        assertThat(review.decide("budi", visit, Map.of("decision", "perhaps"))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/decision");
        assertThat(http.as("budi")
                        .post("/api/v1/visits/nonsense/decision", APPROVE)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAttemptThatMetNobodyCannotBeApproved() {
        FamilyCase family = field.familyOf("ani");
        UUID visit = Review.id(field.sent("ani", Post.of(family).with("result", "nobody_home")));

        Answer answer = review.approve("budi", visit);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("case-state");
        assertThat(review.visit("budi", visit).get("state").asString()).isEqualTo("received");
    }

    private JsonNode counts() {
        return http.as("citra")
                .get("/api/v1/rounds/" + field.round().code() + "/progress")
                .json()
                .at("/rows/0");
    }

    private JsonNode workOf(String officer, FamilyCase family) {
        return http.as(officer)
                .get("/api/v1/me/work")
                .json()
                .get("families")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(family.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private int versionOf(UUID visit) {
        return review.visit("citra", visit).get("version").asInt();
    }

    private Callable<String> decision(String persona, UUID visit, int version, DecideVisit decision) {
        Actor actor = field.actor(persona);
        return () -> {
            try {
                VisitSummary decided = reviews.decide(actor, visit, version, decision);
                return decided.version() > version ? "decided" : "unchanged";
            } catch (Refusal refusal) {
                return refusal.code();
            }
        };
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> running = new ArrayList<>();
            for (Callable<String> act : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            for (Future<String> done : running) {
                outcomes.add(done.get());
            }
        }
        return outcomes;
    }
}
