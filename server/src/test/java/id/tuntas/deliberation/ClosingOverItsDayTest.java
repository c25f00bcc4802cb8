package id.tuntas.deliberation;

import static id.tuntas.deliberation.Hall.decision;
import static id.tuntas.deliberation.Hall.with;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.review.Reviews;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.PaperReader;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A meeting of 10 February that is closed later, when other families have been approved. */
@VisitsTest
@Import(Hall.class)
class ClosingOverItsDayTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Reviews reviews;

    @Autowired
    private TransactionTemplate transaction;

    private String village;
    private FamilyCase family;
    private UUID meeting;

    @BeforeEach
    void aMeetingOfTheTenth() {
        clock.playOn(Field.TODAY);
        village = hall.village();
        family = hall.reviewed(village);
        meeting = hall.opened(village);
        hall.agreed(meeting, family.id());
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    private FamilyCase later() {
        clock.playOn(Field.TODAY.plusDays(1));
        return hall.reviewed(village);
    }

    @Test
    void whatWasApprovedLaterWaitsForTheNextEdition() {
        FamilyCase later = later();

        hall.closed(meeting);

        JsonNode closed = hall.show(meeting);
        assertThat(closed.get("agenda").findValuesAsString("subjectId"))
                .containsExactly(family.id().toString());
        assertThat(closed.get("undecided").asInt()).isEqualTo(1);
        assertThat(field.family(later.id()).state()).isEqualTo(CaseState.APPROVED);
        JsonNode next = hall.reopen("citra", meeting, "Satu keluarga menyusul").json();
        UUID second = UUID.fromString(next.get("id").asString());
        assertThat(next.at("/sheet/heldOn").isNull())
                .as("another meeting, another day")
                .isTrue();
        assertThat(next.at("/sheet/place").asString()).isEqualTo("Balai Desa");
        hall.note("oka", second, next.get("version").asInt(), with(Hall.SHEET, "heldOn", "2023-02-11"));
        assertThat(hall.close("oka", second).code()).isEqualTo("undecided-left");
        hall.agreed(second, later.id());
        hall.end(second);
        assertThat(hall.show(second).get("undecided").asInt()).isZero();
        assertThat(hall.villageOf("oka", village).get("undecided").asInt()).isZero();
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    @Test
    void aCorrectionOfTheSameMeetingKeepsItsDay() {
        hall.closed(meeting);

        assertThat(hall.reopen("citra", meeting, "Salah ketik")
                        .json()
                        .at("/sheet/heldOn")
                        .asString())
                .isEqualTo("2023-02-10");
    }

    @Test
    void theVillageIsNotDoneForTheDecreeNorAtZeroBeforeThat() {
        hall.decide(
                "oka",
                meeting,
                with(
                        decision(family.id(), "disputed"),
                        "replaces",
                        standing(),
                        "reason",
                        "Punya motor",
                        "held",
                        "poor"));
        FamilyCase later = later();
        hall.closed(meeting);

        assertThat(hall.villageOf("oka", village).get("undecided").asInt()).isEqualTo(1);
        assertThat(http.as("citra")
                        .get("/api/v1/rounds/" + field.round().code() + "/decree/draft?limit=500&verdict=undecided")
                        .json()
                        .get("items")
                        .findValuesAsString("number"))
                .contains(later.number().text());
        JsonNode zero = http.as("oka")
                .get("/api/v1/rounds/" + field.round().code() + "/zero?within=" + village)
                .json();
        assertThat(zero.at("/place/villagesAtZero").asInt()).isZero();
        assertThat(zero.at("/place/roster/awaitingMeeting/families").asInt()).isEqualTo(1);
    }

    private String standing() {
        return hall.item(meeting, family.id()).at("/decision/id").asString();
    }

    @Test
    void isPrintedWithoutWhatWaits() {
        FamilyCase later = later();
        hall.note("oka", meeting, 1, Hall.SHEET);

        String paper = PaperReader.text(http.as("oka")
                .download(Hall.path(meeting) + "/agenda.pdf?purpose=meeting")
                .body());

        assertThat(hall.item(meeting, later.id()).get("since").asString()).isEqualTo("2023-02-11");
        assertThat(paper)
                .contains(
                        "1 keluarga dan usulan tidak ada di lembar ini",
                        family.number().text())
                .doesNotContain(later.number().text());
    }

    @Test
    void whatWasDecidedOnIsNotHeldBeforeItsReview() {
        hall.agreed(meeting, later().id());
        hall.note("oka", meeting, 1, Hall.SHEET);

        Answer early = hall.close("oka", meeting);

        assertThat(early.json().at("/errors/0/code").asString()).isEqualTo("meeting-before-review");
    }

    @Test
    void aFamilyVisitedAgainSinceKeepsTheWordOfTheMeetingOnWhatItSaw() {
        Post post = Post.of(field.familyOf("rai", village)).withAllPhotos();
        JsonNode visit = field.sent("rai", post);
        hall.approve(visit);
        UUID again = UUID.fromString(visit.get("caseId").asString());
        hall.decide("oka", meeting, with(decision(again, "revisit"), "reason", "Rumahnya lain"));
        UUID seen = Objects.requireNonNull(field.family(again).visitId());
        transaction.executeWithoutResult(status -> reviews.sendBack(field.actor("citra"), seen, "Ada sanggahan warga"));
        clock.playOn(Field.TODAY.plusDays(1));
        hall.approve(field.sent("rai", post.edit().withAllPhotos()));

        hall.closed(meeting);

        assertThat(hall.item(meeting, again).at("/decision/outcome").asString()).isEqualTo("revisit");
        assertThat(field.family(again).state())
                .as("it was visited again already")
                .isEqualTo(CaseState.APPROVED);
        assertThat(hall.show(meeting).get("undecided").asInt()).isEqualTo(1);
    }

    @Test
    void aNominationThatCameLaterWaitsToo() {
        clock.playOn(Field.TODAY.plusDays(1));
        field.sent("rai", Post.proposing(village).withAllPhotos());

        hall.closed(meeting);

        assertThat(hall.show(meeting).get("agenda").findValuesAsString("kind")).isEqualTo(List.of("family"));
    }
}
