package id.tuntas.decrees;

import static id.tuntas.deliberation.Hall.decision;
import static id.tuntas.deliberation.Hall.with;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.Hall;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Pdf;
import id.tuntas.visits.Field;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The regent's office: takes what the meetings agreed, and locks it with a signed paper. */
@TestComponent
public class Chancery {

    private static final String BOUNDARY = "sk";

    private final Hall hall;
    private final Field field;
    private final Http http;
    private final JsonMapper mapper;
    private final JdbcClient jdbc;
    private int numbers = 100;
    private String scan = "";

    Chancery(Hall hall, Field field, Http http, JsonMapper mapper, JdbcClient jdbc) {
        this.hall = hall;
        this.field = field;
        this.http = http;
        this.mapper = mapper;
        this.jdbc = jdbc;
    }

    /** The signed paper that was sent last. */
    String scan() {
        return scan;
    }

    /** No two papers that come back signed are the same. */
    private String newScan() {
        String made = new String(Pdf.page(UUID.randomUUID().toString()), StandardCharsets.US_ASCII);
        scan = made;
        return made;
    }

    String path() {
        return "/api/v1/rounds/" + field.round().code() + "/decree";
    }

    JsonNode show(String persona) {
        return http.as(persona).get(path()).json();
    }

    /** Numbers of the families on the list. @param query whose, as {@code ?on=} */
    List<String> listed(String query) {
        return http.as("citra")
                .get(path() + "/families" + query)
                .json()
                .get("items")
                .valueStream()
                .map(one -> one.at("/row/number").asString())
                .toList();
    }

    /** Families for whom programmes are. */
    List<UUID> decreed() {
        return jdbc.sql("""
                select d.id from programmes.decreed_family d
                join cases.family f on f.regency_code = d.regency_code and f.id = d.id
                where d.regency_code = :regency and f.round_id = :round order by d.id
                """)
                .param("regency", REGENCY)
                .param("round", field.round().id())
                .query(UUID.class)
                .list();
    }

    /** A family of a village of its own, on which a closed meeting agrees. */
    FamilyCase agreed() {
        return agreed(Hall.SHEET.get("heldOn").toString());
    }

    FamilyCase agreed(String heldOn) {
        String village = hall.village();
        FamilyCase family = hall.reviewed(village);
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, family.id());
        hall.note("oka", meeting, hall.show(meeting).get("version").asInt(), with(Hall.SHEET, "heldOn", heldOn));
        hall.end(meeting);
        signed(meeting);
        return family;
    }

    /** One that its closed meeting holds less poor than the review. */
    FamilyCase overruled() {
        String village = hall.village();
        FamilyCase family = hall.reviewed(village);
        UUID meeting = hall.opened(village);
        hall.decide("oka", meeting, with(decision(family.id(), "disputed"), "reason", "Punya motor", "held", "poor"));
        hall.closed(meeting);
        signed(meeting);
        return family;
    }

    /** Its minutes are back from the hall. */
    void signed(UUID meeting) {
        Answer answer = http.as("oka")
                .upload(
                        Hall.path(meeting) + "/minutes/signed",
                        "pindaian.pdf",
                        newScan().getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Fields of a paper that is whole. */
    Map<String, String> paper(String number, String day) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("decidedOn", day);
        fields.put("draft", show("wira").get("tag").asString());
        fields.put("despite", "");
        return fields;
    }

    Answer lock(String persona, Map<String, String> fields) {
        return send(persona, path(), fields, null, newScan());
    }

    /** A number that no decree has yet. */
    String number() {
        return "460/" + ++numbers + "/HK/2023";
    }

    JsonNode locked() {
        return locked(number());
    }

    /** Locks what is agreed, on the field's own day. */
    JsonNode locked(String number) {
        Answer answer = lock("wira", paper(number, "2023-02-10"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** As the regent's office does it: prints what is signed first, unless the fields name a draft. */
    Answer amend(String persona, Map<String, String> fields, Map<UUID, String> added, Map<UUID, String> struck) {
        Map<String, String> marked = new HashMap<>(fields);
        if (!fields.containsKey("draft")) {
            marked.put("draft", printed(fields.get("after"), added, struck));
        }
        return amend(persona, marked, added, struck, newScan());
    }

    Answer amend(
            String persona,
            Map<String, String> fields,
            Map<UUID, String> added,
            Map<UUID, String> struck,
            String scan) {
        return send(
                persona,
                path() + "/amendments",
                fields,
                mapper.writeValueAsString(Map.of("added", changes(added), "struck", changes(struck))),
                scan);
    }

    /** The draft that the regent is to sign. */
    HttpResponse<byte[]> print(String after, Map<UUID, String> added, Map<UUID, String> struck) {
        return http.as("wira")
                .download(
                        path() + "/amendments/draft.pdf",
                        Map.of("after", Integer.valueOf(after), "added", changes(added), "struck", changes(struck)));
    }

    /** The mark of the draft; none where there is nothing to print. */
    String printed(String after, Map<UUID, String> added, Map<UUID, String> struck) {
        return print(after, added, struck)
                .headers()
                .firstValue("ETag")
                .orElse("")
                .replace("\"", "");
    }

    private static List<Map<String, Object>> changes(Map<UUID, String> reasons) {
        return reasons.entrySet().stream()
                .map(one -> Map.<String, Object>of("familyId", one.getKey(), "reason", one.getValue()))
                .toList();
    }

    /** @param scan its bytes as Latin-1 */
    Answer send(String persona, String path, Map<String, String> fields, String changes, String scan) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", "text/plain;charset=utf-8", value));
        if (changes != null) {
            part(body, "name=\"changes\"; filename=\"changes.json\"", "application/json", changes);
        }
        StringBuilder paper = new StringBuilder();
        if (scan != null) {
            part(paper, "name=\"scan\"; filename=\"sk.pdf\"", "application/pdf", scan);
        }
        paper.append("--").append(BOUNDARY).append("--\r\n");
        return http.as(persona)
                .send(
                        "POST",
                        path,
                        BodyPublishers.concat(
                                BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8),
                                BodyPublishers.ofString(paper.toString(), StandardCharsets.ISO_8859_1)),
                        "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static void part(StringBuilder body, String disposition, String type, String content) {
        body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; ")
                .append(disposition);
        body.append("\r\nContent-Type: ")
                .append(type)
                .append("\r\n\r\n")
                .append(content)
                .append("\r\n");
    }
}
