package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ManagingUsersTest {

    private static final String OTHER_PASSWORD = "kata sandi lain 456";

    @Autowired
    private Http http;

    @Autowired
    private Personas personas;

    @Test
    void givesAPersonAnotherRoleOnceForEachVersion() {
        Answer made = made("ganti.peran");
        String path = path(made);
        Map<String, Object> form = form("ganti.peran", "Ganti Peran", "districtCoordinator");

        Answer revised = http.as("joko").header("If-Match", etag(made)).put(path, form);
        Answer again = http.as("joko").header("If-Match", etag(made)).put(path, form);

        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
        assertThat(revised.json().at("/roles/0/role").asString()).isEqualTo("districtCoordinator");
        assertThat(again.status()).isEqualTo(412);
        assertThat(again.code()).isEqualTo("stale");
        assertThat(http.as("joko").get(path).json().at("/roles/0/role").asString())
                .isEqualTo("districtCoordinator");
    }

    @Test
    void disablesAndEnablesAPersonAsOftenAsAsked() {
        String path = path(made("cuti"));

        assertThat(http.as("joko").post(path + "/disable", Map.of()).status()).isEqualTo(204);
        assertThat(http.as("joko").post(path + "/disable", Map.of()).status()).isEqualTo(204);
        assertThat(signIn("cuti", Personas.PASSWORD)).isEqualTo(401);
        assertThat(http.as("joko").post(path + "/enable", Map.of()).status()).isEqualTo(204);
        assertThat(http.as("joko").post(path + "/enable", Map.of()).status()).isEqualTo(204);
        assertThat(signIn("cuti", Personas.PASSWORD)).isEqualTo(200);
    }

    @Test
    void setsAPasswordThatReplacesTheOldOne() {
        String path = path(made("lupa"));

        Answer tooShort = http.as("joko").post(path + "/password", Map.of("password", "pendek"));
        Answer set = http.as("joko").post(path + "/password", Map.of("password", OTHER_PASSWORD));

        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(set.status()).isEqualTo(204);
        assertThat(signIn("lupa", Personas.PASSWORD)).isEqualTo(401);
        assertThat(signIn("lupa", OTHER_PASSWORD)).isEqualTo(200);
    }

    @Test
    void nobodyButAnAdministratorTouchesAnAdministrator() {
        UUID joko = personas.actor("joko").id();
        String path = "/api/v1/users/" + joko;
        Answer seen = http.as("citra").get(path);

        assertThat(http.as("citra")
                        .header("If-Match", etag(seen))
                        .put(path, form("joko", "Joko", "agency"))
                        .code())
                .isEqualTo("forbidden");
        for (String act : List.of("/disable", "/enable")) {
            assertThat(http.as("citra").post(path + act, Map.of()).code()).isEqualTo("forbidden");
        }
        assertThat(http.as("citra")
                        .post(path + "/password", Map.of("password", OTHER_PASSWORD))
                        .code())
                .isEqualTo("forbidden");
        assertThat(http.as("joko").get(path).json().at("/roles/0/role").asString())
                .isEqualTo("admin");
    }

    @Test
    void onlyAnAdministratorGivesTheRegentsOfficeAndTouchesItsAccount() {
        UUID wira = personas.actor("wira").id();
        String path = "/api/v1/users/" + wira;
        String version = etag(http.as("citra").get(path));

        assertOnlyByAnAdministrator(http.as("citra").post("/api/v1/users", form("palsu", "Palsu", "regentOffice")));
        assertOnlyByAnAdministrator(
                http.as("citra").header("If-Match", version).put(path, form("wira", "Wira", "leader")));
        assertOnlyByAnAdministrator(http.as("citra").post(path + "/password", Map.of("password", OTHER_PASSWORD)));

        Answer given = http.as("joko").post("/api/v1/users", form("sah", "Sah", "regentOffice"));
        assertThat(given.status()).as(given.body()).isEqualTo(201);
    }

    private static void assertOnlyByAnAdministrator(Answer answer) {
        assertThat(answer.code()).isEqualTo("forbidden");
        assertThat(answer.json().get("detail").asString()).contains("administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "districtCoordinator", "regencyCoordinator", "admin"})
    void whoLocksTheListHasNoPartInMakingIt(String role) {
        for (List<String> roles : List.of(List.of(role, "regentOffice"), List.of("regentOffice", role))) {
            Answer answer = http.as("joko").post("/api/v1/users", form("ganda", "Ganda", roles));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/roles/1");
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("apart-from-lock");
        }
    }

    @Test
    void nobodyChangesHisOwnRoles() {
        UUID maya = personas.actor("maya").id();
        String path = "/api/v1/users/" + maya;
        Answer seen = http.as("maya").get(path);

        Answer more = http.as("maya")
                .header("If-Match", etag(seen))
                .put(path, form("maya", "Maya", List.of("regencyCoordinator", "officer")));
        Answer renamed = http.as("maya")
                .header("If-Match", etag(seen))
                .put(
                        path,
                        Map.of(
                                "name",
                                "Maya Baru",
                                "roles",
                                List.of(Map.of("role", "regencyCoordinator", "region", Personas.REGENCY))));

        assertThat(more.code()).isEqualTo("forbidden");
        assertThat(more.json().get("detail").asString()).contains("perannya sendiri");
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
    }

    @Test
    void whoManagesNobodyIsNotToldWhoThereIs() {
        String path = path(made("ada"));
        String nobody = "/api/v1/users/" + UUID.randomUUID();

        for (String stranger : List.of("ani", "budi", "eka", "fajar")) {
            for (String one : List.of(path, nobody)) {
                assertThat(http.as(stranger).get(one).status()).isEqualTo(403);
                assertThat(http.as(stranger).post(one + "/disable", Map.of()).status())
                        .isEqualTo(403);
            }
        }
    }

    private Answer made(String username) {
        Answer made = http.as("joko").post("/api/v1/users", form(username, "Orang " + username, "officer"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static Map<String, Object> form(String username, String name, String role) {
        return form(username, name, List.of(role));
    }

    private static Map<String, Object> form(String username, String name, List<String> roles) {
        return Map.of(
                "username",
                username,
                "name",
                name,
                "password",
                Personas.PASSWORD,
                "roles",
                roles.stream()
                        .map(role -> Map.of("role", role, "region", Personas.SUKASADA))
                        .toList());
    }

    private static String path(Answer made) {
        return "/api/v1/users/" + made.json().get("id").asString();
    }

    private static String etag(Answer account) {
        return "\"" + account.json().get("version").asInt() + "\"";
    }

    private int signIn(String username, String password) {
        return http.withoutSession()
                .post("/api/v1/session", Map.of("username", username, "password", password))
                .status();
    }
}
