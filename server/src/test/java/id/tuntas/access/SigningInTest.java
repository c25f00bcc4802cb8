package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SigningInTest {

    @Autowired
    private Http http;

    @Autowired
    private Personas personas;

    @Test
    void opensASessionAndSaysWhatThePersonMayDo() {
        Http.Answer answer = http.as("budi").get("/api/v1/session");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/user/username").asString()).isEqualTo("budi");
        assertThat(answer.json().at("/user/can").toString())
                .contains("visit.review")
                .doesNotContain("roster.commit");
    }

    @Test
    void refusesAWrongPassword() {
        personas.actor("eka");
        Http.Answer answer =
                http.withoutSession().post("/api/v1/session", Map.of("username", "eka", "password", "salah sekali"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("bad-credentials");
    }

    @Test
    void slowsGuessingDown() {
        Map<String, String> guess = Map.of("username", "tebakan", "password", "salah sekali");
        for (int i = 0; i < 10; i++) {
            http.withoutSession().post("/api/v1/session", guess);
        }

        assertThat(http.withoutSession().post("/api/v1/session", guess).status())
                .isEqualTo(429);
    }

    @Test
    void guessesMadeAtOnceCountEachOther() throws Exception {
        Map<String, String> guess = Map.of("username", "serentak", "password", "salah sekali");
        List<Callable<Integer>> guesses = Collections.nCopies(
                24, () -> http.withoutSession().post("/api/v1/session", guess).status());

        try (ExecutorService many = Executors.newFixedThreadPool(24)) {
            assertThat(many.invokeAll(guesses))
                    .extracting(Future::get)
                    .filteredOn(status -> status == 401)
                    .hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void aWrongPasswordLeavesTheSessionOneHas() {
        personas.actor("dewa");
        Http.Answer signedIn = http.withoutSession()
                .post("/api/v1/session", Map.of("username", "dewa", "password", Personas.PASSWORD));
        String cookie = signedIn.raw().headers().firstValue("Set-Cookie").orElseThrow();

        http.withoutSession()
                .header("Cookie", cookie)
                .post("/api/v1/session", Map.of("username", "dewa", "password", "salah sekali"));

        assertThat(http.withoutSession()
                        .header("Cookie", cookie)
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesWhatIsMissingOfTheCredentials() {
        assertThat(http.withoutSession()
                        .post("/api/v1/session", Map.of("username", "dewa"))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/password");
    }

    @Test
    void refusesAWriteWithAFalseCsrfTokenBeforeLookingAtTheBody() {
        Http.Answer answer = http.as("joko").withFalseCsrf().post("/api/v1/users", "not a user at all");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("csrf");
    }

    @Test
    void refusesWithoutASession() {
        assertThat(http.withoutSession().get("/api/v1/users").code()).isEqualTo("no-session");
    }

    @Test
    void speaksTheCallersLanguage() {
        assertThat(http.withoutSession().get("/api/v1/users").body()).contains("Belum masuk");
        assertThat(http.withoutSession()
                        .header("Accept-Language", "en")
                        .get("/api/v1/users")
                        .body())
                .contains("Not signed in");
    }

    @Test
    void endsTheSessionsOfADisabledPersonAtOnce() {
        Http.Answer made = http.as("joko")
                .post(
                        "/api/v1/users",
                        Map.of(
                                "username",
                                "sementara",
                                "name",
                                "Sementara",
                                "password",
                                Personas.PASSWORD,
                                "roles",
                                List.of()));
        assertThat(made.status()).isEqualTo(201);
        Http.Answer signedIn = http.withoutSession()
                .post("/api/v1/session", Map.of("username", "sementara", "password", Personas.PASSWORD));
        String cookie = signedIn.raw().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(http.withoutSession()
                        .header("Cookie", cookie)
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(200);

        http.as("joko").post("/api/v1/users/" + made.json().get("id").asString() + "/disable", Map.of());

        assertThat(http.withoutSession()
                        .header("Cookie", cookie)
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesUserAdministrationToACoordinatorOfADistrict() {
        assertThat(http.as("budi").get("/api/v1/users").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"51.08.", "51.08.5", "51.08.__", "51.08.05.20", "51.07"})
    void refusesARoleInWhatIsNoRegionOfTheRegency(String region) {
        Map<String, Object> form = Map.of(
                "username", "salah", "name", "Salah", "roles", List.of(Map.of("role", "officer", "region", region)));

        assertThat(http.as("joko").post("/api/v1/users", form).status()).isIn(403, 422);
    }

    @Test
    void refusesOneRoleTwice() {
        Map<String, String> role = Map.of("role", "officer", "region", "51.08.05");
        Map<String, Object> form = Map.of("username", "ganda", "name", "Ganda", "roles", List.of(role, role));

        Http.Answer answer = http.as("joko").post("/api/v1/users", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/roles/1");
    }

    @Test
    void letsNobodyMakeAnAdministratorButAnAdministrator() {
        Map<String, Object> form = Map.of(
                "username", "naik", "name", "Naik", "roles", List.of(Map.of("role", "admin", "region", "51.08")));

        assertThat(http.as("citra").post("/api/v1/users", form).status()).isEqualTo(403);
    }

    @Test
    void namesTheFieldsThatNeedMending() {
        Http.Answer answer = http.as("joko").post("/api/v1/users", Map.of("username", "x", "name", ""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").findValuesAsString("pointer")).containsExactly("/username", "/name");
    }
}
