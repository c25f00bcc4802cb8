package id.tuntas.graduation;

import static id.tuntas.graduation.Zeroing.MINUTES;
import static id.tuntas.graduation.Zeroing.word;
import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Verb;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Finding;
import id.tuntas.forms.VervalForm;
import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Requests;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Pdf;
import id.tuntas.testing.Personas;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Zeroing.class})
class GraduatingTest {

    @Autowired
    private Zeroing zeroing;

    @Autowired
    private Requests requests;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Gaps gaps;

    @Autowired
    private Personas personas;

    @BeforeEach
    void theRoundHasRules() {
        zeroing.ruled();
    }

    @AfterEach
    void theDayIsTheFieldsAgain() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void aRevisitStandsBesideTheFirstFindingAndChangesNoCount() {
        FamilyCase family = zeroing.helped();
        String counts = counts();
        assertThat(zeroing.ask("budi", family, "ani").status()).isEqualTo(200);
        assertThat(work("ani", family).get("state").asString()).isEqualTo("assigned");
        assertThat(work("ani", family).at("/revisit/reason").asString()).isEqualTo("Rumah sudah diperbaiki");

        JsonNode visit = field.sent("ani", Zeroing.again(family, 3_000_000));

        assertThat(visit.get("state").asString()).isEqualTo("received");
        assertThat(visit.get("revisit").asBoolean()).isTrue();
        assertThat(work("ani", family).get("state").asString()).isEqualTo("visited");
        assertThat(queue("budi")).contains(visit.get("id").asString());
        assertThat(zeroing.approve(visit, "notPoor").status()).isEqualTo(200);
        FamilyCase now = field.family(family.id());
        assertThat(now.state()).isEqualTo(CaseState.APPROVED);
        assertThat(now.finding()).isEqualTo(Finding.EXTREMELY_POOR);
        assertThat(now.visitId()).isEqualTo(family.visitId());
        assertThat(counts()).isEqualTo(counts);
        assertThat(work("ani", family).get("state").asString()).isEqualTo("approved");
        assertThat(zeroing.show(family).at("/reassessment/finding").asString()).isEqualTo("notPoor");
        assertThat(zeroing.show(family).get("finding").asString()).isEqualTo("extremelyPoor");
    }

    @Test
    void manyAreAskedForAtOnceEachOfItsOfficerOrNone() {
        FamilyCase one = zeroing.helped();
        FamilyCase other = zeroing.helped();
        FamilyCase asked = zeroing.helped();
        zeroing.ask("budi", asked, "ani");

        Answer refused = zeroing.askMany("budi", one, asked, other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(asked.number().text());
        assertThat(work("ani", one).get("state").asString()).isEqualTo("approved");
        assertThat(zeroing.askMany("budi").status()).isEqualTo(422);
        assertThat(zeroing.askMany("hana", one).status()).isEqualTo(404);
        assertThat(zeroing.askMany("ani", one).status()).isEqualTo(403);

        assertThat(zeroing.askMany("budi", one, other, one).status()).isEqualTo(204);
        assertThat(work("ani", one).at("/revisit/reason").asString()).isEqualTo("Bantuan sudah tiba");
        assertThat(work("ani", other).get("state").asString()).isEqualTo("assigned");
    }

    @Test
    void aRevisitIsReturnedCorrectedAndRejectedLikeAnyVisit() {
        FamilyCase family = zeroing.helped();
        zeroing.ask("citra", family, "kadek");
        assertThat(work("kadek", family).get("state").asString()).isEqualTo("assigned");
        assertThat(http.withoutSession()
                        .get("/odk/key/" + field.key("kadek") + "/forms/verval/"
                                + VervalForm.definition().version() + "/media/families.csv")
                        .body())
                .contains(family.number().text());
        JsonNode foreign = field.sent("ani", Zeroing.again(family, 3_000_000));
        assertThat(Field.conflicts(foreign)).contains("already-visited");
        var post = Zeroing.again(family, 900_000);
        JsonNode visit = field.sent("kadek", post);
        assertThat(Field.conflicts(field.sent("kadek", Zeroing.again(family, 1))))
                .contains("already-visited");
        assertThat(decided(visit, Map.of("decision", "return", "reason", "Belanja belum lengkap", "fields", List.of()))
                        .status())
                .isEqualTo(200);
        assertThat(work("kadek", family).at("/returned/reason").asString()).isEqualTo("Belanja belum lengkap");

        JsonNode corrected = field.sent("kadek", post.edit());
        assertThat(corrected.get("state").asString()).isEqualTo("received");
        assertThat(decided(corrected, Map.of("decision", "reject", "reason", "Salah rumah"))
                        .status())
                .isEqualTo(200);
        assertThat(work("kadek", family).get("state").asString()).isEqualTo("assigned");
        JsonNode last = field.sent("kadek", Zeroing.again(family, 2_000_000));
        assertThat(zeroing.approve(last, "notPoor").status()).isEqualTo(200);

        assertThat(work("kadek", family)).isNull();
        assertThat(field.family(family.id()).officerId()).isEqualTo(family.officerId());
    }

    @Test
    void aRevisitIsCalledOffUntilItsVisitWaitsForAReview() {
        FamilyCase family = zeroing.helped();
        assertThat(zeroing.callOff("budi", family, "Salah keluarga").code()).isEqualTo("revisit-none");
        zeroing.ask("budi", family, "kadek");
        assertThat(pointers(zeroing.callOff("budi", family, " "))).containsExactly("/reason");
        for (String persona : List.of("ani", "dewa", "eka", "fajar", "gita")) {
            assertThat(zeroing.callOff(persona, family, "Petugas sakit").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(zeroing.callOff("hana", family, "Petugas sakit").status()).isEqualTo(404);

        Answer off = zeroing.callOff("budi", family, "Petugas sakit");

        assertThat(off.json().get("step").asString()).as(off.body()).isEqualTo("ask");
        assertThat(work("kadek", family)).isNull();
        assertThat(ledger.of(REGENCY, family.id())).extracting(Entry::verb).endsWith("revisit.called-off");
        assertThat(Field.conflicts(field.sent("kadek", Zeroing.again(family, 3_000_000))))
                .contains("already-visited");
        zeroing.ask("budi", family, "ani");
        JsonNode visit = field.sent("ani", Zeroing.again(family, 3_000_000));
        assertThat(zeroing.callOff("budi", family, "Petugas sakit").code()).isEqualTo("revisit-waits");
        assertThat(decided(visit, Map.of("decision", "return", "reason", "Belanja belum lengkap", "fields", List.of()))
                        .status())
                .isEqualTo(200);
        assertThat(zeroing.callOff("budi", family, "Petugas sakit").status()).isEqualTo(200);
        assertThat(zeroing.show(family).get("step").asString()).isEqualTo("ask");
    }

    @Test
    void aFamilyWalksFromWhatArrivedToGraduated() {
        FamilyCase family = zeroing.helped();
        assertThat(zeroing.show(family).get("step").asString()).isEqualTo("ask");
        zeroing.revisited(family, 3_000_000, "notPoor");
        assertThat(zeroing.show(family).get("step").asString()).isEqualTo("propose");
        assertThat(graduatedOn(family)).isNull();
        assertThat(inNeed()).contains(family.number().text());

        assertThat(zeroing.propose("budi", family).status()).isEqualTo(200);
        assertThat(zeroing.propose("budi", family).code()).isEqualTo("graduation-there");
        JsonNode proposed = zeroing.show(family);
        assertThat(proposed.at("/graduation/perPerson").asLong()).isEqualTo(1_000_000);
        assertThat(proposed.at("/graduation/line").asLong()).isEqualTo(322_170);
        assertThat(zeroing.decide("citra", proposed, true, "Tanpa desa").code()).isEqualTo("graduation-step");
        assertThat(zeroing.hear("budi", proposed, word(true), MINUTES).status()).isEqualTo(200);
        assertThat(zeroing.hear("budi", proposed, word(false), MINUTES).code()).isEqualTo("stale");
        assertThat(graduatedOn(family)).isNull();
        assertThat(zeroing.decide("citra", zeroing.show(family), true, "Disepakati desa")
                        .status())
                .isEqualTo(200);

        assertThat(graduatedOn(family)).isEqualTo(Field.TODAY);
        assertThat(inNeed()).doesNotContain(family.number().text());
        assertThat(zeroing.show(family).get("step").asString()).isEqualTo("graduated");
        JsonNode file = http.as("fajar").get("/api/v1/cases/" + family.id()).json();
        assertThat(file.at("/road/8/state").asString()).isEqualTo("done");
        assertThat(file.at("/road/9/state").asString()).isEqualTo("done");
        assertThat(file.at("/road/9/at").asString()).isEqualTo("2023-02-10");
        assertThat(file.at("/visits/0/revisit").asBoolean()).isFalse();
        assertThat(file.at("/visits/1/revisit").asBoolean()).isTrue();
        assertThat(listed("graduated")).contains(family.number().text());
        assertThat(http.as("fajar")
                        .get("/api/v1/rounds/" + field.round().code() + "/zero/families?standing=graduated&limit=500")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(one ->
                                one.get("id").asString().equals(family.id().toString()))
                        .map(one ->
                                one.get("said").valueStream().toList().getLast().toString()))
                .containsExactly(
                        "{\"step\":\"graduated\",\"who\":\"Citra\",\"contact\":null,\"finding\":null,\"detail\":\"2023-02-10\"}");
        assertThat(ledger.of(REGENCY, family.id()))
                .extracting(Entry::verb)
                .endsWith("revisit.asked", "graduation.proposed", "graduation.agreed", "graduation.graduated");
    }

    @Test
    void whatAFamilyGraduatedByIsNotTakenBack() {
        FamilyCase family = zeroing.graduated();
        JsonNode received = requests.ofCase("citra", family).getFirst();
        assertThat(received.get("state").asString()).isEqualTo("received");

        assertThat(requests.withdraw("citra", received, "Salah keluarga").code())
                .isEqualTo("intervention-graduated");
    }

    @Test
    void theVillagesPaperAsksForWhatAndIsRecorded() {
        FamilyCase family = zeroing.graduated();
        String path = "/api/v1/graduations/"
                + zeroing.show(family).at("/graduation/id").asString() + "/paper";
        assertThat(http.as("fajar").get(path).json().at("/errors/0/pointer").asString())
                .isEqualTo("/purpose");
        assertThat(http.as("hana").get(path + "?purpose=audit").status()).isEqualTo(404);
        assertThat(ledger.of(REGENCY, family.id())).extracting(Entry::verb).doesNotContain("graduation.exported");

        assertThat(http.as("fajar").get(path + "?purpose=audit").body()).startsWith("%PDF");

        Entry taken = ledger.of(REGENCY, family.id()).getLast();
        assertThat(taken.verb()).isEqualTo("graduation.exported");
        assertThat(taken.actorId()).isEqualTo(field.actor("fajar").id());
        assertThat(taken.detail()).containsEntry("purpose", "audit");
    }

    @Test
    void aFamilyBelowTheLineIsNotProposedAndIsToldWhy() {
        FamilyCase family = zeroing.reassessed(966_509, "poor");
        Answer refused = zeroing.propose("budi", family);
        assertThat(refused.code()).isEqualTo("graduation-lacks");
        assertThat(refused.json().get("lacks").toString()).isEqualTo("[\"aboveLine\"]");

        FamilyCase at = zeroing.reassessed(966_510, "poor");
        assertThat(zeroing.propose("budi", at).status()).isEqualTo(200);
        FamilyCase helped = zeroing.helped();
        assertThat(zeroing.propose("budi", helped).json().get("lacks").toString())
                .isEqualTo("[\"revisit\"]");
    }

    @Test
    void aVillageThatDoesNotAgreeEndsTheProposalAndAnotherMayFollow() {
        FamilyCase family = zeroing.reassessed(3_000_000, "notPoor");
        zeroing.propose("budi", family);
        assertThat(zeroing.hear("budi", zeroing.show(family), word(false), MINUTES)
                        .status())
                .isEqualTo(200);
        assertThat(zeroing.decide("citra", zeroing.show(family), true, "Tetap").code())
                .isEqualTo("graduation-step");

        assertThat(zeroing.propose("budi", family).status()).isEqualTo(200);
        zeroing.hear("budi", zeroing.show(family), word(true), paper("sesudah panen"));
        assertThat(zeroing.decide("citra", zeroing.show(family), false, "Menunggu panen")
                        .status())
                .isEqualTo(200);
        assertThat(zeroing.show(family).at("/graduation/state").asString()).isEqualTo("refused");
        assertThat(graduatedOn(family)).isNull();
    }

    private static Sent paper(String mark) {
        return new Sent("paper", "application/pdf", Pdf.page(mark));
    }

    @Test
    void oneMeetingSpeaksOfSeveralFamiliesAndItsPaperOfNothingElse() {
        FamilyCase one = zeroing.reassessed(3_000_000, "notPoor");
        FamilyCase other = zeroing.reassessed(3_000_000, "notPoor");
        zeroing.propose("budi", one);
        zeroing.propose("budi", other);
        Sent paper = paper("keduanya");
        assertThat(zeroing.hear("budi", zeroing.show(one), word(true), paper).status())
                .isEqualTo(200);

        clock.playOn(Field.TODAY.plusDays(1));
        Answer otherDay = zeroing.hear("budi", zeroing.show(other), changed("on", "2023-02-11"), paper);
        clock.playOn(Field.TODAY);
        Answer sameDay = zeroing.hear("budi", zeroing.show(other), word(true), paper);

        assertThat(pointers(otherDay)).containsExactly("/paper");
        assertThat(otherDay.json().at("/errors/0/code").asString()).isEqualTo("not-signed-copy");
        assertThat(sameDay.status()).as(sameDay.body()).isEqualTo(200);
    }

    @Test
    void theVillagesWordIsWholeOrNotTaken() {
        FamilyCase family = zeroing.reassessed(3_000_000, "notPoor");
        zeroing.propose("budi", family);
        JsonNode seen = zeroing.show(family);

        assertThat(pointers(zeroing.hear("budi", seen, word(true)))).containsExactly("/paper");
        assertThat(pointers(zeroing.hear("budi", seen, word(true), new Sent("paper", "text/plain", new byte[9]))))
                .containsExactly("/paper");
        assertThat(pointers(zeroing.hear("budi", seen, changed("on", "2023-02-11"), MINUTES)))
                .containsExactly("/on");
        assertThat(pointers(zeroing.hear("budi", seen, changed("on", "2022-02-09"), MINUTES)))
                .containsExactly("/on");
        assertThat(pointers(zeroing.hear("budi", seen, changed("on", "kemarin"), MINUTES)))
                .containsExactly("/on");
        assertThat(pointers(zeroing.hear("budi", seen, changed("reason", " "), MINUTES)))
                .containsExactly("/reason");
        assertThat(zeroing.show(family).at("/graduation/state").asString()).isEqualTo("proposed");
    }

    @Test
    void nobodyGraduatesWhatHeVisitedAndOnlyTheRegencyDecides() {
        FamilyCase family = zeroing.helped();
        zeroing.ask("citra", family, "nyoman");
        zeroing.approve(field.sent("nyoman", Zeroing.again(family, 3_000_000)), "notPoor");
        assertThat(zeroing.propose("nyoman", family).code()).isEqualTo("own-visit");
        zeroing.propose("budi", family);
        assertThat(zeroing.hear("nyoman", zeroing.show(family), word(true), MINUTES)
                        .code())
                .isEqualTo("own-visit");
        zeroing.hear("budi", zeroing.show(family), word(true), MINUTES);
        JsonNode agreed = zeroing.show(family);

        assertThat(zeroing.decide("nyoman", agreed, true, "Ya").code()).isEqualTo("own-visit");
        for (String persona : List.of("ani", "budi", "dewa", "eka", "fajar", "gita", "joko", "wira")) {
            assertThat(zeroing.decide(persona, agreed, true, "Ya").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(zeroing.decide("lina", agreed, true, "Ya").status()).isEqualTo(404);
        assertThat(zeroing.propose("hana", family).status()).isEqualTo(404);
        assertThat(zeroing.ask("hana", family, "iwan").status()).isEqualTo(404);
        assertThat(pointers(zeroing.ask("budi", family, "iwan"))).containsExactly("/officerId");
        assertThat(pointers(zeroing.ask("budi", family, "citra"))).containsExactly("/officerId");
    }

    @Test
    void whoProposedItOrRecordedTheVillagesWordDoesNotDecideIt() {
        field.actor("maya");
        FamilyCase proposed = zeroing.reassessed(3_000_000, "notPoor");
        zeroing.propose("citra", proposed);
        zeroing.hear("budi", zeroing.show(proposed), word(true), MINUTES);
        FamilyCase recorded = zeroing.reassessed(3_000_000, "notPoor");
        zeroing.propose("budi", recorded);
        zeroing.hear("citra", zeroing.show(recorded), word(true), MINUTES);

        for (FamilyCase family : List.of(proposed, recorded)) {
            JsonNode seen = zeroing.show(family);
            Answer refused = zeroing.decide("citra", seen, true, "Ya");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("own-graduation");
            assertThat(refused.json().get("detail").asString()).contains("Maya").doesNotContain("Citra");
            assertThat(zeroing.decide("citra", seen, false, "Tidak").code()).isEqualTo("own-graduation");
            assertThat(zeroing.decide("maya", seen, true, "Di atas garis").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFamilyThatIsExtremelyPoorAgainComesBack() {
        FamilyCase family = zeroing.graduated();
        assertThat(zeroing.end("citra", zeroing.show(family), "Panen gagal").code())
                .isEqualTo("not-poor-again");
        clock.playOn(LocalDate.of(2023, 2, 24));
        zeroing.revisited(family, 700_000, "extremelyPoor");

        assertThat(pointers(zeroing.end("citra", zeroing.show(family), ""))).containsExactly("/reason");
        assertThat(zeroing.end("citra", zeroing.show(family), "Panen gagal").status())
                .isEqualTo(200);

        assertThat(jdbc.sql("select until_on from graduation.graduated where family_id = :family")
                        .param("family", family.id())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2023-02-24");
        assertThat(inNeed()).contains(family.number().text());
        assertThat(ledger.of(REGENCY, family.id())).extracting(Entry::verb).endsWith("graduation.ended");
        assertThat(zeroing.show(family).get("step").asString()).isEqualTo("ask");
        zeroing.revisited(family, 3_000_000, "notPoor");
        assertThat(zeroing.propose("budi", family).status()).isEqualTo(200);
    }

    @Test
    void rulesNameTheirLawAndFormerOnesStay() {
        JsonNode now = http.as("eka").get(zeroing.rulePath()).json();
        int version = now.get("version").asInt();
        assertThat(pointers(set(version, Zeroing.rules("")))).containsExactly("/source");
        Map<String, Object> wrong = new HashMap<>(Zeroing.rules("Perbup"));
        wrong.put("sampleMonths", List.of(0, 6));
        wrong.put("samplePercent", 101);
        assertThat(pointers(set(version, wrong))).containsExactly("/sampleMonths", "/samplePercent");
        assertThat(set(version - 1, Zeroing.rules("Perbup 2")).code()).isEqualTo("stale");

        assertThat(set(version, Zeroing.rules("Perbup 2")).json().get("version").asInt())
                .isEqualTo(version + 1);
        assertThat(http.as("budi").put(zeroing.rulePath(), Zeroing.rules("x")).status())
                .isEqualTo(403);
    }

    private Answer set(int version, Map<String, Object> rules) {
        return http.as("citra").header("If-Match", "\"" + version + "\"").put(zeroing.rulePath(), rules);
    }

    private static Map<String, String> changed(String field, String value) {
        Map<String, String> word = new HashMap<>(word(true));
        word.put(field, value);
        return word;
    }

    private Answer decided(JsonNode visit, Map<String, Object> decision) {
        String path = "/api/v1/visits/" + visit.get("id").asString();
        return http.as("budi")
                .header("If-Match", http.as("budi").get(path).json().get("etag").asString())
                .post(path + "/decision", decision);
    }

    /** The family as the officer's phone has it; null when it is not on his list. */
    private JsonNode work(String officer, FamilyCase family) {
        return http.as(officer)
                .get("/api/v1/me/work")
                .json()
                .get("families")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(family.id().toString()))
                .findFirst()
                .orElse(null);
    }

    private String counts() {
        return http.as("citra")
                .get("/api/v1/rounds/" + field.round().code() + "/progress?by=round")
                .json()
                .get("rows")
                .toString();
    }

    private List<String> queue(String persona) {
        return http.as(persona)
                .get("/api/v1/reviews?limit=500&round=" + field.round().code())
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("visitId").asString())
                .toList();
    }

    /** Whom "why not zero yet" counts, whose needs are met or wait. */
    private List<String> inNeed() {
        return gaps.open(personas.actor("citra"), Verb.CASE_READ).stream()
                .map(one -> one.family().number())
                .toList();
    }

    private List<String> listed(String step) {
        return http.as("budi")
                .get("/api/v1/rounds/" + field.round().code() + "/graduations?limit=500&step=" + step)
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("number").asString())
                .toList();
    }

    private LocalDate graduatedOn(FamilyCase family) {
        return jdbc.sql("select from_on from graduation.graduated where family_id = :family and until_on is null")
                .param("family", family.id())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
