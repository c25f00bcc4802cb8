package id.tuntas.citizens;

import static id.tuntas.citizens.Citizen.petition;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.ledger.Ledger;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What reaches the open door, from honest people and from others. */
@VisitsTest
@Import(Citizen.class)
class ProposingWithoutAnAccountTest {

    @Autowired
    private Citizen citizen;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Test
    void aPetitionIsAnsweredWithACodeThatTellsItsSenderWhereItStands() {
        Map<String, String> fields = petition("nomination");

        Answer sent = citizen.send(fields);

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.raw().headers().firstValue("Cache-Control")).hasValue("no-store");
        String code = sent.json().get("code").asString();
        assertThat(code).matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{3}");
        JsonNode status = citizen.status(code.toLowerCase().replace('-', ' '));
        assertThat(status.get("stage").asString()).isEqualTo("received");
        assertThat(status.get("receivedOn").asString()).isEqualTo("2023-02-10");
        assertThat(status.get("dueOn").asString()).isEqualTo("2023-03-12");
        assertThat(status.toString()).doesNotContain(fields.get("headName"), fields.get("place"), fields.get("reason"));
    }

    @Test
    void itReachesTheCoordinatorOfItsVillageAndNoOtherCoordinator() {
        Map<String, String> fields = petition("objection", "phone", "0812 3456 7890");
        citizen.sent(fields);

        JsonNode seen = citizen.seen("budi", fields);

        assertThat(seen.get("kind").asString()).isEqualTo("objection");
        assertThat(seen.get("phone").asString()).isEqualTo("0812 3456 7890");
        assertThat(seen.get("daysLeft").asInt()).isEqualTo(30);
        assertThat(seen.get("districtName").asString()).isEqualTo("Sukasada");
        assertThat(http.as("hana").get("/api/v1/petitions?limit=500").body()).doesNotContain(fields.get("headName"));
        for (String persona : List.of("ani", "dewa", "eka", "gita")) {
            assertThat(http.as(persona).get("/api/v1/petitions").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(ledger.of(Personas.REGENCY, id(seen)).toString())
                .contains("petition.received")
                .doesNotContain("Contoh", "balai", "0812", "berdua");
    }

    @Test
    void theAnswerIsTheSameForAListedFamilyAndForOneThatIsNot() {
        String listed = field.familyOf("ani", Citizen.VILLAGE).headName();

        Answer ofListed = citizen.send(petition("nomination", "headName", listed));
        Answer ofOther = citizen.send(petition("nomination"));

        assertThat(ofListed.status()).isEqualTo(ofOther.status());
        assertThat(ofListed.json().propertyNames()).isEqualTo(ofOther.json().propertyNames());
        assertThat(citizen.status(ofListed.json().get("code").asString()))
                .isEqualTo(citizen.status(ofOther.json().get("code").asString()));
    }

    @Test
    void theSameSendingAgainIsOnePetitionUnderOneCode() {
        Map<String, String> fields = petition("nomination");
        String code = citizen.sent(fields);

        assertThat(citizen.sent(fields)).isEqualTo(code);

        assertThat(http.as("budi")
                        .get("/api/v1/petitions?limit=500")
                        .json()
                        .get("items")
                        .valueStream())
                .filteredOn(one -> one.get("name").asString().equals(fields.get("headName")))
                .hasSize(1);
    }

    @Test
    void aPhotoIsShownToTheOfficeWithoutWhatTheCameraWroteBesideIt() throws Exception {
        Map<String, String> fields = petition("nomination");
        byte[] photo = withExif(Post.jpeg("rumah warga"));

        assertThat(citizen.send(citizen.network(), "hp", fields, photo).status())
                .isEqualTo(201);

        JsonNode seen = citizen.seen("budi", fields);
        assertThat(seen.get("photo").asBoolean()).isTrue();
        String path = "/api/v1/petitions/" + id(seen) + "/photo";
        byte[] shown = http.as("budi").download(path).body();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif");
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown))).isNotNull();
        assertThat(http.as("hana").get(path).status()).isEqualTo(404);
        assertThat(http.withoutSession().get(path).status()).isEqualTo(401);
    }

    /** An APP1 segment as cameras write it, right after the start of the image. */
    private static byte[] withExif(byte[] jpeg) {
        byte[] exif = "Exif\0\0II*\0\b\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void whatIsNoPhotoIsToldAndKeepsNothing() {
        byte[] jpeg = Post.jpeg("setengah");
        for (byte[] file : List.of(
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(jpeg, 20))) {
            Map<String, String> fields = petition("nomination");

            Answer answer = citizen.send(citizen.network(), "hp", fields, file);

            assertThat(answer.status())
                    .as(new String(file, StandardCharsets.ISO_8859_1))
                    .isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/photo");
            assertThat(http.as("budi").get("/api/v1/petitions?limit=500").body())
                    .doesNotContain(fields.get("headName"));
        }
    }

    @Test
    void whatWeighsTooMuchIsRefusedBeforeAnyOfItIsRead() throws IOException {
        URI server = URI.create(http.baseUrl());
        try (Socket line = new Socket(server.getHost(), server.getPort())) {
            line.getOutputStream().write("""
                    POST /api/v1/open/petitions HTTP/1.1\r
                    Host: localhost\r
                    X-Tuntas-Sender: hp\r
                    Content-Type: multipart/form-data; boundary=batas\r
                    Content-Length: 9000000\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));

            byte[] answer = line.getInputStream().readNBytes(12);

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void whatDoesNotSayWhatItWeighsOrWhichPageItComesFromIsNotRead() {
        byte[] body = Citizen.body(petition("nomination"), new byte[0]);
        Answer unmeasured = http.withoutSession()
                .header("X-Tuntas-Sender", "hp")
                .send(
                        "POST",
                        "/api/v1/open/petitions",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        "multipart/form-data; boundary=batas");
        Answer ofAnotherPage = http.withoutSession()
                .send(
                        "POST",
                        "/api/v1/open/petitions",
                        BodyPublishers.ofByteArray(body),
                        "multipart/form-data; boundary=batas");

        assertThat(unmeasured.status()).isEqualTo(400);
        assertThat(ofAnotherPage.status()).isEqualTo(400);
    }

    @Test
    void scriptInATextStaysText() {
        Map<String, String> fields = petition(
                "nomination", "reason", "<img src=x onerror=alert(1)>\u202e\u0007 '; drop table citizens.petition; --");

        citizen.sent(fields);

        assertThat(citizen.seen("budi", fields).get("reason").asString())
                .isEqualTo("<img src=x onerror=alert(1)>   '; drop table citizens.petition; --");
    }

    @ParameterizedTest
    @CsvSource({
        "kind, tanya, /kind",
        "sentId, 1, /sentId",
        "village, 51.07.05.2001, /village",
        "village, 51.08.05, /village",
        "headName, ' ', /headName",
        "place, '', /place",
        "reason, '', /reason",
        "reason, NIK-nya 5108050107800002, /reason",
        "headName, 5108 0501 0780 0002, /headName",
        "reason, NIK 5108/0501/0780/0002, /reason",
        "place, rumah 510805  010780 ; 0002, /place",
        "reason, nomor 5108–0501–0780–0002, /reason",
        "phone, telepon saja, /phone",
        "phone, 5108050107800002, /phone",
        "phone, +510 8050 1078 00002, /phone",
        "truthful, false, /truthful"
    })
    void eachFieldThatCannotBeTakenIsNamed(String name, String value, String pointer) {
        Answer answer = citizen.send(petition("nomination", name, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactly(pointer);
        assertThat(answer.json().at("/errors/0/detail").asString()).isNotBlank();
    }

    @Test
    void textsHaveTheirLength() {
        Answer answer = citizen.send(petition(
                "objection", "headName", "x".repeat(121), "place", "x".repeat(301), "reason", "x".repeat(2001)));

        assertThat(answer.json().get("errors")).hasSize(3);
    }

    @Test
    void oneDeviceMaySendSixTimesAnHourAndATryAgainCountsNothing() {
        Map<String, String> first = petition("nomination");
        for (int i = 0; i < 6; i++) {
            Map<String, String> fields = i == 0 ? first : petition("nomination");
            assertThat(citizen.send(citizen.network(), "banyak", fields, new byte[0])
                            .status())
                    .isEqualTo(201);
        }

        Answer seventh = citizen.send(citizen.network(), "banyak", petition("nomination"), new byte[0]);

        assertThat(seventh.status()).isEqualTo(429);
        assertThat(seventh.code()).isEqualTo("device-sent-much");
        assertThat(seventh.json().get("detail").asString()).contains("kantor perbekel");
        assertThat(citizen.send(citizen.network(), "banyak", first, new byte[0]).status())
                .isEqualTo(201);
    }

    @Test
    void oneAddressMaySendSixtyTimesAnHourWhateverDevicesItNames() {
        String network = citizen.network();
        for (int i = 0; i < 60; i++) {
            citizen.send(network, "hp-" + i, petition("nomination", "headName", "Ramai"), new byte[0]);
        }

        Answer next = citizen.send(network, "hp-60", petition("nomination"), new byte[0]);

        assertThat(next.status()).isEqualTo(429);
        assertThat(next.code()).isEqualTo("address-sent-much");
        assertThat(next.json().get("detail").asString()).contains("bersama");
        assertThat(citizen.send(petition("nomination")).status()).isEqualTo(201);
    }

    @Test
    void aCodeThatIsMistypedAndOneThatIsNobodysAreTold() {
        Answer mistyped = citizen.ask("petition-status", Map.of("code", "7K4M-92QX-H3D"));
        Answer nobodys = citizen.ask("petition-status", Map.of("code", "2222-2222-222"));

        assertThat(mistyped.status()).isEqualTo(422);
        assertThat(mistyped.json().at("/errors/0/code").asString()).isEqualTo("code-mistyped");
        assertThat(nobodys.status()).isEqualTo(404);
        assertThat(nobodys.code()).isEqualTo("code-unknown");
        for (String broken : List.of("{", "[]", "null", "{\"code\":{}}")) {
            Answer answer = http.withoutSession()
                    .send("POST", "/api/v1/open/petition-status", BodyPublishers.ofString(broken), "application/json");
            assertThat(answer.status()).as(broken).isBetween(400, 422);
        }
    }

    @Test
    void whoGuessesIsSlowedDown() {
        Http.Caller guesser = http.withoutSession().header("X-Forwarded-For", citizen.network());
        Map<String, String> guess = Map.of("number", "000001-7", "code", "2222-2222-222");

        List<Integer> answers = IntStream.rangeClosed(1, 130)
                .mapToObj(n -> guesser.post("/api/v1/open/family-status", guess).status())
                .toList();

        assertThat(answers).contains(429).doesNotContain(200, 500);
    }

    private static UUID id(JsonNode petition) {
        return UUID.fromString(petition.get("id").asString());
    }
}
