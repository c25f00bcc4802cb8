package id.tuntas.decrees;

import static id.tuntas.deliberation.Hall.decision;
import static id.tuntas.deliberation.Hall.with;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.Hall;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Pdf;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
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
@Import(Hall.class)
class DraftingADecreeTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    private String village;
    private FamilyCase family;
    private UUID meeting;

    @BeforeEach
    void aVillageInItsMeeting() {
        village = hall.village();
        family = hall.reviewed(village);
        meeting = hall.opened(village);
    }

    private String path() {
        return "/api/v1/rounds/" + field.round().code() + "/decree";
    }

    private JsonNode draft(String persona) {
        return http.as(persona).get(path()).json().get("draft");
    }

    private JsonNode ofVillage(String persona) {
        return draft(persona)
                .get("districts")
                .valueStream()
                .flatMap(district -> district.get("villages").valueStream())
                .filter(one -> one.get("code").asString().equals(village))
                .findFirst()
                .orElseThrow();
    }

    private List<String> numbers(String persona, String verdict) {
        return http.as(persona)
                .get(path() + "/draft?limit=500&verdict=" + verdict)
                .json()
                .get("items")
                .valueStream()
                .map(one -> one.get("number").asString())
                .toList();
    }

    private int holdups(String code) {
        return draft("citra")
                .get("holdups")
                .valueStream()
                .filter(one -> one.get("code").asString().equals(code))
                .mapToInt(one -> one.get("count").asInt())
                .sum();
    }

    @Test
    void takesTheFamilyOnceItsMeetingIsClosed() {
        hall.agreed(meeting, family.id());
        assertThat(ofVillage("citra").get("state").asString()).isEqualTo("open");
        assertThat(numbers("citra", "villageOpen")).contains(family.number().text());

        hall.closed(meeting);

        JsonNode shown = ofVillage("citra");
        assertThat(shown.get("state").asString()).isEqualTo("closed");
        assertThat(shown.at("/list/families").asInt()).isEqualTo(1);
        assertThat(shown.at("/list/listed").asInt()).isEqualTo(2);
        assertThat(shown.at("/list/persons").asInt()).isPositive();
        assertThat(shown.get("pending").asInt()).isZero();
        assertThat(numbers("citra", "listed")).contains(family.number().text());
    }

    @Test
    void strikesWhomTheMeetingHoldsLessPoor() {
        hall.decide("oka", meeting, with(decision(family.id(), "disputed"), "reason", "Punya motor", "held", "poor"));

        hall.closed(meeting);

        assertThat(numbers("citra", "overruled")).contains(family.number().text());
        assertThat(ofVillage("citra").at("/list/families").asInt()).isZero();
    }

    @Test
    void aMeetingThatIsOpenedAgainTakesItsFamiliesBack() {
        hall.agreed(meeting, family.id());
        hall.closed(meeting);

        hall.reopen("citra", meeting, "Ada yang terlewat");

        assertThat(numbers("citra", "listed")).doesNotContain(family.number().text());
        assertThat(ofVillage("citra").get("pending").asInt()).isEqualTo(1);
    }

    @Test
    void tellsWhatHoldsItBack() {
        hall.decide("oka", meeting, with(decision(family.id(), "revisit"), "reason", "Kunjungi lagi"));
        hall.closed(meeting);
        int nominations = holdups("nomination");
        int conflicts = holdups("conflict");

        field.sent("rai", Post.proposing(village).withAllPhotos());

        assertThat(numbers("citra", "sentBack")).contains(family.number().text());
        assertThat(holdups("sentBack")).isPositive();
        assertThat(holdups("nomination")).isEqualTo(nominations + 1);
        assertThat(holdups("conflict")).isEqualTo(conflicts);
    }

    @Test
    void minutesThatAreNotBackFromTheHallHoldItBack() {
        hall.agreed(meeting, family.id());
        int unsigned = holdups("unsigned");
        hall.closed(meeting);
        assertThat(holdups("unsigned")).isEqualTo(unsigned + 1);

        http.as("oka").upload(Hall.path(meeting) + "/minutes/signed", "pindaian.pdf", Pdf.page(meeting.toString()));

        assertThat(holdups("unsigned")).isEqualTo(unsigned);
    }

    @Test
    void aDrawnVisitHoldsItBackUntilSomebodyUpholdsIt() {
        FamilyCase doubted = hall.reviewed(village);
        http.as("citra").post("/api/v1/rounds/" + field.round().code() + "/samples", Map.of("perDistrict", 100));
        int drawn = holdups("secondLook");

        recheck(family, "upheld", "");
        assertThat(holdups("secondLook")).isEqualTo(drawn - 1);

        recheck(doubted, "doubted", "Atapnya lain");
        assertThat(holdups("secondLook")).isEqualTo(drawn - 1);
    }

    private void recheck(FamilyCase drawn, String outcome, String reason) {
        Answer answer = http.as("maya")
                .post("/api/v1/visits/" + drawn.visitId() + "/recheck", Map.of("outcome", outcome, "reason", reason));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void isReadWithinOnesRegionOnly() {
        hall.agreed(meeting, family.id());
        hall.closed(meeting);

        assertThat(numbers("oka", "listed")).contains(family.number().text());
        assertThat(numbers("budi", "listed")).doesNotContain(family.number().text());
        assertThat(draft("budi").get("districts").toString()).doesNotContain(village);
        Answer leader = http.as("eka").get(path() + "/draft");
        assertThat(leader.status()).isEqualTo(403);
        assertThat(draft("eka").at("/list/families").asInt()).isPositive();
        assertThat(http.as("ani").get(path()).status()).isEqualTo(403);
        assertThat(http.as("lina").get(path()).status()).isEqualTo(404);
    }

    @Test
    void comesPageByPage() {
        hall.agreed(meeting, family.id());
        FamilyCase second = hall.reviewed(village);
        hall.agreed(meeting, second.id());
        hall.closed(meeting);
        String list = path() + "/draft?limit=1";

        JsonNode page = http.as("citra").get(list).json();
        int seen = 1;
        while (!page.get("next").isNull()) {
            page = http.as("citra")
                    .get(list + "&after=" + page.get("next").asString())
                    .json();
            seen++;
        }

        assertThat(seen).isEqualTo(draft("citra").at("/list/families").asInt());
        assertThat(http.as("citra").get(path() + "/draft?verdict=lain").code()).isEqualTo("invalid");
    }
}
