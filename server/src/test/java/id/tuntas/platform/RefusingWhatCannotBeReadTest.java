package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class RefusingWhatCannotBeReadTest {

    @Autowired
    private Http http;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users?after=%00", "/api/v1/visits?instanceId=%00", "/api/v1/cases?village=%00"})
    void aCharacterThatNoTextHolds(String path) {
        assertMalformed(http.as("citra").get(path));
    }

    @Test
    void aListThatHoldsANull() {
        assertMalformed(http.as("citra")
                .post(
                        "/api/v1/users",
                        Map.of("username", "kosong", "name", "Kosong", "roles", Collections.singletonList(null))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/name | {\"username\":\"kosong\",\"name\":\"Putu \\ud83d\"}",
                "/roles/0/role | {\"roles\":[{\"role\":\"\\udc00\"}]}"
            })
    void aTextThatHoldsHalfACharacter(String field, String body) {
        Answer answer =
                http.as("citra").send("POST", "/api/v1/users", BodyPublishers.ofString(body), "application/json");

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("broken-text");
    }

    @Test
    void aMultipartThatIsNone() {
        assertMalformed(
                http.as("citra").send("POST", "/api/v1/forms", BodyPublishers.ofString("x"), "multipart/form-data"));
    }

    @Test
    void twoFilesOfOneNameBesideAForm() {
        String list = "--batas\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"banjar.csv\"\r\n\r\n%s\r\n";
        String body = list.formatted("lists", "name") + list.formatted("media", "name,label") + "--batas--\r\n";

        Answer answer = http.as("citra")
                .send("POST", "/api/v1/forms", BodyPublishers.ofString(body), "multipart/form-data; boundary=batas");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("form-file-twice");
        assertThat(answer.json().get("detail").asString()).contains("“banjar.csv”", "4 byte", "10 byte");
    }

    @Test
    void anAddressThatTheFirewallTakesForAnAttack() {
        assertMalformed(http.as("citra").get("/api/v1/users/a%3Bb"));
    }

    @Test
    void isToldInIndonesianToWhoAsksForNoLanguage() {
        assertThat(http.as("citra").get("/api/v1/cases/abc").json().get("title"))
                .isEqualTo(http.as("citra")
                        .header("Accept-Language", "id")
                        .get("/api/v1/cases/abc")
                        .json()
                        .get("title"));
    }

    private static void assertMalformed(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed");
    }
}
