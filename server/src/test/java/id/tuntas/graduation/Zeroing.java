package id.tuntas.graduation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Pdf;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** Families to which something arrived, their re-visits and what follows, over HTTP. */
@TestComponent
public class Zeroing {

    public static final Sent MINUTES = new Sent("paper", "application/pdf", Pdf.page("musyawarah"));

    private static final String DELIVERED = "2023-02-10";

    private final Decreed decreed;
    private final Requests requests;
    private final Field field;
    private final Http http;

    Zeroing(Decreed decreed, Requests requests, Field field, Http http) {
        this.decreed = decreed;
        this.requests = requests;
        this.field = field;
        this.http = http;
    }

    String rulePath() {
        return "/api/v1/rounds/" + field.round().code() + "/graduation-rule";
    }

    static Map<String, Object> rules(String source) {
        return Map.of(
                "line",
                "extreme",
                "agreedBy",
                "meeting",
                "sampleMonths",
                List.of(6, 12),
                "samplePercent",
                10,
                "source",
                source);
    }

    /** Sets the round's rules unless somebody has. */
    public void ruled() {
        if (http.as("citra").get(rulePath()).json().get("version").asInt() == 0) {
            Answer set = http.as("citra").header("If-Match", "\"0\"").put(rulePath(), rules("Perbup contoh 1/2023"));
            assertThat(set.status()).as(set.body()).isEqualTo(200);
        }
    }

    /** An extremely poor family of Ani's to which a house repair arrived. */
    public FamilyCase helped() {
        return helped(decreed.family("ani", Map.of()), "ani", "budi");
    }

    private FamilyCase helped(FamilyCase family, String officer, String coordinator) {
        requests.appoint(Requests.HOUSING, "dewa");
        JsonNode asked = requests.asked(coordinator, family, Requests.HOUSING, "housing");
        requests.step("citra", asked, Map.of("state", "accepted"));
        String id = Requests.id(asked);
        requests.deliver("citra", requests.seen("citra", asked), DELIVERED, "20000000", Sent.photo("serah" + id));
        requests.receive(officer, requests.seen("citra", asked), "2023-02-10");
        return family;
    }

    public Answer ask(String persona, FamilyCase family, String officer) {
        return http.as(persona)
                .post(
                        "/api/v1/cases/" + family.id() + "/revisits",
                        Map.of("officerId", field.actor(officer).id(), "reason", "Rumah sudah diperbaiki"));
    }

    public Answer askMany(String persona, FamilyCase... families) {
        return http.as(persona)
                .post(
                        "/api/v1/revisits",
                        Map.of(
                                "caseIds",
                                Stream.of(families).map(FamilyCase::id).toList(),
                                "reason",
                                "Bantuan sudah tiba"));
    }

    public Answer callOff(String persona, FamilyCase family, String reason) {
        return http.as(persona).post("/api/v1/cases/" + family.id() + "/revisits/call-off", Map.of("reason", reason));
    }

    /** What the officer sends of a re-visit: what three people spend in a month beside food. */
    public static Post again(FamilyCase family, long expenditure) {
        Post post = Post.of(family);
        return post.withXml(post.xml().replace("2023-02-03T", "2023-02-10T"))
                .withAllPhotos()
                .with("expenditure_food", Long.toString(expenditure))
                .with("expenditure_other", "0");
    }

    public Answer approve(JsonNode visit, String finding) {
        return approve(visit, Map.of("decision", "approve", "finding", finding, "reason", "Sesuai keadaan sekarang"));
    }

    public Answer approve(JsonNode visit, Map<String, String> decision) {
        String path = "/api/v1/visits/" + visit.get("id").asString();
        return http.as("citra")
                .header(
                        "If-Match",
                        http.as("citra").get(path).json().get("etag").asString())
                .post(path + "/decision", decision);
    }

    /** One that was visited once more by its officer, and approved. */
    public FamilyCase reassessed(long expenditure, String finding) {
        FamilyCase family = helped();
        revisited(family, expenditure, finding);
        return family;
    }

    public void revisited(FamilyCase family, long expenditure, String finding) {
        revisited(family, "ani", "budi", expenditure, finding);
    }

    private void revisited(FamilyCase family, String officer, String coordinator, long expenditure, String finding) {
        Answer asked = ask(coordinator, family, officer);
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        Answer approved = approve(field.sent(officer, again(family, expenditure)), finding);
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }

    public JsonNode show(FamilyCase family) {
        Answer answer = http.as("citra").get("/api/v1/cases/" + family.id() + "/graduation");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    public Answer propose(String persona, FamilyCase family) {
        return http.as(persona).post("/api/v1/cases/" + family.id() + "/graduations", Map.of());
    }

    public Answer hear(String persona, JsonNode seen, Map<String, String> word, Sent... paper) {
        return Requests.send(at(persona, seen), path(seen, "village"), word, List.of(paper));
    }

    public Answer decide(String persona, JsonNode seen, boolean graduate, String reason) {
        return at(persona, seen).post(path(seen, "decision"), Map.of("graduate", graduate, "reason", reason));
    }

    public Answer end(String persona, JsonNode seen, String reason) {
        return at(persona, seen).post(path(seen, "end"), Map.of("reason", reason));
    }

    private Http.Caller at(String persona, JsonNode seen) {
        return http.as(persona)
                .header("If-Match", '"' + seen.at("/graduation/version").asString() + '"');
    }

    private static String path(JsonNode seen, String act) {
        return "/api/v1/graduations/" + seen.at("/graduation/id").asString() + "/" + act;
    }

    public static Map<String, String> word(boolean agreed) {
        return Map.of("agreed", Boolean.toString(agreed), "on", "2023-02-10", "reason", "Warga melihat sendiri");
    }

    /** A family that has walked the whole road. */
    public FamilyCase graduated() {
        return graduated(decreed.family("ani", Map.of()), "ani", "budi");
    }

    /** @param coordinator of the family's district */
    public FamilyCase graduated(FamilyCase family, String officer, String coordinator) {
        proposed(family, officer, coordinator);
        hear(coordinator, show(family), word(true), MINUTES);
        Answer decided = decide("citra", show(family), true, "Di atas garis dan disepakati desa");
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        return family;
    }

    /** One that waits for the village's word. @param coordinator of the family's district */
    public FamilyCase proposed(FamilyCase family, String officer, String coordinator) {
        ruled();
        helped(family, officer, coordinator);
        revisited(family, officer, coordinator, 3_000_000, "notPoor");
        Answer proposed = propose(coordinator, family);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        return family;
    }

    String counts() {
        return http.as("citra")
                .get("/api/v1/rounds/" + field.round().code() + "/progress?by=round")
                .json()
                .get("rows")
                .toString();
    }
}
