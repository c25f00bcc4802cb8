package id.tuntas.deliberation;

import static id.tuntas.deliberation.Hall.decision;
import static id.tuntas.deliberation.Hall.path;
import static id.tuntas.deliberation.Hall.with;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.graduation.Zeroing;
import id.tuntas.interventions.Requests;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.PaperReader;
import id.tuntas.testing.Pdf;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Hall.class, Zeroing.class, Decreed.class, Requests.class})
class AgreeingOnGraduationsTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Zeroing zeroing;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private String village;

    private FamilyCase family;

    @BeforeEach
    void aVillageWithAProposedGraduation() {
        village = hall.village();
        family = zeroing.proposed(hall.reviewed(village), "rai", "oka");
    }

    @Test
    void whatItAgreedToIsTheVillagesWordAndTheRegencyDecides() {
        hall.closedOn(family);
        JsonNode first = hall.villageOf("oka", village);
        assertThat(first.at("/graduations/waiting").asInt()).isEqualTo(1);
        String decreeAndZero = decreeAndZero();
        UUID meeting = hall.openedOnGraduations(village);
        assertThat(decreeAndZero()).isEqualTo(decreeAndZero);
        JsonNode open = hall.show(meeting);
        assertThat(open.get("purpose").asString()).isEqualTo("graduation");
        assertThat(open.get("agenda")).hasSize(1);
        JsonNode item = open.at("/agenda/0");
        assertThat(item.get("subjectId")).isEqualTo(graduation(family));
        assertThat(item.get("kind").asString()).isEqualTo("graduation");
        assertThat(item.get("finding").asString()).isEqualTo("notPoor");
        assertThat(item.at("/measured/perPerson").asLong()).isEqualTo(1_000_000);
        assertThat(hall.openOnGraduations("oka", village).json().get("id").asString())
                .isEqualTo(meeting.toString());

        hall.agreed(meeting, subject(family));
        assertThat(zeroing.show(family).get("step").asString()).isEqualTo("village");
        hall.closed(meeting);

        assertThat(decreeAndZero()).isEqualTo(decreeAndZero);
        JsonNode agreed = zeroing.show(family);
        assertThat(agreed.at("/graduation/state").asString()).isEqualTo("agreed");
        assertThat(agreed.at("/graduation/villageOn").asString()).isEqualTo("2023-02-10");
        assertThat(agreed.at("/graduation/villageMeeting").asString()).isEqualTo(meeting.toString());
        assertThat(http.as("citra")
                        .get("/api/v1/graduations/" + subject(family) + "/paper?purpose=audit")
                        .status())
                .isEqualTo(404);
        JsonNode told = http.as("citra")
                .get("/api/v1/cases/" + family.id() + "/timeline")
                .json()
                .get("items")
                .valueStream()
                .toList()
                .getLast();
        assertThat(told.get("verb").asString()).isEqualTo("graduation.agreed");
        assertThat(told.get("meetingId").asString()).isEqualTo(meeting.toString());
        assertThat(zeroing.decide("citra", agreed, true, "Di atas garis dan disepakati desa")
                        .status())
                .isEqualTo(200);
        JsonNode later = hall.villageOf("oka", village);
        for (String untouched : List.of("meetingId", "edition", "state", "agreed", "extremelyPoor", "undecided")) {
            assertThat(later.get(untouched)).as(untouched).isEqualTo(first.get(untouched));
        }
        assertThat(later.at("/graduations/waiting").asInt()).isZero();
        assertThat(later.at("/graduations/meeting/state").asString()).isEqualTo("closed");
        assertThat(text(meeting))
                .contains(
                        "graduasi keluarga dari kemiskinan ekstrem",
                        "Musyawarah graduasi ke-1",
                        "Perbup contoh 1/2023",
                        "Disepakati lulus 1",
                        "Sepakat lulus")
                .doesNotContain("Miskin ekstrem menurut musyawarah");
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    private String decreeAndZero() {
        String round = "/api/v1/rounds/" + field.round().code();
        return http.as("citra").get(round + "/decree").json().get("draft").toString()
                + http.as("citra").get(round + "/zero").body();
    }

    private String text(UUID meeting) {
        return PaperReader.text(http.as("oka")
                .download(path(meeting) + "/minutes.pdf?purpose=meeting")
                .body());
    }

    @Test
    void whatItDoesNotAgreeToEndsAndCanBeProposedForItsNextMeeting() {
        FamilyCase sentBack = zeroing.proposed(hall.reviewed(village), "rai", "oka");
        UUID meeting = hall.openedOnGraduations(village);
        assertThat(hall.close("oka", meeting).json().get("code").asString()).isEqualTo("invalid");
        hall.decide(
                "oka",
                meeting,
                with(decision(subject(family), "disputed"), "reason", "Usahanya berhenti", "dissent", "Kelian"),
                with(decision(subject(sentBack), "revisit"), "reason", "Lihat lagi sesudah panen"));
        hall.closed(meeting);

        assertThat(zeroing.show(family).at("/graduation/state").asString()).isEqualTo("disagreed");
        assertThat(zeroing.show(family).at("/graduation/villageReason").asString())
                .isEqualTo("Usahanya berhenti");
        assertThat(zeroing.show(sentBack).at("/graduation/state").asString()).isEqualTo("disagreed");
        assertThat(zeroing.show(sentBack).get("step").asString()).isEqualTo("visit");
        assertThat(ledger.of(REGENCY, sentBack.id()))
                .extracting(Entry::verb)
                .endsWith("graduation.proposed", "graduation.disagreed", "revisit.asked");
        assertThat(hall.openOnGraduations("oka", village).code()).isEqualTo("no-graduation-waits");
        assertThat(zeroing.propose("oka", family).status()).isEqualTo(200);
        UUID next = hall.openedOnGraduations(village);
        assertThat(hall.show(next).get("edition").asInt()).isEqualTo(2);
        assertThat(hall.show(next).get("agenda")).hasSize(1);
        assertThat(hall.show(meeting).get("agenda")).hasSize(2);
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    @Test
    void aWordThatCameOnPaperMeanwhileIsNotSpokenOfAgain() {
        FamilyCase other = zeroing.proposed(hall.reviewed(village), "rai", "oka");
        UUID meeting = hall.openedOnGraduations(village);
        hall.agreed(meeting, subject(family));
        hall.agreed(meeting, subject(other));
        Sent paper = new Sent("paper", "application/pdf", Pdf.page("surat " + village));
        assertThat(zeroing.hear("oka", zeroing.show(family), Zeroing.word(false), paper)
                        .status())
                .isEqualTo(200);

        hall.closed(meeting);

        assertThat(zeroing.show(family).at("/graduation/state").asString()).isEqualTo("disagreed");
        assertThat(zeroing.show(other).at("/graduation/state").asString()).isEqualTo("agreed");
        assertThat(hall.show(meeting).get("agenda").valueStream().map(item -> item.get("subjectId")))
                .containsExactly(graduation(other));
    }

    @Test
    void aWordThatIsNoLongerWhatTheVillageSaidIsFound() {
        UUID meeting = hall.openedOnGraduations(village);
        hall.agreed(meeting, subject(family));
        hall.closed(meeting);
        Entry entry = ledger.of(REGENCY, family.id()).getLast();

        for (String change : List.of(
                "state = 'disagreed'",
                "village_on = village_on - 1",
                "village_reason = 'Lain'",
                "village_meeting = null",
                "village_by = gen_random_uuid()",
                "village_by = null")) {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                jdbc.sql("update graduation.graduation set " + change + " where family_id = :family")
                        .param("family", family.id())
                        .update();
                assertThat(ledger.verify().firstMisfit())
                        .as(change)
                        .hasValue(Misfit.of(REGENCY, "entry", entry.id(), "word-gone"));
            });
        }
    }

    @Test
    void itIsOpenedByWhoeverHoldsMeetingsThere() {
        for (String persona : List.of("ani", "dewa", "eka", "fajar", "gita")) {
            assertThat(hall.openOnGraduations(persona, village).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(hall.openOnGraduations("hana", village).status()).isEqualTo(404);
        Answer malformed = http.as("oka").post(hall.villagesPath(), Map.of("village", village, "purpose", "pemilihan"));
        assertThat(malformed.json().at("/errors/0/pointer").asString()).isEqualTo("/purpose");
        assertThat(hall.openOnGraduations("oka", hall.village()).code()).isEqualTo("no-graduation-waits");
        UUID meeting = hall.openedOnGraduations(village);
        assertThat(http.as("hana").get(path(meeting)).status()).isEqualTo(404);
        assertThat(hall.decide("hana", meeting, decision(subject(family), "agreed"))
                        .status())
                .isEqualTo(404);
        assertThat(hall.close("fajar", meeting).status()).isEqualTo(403);
    }

    @Test
    void itTakesNoNewcomersNoFindingAndNothingOnceItIsClosed() {
        UUID meeting = hall.openedOnGraduations(village);
        Map<String, Object> newcomer = Map.of("name", "Baru", "address", "", "hamlet", "", "reason", "");
        Answer noted = hall.note("oka", meeting, 1, with(Hall.SHEET, "newcomers", List.of(newcomer)));
        assertThat(noted.json().at("/errors/0/code").asString()).isEqualTo("not-here");
        assertThat(fate(hall.decide(
                        "oka",
                        meeting,
                        with(decision(subject(family), "disputed"), "reason", "Miskin", "held", "extremelyPoor"))))
                .isEqualTo("finding-unfitting");
        assertThat(fate(hall.decide("oka", meeting, decision(family.id(), "agreed"))))
                .isEqualTo("off-agenda");
        Map<String, Object> once = decision(subject(family), "agreed");
        assertThat(fate(hall.decide("oka", meeting, once))).isEmpty();
        assertThat(fate(hall.decide("oka", meeting, once))).isEmpty();
        hall.closed(meeting);

        assertThat(fate(hall.decide("oka", meeting, decision(subject(family), "agreed"))))
                .isEqualTo("meeting-closed");
        assertThat(hall.close("oka", meeting).code()).isEqualTo("meeting-closed");
        assertThat(hall.reopen("citra", meeting, "Satu nama keliru").code()).isEqualTo("meeting-final");
        assertThat(hall.show(meeting).get("mayReopen").asBoolean()).isFalse();
    }

    @Test
    void whoeverVisitedTheFamilyTakesNoPart() {
        zeroing.ruled();
        FamilyCase seen = zeroing.helped();
        zeroing.ask("citra", seen, "nyoman");
        zeroing.approve(field.sent("nyoman", Zeroing.again(seen, 3_000_000)), "notPoor");
        zeroing.propose("budi", seen);
        UUID meeting = UUID.fromString(hall.openOnGraduations("budi", seen.villageCode())
                .json()
                .get("id")
                .asString());
        assertThat(fate(hall.decide("nyoman", meeting, decision(subject(seen), "agreed"))))
                .isEqualTo("own-visit");
        assertThat(fate(hall.decide("budi", meeting, decision(subject(seen), "agreed"))))
                .isEmpty();
        http.as("budi").header("If-Match", "\"1\"").put(path(meeting) + "/sheet", Hall.SHEET);

        assertThat(close("nyoman", meeting).code()).isEqualTo("own-visit");
        assertThat(zeroing.show(seen).at("/graduation/state").asString()).isEqualTo("proposed");
        assertThat(close("budi", meeting).status()).isEqualTo(200);
        assertThat(zeroing.decide("budi", zeroing.show(seen), true, "Ya").status())
                .isEqualTo(403);
    }

    private Answer close(String persona, UUID meeting) {
        return http.as(persona).header("If-Match", "\"2\"").post(path(meeting) + "/close", Map.of());
    }

    private JsonNode graduation(FamilyCase of) {
        return zeroing.show(of).at("/graduation/id");
    }

    private UUID subject(FamilyCase of) {
        return UUID.fromString(graduation(of).asString());
    }

    /** Why the one decision does not stand; empty when it does. */
    private static String fate(Answer answer) {
        return answer.json().at("/taken/0/code").asString("");
    }
}
