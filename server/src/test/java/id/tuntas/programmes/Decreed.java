package id.tuntas.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** Families with an approved visit, whose answers a test may change. */
@TestComponent
public class Decreed {

    private final Field field;
    private final Http http;

    Decreed(Field field, Http http) {
        this.field = field;
        this.http = http;
    }

    /** A family that is extremely poor: three people, of 40, 12 and 3 years. @param answers nodes of the form that say something else */
    public FamilyCase family(String officer, Map<String, String> answers) {
        return found(officer, answers, "extremelyPoor");
    }

    public FamilyCase found(String officer, Map<String, String> answers, String finding) {
        return approved(
                officer, answers, Map.of("decision", "approve", "finding", finding, "reason", "Sesuai keadaan"));
    }

    /** One that nobody knows at its address. */
    public FamilyCase notFound(String officer) {
        return approved(
                officer, Map.of("result", "not_found"), Map.of("decision", "approve", "reason", "Sesuai keadaan"));
    }

    private FamilyCase approved(String officer, Map<String, String> answers, Map<String, String> decision) {
        FamilyCase family = field.familyOf(officer);
        JsonNode visit = sent(officer, family, answers);
        JsonNode seen = http.as("citra")
                .get("/api/v1/visits/" + visit.get("id").asString())
                .json();
        Answer approved = http.as("citra")
                .header("If-Match", seen.get("etag").asString())
                .post("/api/v1/visits/" + visit.get("id").asString() + "/decision", decision);
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        return field.family(family.id());
    }

    /** One whose visit waits for its review. */
    FamilyCase visited(String officer, Map<String, String> answers) {
        FamilyCase family = field.familyOf(officer);
        sent(officer, family, answers);
        return field.family(family.id());
    }

    private JsonNode sent(String officer, FamilyCase family, Map<String, String> answers) {
        Post post = Post.of(family).withAllPhotos();
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            post = post.with(answer.getKey(), answer.getValue());
        }
        return field.sent(officer, post);
    }
}
