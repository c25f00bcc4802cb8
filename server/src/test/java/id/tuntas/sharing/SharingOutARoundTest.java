package id.tuntas.sharing;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Jobs;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class})
class SharingOutARoundTest {

    private static final String SHARINGS = "/api/v1/sharings";
    private static final String HOUSING = "housing";
    private static final long HOUSE = 20_000_000;
    private static final long ENOUGH = 1_000_000_000_000L;

    /** Three people who spend a little less than the line: nobody is less badly off. */
    private static final Map<String, String> JUST_BELOW = Map.of("expenditure_food", "760000");

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessClock clock;

    /** From nothing to requests at the agencies: worked out, explained, changed by a person, kept when it is worked out again, committed. */
    @Test
    void leadsFromBudgetToRequests() {
        FamilyCase family = needing(HOUSING, JUST_BELOW);
        FamilyCase other = needing(HOUSING, JUST_BELOW);
        String former = started(ENOUGH);
        JsonNode wealth = shown(former).at("/budgets/0");
        long given = wealth.get("given").asLong() - HOUSE;
        String id = started(wealth.get("asked").asLong() + given);

        JsonNode shown = shown(id);
        assertThat(shown.get("state").asString()).isEqualTo("proposed");
        assertThat(shown.at("/budgets/0/given").asLong()).isEqualTo(given);
        assertThat(shown.get("digest").asString()).hasSize(64);
        assertThat(gets(id, family)).isNotEqualTo(gets(id, other));
        FamilyCase lucky = gets(id, family) ? family : other;
        FamilyCase unlucky = lucky == family ? other : family;
        assertThat(why(id, lucky)).containsExactly("need", "pillar");
        JsonNode full = explained(id, unlucky).get("reasons").get(0);
        assertThat(full.get("why").asString()).isEqualTo("budget");
        assertThat(full.get("holders").asLong()).isEqualTo(given / HOUSE);

        Map<String, Object> choice = choice(unlucky, true);
        JsonNode preview =
                http.as("citra").post(SHARINGS + "/" + id + "/preview", choice).json();
        assertThat(preview.at("/moved/0/caseId").asString())
                .isEqualTo(lucky.id().toString());
        assertThat(gets(id, unlucky)).isFalse();
        assertThat(changed(id, shown, choice).status()).isEqualTo(200);
        assertThat(gets(id, unlucky)).isTrue();
        assertThat(gets(id, lucky)).isFalse();
        assertThat(changed(id, shown, choice).code()).isEqualTo("stale");

        run(post(id, "again", shown(id)));
        assertThat(gets(id, unlucky)).isTrue();
        assertThat(why(id, unlucky)).contains("person");

        JsonNode before = shown(id);
        run(post(id, "commit", before));
        assertThat(shown(id).get("state").asString()).isEqualTo("committed");
        assertThat(requests.ofCase("citra", unlucky))
                .extracting(one -> one.get("state").asString())
                .containsExactly("proposed");
        assertThat(requests.ofCase("citra", lucky)).isEmpty();
        assertThat(post(id, "commit", before).code()).isEqualTo("stale");
        assertThat(post(id, "commit", shown(id)).code()).isEqualTo("sharing-committed");
        JsonNode newest = listed("");
        assertThat(newest.at("/items/0/id").asString()).isEqualTo(id);
        assertThat(newest.at("/items/0/by").asString())
                .isEqualTo(field.actor("citra").name());
        for (String figure : List.of("families", "requests")) {
            assertThat(newest.at("/items/0/" + figure).asInt())
                    .as(figure)
                    .isPositive()
                    .isEqualTo(shown(id).at("/figures/" + figure).asInt());
        }
        assertThat(listed("&after=" + newest.get("next").asString())
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(former);
        assertThat(ledger.of(REGENCY, UUID.fromString(id)))
                .extracting(Entry::verb)
                .containsExactly(
                        "sharing.started",
                        "sharing.proposed",
                        "sharing.changed",
                        "sharing.again",
                        "sharing.proposed",
                        "sharing.committed");
    }

    @Test
    void whatWasReceivedBarsUntilItsTermIsOver() {
        FamilyCase family = needing("food", JUST_BELOW);
        JsonNode food = requests.asked("budi", family, "SEMBAKO", "food");
        requests.step("citra", food, Map.of("state", "accepted"));
        requests.deliver("citra", requests.seen("citra", food), "2023-02-10", "", Sent.photo("beras"));
        requests.receive("ani", requests.seen("citra", food), "2023-02-10");

        clock.playOn(LocalDate.of(2023, 12, 31));
        JsonNode inItsTerm = explained(started(ENOUGH), family, "SEMBAKO");
        assertThat(inItsTerm.get("may").asBoolean()).isFalse();
        assertThat(inItsTerm.at("/reasons/0/why").asString()).isEqualTo("asked");
        clock.playOn(LocalDate.of(2024, 1, 1));
        assertThat(explained(started(ENOUGH), family, "SEMBAKO").get("may").asBoolean())
                .isTrue();
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void takesNothingInWhereNobodyCanMakeRoom() {
        FamilyCase family = needing(HOUSING, Map.of());
        String id = started(0);

        Answer refused = changed(id, shown(id), choice(family, true));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("sharing-no-room");
        assertThat(gets(id, family)).isFalse();
    }

    @Test
    void asksNobodyOnceSomethingHasChanged() {
        FamilyCase family = needing(HOUSING, Map.of());
        String id = started(ENOUGH);
        requests.asked("citra", family, Requests.HOUSING, HOUSING);

        Answer refused = post(id, "commit", shown(id));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("sharing-outdated");
        assertThat(shown(id).get("state").asString()).isEqualTo("proposed");
    }

    @Test
    void isOpenAgainWhereItsWorkHasFailed() {
        FamilyCase family = needing(HOUSING, Map.of());
        String id = started(ENOUGH);
        assertThat(gets(id, family)).isTrue();

        failed(id, "solving");
        assertThat(shown(id).get("state").asString()).isEqualTo("proposed");
        failed(id, "committing");
        assertThat(shown(id).get("state").asString()).isEqualTo("proposed");
        assertThat(gets(id, family)).isTrue();

        failed(id, "solving");
        jdbc.sql("update sharing.plan set inputs = null, digest = null where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        assertThat(shown(id).get("state").asString()).isEqualTo("stopped");
        assertThat(http.as("citra")
                        .get(SHARINGS + "?round=" + field.round().code())
                        .json()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("stopped");
        assertThat(post(id, "commit", shown(id)).code()).isEqualTo("sharing-unworked");
        assertThat(changed(id, shown(id), choice(family, false)).code()).isEqualTo("sharing-unworked");
        run(post(id, "again", shown(id)));
        assertThat(shown(id).get("state").asString()).isEqualTo("proposed");
        assertThat(gets(id, family)).isTrue();
    }

    /** As if the work on it had been given up. */
    private void failed(String id, String state) {
        jdbc.sql(
                        "update platform.job set state = 'failed' where id = (select job_id from sharing.plan where id = cast(:id as uuid))")
                .param("id", id)
                .update();
        jdbc.sql("update sharing.plan set state = :state where id = cast(:id as uuid)")
                .param("state", state)
                .param("id", id)
                .update();
    }

    @Test
    void isForWhoeverAnswersForTheWholeRegency() {
        needing(HOUSING, Map.of());
        String id = started(ENOUGH);

        for (String persona : List.of("ani", "budi", "dewa", "eka", "fajar", "gita")) {
            assertThat(http.as(persona).get(SHARINGS + "/" + id).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(http.as(persona).post(SHARINGS, terms(1)).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(http.as("lina").get(SHARINGS + "/" + id).status()).isEqualTo(404);
        assertThat(http.withoutSession().get(SHARINGS + "/" + id).status()).isEqualTo(401);
        assertThat(http.as("citra")
                        .post(SHARINGS + "/" + id + "/commit", Map.of())
                        .status())
                .isEqualTo(428);
        assertThat(http.as("citra")
                        .post(SHARINGS, Map.of("round", field.round().code(), "step", 51))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/step");
        assertThat(http.as("citra")
                        .post(SHARINGS, Map.of("round", field.round().code(), "budgets", Map.of("apbd", 1)))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/budgets/apbd");
    }

    /** An extremely poor family of which a person has confirmed one need. */
    private FamilyCase needing(String need, Map<String, String> answers) {
        requests.programme(Requests.HOUSING);
        FamilyCase family = decreed.family("ani", answers);
        Answer said = http.as("citra")
                .post(
                        "/api/v1/cases/" + family.id() + "/needs",
                        Map.of("need", need, "confirmed", true, "reason", "Dilihat sendiri"));
        assertThat(said.status()).as(said.body()).isEqualTo(200);
        return family;
    }

    private Map<String, Object> terms(long budget) {
        return Map.of("round", field.round().code(), "budgets", Map.of("apbdRegency", budget), "seed", 1);
    }

    private String started(long budget) {
        Answer started = http.as("citra").post(SHARINGS, terms(budget));
        run(started);
        return started.json().get("id").asString();
    }

    private void run(Answer started) {
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        assertThat(jobs.await(
                                REGENCY,
                                UUID.fromString(started.json().get("jobId").asString()),
                                Duration.ofMinutes(2))
                        .state())
                .isEqualTo("done");
    }

    private JsonNode listed(String after) {
        return http.as("citra")
                .get(SHARINGS + "?limit=1&round=" + field.round().code() + after)
                .json();
    }

    private JsonNode shown(String id) {
        return http.as("citra").get(SHARINGS + "/" + id).json();
    }

    private Answer post(String id, String act, JsonNode seen) {
        return http.as("citra")
                .header("If-Match", '"' + seen.get("version").asString() + '"')
                .post(SHARINGS + "/" + id + "/" + act, Map.of());
    }

    private Answer changed(String id, JsonNode seen, Map<String, Object> choice) {
        return http.as("citra")
                .header("If-Match", '"' + seen.get("version").asString() + '"')
                .post(SHARINGS + "/" + id + "/choices", choice);
    }

    private Map<String, Object> choice(FamilyCase family, boolean given) {
        return Map.of(
                "caseId", family.id(),
                "programmeId", requests.programme(Requests.HOUSING).get("id").asString(),
                "given", given);
    }

    private JsonNode explained(String id, FamilyCase family) {
        return explained(id, family, Requests.HOUSING);
    }

    private JsonNode explained(String id, FamilyCase family, String code) {
        String programme = requests.programme(code).get("id").asString();
        return http.as("citra")
                .get(SHARINGS + "/" + id + "/families/" + family.id())
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("programmeId").asString().equals(programme))
                .findFirst()
                .orElseThrow();
    }

    private boolean gets(String id, FamilyCase family) {
        return explained(id, family).get("given").asBoolean();
    }

    private List<String> why(String id, FamilyCase family) {
        return explained(id, family)
                .get("reasons")
                .valueStream()
                .map(reason -> reason.get("why").asString())
                .toList();
    }
}
