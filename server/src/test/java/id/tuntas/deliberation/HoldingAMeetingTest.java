package id.tuntas.deliberation;

import static id.tuntas.deliberation.Hall.decision;
import static id.tuntas.deliberation.Hall.with;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.graduation.Zeroing;
import id.tuntas.interventions.Requests;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.Revisits;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Hall.class, Zeroing.class, Decreed.class, Requests.class})
class HoldingAMeetingTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Zeroing zeroing;

    @Autowired
    private Revisits revisits;

    private String village;

    private FamilyCase family;

    @BeforeEach
    void aVillageWithAReviewedFamily() {
        village = hall.village();
        family = hall.reviewed(village);
    }

    @Test
    void itsAgendaIsTheReviewedFamiliesOfTheVillageWithoutTheirNumbers() {
        FamilyCase waiting = field.familyOf("rai", village);
        field.sent("rai", Post.of(waiting).withAllPhotos());
        JsonNode proposed = field.sent("rai", Post.proposing(village).withAllPhotos());

        Answer opened = hall.open("oka", village);

        assertThat(opened.status()).isEqualTo(200);
        JsonNode meeting = opened.json();
        assertThat(meeting.get("state").asString()).isEqualTo("open");
        assertThat(meeting.get("edition").asInt()).isEqualTo(1);
        assertThat(meeting.get("notReviewed").asInt()).isEqualTo(1);
        assertThat(meeting.get("mayRecord").asBoolean()).isTrue();
        assertThat(meeting.get("agenda")
                        .valueStream()
                        .map(item -> item.get("kind").asString()))
                .containsExactly("family", "nomination");
        JsonNode first = meeting.at("/agenda/0");
        assertThat(first.get("number").asString()).isEqualTo(family.number().text());
        assertThat(first.get("finding").asString()).isEqualTo("extremelyPoor");
        assertThat(first.get("people").asInt()).isPositive();
        assertThat(first.get("decision").isNull()).isTrue();
        assertThat(opened.body()).doesNotContain("5108010101010001").doesNotContain(waiting.headName());
        assertThat(proposed.get("state").asString()).isEqualTo("conflict");
    }

    @Test
    void aVillageHasOneHoweverOftenItIsOpened() {
        UUID first = hall.opened(village);

        assertThat(hall.opened(village)).isEqualTo(first);
        assertThat(entries(first)).containsExactly("meeting.opened");
    }

    @Test
    void aVillageWithoutAFamilyHasNothingToDeliberate() {
        Answer answer = hall.open("oka", hall.village());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("nothing-to-deliberate");
    }

    @Test
    void aFamilySentBackReturnsToItsOfficerWithTheReasonWhenTheMeetingCloses() {
        UUID meeting = hall.opened(village);
        hall.decide(
                "oka",
                meeting,
                with(decision(family.id(), "revisit"), "reason", "Musyawarah: kunjungi lagi, ada penghuni baru"));
        assertThat(field.family(family.id()).state()).isEqualTo(CaseState.APPROVED);

        hall.closed(meeting);

        FamilyCase back = field.family(family.id());
        assertThat(back.state()).isEqualTo(CaseState.RETURNED);
        JsonNode work = http.as("rai")
                .get("/api/v1/me/work")
                .json()
                .get("families")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(family.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(work.at("/returned/reason").asString()).contains("kunjungi lagi");
        JsonNode visit =
                http.as("citra").get("/api/v1/visits/" + family.visitId()).json();
        assertThat(visit.get("decisions")
                        .valueStream()
                        .map(one -> one.get("decision").asString()))
                .containsExactly("approve", "return");
    }

    @Test
    void aGraduatedFamilySentBackIsVisitedOnceMoreAndKeepsWhatItsDecreeRestsOn() {
        UUID meeting = hall.closedOn(family);
        zeroing.graduated(family, "rai", "oka");
        UUID next = UUID.fromString(hall.reopen("citra", meeting, "Warga meragukan")
                .json()
                .get("id")
                .asString());
        JsonNode agreed = hall.item(next, family.id()).at("/decision/id");
        hall.decide(
                "oka",
                next,
                with(decision(family.id(), "revisit"), "replaces", agreed, "reason", "Masih sangat miskin"));

        hall.closed(next);

        assertThat(field.family(family.id())).isEqualTo(family);
        assertThat(revisits.findOpen(family.regencyCode(), family.id()).map(Revisit::reason))
                .contains("Masih sangat miskin");
    }

    @Test
    void aFamilyThatIsVisitedAgainIsDeliberatedInTheNextEdition() {
        Post post = Post.of(field.familyOf("rai", village)).withAllPhotos();
        UUID sentBack = reviewed(post);
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, family.id());
        hall.decide("oka", meeting, with(decision(sentBack, "revisit"), "reason", "Kunjungi lagi"));
        hall.closed(meeting);
        hall.approve(field.sent("rai", post.edit().withAllPhotos()));
        assertThat(hall.villageOf("oka", village).get("undecided").asInt()).isEqualTo(1);

        JsonNode next =
                hall.reopen("citra", meeting, "Kunjungan ulang sudah selesai").json();

        assertThat(next.get("edition").asInt()).isEqualTo(2);
        assertThat(next.get("reopenedReason").asString()).isEqualTo("Kunjungan ulang sudah selesai");
        UUID id = UUID.fromString(next.get("id").asString());
        assertThat(hall.item(id, family.id()).at("/decision/outcome").asString())
                .isEqualTo("agreed");
        assertThat(hall.item(id, sentBack).get("decision").isNull()).isTrue();
        assertThat(hall.item(meeting, sentBack).at("/decision/outcome").asString())
                .as("the former edition")
                .isEqualTo("revisit");
        assertThat(hall.show(meeting).get("state").asString()).isEqualTo("closed");
    }

    @Test
    void aFamilyThatTheMeetingNamesBecomesACaseToBeVisited() {
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, family.id());
        hall.note("oka", meeting, 1, with(Hall.SHEET, "newcomers", List.of(newcomer("Ni Baru Contoh"))));

        assertThat(hall.close("oka", meeting).status()).isEqualTo(200);

        JsonNode found = http.as("oka")
                .get("/api/v1/cases?q=Ni%20Baru%20Contoh&village=" + village)
                .json()
                .at("/items/0");
        assertThat(found.get("rosterStatus").asString()).isEqualTo("nominated");
        assertThat(found.get("state").asString()).isEqualTo("listed");
        assertThat(entries(UUID.fromString(found.get("id").asString()))).containsExactly("deliberation.newcomer");
    }

    @Test
    void aFamilyThatTheMeetingNamesIsComparedWithTheListOfTheVillageReviewedOrNot() {
        FamilyCase waiting = field.familyOf("rai", village);
        UUID meeting = hall.opened(village);

        hall.note(
                "oka",
                meeting,
                1,
                with(Hall.SHEET, "newcomers", List.of(newcomer(waiting.headName()), newcomer("Zzyzx"))));

        assertThat(hall.show(meeting)
                        .get("likely")
                        .valueStream()
                        .filter(one -> one.get("number")
                                .asString()
                                .equals(waiting.number().text()))
                        .map(one -> one.get("newcomer").asString()))
                .containsExactly(waiting.headName());
        assertThat(hall.show(meeting).get("likely").findValuesAsString("newcomer"))
                .doesNotContain("Zzyzx");
        hall.agreed(meeting, family.id());
        hall.end(meeting);
        assertThat(hall.show(meeting).get("likely")).isEmpty();
    }

    private static Map<String, Object> newcomer(String name) {
        return Map.of("name", name, "address", "Gang Mawar", "hamlet", "Kaja", "reason", "Baru");
    }

    /** Returns the family of the visit that is sent and approved. */
    private UUID reviewed(Post post) {
        JsonNode visit = field.sent("rai", post);
        hall.approve(visit);
        return UUID.fromString(visit.get("caseId").asString());
    }

    @Test
    void isHeldWhileTheRoundRunsAndNotAfterToday() {
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, family.id());

        hall.note("oka", meeting, 1, with(Hall.SHEET, "heldOn", "2023-02-11"));
        assertThat(hall.close("oka", meeting).json().at("/errors/0/code").asString())
                .isEqualTo("meeting-day-late");
        hall.note("oka", meeting, 2, with(Hall.SHEET, "heldOn", "2023-01-31"));
        assertThat(hall.close("oka", meeting).json().at("/errors/0/code").asString())
                .isEqualTo("meeting-day-early");
        hall.note("oka", meeting, 3, with(Hall.SHEET, "heldOn", "2023-02-09"));
        Answer early = hall.close("oka", meeting);
        assertThat(early.json().at("/errors/0/code").asString()).isEqualTo("meeting-before-review");
        assertThat(early.json().at("/errors/0/detail").asString()).contains("10 Februari 2023");
        hall.note("oka", meeting, 4, with(Hall.SHEET, "heldOn", "2023-02-10"));
        assertThat(hall.close("oka", meeting).status()).isEqualTo(200);
    }

    @Test
    void doesNotCloseBeforeEveryFamilyIsDecidedAndTheSheetIsWhole() {
        UUID meeting = hall.opened(village);

        Answer bare = hall.close("oka", meeting);
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.json()
                        .get("errors")
                        .valueStream()
                        .map(one -> one.get("pointer").asString()))
                .containsExactly(
                        "/heldOn",
                        "/place",
                        "/chair",
                        "/noteTaker",
                        "/companion",
                        "/attendance/government",
                        "/attendance/council",
                        "/attendance/hamletHeads");
        hall.note("oka", meeting, 1, Hall.SHEET);

        Answer undecided = hall.close("oka", meeting);
        assertThat(undecided.status()).isEqualTo(409);
        assertThat(undecided.code()).isEqualTo("undecided-left");
        hall.agreed(meeting, family.id());
        assertThat(hall.close("oka", meeting).status()).isEqualTo(200);
        assertThat(entries(meeting))
                .containsExactly("meeting.opened", "meeting.noted", "meeting.closed", "minutes.made");
    }

    @Test
    void whatItsMinutesCannotPrintIsToldAtTheFieldAndMarksThatTurnANameRoundAreLeftOut() {
        UUID meeting = hall.opened(village);

        Answer refused = hall.note(
                "oka", meeting, 1, with(with(Hall.SHEET, "chair", "I Wayan \uD83D\uDE00"), "place", "\u1B05\u1B13"));
        Answer disputed =
                hall.decide("oka", meeting, with(decision(family.id(), "disputed"), "reason", "Mampu \u1B05"));
        hall.note("oka", meeting, 1, with(Hall.SHEET, "chair", "I Wayan \u202EContoh"));

        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(one -> one.get("pointer").asString() + " "
                                + one.get("code").asString()))
                .containsExactly("/place not-printable", "/chair not-printable");
        assertThat(disputed.json().at("/errors/0/code").asString()).isEqualTo("not-printable");
        assertThat(hall.show(meeting).at("/sheet/chair").asString()).isEqualTo("I Wayan  Contoh");
    }

    @Test
    void aClosedOneTakesNothingMore() {
        UUID meeting = hall.opened(village);
        Map<String, Object> agreed = decision(family.id(), "agreed");
        hall.decide("oka", meeting, agreed);
        hall.closed(meeting);

        assertThat(hall.note("oka", meeting, 3, Hall.SHEET).code()).isEqualTo("meeting-closed");
        assertThat(hall.close("oka", meeting).code()).isEqualTo("meeting-closed");
        JsonNode taken = hall.decide(
                        "oka",
                        meeting,
                        agreed,
                        with(decision(family.id(), "disputed"), "replaces", agreed.get("id"), "reason", "Terlambat"))
                .json()
                .get("taken");
        assertThat(taken.get(0).get("stands").asBoolean())
                .as("sent again, since its answer was lost")
                .isTrue();
        assertThat(taken.get(1).get("code").asString()).isEqualTo("meeting-closed");
    }

    @Test
    void aSheetThatSomebodyElseChangedMeanwhileIsTold() {
        UUID meeting = hall.opened(village);
        hall.note("citra", meeting, 1, with(Hall.SHEET, "chair", "Ketut Lain"));

        Answer stale = hall.note("oka", meeting, 1, Hall.SHEET);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(hall.show(meeting).at("/sheet/chair").asString()).isEqualTo("Ketut Lain");
    }

    @Test
    void onlyTheRegencyCoordinatorOpensItAgainAndSaysWhy() {
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, family.id());
        assertThat(hall.reopen("citra", meeting, "Belum ditutup").code()).isEqualTo("meeting-open");
        hall.closed(meeting);

        assertThat(hall.reopen("oka", meeting, "Salah ketik").status()).isEqualTo(403);
        assertThat(hall.reopen("citra", meeting, " ").status()).isEqualTo(422);
        assertThat(hall.reopen("citra", meeting, "5")
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("no-words");
        assertThat(hall.reopen("lina", meeting, "Salah ketik").status()).isEqualTo(404);
        assertThat(hall.reopen("citra", meeting, "Salah ketik").status()).isEqualTo(200);
        assertThat(hall.reopen("citra", meeting, "Lagi").code())
                .as("the former edition")
                .isEqualTo("meeting-open");
    }

    @Test
    void isRecordedInItsDistrictByWhoeverReviews() {
        UUID meeting = hall.opened(village);

        assertThat(hall.open("hana", village).status()).isEqualTo(404);
        assertThat(hall.decide("hana", meeting, decision(family.id(), "agreed")).status())
                .isEqualTo(404);
        assertThat(http.as("hana").get(Hall.path(meeting)).status()).isEqualTo(404);
        assertThat(http.as("fajar")
                        .get(Hall.path(meeting))
                        .json()
                        .get("mayRecord")
                        .asBoolean())
                .isFalse();
        for (String persona : List.of("rai", "dewa", "eka", "gita")) {
            assertThat(http.as(persona).get(Hall.path(meeting)).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        for (String persona : List.of("rai", "dewa", "eka", "fajar", "gita")) {
            assertThat(hall.open(persona, village).status()).as(persona).isEqualTo(403);
            assertThat(hall.decide(persona, meeting, decision(family.id(), "agreed"))
                            .status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(http.as("hana").get(hall.villagesPath()).body()).doesNotContain(village);
        assertThat(http.as("rai").get(hall.villagesPath()).status()).isEqualTo(403);
    }

    private List<String> entries(UUID subject) {
        return ledger.of(REGENCY, subject).stream().map(Entry::verb).toList();
    }
}
