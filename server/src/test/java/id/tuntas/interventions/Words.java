package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What officers say of deliveries, over HTTP. */
@TestComponent
class Words {

    static final String LIST = "/api/v1/me/deliveries";
    static final String TODAY = "2023-02-10";

    private final Requests requests;
    private final Http http;
    private final JdbcClient jdbc;

    Words(Requests requests, Http http, JdbcClient jdbc) {
        this.requests = requests;
        this.http = http;
        this.jdbc = jdbc;
    }

    JsonNode delivered(FamilyCase family) {
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");
        requests.step("citra", asked, Map.of("state", "accepted"));
        Answer answer = requests.deliver(
                "citra", requests.seen("citra", asked), "2023-02-10", "20000000", Sent.photo("serah" + id(asked)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return asked;
    }

    JsonNode waiting(String officer, JsonNode intervention) {
        return http.as(officer)
                .get(LIST)
                .json()
                .get("items")
                .valueStream()
                .filter(one -> id(one).equals(id(intervention)))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> word(String said) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "said",
                said,
                "seenOn",
                TODAY,
                "note",
                "",
                "unplaced",
                "Tidak ada sinyal satelit"));
    }

    Answer say(String persona, JsonNode seen, Map<String, String> word, Sent... photos) {
        return Requests.send(
                http.as(persona).header("If-Match", '"' + seen.get("version").asString() + '"'),
                LIST + "/" + id(seen) + "/words",
                word,
                List.of(photos));
    }

    int unshown() {
        return http.as("citra").get("/api/v1/convergence").json().get("unshown").asInt();
    }

    boolean received(JsonNode intervention) {
        return jdbc.sql("select exists (select from interventions.received where id = :id)")
                .param("id", UUID.fromString(id(intervention)))
                .query(Boolean.class)
                .single();
    }
}
