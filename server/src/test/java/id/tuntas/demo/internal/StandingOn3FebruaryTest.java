package id.tuntas.demo.internal;

import static id.tuntas.demo.internal.DemoPlan.FIRST_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.demo.internal.DemoPlan.Road;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.StorageSettings;
import id.tuntas.platform.Welcome;
import id.tuntas.programmes.Agencies;
import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@DemoTest
@TestPropertySource(properties = "tuntas.demo.families=240")
class StandingOn3FebruaryTest {

    private static final String PLAY = "/api/v1/demo/day";

    @Autowired
    private Http http;

    @Autowired
    private DemoPlan plan;

    @Autowired
    private DemoPlayer player;

    @Autowired
    private DemoDays days;

    @Autowired
    private DemoRunner runner;

    @Autowired
    private DemoPasswords passwords;

    @Autowired
    private Welcome welcome;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private StorageSettings storage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Agencies agencies;

    @Test
    void isReadyOnThatDay() {
        assertThat(http.withoutSession().get("/healthz").status()).isEqualTo(200);
        assertThat(http.withoutSession().get("/api/v1/app").json().get("today").asString())
                .isEqualTo("2023-02-03");
        assertThat(http.withoutSession().get("/api/v1/app").json().get("demo").asBoolean())
                .isTrue();
    }

    @Test
    void countsWhatThePlanSays() {
        List<Road> visited = plan.roads().stream()
                .filter(road -> road.visited().isBefore(FIRST_DAY))
                .toList();
        long approved = visited.stream()
                .filter(road -> road.approved().isBefore(FIRST_DAY))
                .count();

        JsonNode all = Figures.ofTheRound(http);

        assertThat(visited).isNotEmpty();
        assertThat(all.get("total").asInt()).isEqualTo(240);
        assertThat(all.get("assigned").asInt()).isEqualTo(240);
        assertThat(all.get("visited").asInt()).isEqualTo(visited.size());
        assertThat(all.get("approved").asLong()).isEqualTo(approved);
        Figures.assertOutcomes(all, visited);
    }

    @Test
    void noVisitHasAConflictOrLacksAFile() {
        JsonNode visits =
                http.as("citra").get("/api/v1/visits?limit=500").json().get("items");

        assertThat(visits.size()).isGreaterThan(20);
        assertThat(visits).allSatisfy(visit -> {
            assertThat(visit.get("conflicts").size()).isZero();
            assertThat(visit.get("complete").asBoolean()).isTrue();
            assertThat(visit.get("attachments").size()).isPositive();
        });
    }

    @Test
    void startingAgainChangesNothing() {
        List<Long> before = rows();

        runner.prepare();

        assertThat(rows()).isEqualTo(before);
        assertThat(clock.today()).isEqualTo(FIRST_DAY);
    }

    @Test
    void aDayThatWasCutOffIsPlayedAgainWithoutDoingAnythingTwice() {
        List<Long> before = rows();
        days.reached(DemoPlan.OPENS);

        player.playTo(FIRST_DAY, new DemoProgress(1, (done, total) -> {}));

        assertThat(rows()).isEqualTo(before);
        assertThat(days.today()).contains(FIRST_DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ani", "budi", "citra", "dewa", "eka", "fajar", "gita", "korcam-gerokgak", "petugas-banjar-01"})
    void everybodyCanSignInWithTheGivenPassword(String username) {
        Http.Answer answer = http.withoutSession()
                .post("/api/v1/session", Map.of("username", username, "password", Personas.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void keepsThePasswordsFromOthers() throws IOException {
        Path file = passwords.file();

        assertThat(file).startsWith(storage.data().toAbsolutePath());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(passwords.kept()).hasSize(107).containsEntry("ani", Personas.PASSWORD);
    }

    @Test
    void somebodyAnswersForEveryAgency() {
        assertThat(agencies.list(DemoPeople.REGENCY))
                .hasSize(10)
                .allSatisfy(agency -> assertThat(agency.people()).hasSize(1));
    }

    @Test
    void saysWhoCanSignInAndWhatToTry() {
        assertThat(welcome.lines("http://localhost:1"))
                .anyMatch(line -> line.contains("budi") && line.contains(Personas.PASSWORD))
                .anyMatch(line -> line.contains("http://localhost:1/lapangan/"))
                .anyMatch(line -> line.contains("3 February 2023"));
    }

    @Test
    void saysThatItDoesNotGoBackToADayThatIsPast() {
        assertThat(welcomed(FIRST_DAY.minusDays(1))).contains("--day 2023-02-02; --fresh", "does not go back");
        assertThat(welcomed(FIRST_DAY)).doesNotContain("--day");
    }

    private String welcomed(LocalDate asked) {
        return String.join("\n", new DemoWelcome(passwords, clock, new DemoSettings("", asked, 240, 1)).lines(""));
    }

    @ParameterizedTest
    @CsvSource({"2023-02-02,demo-day-past", "2023-10-19,demo-day-late"})
    void refusesADayItCannotStandOn(String day, String code) {
        Http.Answer answer = http.as("citra").post(PLAY, Map.of("day", day));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/day");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void refusesADayThatIsNone() {
        assertThat(http.as("citra").post(PLAY, Map.of()).status()).isEqualTo(422);
        assertThat(http.as("citra").post(PLAY, Map.of("day", "besok")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ani", "budi", "dewa", "eka", "fajar", "gita", "joko", "lina"})
    void onlyTheRegencyCoordinatorPlaysOn(String persona) {
        Http.Answer answer = http.as(persona).post(PLAY, Map.of("day", "2023-02-04"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
    }

    @Test
    void asksForASessionAndTheRightToken() {
        assertThat(http.withoutSession().post(PLAY, Map.of("day", "2023-02-04")).code())
                .isEqualTo("no-session");
        assertThat(http.as("citra")
                        .withFalseCsrf()
                        .send("POST", PLAY, BodyPublishers.ofString("no JSON"), "application/json")
                        .code())
                .isEqualTo("csrf");
    }

    private List<Long> rows() {
        return List.of("visits.submission", "visits.visit", "ledger.entry", "evidence.file", "cases.family").stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
