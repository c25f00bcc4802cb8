package id.tuntas.citizens;

import static id.tuntas.citizens.Citizen.petition;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.FamilyCodes;
import id.tuntas.citizens.Petitions.OpenInVillage;
import id.tuntas.deliberation.Hall;
import id.tuntas.graduation.Zeroing;
import id.tuntas.interventions.Requests;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.PaperReader;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.Revisits;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the office makes of petitions, and that each ends in an answer. */
@VisitsTest
@Import({Citizen.class, Hall.class, Decreed.class, Requests.class, Zeroing.class})
class AnsweringAPetitionTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Citizen citizen;

    @Autowired
    private Petitions petitions;

    @Autowired
    private Zeroing zeroing;

    @Autowired
    private Revisits revisits;

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Cases cases;

    @Autowired
    private FamilyCodes familyCodes;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    private String village;

    @BeforeEach
    void aVillage() {
        village = hall.village();
    }

    @Test
    void aNominationBecomesACaseThatIsVisitedDeliberatedAndAnswered() {
        Map<String, String> fields = petition("nomination", "village", village);
        String code = citizen.sent(fields);
        assertThat(holdingBackZero()).isEqualTo(1);

        assertThat(citizen.act("oka", citizen.seen("oka", fields), "case", Map.of())
                        .status())
                .isEqualTo(204);

        JsonNode opened = citizen.seen("oka", fields);
        assertThat(opened.get("stage").asString()).isEqualTo("toAssign");
        assertThat(citizen.status(code).get("stage").asString()).isEqualTo("visiting");
        FamilyCase family = family(opened);
        assertThat(family.rosterStatus()).isEqualTo("nominated");
        assertThat(family.headName()).isEqualTo(fields.get("headName"));
        assertThat(family.address()).isEqualTo(fields.get("place"));
        visited(family);
        assertThat(citizen.seen("oka", fields).get("stage").asString()).isEqualTo("toMeeting");
        assertThat(citizen.status(code).get("stage").asString()).isEqualTo("visiting");

        hall.closedOn(family);

        JsonNode answered = citizen.status(code);
        assertThat(answered.get("stage").asString()).isEqualTo("decided");
        assertThat(answered.get("answeredOn").asString()).isEqualTo("2023-02-10");
        assertThat(answered.toString())
                .doesNotContain("Poor", fields.get("headName"), family.number().text());
        assertThat(citizen.seen("oka", fields).get("daysLeft").isNull()).isTrue();
        assertThat(holdingBackZero()).isZero();
        assertThat(entries(opened)).containsExactly("petition.received", "petition.opened");
        assertThat(http.as("oka")
                        .get("/api/v1/cases/" + family.id() + "/timeline")
                        .json()
                        .get("items")
                        .findValuesAsString("verb"))
                .startsWith("petition.received", "petition.opened");
        assertThat(ledger.of(REGENCY, id(opened)).toString()).doesNotContain("Contoh", "balai");
    }

    /** Open nominations for which the village is not at zero. */
    private int holdingBackZero() {
        Answer answer = http.as("oka").get("/api/v1/rounds/KUNJUNGAN/zero?within=" + village);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/place/missing/nominations").asInt(0);
    }

    @Test
    void anObjectionToAFamilyThatIsDoneLeadsToASecondLookAndWaitsForTheNextDecision() {
        FamilyCase family = hall.reviewed(village);
        UUID meeting = hall.closedOn(family);
        Map<String, String> fields = petition("objection", "village", village);
        String code = citizen.sent(fields);
        JsonNode seen = citizen.seen("oka", fields);

        assertThat(citizen.act("oka", seen, "link", link(family, " "))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/reason");
        assertThat(citizen.act("oka", seen, "link", link(family, "Lihat lagi rumahnya"))
                        .status())
                .isEqualTo(204);

        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.RETURNED);
        assertThat(citizen.seen("oka", fields).get("stage").asString()).isEqualTo("toVisit");
        assertThat(citizen.seen("oka", fields).get("officer").asString()).isEqualTo("Rai");
        assertThat(citizen.status(code).get("stage").asString())
                .as("the decision of before is no answer")
                .isEqualTo("visiting");
        visited(family);
        hall.reopen("citra", meeting, "Sanggahan warga");
        hall.closedOn(family);
        assertThat(citizen.status(code).get("stage").asString()).isEqualTo("decided");
    }

    @Test
    void anObjectionToAGraduatedFamilyAsksForARevisitAndLeavesWhatTheDecreeRestsOn() {
        FamilyCase family = zeroing.graduated();
        Map<String, String> fields = petition("objection", "village", family.villageCode());
        String code = citizen.sent(fields);
        Answer linked = citizen.act("budi", citizen.seen("budi", fields), "link", link(family, "Masih sangat miskin"));
        assertThat(linked.status()).as(linked.body()).isEqualTo(204);

        assertThat(field.family(family.id())).isEqualTo(family);
        Revisit asked = revisits.findOpen(REGENCY, family.id()).orElseThrow();
        assertThat(asked.reason()).isEqualTo("Masih sangat miskin");
        assertThat(asked.officerId()).isEqualTo(family.officerId());
        assertThat(citizen.seen("budi", fields).get("stage").asString()).isEqualTo("toVisit");
        JsonNode visit = field.sent("ani", Zeroing.again(family, 700_000));
        assertThat(citizen.seen("budi", fields).get("stage").asString()).isEqualTo("inReview");
        Map<String, String> another = petition("objection", "village", family.villageCode());
        citizen.sent(another);
        assertThat(citizen.act("budi", citizen.seen("budi", another), "link", link(family, "Lihat lagi"))
                        .code())
                .isEqualTo("visit-waits");
        assertThat(zeroing.approve(visit, "extremelyPoor").status()).isEqualTo(200);

        assertThat(citizen.status(code).get("stage").asString()).isEqualTo("decided");
        assertThat(zeroing.end("citra", zeroing.show(family), "Kembali miskin ekstrem")
                        .status())
                .isEqualTo(200);
        assertThat(citizen.status(code).get("stage").asString()).isEqualTo("decided");
    }

    @Test
    void anObjectionDoesNotPassByAVisitThatWaitsForItsReview() {
        FamilyCase family = field.familyOf("rai", village);
        field.sent("rai", Post.of(family).withAllPhotos());
        Map<String, String> objection = petition("objection", "village", village);
        Map<String, String> nomination = petition("nomination", "village", village);
        citizen.sent(objection);
        citizen.sent(nomination);

        Answer waits = citizen.act("oka", citizen.seen("oka", objection), "link", link(family, "Lihat lagi"));
        Answer follows = citizen.act("oka", citizen.seen("oka", nomination), "link", link(family, ""));

        assertThat(waits.code()).isEqualTo("visit-waits");
        assertThat(citizen.seen("oka", objection).get("stage").asString()).isEqualTo("received");
        assertThat(follows.status()).isEqualTo(204);
        assertThat(citizen.seen("oka", nomination).get("stage").asString()).isEqualTo("inReview");
    }

    @Test
    void aDeclinedOneIsAnsweredInGeneralWordsAndTheNoteStaysInTheOffice() {
        Map<String, String> fields = petition("objection", "village", village);
        String code = citizen.sent(fields);
        JsonNode seen = citizen.seen("oka", fields);

        assertThat(citizen.act("oka", seen, "decline", Map.of("reason", "unclear", "note", " "))
                        .status())
                .isEqualTo(422);
        assertThat(citizen.act("oka", seen, "decline", Map.of("reason", "malas", "note", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(citizen.act("oka", seen, "decline", Map.of("reason", "unclear", "note", "Tiga Gede di banjar ini"))
                        .status())
                .isEqualTo(204);

        JsonNode status = citizen.status(code);
        assertThat(status.get("stage").asString()).isEqualTo("declined");
        assertThat(status.get("declineReason").asString()).isEqualTo("unclear");
        assertThat(status.toString()).doesNotContain("Tiga Gede");
        assertThat(citizen.seen("oka", fields).get("note").asString()).isEqualTo("Tiga Gede di banjar ini");
        assertThat(entries(seen)).containsExactly("petition.received", "petition.declined");
    }

    @Test
    void whatIsDeclinedIsDeclinedInWordsAndCountedByVillageAndPerson() {
        Map<String, String> fields = petition("nomination", "village", village);
        citizen.sent(fields);
        JsonNode seen = citizen.seen("oka", fields);

        Answer wordless = citizen.act("oka", seen, "decline", Map.of("reason", "unclear", "note", "-"));
        assertThat(wordless.json().at("/errors/0/code").asString()).isEqualTo("no-words");
        assertThat(declined()).isEmpty();
        citizen.act("oka", seen, "decline", Map.of("reason", "unclear", "note", "Nama tidak dikenal"));

        assertThat(declined()).singleElement().satisfies(one -> {
            assertThat(one.get("name").asString()).isEqualTo("Oka");
            assertThat(one.get("nominations").asInt()).isEqualTo(1);
            assertThat(one.get("objections").asInt()).isZero();
        });
    }

    private List<JsonNode> declined() {
        return http.as("eka")
                .get("/api/v1/rounds/KUNJUNGAN/zero?within=" + village)
                .json()
                .get("declined")
                .valueStream()
                .toList();
    }

    @Test
    void whoeverAuditsReadsThemWithoutTheSendersTelephone() {
        Map<String, String> fields = petition("nomination", "village", village, "phone", "081200000009");
        citizen.sent(fields);

        for (String auditor : List.of("fajar", "wira")) {
            assertThat(citizen.seen(auditor, fields).get("phone").isNull())
                    .as(auditor)
                    .isTrue();
        }
        assertThat(citizen.seen("oka", fields).get("phone").asString()).isEqualTo("081200000009");
    }

    @Test
    void nobodyAnswersAnObjectionToAVisitThatHeApproved() {
        FamilyCase family = hall.reviewed(village);
        Map<String, String> fields = petition("objection", "village", village, "headName", family.headName());
        citizen.sent(fields);
        JsonNode seen = citizen.seen("citra", fields);

        assertThat(citizen.act("citra", seen, "link", link(family, "Lihat lagi rumahnya"))
                        .code())
                .isEqualTo("own-approval");
        assertThat(citizen.act("citra", seen, "decline", Map.of("reason", "unclear", "note", "Salah orang"))
                        .code())
                .isEqualTo("own-approval");
        assertThat(citizen.act("oka", seen, "link", link(family, "Lihat lagi rumahnya"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void isTakenUpOnceByWhoeverReviewsInItsVillage() {
        Map<String, String> fields = petition("nomination", "village", village);
        citizen.sent(fields);
        JsonNode seen = citizen.seen("oka", fields);
        Map<String, String> reason = Map.of("reason", "unclear", "note", "x");

        for (String outside : List.of("budi", "lina")) {
            assertThat(citizen.act(outside, seen, "decline", reason).status()).isEqualTo(404);
        }
        for (String persona : List.of("ani", "dewa", "eka", "fajar", "gita")) {
            assertThat(citizen.act(persona, seen, "case", Map.of()).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(citizen.act("oka", seen, "link", Map.of("caseNumber", "000000-0"))
                        .status())
                .isEqualTo(422);
        assertThat(citizen.act("oka", seen, "case", Map.of()).status()).isEqualTo(204);
        assertThat(citizen.act("citra", seen, "decline", reason).code()).isEqualTo("already-judged");
    }

    @Test
    void anObjectionOpensNoCase() {
        Map<String, String> fields = petition("objection", "village", village);
        citizen.sent(fields);

        assertThat(citizen.act("oka", citizen.seen("oka", fields), "case", Map.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatItMayBeIsFoundAmongFamiliesAndOtherProposals() {
        FamilyCase family = field.familyOf("rai", village);
        field.sent(
                "rai",
                Post.proposing(village)
                        .with("head_name", family.headName().replace("keluarga", "keluargo"))
                        .withAllPhotos());
        citizen.sent(petition(
                "nomination", "village", village, "headName", family.headName().replace("keluarga", "keluarge")));
        Map<String, String> fields = petition("nomination", "village", village, "headName", family.headName());
        citizen.sent(fields);
        JsonNode seen = citizen.seen("oka", fields);
        String path = "/api/v1/petitions/" + id(seen) + "/likely";

        JsonNode likely = http.as("oka").get(path).json().get("items");

        assertThat(likely.valueStream().map(one -> one.get("source").asString()))
                .contains("family", "petition", "nomination");
        assertThat(likely.get(0).get("number").asString())
                .isEqualTo(family.number().text());
        assertThat(likely.valueStream().map(one -> one.get("id").asString()))
                .doesNotContain(seen.get("id").asString());
        assertThat(http.as("budi").get(path).status()).isEqualTo(404);
    }

    @Test
    void whoeverSharesAllWordsOfTheNameButOneIsNotOffered() {
        List<String> same = List.of("I Wayan Kelir Andayi", "Wayan Klir Andai", "Ni Made Suparna");
        List<String> others =
                List.of("I Wayan Lontar Andai", "I Wayan Kelir Misal", "Putu Kelir Andai", "Ni Made Suwarti");
        Stream.concat(same.stream(), others.stream())
                .forEach(name -> citizen.sent(petition("nomination", "village", village, "headName", name)));

        assertThat(offeredFor("I Wayan Kelir Andai"))
                .contains(same.get(0), same.get(1))
                .doesNotContainAnyElementsOf(others);
        assertThat(offeredFor("Ni Made Suparta")).contains(same.get(2)).doesNotContainAnyElementsOf(others);
    }

    @Test
    void aFamilyIsOfferedByAMemberWhoseNameIsMoreAlikeThanItsHeads() {
        FamilyCase family = field.familyOf("rai", village);
        jdbc.sql("update cases.member set name = 'Ni Luh Kisah Lontar' where family_id = :id")
                .param("id", family.id())
                .update();
        Map<String, String> fields = petition("nomination", "village", village, "headName", "Luh Kisah Lontar");
        citizen.sent(fields);

        assertThat(http.as("oka")
                        .get("/api/v1/petitions/" + id(citizen.seen("oka", fields)) + "/likely")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("source").asString().equals("family")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("name").asString()).isEqualTo(family.headName());
                    assertThat(one.get("member").asString()).isEqualTo("Ni Luh Kisah Lontar");
                });
    }

    private List<String> offeredFor(String name) {
        Map<String, String> fields = petition("nomination", "village", village, "headName", name);
        citizen.sent(fields);
        return http.as("oka")
                .get("/api/v1/petitions/" + id(citizen.seen("oka", fields)) + "/likely")
                .json()
                .get("items")
                .valueStream()
                .map(one -> one.get("name").asString())
                .toList();
    }

    @Test
    void familiesAreOfferedBeforeProposalsHoweverManyTheseAre() {
        FamilyCase family = field.familyOf("rai", village);
        for (int i = 0; i < 9; i++) {
            citizen.sent(petition("nomination", "village", village, "headName", family.headName() + " c" + i));
        }
        Map<String, String> fields = petition("nomination", "village", village, "headName", family.headName() + " c");
        citizen.sent(fields);
        String path = "/api/v1/petitions/" + id(citizen.seen("oka", fields)) + "/likely";

        JsonNode likely = http.as("oka").get(path).json().get("items");

        assertThat(likely.get(0).get("number").asString())
                .isEqualTo(family.number().text());
        assertThat(likely.valueStream()
                        .filter(one -> one.get("source").asString().equals("petition")))
                .hasSize(5);
    }

    @Test
    void whatIsOpenIsCountedByVillageWithWhatOfficersProposed() {
        field.sent("rai", Post.proposing(village).withAllPhotos());
        Map<String, String> nomination = petition("nomination", "village", village);
        citizen.sent(nomination);
        citizen.sent(petition("objection", "village", village));

        assertThat(openHere()).isEqualTo(new OpenInVillage(village, 2, 1, Field.TODAY));
        citizen.act(
                "oka",
                citizen.seen("oka", nomination),
                "decline",
                Map.of("reason", "elsewhere", "note", "Desa sebelah"));
        assertThat(openHere()).isEqualTo(new OpenInVillage(village, 1, 1, Field.TODAY));
        assertThat(http.as("oka")
                        .get("/api/v1/rounds/" + field.round().code() + "/waiting")
                        .json()
                        .get("items")
                        .valueStream())
                .anyMatch(item -> item.get("what").asString().equals("petition")
                        && item.get("region").asString().equals(village.substring(0, 8))
                        && item.get("count").asInt() >= 2
                        && item.get("who").asString().equals("Oka"));
    }

    @Test
    void oneThatNobodyHasJudgedHoldsTheDecreeBack() {
        int before = holdingBack();
        Map<String, String> objection = petition("objection", "village", village);

        citizen.sent(objection);
        assertThat(holdingBack()).isEqualTo(before + 1);

        citizen.act(
                "oka",
                citizen.seen("oka", objection),
                "decline",
                Map.of("reason", "elsewhere", "note", "Desa sebelah"));
        assertThat(holdingBack()).isEqualTo(before);
    }

    private int holdingBack() {
        return http.as("citra")
                .get("/api/v1/rounds/" + field.round().code() + "/decree")
                .json()
                .at("/draft/holdups")
                .valueStream()
                .filter(one -> one.get("code").asString().equals("petition"))
                .mapToInt(one -> one.get("count").asInt())
                .sum();
    }

    @Test
    void aFamilyReadsItsOwnStatusByItsNumberAndTheCodeOfItsSlip() {
        FamilyCase family = field.familyOf("rai", village);
        FamilyCase other = field.familyOf("rai", village);
        String slip = PaperReader.text(http.as("rai")
                .download("/api/v1/officers/" + field.actor("rai").id() + "/slips.pdf?purpose=fieldwork")
                .body());
        String code = familyCodes.of(family.id()).text();
        assertThat(slip).contains(family.number().text(), code, family.headName());

        assertThat(own(family, code).json().get("stage").asString()).isEqualTo("toVisit");
        visited(family);
        assertThat(own(family, code).json().get("stage").asString()).isEqualTo("toMeeting");
        assertThat(own(family, code).json().get("finding").isNull()).isTrue();
        hall.closedOn(family);

        Answer done = own(family, code);
        assertThat(done.json().get("stage").asString()).isEqualTo("decided");
        assertThat(done.json().get("finding").asString()).isEqualTo("extremelyPoor");
        assertThat(done.json().get("contact").asString()).isEqualTo("found");
        assertThat(done.body()).doesNotContain(family.headName());
        assertThat(done.json().get("reachedOn").isNull()).isTrue();
        Answer ofAnother = own(other, code);
        Answer ofNobody = citizen.ask("family-status", Map.of("number", "999999-9", "code", code));
        assertThat(ofAnother.status()).isEqualTo(404);
        assertThat(ofAnother.body()).isEqualTo(ofNobody.body());
    }

    private Answer own(FamilyCase family, String code) {
        return citizen.ask("family-status", Map.of("number", family.number().text(), "code", code));
    }

    private OpenInVillage openHere() {
        return petitions.unanswered(REGENCY).stream()
                .filter(one -> one.village().equals(village))
                .findFirst()
                .orElseThrow();
    }

    /** An officer's visit that its reviewer approves. */
    private void visited(FamilyCase family) {
        if (family.officerId() == null) {
            assignments.assign(
                    field.actor("citra"),
                    new AssignFamilies(field.actor("rai").id(), List.of(family.id()), List.of(), null));
        }
        hall.approve(field.sent("rai", Post.of(family).withAllPhotos()));
    }

    private FamilyCase family(JsonNode petition) {
        return cases.findByNumber(REGENCY, petition.get("caseNumber").asString())
                .orElseThrow();
    }

    private static Map<String, String> link(FamilyCase family, String reason) {
        return Map.of("caseNumber", family.number().text(), "reason", reason);
    }

    private List<String> entries(JsonNode petition) {
        return ledger.of(REGENCY, id(petition)).stream().map(Entry::verb).toList();
    }

    private static UUID id(JsonNode petition) {
        return UUID.fromString(petition.get("id").asString());
    }
}
