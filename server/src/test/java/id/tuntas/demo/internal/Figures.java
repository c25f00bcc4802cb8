package id.tuntas.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.demo.internal.DemoPlan.Road;
import id.tuntas.testing.Http;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The round's counts as a page reads them, held against the plan. */
final class Figures {

    private Figures() {}

    static JsonNode ofTheRound(Http http) {
        return http.as("citra")
                .get("/api/v1/rounds/" + DemoSeeder.ROUND + "/progress?by=round")
                .json()
                .get("rows")
                .get(0);
    }

    static void assertOutcomes(JsonNode row, List<Road> roads) {
        for (DemoOutcome outcome : DemoOutcome.values()) {
            long planned =
                    roads.stream().filter(road -> road.outcome() == outcome).count();
            String pointer = outcome.finding() == null
                    ? "/contacts/" + outcome.contact().key()
                    : "/findings/" + outcome.finding().key();
            assertThat(row.at(pointer).asLong()).as(pointer).isEqualTo(planned);
        }
    }
}
