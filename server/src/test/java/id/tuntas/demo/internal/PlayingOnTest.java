package id.tuntas.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.demo.DemoCalendar;
import id.tuntas.platform.Jobs;
import id.tuntas.testing.Http;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@DemoTest
@TestPropertySource(properties = "tuntas.demo.families=80")
class PlayingOnTest {

    private static final int FAMILIES = 80;
    private static final String ROUND = "/api/v1/rounds/" + DemoSeeder.ROUND;

    @Autowired
    private Http http;

    @Autowired
    private Jobs jobs;

    @Autowired
    private DemoPlan plan;

    @Autowired
    private DemoSettings settings;

    @Autowired
    private DemoDays days;

    @Autowired
    private DemoPlayer player;

    @Autowired
    private JdbcClient jdbc;

    /** One test, since time only goes on. */
    @Test
    void bringsEveryFamilyToItsPlannedEnd() {
        playTo(DemoPlan.VISITED);
        assertEveryVisitApproved();
        playTo(DemoDecree.DAY.plusDays(1));
        assertEveryVillageMet();
        assertDecreed();
        playTo(DemoCalendar.LAST_DAY);
        assertRepairs();
        assertHelped();
        assertGraduatedHaveReceived();
        assertLimited();
        assertShared();
        assertWatched();
        assertWrittenTo();
        assertPlayedAgainChangesNothing();
    }

    private void playTo(LocalDate day) {
        Http.Answer started = http.as("citra").post("/api/v1/demo/day", Map.of("day", day.toString()));

        assertThat(started.status()).isEqualTo(202);
        UUID job = UUID.fromString(started.json().get("jobId").asString());
        assertThat(jobs.await(DemoPeople.REGENCY, job, Duration.ofMinutes(3)).state())
                .isEqualTo("done");
        assertThat(http.withoutSession().get("/api/v1/app").json().get("today").asString())
                .isEqualTo(day.toString());
    }

    private void assertEveryVisitApproved() {
        JsonNode all = Figures.ofTheRound(http);
        assertThat(all.get("visited").asInt()).isEqualTo(FAMILIES);
        assertThat(all.get("approved").asInt()).isEqualTo(FAMILIES);
        Figures.assertOutcomes(all, plan.roads());
        assertThat(items("/api/v1/visits?limit=500&conflict=any")).isEmpty();
    }

    private void assertEveryVillageMet() {
        List<JsonNode> villages = items(ROUND + "/deliberations");
        assertThat(villages).isNotEmpty().allSatisfy(village -> {
            assertThat(village.get("state").asString()).isEqualTo("closed");
            assertThat(village.get("undecided").asInt()).isZero();
            assertThat(LocalDate.parse(village.get("heldOn").asString())).isIn(DemoMeetings.days());
        });
        assertThat(villages.stream()
                        .mapToInt(village -> village.get("agreed").asInt()
                                + village.get("disputed").asInt())
                        .sum())
                .isEqualTo(FAMILIES);
        assertThat(count("deliberation.meeting m join deliberation.signed_minutes s on s.meeting_id = m.id"))
                .isEqualTo(villages.size());
    }

    private void assertWrittenTo() {
        assertThat(items("/api/v1/petitions"))
                .extracting(one -> one.get("stage").asString())
                .containsExactly("received", "received", "received", "received");
        assertThat(items("/api/v1/petitions").getFirst().get("daysLeft").asInt())
                .isNegative();
    }

    private void assertDecreed() {
        JsonNode show = http.as("citra").get(ROUND + "/decree").json();
        assertThat(show.get("asOf").asString()).isEqualTo("2023-04-01");
        assertThat(show.get("decrees").size()).isEqualTo(1);
        JsonNode decree = show.at("/decrees/0");
        assertThat(decree.get("families").asInt()).isEqualTo(repairs().size());
        assertThat(decree.get("decidedOn").asString()).isEqualTo("2023-03-31");
        assertThat(decree.get("lockedBy").asString()).isEqualTo("Wira Contoh");
        assertThat(decree.get("despite").asString()).isEmpty();
    }

    private void assertRepairs() {
        for (int year : new int[] {2023, 2024}) {
            assertThat(repairs("extract(year from i.planned_on) = " + year))
                    .as("planned for %s", year)
                    .isEqualTo(planned(repair -> repair.plannedFor().getYear() == year));
        }
        assertThat(repairs("i.state = 'received'")).isEqualTo(planned(repair -> repair.finished() != null));
    }

    private long planned(Predicate<DemoRepairs.Repair> which) {
        return repairs().values().stream().filter(which).count();
    }

    private long repairs(String condition) {
        return count(
                "interventions.intervention i join programmes.programme p on p.id = i.programme_id where p.code = 'RTLH' and "
                        + condition);
    }

    private void assertHelped() {
        JsonNode zero = http.as("citra").get("/api/v1/convergence").json();
        JsonNode steps = http.as("citra").get(ROUND + "/graduations").json().get("counts");
        assertThat(steps.get("graduated").asInt()).isEqualTo(1);
        assertThat(steps.get("decide").asInt()).isEqualTo(1);
        assertThat(
                        count(
                                "graduation.graduation g join deliberation.signed_minutes s on s.meeting_id = g.village_meeting"))
                .isEqualTo(2);
        assertThat(zero.get("families").asInt()).isEqualTo(repairs().size() - 1);
        assertThat(zero.get("met").asInt())
                .isPositive()
                .isLessThan(zero.get("needs").asInt());
        assertThat(http.as("citra")
                        .get(ROUND + "/zero")
                        .json()
                        .at("/unplanned/families")
                        .asLong())
                .as("left for 2024")
                .isEqualTo(planned(repair -> repair.plannedFor().getYear() == 2024));
    }

    private void assertGraduatedHaveReceived() {
        assertThat(jdbc.sql("""
                        select distinct i.state
                        from graduation.graduation g join interventions.intervention i on i.family_id = g.family_id
                        where g.state = 'graduated'
                        """).query(String.class).list())
                .contains("received")
                .isSubsetOf("received", "refused");
    }

    private void assertWatched() {
        JsonNode watch = items(ROUND + "/watches").getFirst();
        assertThat(watch.get("visited").asInt())
                .isPositive()
                .isLessThan(watch.get("drawn").asInt());
        assertThat(watch.at("/estimate/poor").asInt()).isZero();
        assertThat(watch.at("/estimate/measured").asInt())
                .isEqualTo(watch.get("visited").asInt());
        assertThat(watch.at("/estimate/high").asDouble()).isBetween(0.01, 0.99);
    }

    private void assertLimited() {
        Map<String, JsonNode> quotas = items("/api/v1/programmes").stream()
                .filter(programme -> !programme.get("quotas").isEmpty())
                .collect(Collectors.toMap(one -> one.get("code").asString(), one -> one.at("/quotas/0")));
        assertThat(quotas).containsOnlyKeys(DemoQuotas.LIMITS.keySet());
        assertThat(quotas.get("JAMBAN").get("units").asInt()).isPositive();
        assertThat(quotas.get("JAMBAN").get("rupiah").isNull()).isTrue();
        assertThat(quotas.get("SEMBAKO").get("rupiah").asLong()).isPositive();
    }

    /** Before what is there is counted: its job goes on while the demo plays. */
    private void assertShared() {
        List<JsonNode> sharings = items("/api/v1/sharings?round=" + DemoSeeder.ROUND);
        assertThat(sharings).hasSize(1);
        JsonNode plan = http.as("citra")
                .get("/api/v1/sharings/" + sharings.getFirst().get("id").asString())
                .json();
        UUID job = UUID.fromString(plan.get("jobId").asString());
        assertThat(jobs.await(DemoPeople.REGENCY, job, Duration.ofMinutes(1)).state())
                .isEqualTo("done");
    }

    private void assertPlayedAgainChangesNothing() {
        List<Long> before = rows();
        days.reached(DemoMeetings.FIRST);

        player.playTo(DemoCalendar.LAST_DAY, new DemoProgress(1, (done, total) -> {}));

        assertThat(rows()).isEqualTo(before);
    }

    private Map<Integer, DemoRepairs.Repair> repairs() {
        return DemoRepairs.of(plan, settings.seed());
    }

    private List<JsonNode> items(String path) {
        return List.copyOf(http.as("citra").get(path).json().get("items").values());
    }

    private List<Long> rows() {
        return Stream.of(
                        "ledger.entry",
                        "deliberation.decision",
                        "decrees.decree",
                        "interventions.step",
                        "programmes.need_decision",
                        "programmes.quota",
                        "graduation.graduation",
                        "graduation.drawn",
                        "visits.visit")
                .map(this::count)
                .toList();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
