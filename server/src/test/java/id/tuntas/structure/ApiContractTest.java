package id.tuntas.structure;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Http;
import id.tuntas.testing.ServerTest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    @Test
    void theOpenApiNamesWhatOpenRosasDoorAnswersAndNoOther() {
        Map<String, Set<String>> door = new TreeMap<>();
        for (var path : paths().properties()) {
            if (path.getKey().startsWith("/odk")) {
                door.put(path.getKey(), new TreeSet<>(path.getValue().propertyNames()));
            }
        }

        assertThat(door)
                .isEqualTo(Map.of(
                        "/odk/key/{key}/formList", Set.of("get"),
                        "/odk/key/{key}/forms/{formId}/{version}/form.xml", Set.of("get"),
                        "/odk/key/{key}/forms/{formId}/{version}/manifest", Set.of("get"),
                        "/odk/key/{key}/forms/{formId}/{version}/media/{name}", Set.of("get"),
                        "/odk/key/{key}/integrity", Set.of("get"),
                        "/odk/key/{key}/submission", Set.of("get", "head", "post")));
        assertThat(paths().at("/~1odk~1key~1{key}~1formList/get/responses").propertyNames())
                .containsExactlyInAnyOrder("200", "401", "403");
    }

    @Test
    void theOpenApiTellsHowASubmissionIsPosted() {
        JsonNode post = paths().at("/~1odk~1key~1{key}~1submission/post");

        assertThat(post.findValuesAsString("name")).containsExactly("key", "deviceID");
        JsonNode body = post.at("/requestBody/content/multipart~1form-data/schema");
        assertThat(body.get("required").toString()).isEqualTo("[\"xml_submission_file\"]");
        assertThat(body.get("properties").propertyNames())
                .containsExactlyInAnyOrder("xml_submission_file", "*isIncomplete*");
        assertThat(post.get("responses").propertyNames())
                .containsExactlyInAnyOrder("201", "400", "401", "403", "404", "413", "415");
    }

    @Test
    void bothDoorsOfASubmissionTakeTheSameBody() {
        JsonNode paths = paths();

        assertThat(paths.at("/~1api~1v1~1submissions/post/requestBody"))
                .isNotEmpty()
                .isEqualTo(paths.at("/~1odk~1key~1{key}~1submission/post/requestBody"));
    }

    @Test
    void noTwoOperationsHaveOneName() {
        assertThat(paths().findValuesAsString("operationId"))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void theOpenApiTellsWhatTheCommitOfARosterNeeds() {
        JsonNode form = http.withoutSession().get("/api/v1/openapi.json").json().at("/components/schemas/CommitForm");

        assertThat(form.get("required").toString()).isEqualTo("[\"round\"]");
        assertThat(form.at("/properties/acknowledgedRejects/description").asString())
                .contains("roster-rejects");
    }

    private JsonNode paths() {
        return http.withoutSession().get("/api/v1/openapi.json").json().get("paths");
    }
}
