package id.tuntas.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The usual programmes, who answers for them, and what is asked of them, over HTTP. */
@TestComponent
public class Requests {

    public static final String HOUSING = "RTLH";

    private final Field field;
    private final Http http;
    private final Map<String, JsonNode> catalogue = new HashMap<>();

    Requests(Field field, Http http) {
        this.field = field;
        this.http = http;
    }

    /** A file of a delivery. */
    public record Sent(String part, String type, byte[] content) {
        public static Sent photo(String seed) {
            return new Sent("photo", "image/jpeg", Post.jpeg(seed));
        }
    }

    public JsonNode programme(String code) {
        if (catalogue.isEmpty()) {
            if (http.as("citra").get("/api/v1/programmes").json().get("items").isEmpty()) {
                http.as("citra").post("/api/v1/programmes/start", Map.of("set", "usual"));
            }
            http.as("citra")
                    .get("/api/v1/programmes")
                    .json()
                    .get("items")
                    .forEach(one -> catalogue.put(one.get("code").asString(), one));
        }
        return catalogue.get(code);
    }

    void revise(String programme, int year, String area, int units) {
        revise(
                programme,
                draft -> draft.putArray("quotas")
                        .addObject()
                        .put("year", year)
                        .put("area", area)
                        .put("units", units));
    }

    void revise(String programme, Consumer<ObjectNode> change) {
        JsonNode now = http.as("citra").get("/api/v1/programmes/" + programme).json();
        ObjectNode draft = (ObjectNode) now.deepCopy();
        change.accept(draft);
        Answer revised = http.as("citra")
                .header("If-Match", '"' + now.get("version").asString() + '"')
                .put("/api/v1/programmes/" + programme, draft);
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
    }

    public void appoint(String programme, String... people) {
        List<UUID> ids = Stream.of(people).map(one -> field.actor(one).id()).toList();
        Answer answer = http.as("citra")
                .put(
                        "/api/v1/agencies/"
                                + programme(programme).get("agencyId").asString() + "/people",
                        Map.of("people", ids));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    public Answer ask(String persona, FamilyCase family, String programme, String need) {
        return ask(persona, family, programme, need, "");
    }

    public Answer ask(String persona, FamilyCase family, String programme, String need, String reason) {
        return http.as(persona)
                .post(
                        "/api/v1/cases/" + family.id() + "/interventions",
                        Map.of(
                                "programmeId",
                                programme(programme).get("id").asString(),
                                "need",
                                need,
                                "reason",
                                reason));
    }

    /** The newest one of the family. */
    public JsonNode asked(String persona, FamilyCase family, String programme, String need) {
        Answer answer = ask(persona, family, programme, need);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("items").valueStream().toList().getLast();
    }

    JsonNode askedForAHouse(FamilyCase family) {
        return asked("budi", family, HOUSING, "housing");
    }

    JsonNode accepted(FamilyCase family, String programme, String need) {
        JsonNode asked = asked("citra", family, programme, need);
        step("citra", asked, Map.of("state", "accepted"));
        return seen("citra", asked);
    }

    public Answer step(String persona, JsonNode seen, Map<String, Object> step) {
        return http.as(persona)
                .header("If-Match", '"' + seen.get("version").asString() + '"')
                .post("/api/v1/interventions/" + id(seen) + "/steps", step);
    }

    public Answer withdraw(String persona, JsonNode seen, String reason) {
        return http.as(persona)
                .header("If-Match", '"' + seen.get("version").asString() + '"')
                .post("/api/v1/interventions/" + id(seen) + "/withdrawal", Map.of("reason", reason));
    }

    public static Map<String, Object> planned(String day, long amount) {
        return Map.of("state", "planned", "plannedOn", day, "amount", amount);
    }

    public Answer deliver(String persona, JsonNode seen, String day, String amount, Sent... files) {
        return send(
                http.as(persona).header("If-Match", '"' + seen.get("version").asString() + '"'),
                "/api/v1/interventions/" + id(seen) + "/deliveries",
                Map.of("deliveredOn", day, "amount", amount),
                List.of(files));
    }

    /** By the word of the family's officer. */
    public void receive(String officer, JsonNode delivered, String seenOn) {
        Answer said = send(
                http.as(officer)
                        .header("If-Match", '"' + delivered.get("version").asString() + '"'),
                "/api/v1/me/deliveries/" + id(delivered) + "/words",
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "said",
                        "received",
                        "seenOn",
                        seenOn,
                        "unplaced",
                        "Tanpa sinyal"),
                List.of());
        assertThat(said.status()).as(said.body()).isEqualTo(204);
    }

    public Answer handedIn(String persona, byte[] workbook, Sent... receipts) {
        return handedIn(http.as(persona), workbook, receipts);
    }

    static Answer handedIn(Http.Caller caller, byte[] workbook, Sent... receipts) {
        List<Sent> parts = new ArrayList<>(List.of(new Sent("file", "application/octet-stream", workbook)));
        parts.addAll(List.of(receipts));
        return send(caller, "/api/v1/intervention-sheets", Map.of(), parts);
    }

    /** A form with fields and files, as a browser posts it. */
    public static Answer send(Http.Caller caller, String path, Map<String, String> fields, List<Sent> files) {
        String boundary = "batas-serah";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, text) ->
                part(body, boundary, '"' + name + '"', "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        for (Sent file : files) {
            part(body, boundary, '"' + file.part() + "\"; filename=\"a\"", file.type(), file.content());
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return caller.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=" + boundary);
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, String type, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=" + name + "\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    public List<JsonNode> listed(String persona) {
        return http.as(persona)
                .get("/api/v1/interventions?limit=500")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    public JsonNode seen(String persona, JsonNode intervention) {
        return listed(persona).stream()
                .filter(one -> id(one).equals(id(intervention)))
                .findFirst()
                .orElseThrow();
    }

    public List<String> ids(String persona) {
        return listed(persona).stream().map(Requests::id).toList();
    }

    public List<JsonNode> ofCase(String persona, FamilyCase family) {
        return http.as(persona)
                .get("/api/v1/cases/" + family.id() + "/interventions")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    public static String id(JsonNode intervention) {
        return intervention.get("id").asString();
    }

    public static List<String> pointers(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }
}
