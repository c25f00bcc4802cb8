package id.tuntas.roster;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.platform.Ids;
import id.tuntas.roster.UploadRoster.NewFile;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class RosterApiTest {

    private static final String ROSTERS = "/api/v1/rosters";
    private static final String BOUNDARY = "batas-daftar";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    @Autowired
    private Http http;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private CaseData data;

    private Answer upload(String persona, Map<String, String> fields, NewFile... files) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (NewFile file : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content().getInputStream().readAllBytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return http.as(persona).send("POST", ROSTERS, BodyPublishers.ofByteArray(body.toByteArray()), MULTIPART);
    }

    /** A checked list of Citra's. */
    private String checked(int families, long seed, double dirty) throws IOException {
        return deliveries
                .checked(Deliveries.file(Deliveries.sample(families, seed, dirty)))
                .id()
                .toString();
    }

    @Test
    void takesFilesWithWhatIsSaidOfThemAndReportsOnThem() throws IOException {
        Answer uploaded = upload(
                "citra",
                Map.of("source", "P3KE", "releasedOn", "2023-01-31", "bastNumber", "12/BA/2023", "scope", "full"),
                Deliveries.file(Deliveries.sample(30, 21, 0.5)));

        assertThat(uploaded.status()).isEqualTo(202);
        String id = uploaded.json().get("rosterId").asString();
        deliveries.await(UUID.fromString(uploaded.json().get("jobId").asString()));
        Answer shown = http.as("citra").header("Accept-Language", "en").get(ROSTERS + "/" + id);
        assertThat(shown.status()).isEqualTo(200);
        JsonNode report = shown.json();
        assertThat(report.get("state").asString()).isEqualTo("checked");
        assertThat(report.get("source").asString()).isEqualTo("P3KE");
        assertThat(report.get("releasedOn").asString()).isEqualTo("2023-01-31");
        assertThat(report.get("bastNumber").asString()).isEqualTo("12/BA/2023");
        assertThat(report.get("scope").asString()).isEqualTo("full");
        assertThat(report.get("uploadedBy").asString()).isEqualTo("Citra");
        assertThat(report.get("families").asInt()).isGreaterThanOrEqualTo(30);
        assertThat(report.get("layouts").get(0).get("title").asString()).isEqualTo("P3KE 2022 families");
        assertThat(report.get("layouts").get(0).get("headerRow").asInt()).isPositive();
        assertThat(report.get("groups").findValuesAsString("code")).contains("nik-numeric-cell", "nik-length");
        assertThat(report.get("groups").get(0).get("columns").isArray()).isTrue();
        assertThat(report.get("refusal").isNull()).isTrue();
        assertThat(report.get("unmatched")).isEmpty();
    }

    @Test
    void listsReleasesTheNewestFirstPageByPage() throws IOException {
        String older = checked(3, 22, 0);
        String newer = checked(3, 23, 0);

        JsonNode first = http.as("citra").get(ROSTERS + "?limit=1").json();

        assertThat(first.get("items").findValuesAsString("id")).containsExactly(newer);
        JsonNode second = http.as("citra")
                .get(ROSTERS + "?limit=1&after=" + first.get("next").asString())
                .json();
        assertThat(second.get("items").findValuesAsString("id")).containsExactly(older);
    }

    @Test
    void commitsIntoARoundOnceTheRejectsAreAcknowledged() throws IOException {
        data.openRound("API-1");
        String id = checked(30, 24, 0.5);
        String commit = ROSTERS + "/" + id + "/commit";

        assertThat(http.as("citra").post(commit, Map.of("round", "API-1")).code())
                .isEqualTo("roster-rejects");
        assertThat(http.as("citra")
                        .post(commit, Map.of("acknowledgedRejects", true))
                        .status())
                .isEqualTo(422);
        assertThat(http.as("citra").post(commit, Map.of("round", "TIDAK-ADA")).status())
                .isEqualTo(404);
        Answer started = http.as("citra").post(commit, Map.of("round", "API-1", "acknowledgedRejects", true));

        assertThat(started.status()).isEqualTo(202);
        deliveries.await(UUID.fromString(started.json().get("jobId").asString()));
        JsonNode report = http.as("citra").get(ROSTERS + "/" + id).json();
        assertThat(report.get("state").asString()).isEqualTo("committed");
        assertThat(report.get("committedBy").asString()).isEqualTo("Citra");
    }

    @Test
    void refusesWhatIsNoUpload() throws IOException {
        assertThat(http.as("citra").post(ROSTERS, Map.of()).status()).isEqualTo(415);
        assertThat(upload("citra", Map.of("source", "P3KE")).code()).isEqualTo("invalid");
        Answer wrongDay = upload("citra", Map.of("releasedOn", "kemarin"), Deliveries.csv("a.csv", "a;b;c", "1;2;3"));
        assertThat(wrongDay.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/releasedOn");
        assertThat(http.as("citra")
                        .send("POST", ROSTERS, BodyPublishers.ofString("--x\r\n"), MULTIPART)
                        .status())
                .isBetween(400, 422);
        assertThat(http.as("citra").get(ROSTERS + "/bukan-uuid").status()).isEqualTo(400);
    }

    @Test
    void saysAnewWhereAListComesFrom() throws IOException {
        String path = ROSTERS + "/" + checked(3, 26, 0);

        Answer described = http.as("citra").patch(path, Map.of("bastNumber", "13/BA/2023", "scope", "supplement"));

        assertThat(described.status()).isEqualTo(200);
        assertThat(described.json().get("bastNumber").asString()).isEqualTo("13/BA/2023");
        assertThat(described.json().get("scope").asString()).isEqualTo("supplement");
        assertThat(described.json().get("source").asString()).isEqualTo("P3KE 2022");
        assertThat(http.as("citra").patch(path, Map.of("scope", "sebagian")).status())
                .isEqualTo(422);
        assertThat(http.as("citra")
                        .patch(path, Map.of("source", "x".repeat(201)))
                        .status())
                .isEqualTo(422);
        assertThat(http.as("budi").patch(path, Map.of()).code()).isEqualTo("forbidden");
        assertThat(http.as("lina").patch(path, Map.of()).code()).isEqualTo("not-found");
    }

    @Test
    void comparesOnlyByTheFourKinds() throws IOException {
        String path = ROSTERS + "/" + checked(3, 27, 0) + "/comparison";

        assertThat(http.as("citra").get(path + "?kind=hilang").code()).isEqualTo("invalid");
        assertThat(http.as("citra").get(path + "?kind=dropped").status()).isEqualTo(200);
    }

    @Test
    void isClosedToOtherRolesAndRegencies() throws IOException {
        String id = checked(3, 25, 0);
        for (String path : new String[] {
            "",
            "/" + id,
            "/" + id + "/problems",
            "/" + id + "/comparison",
            "/" + id + "/rejects.xlsx?purpose=correction"
        }) {
            for (String persona : new String[] {"ani", "budi", "dewa", "eka", "fajar", "gita", "joko"}) {
                assertThat(http.as(persona).get(ROSTERS + path).code())
                        .as(persona + path)
                        .isEqualTo("forbidden");
            }
        }
        assertThat(upload("budi", Map.of(), Deliveries.csv("a.csv", "a;b")).code())
                .isEqualTo("forbidden");
        assertThat(http.as("budi")
                        .post(ROSTERS + "/" + id + "/commit", Map.of("round", "X"))
                        .code())
                .isEqualTo("forbidden");
        assertThat(http.as("budi").delete(ROSTERS + "/" + id).code()).isEqualTo("forbidden");
        assertThat(http.as("lina").get(ROSTERS + "/" + id).status()).isEqualTo(404);
        assertThat(http.as("lina").delete(ROSTERS + "/" + id).status()).isEqualTo(404);
        assertThat(http.as("lina")
                        .get(ROSTERS + "/" + id + "/rejects.xlsx?purpose=correction")
                        .status())
                .isEqualTo(404);
        assertThat(http.as("lina")
                        .put(ROSTERS + "/" + id + "/mapping", Map.of("file", "a", "columns", Map.of()))
                        .status())
                .isEqualTo(404);
        assertThat(http.as("lina").get(ROSTERS).json().get("items")).isEmpty();
    }

    @Test
    void knowsNoReleaseThatIsNotThere() {
        String nowhere = ROSTERS + "/" + Ids.next();
        assertThat(http.as("citra").get(nowhere).code()).isEqualTo("not-found");
        assertThat(http.as("citra").get(nowhere + "/problems").code()).isEqualTo("not-found");
        assertThat(http.as("citra").get(nowhere + "/comparison?kind=added").code())
                .isEqualTo("not-found");
        assertThat(http.as("citra")
                        .get(nowhere + "/rejects.xlsx?purpose=correction")
                        .code())
                .isEqualTo("not-found");
        assertThat(http.as("citra").delete(nowhere).code()).isEqualTo("not-found");
    }
}
