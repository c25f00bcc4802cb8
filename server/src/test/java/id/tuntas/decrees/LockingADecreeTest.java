package id.tuntas.decrees;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.Hall;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Hall.class, Chancery.class})
class LockingADecreeTest {

    @Autowired
    private Chancery chancery;

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Ledger ledger;

    private FamilyCase family;

    @BeforeEach
    void aRoundWithAFamilyThatItsVillageAgreedOn() {
        field.renew();
        family = chancery.agreed();
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void theRegentsOfficeLocksWhatItSawAndItStaysAsItWas() {
        chancery.overruled();
        String number = chancery.number();
        JsonNode shown = chancery.locked(number);

        assertThat(shown.get("decrees").size()).isEqualTo(1);
        JsonNode decree = shown.at("/decrees/0");
        assertThat(decree.get("number").asString()).isEqualTo(number);
        assertThat(decree.get("decidedOn").asString()).isEqualTo("2023-02-10");
        assertThat(decree.get("lockedBy").asString()).isEqualTo("Wira");
        assertThat(decree.get("families").asInt()).isEqualTo(1);
        assertThat(decree.get("persons").asInt())
                .isEqualTo(shown.at("/draft/list/persons").asInt());
        assertThat(decree.get("root").asString()).matches("[0-9a-f]{64}");
        assertThat(chancery.listed("")).containsExactly(family.number().text());

        jdbc.sql("update cases.family set head_name = 'Diganti' where id = :id")
                .param("id", family.id())
                .update();
        JsonNode row =
                http.as("citra").get(chancery.path() + "/families").json().at("/items/0/row");
        assertThat(row.get("name").asString()).isEqualTo(family.headName());
        assertThat(row.get("edition").asInt()).isEqualTo(1);
        assertThat(row.get("finding").asString()).isEqualTo("extremelyPoor");
        assertThat(row.toString()).doesNotContain("5108010101010001");
        assertThat(http.as("wira")
                        .get(chancery.path() + "/1/scan?purpose=audit")
                        .body())
                .isEqualTo(chancery.scan());
    }

    @Test
    void programmesAreForWhomTheDecreeNamesOnceThereIsOne() {
        FamilyCase overruled = chancery.overruled();
        assertThat(chancery.decreed()).contains(family.id(), overruled.id());

        chancery.locked();

        assertThat(chancery.decreed()).containsExactly(family.id());
    }

    @Test
    void aNeedWaitsForARequestSinceTheDecreeThatNamesItsFamily() {
        clock.playOn(Field.TODAY.plusDays(5));
        Map<String, String> paper = chancery.paper(chancery.number(), "2023-02-15");
        assertThat(chancery.lock("wira", paper).status()).isEqualTo(200);
        clock.playOn(Field.TODAY.plusDays(7));

        assertThat(http.as("citra")
                        .get("/api/v1/convergence/families?lack=request&village=" + family.villageCode())
                        .json()
                        .at("/items/0/gaps/0/since")
                        .asString())
                .isEqualTo("2023-02-15");
    }

    @Test
    void theFamilysRoadLeadsThroughMeetingAndDecreeUnlessTheMeetingSaysOtherwise() {
        FamilyCase overruled = chancery.overruled();
        assertThat(road(family)).containsExactly("deliberated done", "decreed now", "programme next");
        assertThat(road(overruled)).containsExactly("deliberated done", "decreed next", "programme next");

        String number = chancery.number();
        chancery.locked(number);

        assertThat(road(family)).containsExactly("deliberated done", "decreed done", "programme now");
        JsonNode show = http.as("citra").get("/api/v1/cases/" + family.id()).json();
        assertThat(show.get("standing").asString()).isEqualTo("awaitingHelp");
        JsonNode decreed = show.at("/road/5");
        assertThat(decreed.get("at").asString()).isEqualTo("2023-02-10");
        assertThat(decreed.get("note").asString()).isEqualTo(number);
        assertThat(programmesAreFor(family)).isTrue();
        assertThat(programmesAreFor(overruled)).isFalse();
    }

    private boolean programmesAreFor(FamilyCase of) {
        return http.as("citra")
                .get("/api/v1/cases/" + of.id())
                .json()
                .get("decreed")
                .asBoolean();
    }

    /** The first three stations after the review. */
    private List<String> road(FamilyCase of) {
        return http.as("citra")
                .get("/api/v1/cases/" + of.id())
                .json()
                .get("road")
                .valueStream()
                .skip(4)
                .limit(3)
                .map(one ->
                        one.get("station").asString() + " " + one.get("state").asString())
                .toList();
    }

    @Test
    void nobodyElseMayLockIt() {
        Map<String, String> paper = chancery.paper("460/1", "2023-02-10");

        for (String persona : List.of("citra", "eka", "budi", "oka", "fajar", "gita", "joko")) {
            Answer answer = chancery.lock(persona, paper);
            assertThat(answer.status()).as(persona).isEqualTo(403);
        }
        assertThat(chancery.lock("lina", paper).status()).isEqualTo(403);
        assertThat(chancery.show("wira").get("mayLock").asBoolean()).isTrue();
        assertThat(chancery.show("citra").get("mayLock").asBoolean()).isFalse();
        assertThat(chancery.show("citra").get("decrees").size()).isZero();
    }

    @Test
    void aSecondTimeOrWithAStaleDraftOrWithoutAWholePaperItIsRefused() {
        Map<String, String> paper = chancery.paper("460/1", "2023-02-10");
        chancery.agreed();
        assertThat(chancery.lock("wira", paper).status())
                .as("another family came")
                .isEqualTo(412);
        Map<String, String> whole = chancery.paper(chancery.number(), "2023-02-10");
        refused("/number", "required", with(whole, "number", " "));
        refused("/number", "too-long", with(whole, "number", "9".repeat(101)));
        refused("/decidedOn", "required", with(whole, "decidedOn", ""));
        refused("/decidedOn", "malformed", with(whole, "decidedOn", "10-02-2023"));
        refused("/decidedOn", "decree-day-late", with(whole, "decidedOn", "2023-02-11"));
        refused("/decidedOn", "decree-day-early", with(whole, "decidedOn", "2023-01-31"));
        Answer noScan = chancery.send("wira", chancery.path(), whole, null, null);
        assertThat(noScan.json().at("/errors/0/pointer").asString()).isEqualTo("/scan");
        Answer page = chancery.send("wira", chancery.path(), whole, null, "<html>bukan SK</html>");
        assertThat(page.json().at("/errors/0/code").asString()).isEqualTo("not-a-scan");

        assertThat(chancery.lock("wira", whole).status()).isEqualTo(200);
        Answer again = chancery.lock("wira", whole);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("decree-locked");
    }

    private void refused(String pointer, String code, Map<String, String> paper) {
        Answer answer = chancery.lock("wira", paper);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    private static Map<String, String> with(Map<String, String> paper, String name, String value) {
        Map<String, String> other = new HashMap<>(paper);
        other.put(name, value);
        return other;
    }

    @Test
    void whileSomethingHoldsItBackItTakesAReason() {
        hall.opened(hall.reviewed(hall.village()).villageCode());
        Map<String, String> paper = chancery.paper(chancery.number(), "2023-02-10");

        refused("/despite", "required", paper);

        Answer answer = chancery.lock("wira", with(paper, "despite", "Desa lain menyusul dengan perubahan SK"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/decrees/0/despite").asString()).contains("menyusul");
    }

    @Test
    void itsDraftGoesToTheSignatureByWhoBringsItThereAndToOthersForAPurpose() {
        String draft = chancery.path() + "/draft.pdf";

        assertThat(http.as("wira").get(draft).status()).isEqualTo(200);
        assertThat(http.as("citra").get(draft).status()).isEqualTo(200);
        assertThat(http.as("fajar").get(draft).status()).isEqualTo(422);
        assertThat(http.as("fajar").get(draft + "?purpose=audit").status()).isEqualTo(200);

        assertThat(ledger.of(REGENCY, field.round().id()).stream()
                        .filter(entry -> entry.verb().equals("decree.exported"))
                        .map(entry -> entry.detail().get("purpose")))
                .containsExactly("signing", "signing", "audit");
    }

    @Test
    void aRoundInWhichNothingIsAgreedHasNothingToLock() {
        hall.reopen(
                "citra",
                UUID.fromString(hall.villageOf("citra", family.villageCode())
                        .get("meetingId")
                        .asString()),
                "Dibuka lagi");

        Answer answer = chancery.lock("wira", chancery.paper("460/1", "2023-02-10"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("nothing-to-decree");
    }

    @Test
    void itsNamesAreReadWithinOnesRegionAndItsPaperByWhoMaySeeThemAll() {
        chancery.locked();

        assertThat(http.as("oka")
                        .get(chancery.path() + "/families")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(http.as("budi")
                        .get(chancery.path() + "/families")
                        .json()
                        .get("items")
                        .size())
                .isZero();
        assertThat(http.as("eka").get(chancery.path() + "/families").status()).isEqualTo(403);
        assertThat(http.as("oka").get(chancery.path() + "/1/scan?purpose=audit").status())
                .isEqualTo(403);
        assertThat(http.as("fajar")
                        .get(chancery.path() + "/1/scan?purpose=audit")
                        .status())
                .isEqualTo(200);
        assertThat(http.as("fajar")
                        .get(chancery.path() + "/2/scan?purpose=audit")
                        .status())
                .isEqualTo(404);
    }
}
