package id.tuntas.graduation;

import static id.tuntas.graduation.Zeroing.MINUTES;
import static id.tuntas.graduation.Zeroing.word;
import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Verb;
import id.tuntas.cases.FamilyCase;
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
