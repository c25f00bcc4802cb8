package id.tuntas.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** Somebody without an account, each time with another telephone on another network. */
@TestComponent
public class Citizen {

    public static final String VILLAGE = "51.08.05.2004";

    private final Http http;
    private final AtomicInteger networks = new AtomicInteger();

    Citizen(Http http) {
        this.http = http;
    }

    /** What the page sends, under a new id; more changes or adds fields. */
    public static Map<String, String> petition(String kind, String... more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "kind",
                kind,
                "sentId",
                UUID.randomUUID().toString(),
                "village",
                VILLAGE,
                "headName",
                "Gede Contoh " + UUID.randomUUID().toString().substring(0, 8),
                "place",
                "Timur balai banjar, gang kedua",
                "reason",
                "Tinggal berdua dengan ibunya yang sakit",
                "truthful",
                "true"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    public String network() {
        return "198.51.100." + networks.incrementAndGet();
    }

    public Answer send(Map<String, String> fields) {
        return send(network(), UUID.randomUUID().toString(), fields, new byte[0]);
    }

    public Answer send(String network, String device, Map<String, String> fields, byte[] photo) {
        return http.withoutSession()
                .header("X-Forwarded-For", network)
                .header("X-Tuntas-Sender", device)
                .send(
                        "POST",
                        "/api/v1/open/petitions",
                        BodyPublishers.ofByteArray(body(fields, photo)),
                        "multipart/form-data; boundary=batas");
    }

    public static byte[] body(Map<String, String> fields, byte[] photo) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--batas\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        if (photo.length > 0) {
            body.writeBytes(
                    "--batas\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"../rumah.exe\"\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(photo);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("--batas--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    /** Sends and returns the code. */
    public String sent(Map<String, String> fields) {
        Answer answer = send(fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("code").asString();
    }

    public Answer ask(String what, Map<String, String> body) {
        return http.withoutSession().header("X-Forwarded-For", network()).post("/api/v1/open/" + what, body);
    }

    public JsonNode status(String code) {
        Answer answer = ask("petition-status", Map.of("code", code));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The petition of these fields as the office sees it. */
    public JsonNode seen(String persona, Map<String, String> fields) {
        for (String answered : new String[] {"false", "true"}) {
            for (JsonNode one : http.as(persona)
                    .get("/api/v1/petitions?limit=500&answered=" + answered)
                    .json()
                    .get("items")) {
                if (one.get("name").asString().equals(fields.get("headName"))) {
                    return one;
                }
            }
        }
        throw new AssertionError(persona + " does not see " + fields);
    }

    public Answer act(String persona, JsonNode petition, String act, Map<String, String> body) {
        return http.as(persona).post("/api/v1/petitions/" + petition.get("id").asString() + "/" + act, body);
    }

    public Answer deletePhone(String persona, JsonNode petition) {
        return http.as(persona).delete("/api/v1/petitions/" + petition.get("id").asString() + "/phone");
    }
}
