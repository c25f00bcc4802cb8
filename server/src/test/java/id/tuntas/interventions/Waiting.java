package id.tuntas.interventions;

import id.tuntas.cases.FamilyCase;
import id.tuntas.testing.Http;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** Families that are not at zero yet and what they wait for, over HTTP. */
@TestComponent
class Waiting {

    private final Http http;

    Waiting(Http http) {
        this.http = http;
    }

    List<JsonNode> families(String persona, String filter) {
        return http.as(persona)
                .get("/api/v1/convergence/families" + filter + "&limit=500")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    List<JsonNode> gaps(String persona, FamilyCase family, String filter) {
        return families(persona, filter).stream()
                .filter(one -> one.get("caseId").asString().equals(family.id().toString()))
                .flatMap(one -> one.get("gaps").valueStream())
                .toList();
    }

    JsonNode offer(FamilyCase family, String need, JsonNode programme) {
        return gaps("citra", family, "?need=" + need)
                .getFirst()
                .get("offers")
                .valueStream()
                .filter(one -> one.get("programme").equals(programme.get("name")))
                .findFirst()
                .orElseThrow();
    }
}
