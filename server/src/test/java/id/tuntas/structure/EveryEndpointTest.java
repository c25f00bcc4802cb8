package id.tuntas.structure;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.structure.Routes.Route;
import id.tuntas.testing.Http;
import id.tuntas.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks every route there is, so that no new one can be left open. What each answers the right person is shown beside its module. */
@Tag("structure")
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class EveryEndpointTest {

    /** Signing in and out, the page's first question, and the link that makes the first administrator. */
    static final Set<String> PUBLIC = Set.of(
            "POST /api/v1/session",
            "GET /api/v1/session",
            "DELETE /api/v1/session",
            "GET /api/v1/app",
            "POST /api/v1/setup/{token}",
            "GET /api/v1/kept-papers/{key}",
            "GET /api/v1/open/places",
            "POST /api/v1/open/petitions",
            "POST /api/v1/open/petition-status",
            "POST /api/v1/open/family-status");

    /** What a person without any right is shown: who he is, and the names of villages. */
    private static final Set<String> FOR_EVERYBODY_SIGNED_IN = Set.of("GET /api/v1/regions");

    private static final String BOUNDARY = "batas";
    private static final String ONE_FILE = "--" + BOUNDARY + "\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\na;b\r\n--"
            + BOUNDARY + "--\r\n";

    @Autowired
    private Routes routes;

    @Autowired
    private Http http;

    List<Route> guarded() {
        return routes.all().stream()
                .filter(route -> !PUBLIC.contains(route.toString()))
                .toList();
    }

    List<Route> writes() {
        return guarded().stream().filter(Route::writes).toList();
    }

    List<Route> forSomebodyWithARight() {
        return guarded().stream()
                .filter(route -> !FOR_EVERYBODY_SIGNED_IN.contains(route.toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void asksForASession(Route route) {
        Http.Answer answer = send(http.withoutSession(), route);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("no-session");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesAWriteWithAFalseCsrfToken(Route route) {
        Http.Answer answer = send(http.as("citra").withFalseCsrf(), route);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("csrf");
    }

    @ParameterizedTest
    @MethodSource("forSomebodyWithARight")
    void tellsSomebodyWithoutRightsNothing(Route route) {
        Http.Answer answer = send(http.as("gita"), route);

        assertThat(answer.status()).isIn(403, 404);
        assertThat(answer.code()).isIn("forbidden", "not-found");
    }

    /** Whoever may do all of it is told that nobody can read this, or that what he names is not there; nothing breaks. */
    @ParameterizedTest
    @MethodSource("writes")
    void survivesABodyThatCannotBeRead(Route route) {
        for (String broken : List.of("", "{", "[]", "null", "7", "{\"id\":{\"id\":[]}}")) {
            Http.Answer answer = http.as("citra")
                    .header("If-Match", "\"1\"")
                    .send(route.method(), route.example(), BodyPublishers.ofString(broken), "application/json");

            assertThat(answer.status()).as(broken + ": " + answer.body()).isBetween(400, 499);
            assertThat(answer.code()).as(broken).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void takesNoBodyThatFillsTheMemory(Route route) {
        byte[] large = ("{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(StandardCharsets.US_ASCII);
        Http.Answer answer = http.as("citra")
                .send(route.method(), route.example(), BodyPublishers.ofByteArray(large), "application/json");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @Test
    void measuresABodyThatDoesNotSayHowLongItIs() {
        byte[] large = ("{\"username\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(StandardCharsets.US_ASCII);
        Http.Answer answer = http.withoutSession()
                .send(
                        "POST",
                        "/api/v1/session",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                        "application/json");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void survivesAnAddressThatNamesNothing(Route route) {
        for (String nothing : List.of("tidak-ada", "-1", "%00", "%F0%9F%8F%A0", "x".repeat(2_000))) {
            String address = route.path().replaceAll("\\{\\w+}", nothing);
            Http.Answer answer = send(http.as("citra"), route, route.example(address));

            assertThat(answer.status()).as(address + ": " + answer.body()).isLessThan(500);
        }
    }

    private static Http.Answer send(Http.Caller caller, Route route) {
        return send(caller, route, route.example());
    }

    /** A body that says nothing: whoever may not do it is told so before anybody looks what it says. */
    static Http.Answer send(Http.Caller caller, Route route, String path) {
        if (!route.writes()) {
            return caller.get(path);
        }
        return route.takesFiles()
                ? caller.send(
                        route.method(),
                        path,
                        BodyPublishers.ofString(ONE_FILE),
                        "multipart/form-data; boundary=" + BOUNDARY)
                : caller.header("If-Match", "\"1\"")
                        .send(route.method(), path, BodyPublishers.ofString("{}"), "application/json");
    }
}
