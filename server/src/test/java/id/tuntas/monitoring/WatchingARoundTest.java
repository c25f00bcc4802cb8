package id.tuntas.monitoring;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Actor;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Cases;
import id.tuntas.cases.VisitOutcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Ids;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchingARoundTest {

    private static final String ROUND = "PANTAU-1";
    private static final String SUKASADA_VILLAGE = "51.08.05.2004";
    private static final String TEJAKULA_VILLAGE = "51.08.09.2004";

    @Autowired
    private CaseData data;

    @Autowired
    private Cases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Personas personas;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Http http;

    private Round round;

    /** Six families of Sukasada with Ani: one approved, one waiting, one returned, one moved; and two of Tejakula with nobody. */
    @BeforeAll
    void aRoundInTheMiddleOfItsWork() {
        List.of("ani", "budi", "hana", "iwan").forEach(personas::actor);
        round = data.openRound(ROUND);
        List<UUID> sukasada = data.families(round, SUKASADA_VILLAGE, 6);
        data.families(round, TEJAKULA_VILLAGE, 2);
        Actor budi = personas.actor("budi");
        assignments.assign(
                personas.actor("citra"),
                new AssignFamilies(personas.actor("ani").id(), sukasada, List.of(), null));
        onDay("2023-02-01");
        VisitOutcome poor = visit(sukasada.get(0), ContactResult.FOUND, Finding.POOR);
        VisitOutcome waiting = visit(sukasada.get(1), ContactResult.FOUND, Finding.NOT_POOR);
        onDay("2023-02-02");
        VisitOutcome returned = visit(sukasada.get(2), ContactResult.FOUND, Finding.POOR);
        visit(sukasada.get(3), ContactResult.MOVED, null);
        transaction.executeWithoutResult(status -> {
            cases.visitApproved(budi, sukasada.get(0), poor.visitId(), ContactResult.FOUND, Finding.EXTREMELY_POOR);
            cases.visitReturned(budi, sukasada.get(2), returned.visitId());
        });
        onDay("2023-02-03");
        assertThat(waiting.proposed()).isEqualTo(Finding.NOT_POOR);
    }

    private VisitOutcome visit(UUID family, ContactResult contact, Finding finding) {
        VisitOutcome outcome =
                new VisitOutcome(Ids.next(), personas.actor("ani").id(), contact, finding, Instant.now(), -8.2, 115.1);
        transaction.executeWithoutResult(status -> cases.visitReceived(REGENCY, family, outcome));
        return outcome;
    }

    /** Lays what was done since the last call on a day of the past. */
    private void onDay(String day) {
        jdbc.sql("update cases.step set day = :day where round_id = :round and day > date '2024-01-01'")
                .param("day", LocalDate.parse(day))
                .param("round", round.id())
                .update();
    }

    private Answer progress(String persona, String query) {
        return http.as(persona).get("/api/v1/rounds/" + ROUND + "/progress" + query);
    }

    private static JsonNode row(Answer answer, String key) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        for (JsonNode row : answer.json().get("rows")) {
            if (row.get("key").asString().equals(key)) {
                return row;
            }
        }
        throw new AssertionError("no row " + key + " in " + answer.body());
    }

    @Test
    void countsFamiliesInTheShapeOfTheContract() {
        Answer answer = progress("citra", "?by=round");

        assertThat(answer.json().get("unit").asString()).isEqualTo("family");
        assertThat(LocalDate.parse(answer.json().get("asOf").asString())).isAfter(LocalDate.of(2023, 2, 3));
        assertThat(row(answer, ROUND).toString()).isEqualTo("""
                {"key":"PANTAU-1","name":"Putaran PANTAU-1","total":8,"assigned":6,"visited":4,"approved":1,"waiting":2,"returned":1,\
                "findings":{"extremelyPoor":1,"poor":1,"notPoor":1},\
                "contacts":{"found":3,"moved":1,"deceased":0,"notFound":0,"duplicate":0,"refused":0}}""");
    }

    @Test
    void listsEveryDistrictVillageAndOfficerEvenWithoutAFamily() {
        Answer districts = progress("citra", "?by=district");
        assertThat(districts.json().get("rows")).hasSize(9);
        assertThat(row(districts, "51.08.05").get("visited").asInt()).isEqualTo(4);
        assertThat(row(districts, "51.08.09").get("total").asInt()).isEqualTo(2);
        assertThat(row(districts, "51.08.01").get("total").asInt()).isZero();

        assertThat(progress("citra", "?by=village").json().get("rows")).hasSize(148);
        assertThat(progress("citra", "?by=village&district=51.08.05")
                        .json()
                        .get("rows")
                        .findValuesAsString("key"))
                .allMatch(key -> key.startsWith("51.08.05."))
                .contains(SUKASADA_VILLAGE);

        Answer officers = progress("citra", "?by=officer");
        JsonNode ani = row(officers, personas.actor("ani").id().toString());
        assertThat(ani.get("name").asString()).isEqualTo("Ani");
        assertThat(ani.get("total").asInt()).isEqualTo(6);
        assertThat(row(officers, personas.actor("iwan").id().toString())
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void showsAPastDayAsItStoodThen() {
        JsonNode first = row(progress("citra", "?by=round&day=2023-02-01"), ROUND);
        JsonNode second = row(progress("citra", "?by=round&day=2023-02-02"), ROUND);
        JsonNode third = row(progress("citra", "?by=round&day=2023-02-03"), ROUND);

        assertThat(first.get("total").asInt()).isEqualTo(8);
        assertThat(first.get("assigned").asInt()).isEqualTo(6);
        assertThat(first.get("visited").asInt()).isZero();
        assertThat(second.get("visited").asInt()).isEqualTo(2);
        assertThat(second.get("approved").asInt()).isZero();
        assertThat(second.at("/findings/poor").asInt()).isEqualTo(1);
        assertThat(third).isEqualTo(row(progress("citra", "?by=round"), ROUND));
        assertThat(row(
                                progress("citra", "?by=officer&day=2023-02-02"),
                                personas.actor("ani").id().toString())
                        .get("visited")
                        .asInt())
                .isEqualTo(2);
        assertThat(progress("citra", "?day=2023-01-01&by=district").json().get("rows"))
                .hasSize(9);
        assertThat(progress("citra", "?day=2023-02-02").json().get("asOf").asString())
                .isEqualTo("2023-02-02");
    }

    @Test
    void showsADistrictCoordinatorHisDistrictAndSaysSo() {
        JsonNode sum = row(progress("hana", "?by=round"), ROUND);

        assertThat(sum.get("total").asInt()).isEqualTo(2);
        assertThat(sum.get("name").asString()).isEqualTo("Putaran PANTAU-1 – Tejakula");
        assertThat(progress("hana", "?by=district").json().get("rows").findValuesAsString("key"))
                .containsExactly("51.08.09");
        assertThat(progress("hana", "?by=village&district=51.08.05").json().get("rows"))
                .isEmpty();
        assertThat(progress("hana", "?by=officer").body())
                .doesNotContain(personas.actor("ani").id().toString());
        assertThat(row(progress("hana", "?by=round&day=2023-02-03"), ROUND)
                        .get("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        assertThat(progress("citra", "?by=moon").status()).isEqualTo(422);
        assertThat(progress("citra", "?day=2999-01-01").status()).isEqualTo(422);
        assertThat(progress("citra", "?day=yesterday").status()).isEqualTo(400);
        assertThat(http.as("citra").get("/api/v1/rounds/NONE/progress").status())
                .isEqualTo(404);
        assertThat(http.as("lina").get("/api/v1/rounds/" + ROUND + "/progress").status())
                .as("another regency")
                .isEqualTo(404);
        for (String path : List.of("progress", "pace", "waiting")) {
            String address = "/api/v1/rounds/" + ROUND + "/" + path;
            assertThat(http.as("ani").get(address).status()).isEqualTo(403);
            assertThat(http.as("gita").get(address).status()).isEqualTo(403);
            assertThat(http.withoutSession().get(address).status()).isEqualTo(401);
            for (String reader : List.of("budi", "citra", "dewa", "eka", "fajar")) {
                assertThat(http.as(reader).get(address).status()).as(reader).isEqualTo(200);
            }
        }
        assertThat(http.as("citra")
                        .get("/api/v1/rounds/" + ROUND + "/pace?by=village")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void tellsHowManyWereVisitedEachDay() {
        Answer pace = http.as("citra").get("/api/v1/rounds/" + ROUND + "/pace?by=round");

        JsonNode days = row(pace, ROUND).get("days");
        assertThat(days.get(0).toString()).isEqualTo("{\"day\":\"2023-02-01\",\"visited\":0}");
        assertThat(days.get(1).get("visited").asInt()).isEqualTo(2);
        assertThat(days.get(2).get("visited").asInt()).isEqualTo(2);
        assertThat(days).hasSize(25);
        assertThat(pace.json().get("deadline").asString()).isEqualTo("2023-02-25");
        Answer byDistrict = http.as("citra").get("/api/v1/rounds/" + ROUND + "/pace?by=district");
        assertThat(row(byDistrict, "51.08.05").at("/days/1/visited").asInt()).isEqualTo(2);
        assertThat(row(byDistrict, "51.08.09").at("/days/1/visited").asInt()).isZero();
    }

    @Test
    void tellsWhatWaitsForWhom() {
        Answer waiting = http.as("citra").get("/api/v1/rounds/" + ROUND + "/waiting");

        assertThat(waiting.json().get("items").toString())
                .contains("{\"what\":\"review\",\"who\":\"Budi\",\"region\":\"51.08.05\",\"regionName\":\"Sukasada\","
                        + "\"count\":2,\"oldestDay\":\"2023-02-02\"}")
                .contains(
                        "{\"what\":\"correction\",\"who\":\"Ani\",\"region\":\"51.08.05\",\"regionName\":\"Sukasada\","
                                + "\"count\":1,\"oldestDay\":\"2023-02-03\"}")
                .contains("\"what\":\"assignment\",\"who\":\"Hana\",\"region\":\"51.08.09\"")
                .contains("{\"what\":\"silentOfficer\",\"who\":\"Ani\",\"region\":\"51.08.05\","
                        + "\"regionName\":\"Sukasada\",\"count\":3,\"oldestDay\":\"2023-02-03\"}");
        assertThat(http.as("hana").get("/api/v1/rounds/" + ROUND + "/waiting").body())
                .contains("assignment")
                .doesNotContain("Sukasada");
    }
}
