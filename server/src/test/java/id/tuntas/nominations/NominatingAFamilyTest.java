package id.tuntas.nominations;

import static id.tuntas.testing.Personas.REGENCY;
import static id.tuntas.visits.Field.conflicts;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseMember;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@VisitsTest
class NominatingAFamilyTest {

    private static final String VILLAGE = "51.08.05.2003";
    private static final Map<String, Object> DECLINE =
            Map.of("decision", "reject", "reason", "Sudah pindah ke Denpasar");

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Cases cases;

    @Autowired
    private Ledger ledger;

    @Test
    void whatAnOfficerProposesWaitsForACoordinatorOfItsVillage() {
        JsonNode visit = proposed("ani");

        assertThat(visit.get("state").asString()).isEqualTo("conflict");
        assertThat(conflicts(visit)).containsExactly("proposed-family");
        JsonNode seen = nomination("budi", visit);
        assertThat(seen.get("name").asString()).isEqualTo("Ni Usul Contoh");
        assertThat(seen.get("address").asString()).isEqualTo("Jl. Melati 3");
        assertThat(seen.get("village").asString()).isEqualTo(VILLAGE);
        assertThat(seen.at("/officer/name").asString()).isEqualTo("Ani");
        assertThat(seen.get("state").asString()).isEqualTo("waiting");
        assertThat(ids(http.as("hana").get("/api/v1/nominations?limit=500"))).doesNotContain(id(seen));
        assertThat(entries(id(seen))).containsExactly("nomination.proposed");
        assertThat(ledger.of(REGENCY, id(seen)).toString()).doesNotContain("Usul Contoh", "Melati", "5108010101010001");
    }

    @Test
    void anAcceptedOneIsACaseOfItsOwnForWhichItsVisitStands() {
        JsonNode visit = proposed("ani");
        JsonNode seen = nomination("budi", visit);

        assertThat(accept("budi", seen).status()).isEqualTo(204);

        JsonNode accepted = nomination("budi", visit);
        FamilyCase family = cases.findByNumber(
                        REGENCY, accepted.get("caseNumber").asString())
                .orElseThrow();
        assertThat(accepted.get("state").asString()).isEqualTo("accepted");
        assertThat(family.rosterStatus()).isEqualTo("nominated");
        assertThat(family.headName()).isEqualTo("Ni Usul Contoh");
        assertThat(family.villageCode()).isEqualTo(VILLAGE);
        assertThat(family.state()).isEqualTo(CaseState.VISITED);
        assertThat(family.officerId()).isEqualTo(field.actor("ani").id());
        assertThat(family.visitId().toString()).isEqualTo(visit.get("id").asString());
        assertThat(cases.members(REGENCY, family.id()))
                .extracting(CaseMember::name)
                .contains("I Made Contoh", "Kadek Baru");
        assertThat(entries(id(seen))).containsExactly("nomination.proposed", "nomination.accepted");
        assertThat(entries(UUID.fromString(visit.get("id").asString()))).endsWith("visit.matched");
        assertThat(http.as("budi")
                        .get("/api/v1/cases/" + family.id() + "/timeline")
                        .json()
                        .get("items")
                        .findValuesAsString("verb"))
                .as("the family's road begins with who proposed it")
                .containsSubsequence("nomination.proposed", "case.assigned", "nomination.accepted");
        assertThat(http.as("budi").get("/api/v1/cases/" + family.id()).status()).isEqualTo(200);
        assertThat(http.as("ani").get("/api/v1/me/work").json().get("families").valueStream())
                .anyMatch(
                        listed -> listed.get("id").asString().equals(family.id().toString()));
    }

    @Test
    void anAcceptedOneCountsInItsVillage() {
        long before = listed();

        accept("budi", nomination("budi", proposed("ani")));

        assertThat(listed()).isEqualTo(before + 1);
    }

    @Test
    void theOfficerSeesWhatBecameOfIt() {
        JsonNode taken = proposed("ani");
        JsonNode declined = proposed("ani");
        accept("budi", nomination("budi", taken));
        assertThat(reject("budi", nomination("budi", declined)).status()).isEqualTo(200);

        List<JsonNode> his = http.as("ani")
                .get("/api/v1/me/nominations")
                .json()
                .get("items")
                .valueStream()
                .toList();

        JsonNode first = of(his, taken);
        assertThat(first.get("state").asString()).isEqualTo("accepted");
        assertThat(first.get("caseNumber").isString()).isTrue();
        JsonNode second = of(his, declined);
        assertThat(second.get("state").asString()).isEqualTo("declined");
        assertThat(second.get("reason").asString()).isEqualTo("Sudah pindah ke Denpasar");
        assertThat(http.as("kadek").get("/api/v1/me/nominations").json().get("items"))
                .isEmpty();
    }

    @Test
    void oneThatWasOnTheListAfterAllCountsForThatFamily() {
        FamilyCase family = field.familyOf("ani");
        JsonNode visit = proposed("ani");
        JsonNode seen = nomination("budi", visit);

        http.as("budi")
                .header("If-Match", etag(seen))
                .post(
                        "/api/v1/visits/" + visit.get("id").asString() + "/case",
                        Map.of("caseNumber", family.number().text()));

        JsonNode matched = nomination("budi", visit);
        assertThat(matched.get("state").asString()).isEqualTo("listed");
        assertThat(matched.get("caseNumber").asString())
                .isEqualTo(family.number().text());
        assertThat(accept("budi", matched).code()).isEqualTo("already-decided");
    }

    @Test
    void anAcceptedOneThatComesBackIsCorrectedUnderTheNameItWasProposedBy() {
        Post post = Post.proposing(VILLAGE).withAllPhotos();
        JsonNode visit = field.sent("ani", post);
        accept("budi", nomination("budi", visit));
        JsonNode taken = nomination("budi", visit);
        assertThat(http.as("budi")
                        .header("If-Match", etag(taken))
                        .post(
                                "/api/v1/visits/" + id(visit) + "/decision",
                                Map.of("decision", "return", "reason", "Foto atap kabur"))
                        .status())
                .isEqualTo(200);

        JsonNode corrected = field.sent("ani", post.edit().withAllPhotos());

        assertThat(conflicts(corrected)).isEmpty();
        assertThat(corrected.get("state").asString()).isEqualTo("received");
        assertThat(corrected.get("caseId")).isEqualTo(taken.get("caseId"));
        assertThat(http.as("budi")
                        .get("/api/v1/nominations?limit=500")
                        .json()
                        .get("items")
                        .valueStream())
                .noneMatch(one -> one.get("visitId").equals(corrected.get("id")));
    }

    @Test
    void familiesOnTheListThatItMayBeAreNamed() {
        JsonNode first = field.sent("ani", kembar());
        accept("budi", nomination("budi", first));
        JsonNode second = nomination("budi", field.sent("ani", kembar()));

        Answer likely = http.as("budi").get("/api/v1/nominations/" + id(second) + "/likely-cases");

        JsonNode one = likely.json().at("/items/0");
        assertThat(one.get("caseId")).isEqualTo(nomination("budi", first).get("caseId"));
        assertThat(one.get("name").asString()).isEqualTo("Ni Kembar Contoh");
        assertThat(one.get("signs").valueStream().map(JsonNode::asString)).containsExactly("kk", "nik", "name");
        assertThat(likely.body()).doesNotContain("5108060101990077", "5108016502200001");
    }

    @Test
    void theCaseThatItBecameIsNoneThatItMayBe() {
        JsonNode visit = proposed("ani");
        accept("budi", nomination("budi", visit));
        JsonNode accepted = nomination("budi", visit);

        assertThat(http.as("budi")
                        .get("/api/v1/nominations/" + id(accepted) + "/likely-cases")
                        .json()
                        .get("items")
                        .valueStream())
                .noneMatch(one -> one.get("caseId").equals(accepted.get("caseId")));
    }

    @Test
    void isDecidedOnce() {
        JsonNode visit = proposed("ani");
        accept("budi", nomination("budi", visit));

        Answer again = accept("budi", nomination("budi", visit));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("already-decided");
    }

    @Test
    void isOneNominationHoweverOftenItIsSent() {
        Post post = Post.proposing(VILLAGE).incomplete();
        field.sent("ani", post);
        JsonNode visit = field.sent("ani", post);

        assertThat(http.as("budi")
                        .get("/api/v1/nominations?limit=500")
                        .json()
                        .get("items")
                        .valueStream())
                .filteredOn(one -> one.get("visitId").equals(visit.get("id")))
                .hasSize(1);
    }

    @Test
    void whatComesUnderTheSameNumberWhileItWaitsIsHeldAndNoSecondNomination() {
        Post post = Post.proposing(VILLAGE);
        JsonNode first = field.sent("ani", post.withAllPhotos());
        JsonNode second = field.sent("ani", post.again().withAllPhotos());

        assertThat(second.get("state").asString()).isEqualTo("conflict");
        assertThat(conflicts(second)).containsExactly("already-visited");
        assertThat(visitsNominated()).contains(id(first)).doesNotContain(id(second));
        accept("budi", nomination("budi", first));
        JsonNode accepted = nomination("budi", first);

        JsonNode looked = http.as("budi").get("/api/v1/visits/" + id(second)).json();
        Answer matched = http.as("budi")
                .header("If-Match", text(looked, "etag"))
                .post("/api/v1/visits/" + id(second) + "/case", Map.of("caseNumber", text(accepted, "caseNumber")));

        assertThat(matched.status()).isEqualTo(200);
        JsonNode held = field.visit(second.get("instanceId").asString());
        assertThat(held.get("caseId")).isEqualTo(accepted.get("caseId"));
        assertThat(conflicts(held)).containsExactly("already-visited");
        assertThat(held.get("state").asString()).isEqualTo("conflict");
    }

    @Test
    void whatComesUnderTheSameNumberAfterwardsIsOfTheFamilyThatItBecame() {
        Post post = Post.proposing(VILLAGE);
        JsonNode first = field.sent("ani", post.withAllPhotos());
        accept("budi", nomination("budi", first));

        JsonNode second = field.sent("ani", post.again().withAllPhotos());

        assertThat(second.get("caseId")).isEqualTo(nomination("budi", first).get("caseId"));
        assertThat(conflicts(second)).containsExactly("already-visited");
        assertThat(visitsNominated()).doesNotContain(id(second));
    }

    @Test
    void whatComesUnderTheNumberOfADeclinedOneProposesAnew() {
        Post post = Post.proposing(VILLAGE);
        reject("budi", nomination("budi", field.sent("ani", post.withAllPhotos())));

        JsonNode second = field.sent("ani", post.again().withAllPhotos());

        assertThat(conflicts(second)).containsExactly("proposed-family");
        assertThat(nomination("budi", second).get("state").asString()).isEqualTo("waiting");
    }

    @Test
    void isDecidedInItsRegionByWhoeverReviews() {
        JsonNode seen = nomination("budi", proposed("ani"));

        assertThat(accept("hana", seen).status()).isEqualTo(404);
        assertThat(accept("lina", seen).status()).isEqualTo(404);
        assertThat(http.as("hana")
                        .get("/api/v1/nominations/" + id(seen) + "/likely-cases")
                        .status())
                .isEqualTo(404);
        for (String persona : List.of("ani", "dewa", "eka", "fajar", "gita")) {
            assertThat(accept(persona, seen).status()).as(persona).isEqualTo(403);
            for (String path : List.of("/api/v1/nominations", "/api/v1/nominations/" + id(seen) + "/likely-cases")) {
                assertThat(http.as(persona).get(path).status()).as(persona).isEqualTo(403);
            }
        }
        assertThat(http.as("budi").get("/api/v1/me/nominations").status()).isEqualTo(403);
    }

    @Test
    void aVisitThatChangedMeanwhileIsLookedAtAgain() {
        JsonNode seen = nomination("budi", proposed("ani"));

        Answer stale = http.as("budi")
                .header("If-Match", "\"99\"")
                .post("/api/v1/nominations/" + id(seen) + "/accept", Map.of());

        assertThat(stale.status()).isEqualTo(412);
        assertThat(nomination("budi", field.visit(seen.get("instanceId").asString()))
                        .get("state")
                        .asString())
                .isEqualTo("waiting");
        assertThat(http.as("budi")
                        .post("/api/v1/nominations/" + id(seen) + "/accept", Map.of())
                        .status())
                .isEqualTo(428);
    }

    @Test
    void isListedByWhatBecameOfItPageByPage() {
        JsonNode waiting = nomination("budi", proposed("ani"));
        JsonNode other = nomination("budi", proposed("ani"));
        accept("budi", other);

        assertThat(ids(http.as("budi").get("/api/v1/nominations?state=waiting&limit=500")))
                .contains(id(waiting))
                .doesNotContain(id(other));
        JsonNode page = http.as("budi")
                .get("/api/v1/nominations?state=accepted&limit=1")
                .json();
        assertThat(page.get("items")).hasSize(1);
        assertThat(http.as("budi").get("/api/v1/nominations?state=perhaps").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USUL-51.07.05.2003-1a2b3c4d", "USUL-51.08.05.9999-1a2b3c4d", "USUL-51.08.05.2003", "USUL"})
    void aVillageThatIsNotOursProposesNobody(String named) {
        JsonNode visit = field.sent("ani", Post.of(named));

        assertThat(conflicts(visit)).containsExactly("unknown-family");
        assertThat(http.as("citra")
                        .get("/api/v1/nominations?limit=500")
                        .json()
                        .get("items")
                        .valueStream())
                .noneMatch(one -> one.get("visitId").equals(visit.get("id")));
    }

    @Test
    void somebodyWithoutANameIsNotProposed() {
        assertThat(conflicts(field.sent("ani", Post.proposing(VILLAGE).with("head_name", " "))))
                .containsExactly("unknown-family");
    }

    private static Post kembar() {
        return Post.proposing(VILLAGE)
                .with("head_name", "Ni Kembar Contoh")
                .with("kk_number", "5108060101990077")
                .withAllPhotos();
    }

    private JsonNode proposed(String officer) {
        return field.sent(officer, Post.proposing(VILLAGE).withAllPhotos());
    }

    private JsonNode nomination(String persona, JsonNode visit) {
        return of(
                http.as(persona)
                        .get("/api/v1/nominations?limit=500")
                        .json()
                        .get("items")
                        .valueStream()
                        .toList(),
                visit);
    }

    private List<UUID> visitsNominated() {
        return http.as("budi")
                .get("/api/v1/nominations?limit=500")
                .json()
                .get("items")
                .valueStream()
                .map(one -> UUID.fromString(text(one, "visitId")))
                .toList();
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    private static JsonNode of(List<JsonNode> nominations, JsonNode visit) {
        return nominations.stream()
                .filter(one -> one.get("visitId").equals(visit.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private Answer accept(String persona, JsonNode nomination) {
        return http.as(persona)
                .header("If-Match", etag(nomination))
                .post("/api/v1/nominations/" + id(nomination) + "/accept", Map.of());
    }

    private Answer reject(String persona, JsonNode nomination) {
        return http.as(persona)
                .header("If-Match", etag(nomination))
                .post("/api/v1/visits/" + nomination.get("visitId").asString() + "/decision", DECLINE);
    }

    private long listed() {
        return http.as("citra")
                .get("/api/v1/rounds/" + field.round().code() + "/progress?by=village")
                .json()
                .get("rows")
                .valueStream()
                .filter(row -> row.get("key").asString().equals(VILLAGE))
                .mapToLong(row -> row.get("total").asLong())
                .sum();
    }

    private List<String> entries(UUID subject) {
        return ledger.of(REGENCY, subject).stream().map(Entry::verb).toList();
    }

    private static String etag(JsonNode nomination) {
        return '"' + nomination.get("version").asString() + '"';
    }

    private static UUID id(JsonNode nomination) {
        return UUID.fromString(nomination.get("id").asString());
    }

    private static List<UUID> ids(Answer page) {
        return page.json()
                .get("items")
                .valueStream()
                .map(NominatingAFamilyTest::id)
                .toList();
    }
}
