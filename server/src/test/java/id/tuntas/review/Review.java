package id.tuntas.review;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** The office's side of a visit, as its pages ask for it. */
@TestComponent
class Review {

    private final Field field;
    private final Http http;

    Review(Field field, Http http) {
        this.field = field;
        this.http = http;
    }

    /** A sound visit with all its photos, that waits. */
    UUID waiting(String officer, FamilyCase family) {
        return id(field.sent(officer, Post.of(family).withAllPhotos()));
    }

    static UUID id(JsonNode visit) {
        return UUID.fromString(visit.get("id").asString());
    }

    JsonNode visit(String persona, UUID id) {
        Answer answer = http.as(persona).get("/api/v1/visits/" + id);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    Answer decide(String persona, UUID visit, String etag, Map<String, Object> decision) {
        return http.as(persona).header("If-Match", etag).post("/api/v1/visits/" + visit + "/decision", decision);
    }

    /** Looks and decides at once. */
    Answer decide(String persona, UUID visit, Map<String, Object> decision) {
        return decide(persona, visit, etag(visit), decision);
    }

    Answer approve(String persona, UUID visit) {
        return decide(persona, visit, Map.of("decision", "approve"));
    }

    String etag(UUID visit) {
        return visit("citra", visit).get("etag").asString();
    }

    List<String> queue(String persona, String query) {
        return items(persona, query).map(item -> item.get("visitId").asString()).toList();
    }

    /** How many flags a visit has in the queue. */
    int flags(String persona, UUID visit) {
        return item(persona, visit).get("flags").asInt();
    }

    /** Whether the queue marks a visit as a correction. */
    boolean corrects(String persona, UUID visit) {
        return item(persona, visit).get("corrects").asBoolean();
    }

    private JsonNode item(String persona, UUID visit) {
        return items(persona, "&limit=500")
                .filter(item -> item.get("visitId").asString().equals(visit.toString()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> items(String persona, String query) {
        Answer answer =
                http.as(persona).get("/api/v1/reviews?round=" + field.round().code() + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("items").valueStream();
    }
}
