package id.tuntas.structure;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Http;
import id.tuntas.testing.ServerTest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Tag("structure")
@ServerTest
class ApiContractTest {

    /** The ledger is asked for what somebody did; that is his id and not the asker. */
    private static final String WHOSE_ENTRIES =
            "{\"name\":\"actor\",\"in\":\"query\",\"required\":false,\"schema\":{\"type\":\"string\",\"format\":\"uuid\"}}";

    @Autowired
    private Routes routes;

    @Autowired
    private Http http;

    @Test
    void theOpenApiNamesEveryRouteAndNoOther() {
        Http.Answer answer = http.withoutSession().get("/api/v1/openapi.json");

        Set<String> described = new TreeSet<>();
        for (var path : answer.json().get("paths").properties()) {
            if (path.getKey().startsWith("/api/v1/")) {
                for (var operation : path.getValue().properties()) {
                    described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        assertThat(described)
                .hasSizeGreaterThan(10)
                .isEqualTo(routes.all().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theOpenApiKeepsWhoIsAskingToItself() {
        JsonNode document = http.withoutSession().get("/api/v1/openapi.json").json();

        assertThat(document.findValues("parameters"))
                .isNotEmpty()
                .allSatisfy(parameters -> assertThat(parameters.toString().replace(WHOSE_ENTRIES, ""))
                        .doesNotContain("\"actor\""));
    }
}
