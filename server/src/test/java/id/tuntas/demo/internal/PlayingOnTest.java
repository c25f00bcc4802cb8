package id.tuntas.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.platform.Jobs;
import id.tuntas.testing.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@DemoTest
@TestPropertySource(properties = "tuntas.demo.families=160")
class PlayingOnTest {

    @Autowired
    private Http http;

    @Autowired
    private Jobs jobs;

    @Autowired
    private DemoPlan plan;

    @Test
    void bringsEveryFamilyToItsPlannedEnd() {
        Http.Answer started = http.as("citra").post("/api/v1/demo/day", Map.of("day", "2023-03-08"));

        assertThat(started.status()).isEqualTo(202);
        UUID job = UUID.fromString(started.json().get("jobId").asString());
        assertThat(jobs.await(DemoPeople.REGENCY, job, Duration.ofMinutes(3)).state())
                .isEqualTo("done");
        assertThat(http.withoutSession().get("/api/v1/app").json().get("today").asString())
                .isEqualTo("2023-03-08");
        JsonNode all = Figures.ofTheRound(http);
        assertThat(all.get("visited").asInt()).isEqualTo(160);
        assertThat(all.get("approved").asInt()).isEqualTo(160);
        Figures.assertOutcomes(all, plan.roads());
        assertThat(List.copyOf(http.as("citra")
                        .get("/api/v1/visits?limit=500&conflict=any")
                        .json()
                        .get("items")
                        .values()))
                .isEmpty();
    }
}
