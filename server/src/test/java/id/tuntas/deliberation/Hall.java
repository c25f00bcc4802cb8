package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** The village hall: each test takes a western village of its own, fills it with reviewed families and holds its meeting. */
@TestComponent
public class Hall {

    public static final Map<String, Object> SHEET = Map.of(
            "heldOn", "2023-02-10",
            "begins", "09:00",
            "place", "Balai Desa",
            "chair", "I Nyoman Contoh",
            "noteTaker", "Komang Contoh",
            "companion", "Ani Contoh",
            "attendance",
                    Map.of(
                            "government", List.of("I Nyoman Contoh"),
                            "council", List.of("Made Contoh"),
                            "hamletHeads", List.of("Ketut Contoh", "Gede Contoh")));

    private final Field field;
    private final Http http;
    private final Iterator<Region> villages;

    Hall(Field field, Http http, Regions regions) {
        this.field = field;
        this.http = http;
        this.villages = Personas.WEST.stream()
                .flatMap(district -> regions.list("village", district).stream())
                .filter(Hall::isDesa)
                .iterator();
    }

    /** No kelurahan, whose meetings rest on another law and have no council: a desa's number in its district begins with 2. */
    private static boolean isDesa(Region village) {
        return village.code().charAt(village.code().lastIndexOf('.') + 1) == '2';
    }

    /** A desa that no other test has. */
    public synchronized String village() {
        return villages.next().code();
    }

    /** A family of the village whose visit is approved as extremely poor. */
    public FamilyCase reviewed(String village) {
        FamilyCase family = field.familyOf("rai", village);
        approve(field.sent("rai", Post.of(family).withAllPhotos()));
        return field.family(family.id());
    }

    public void approve(JsonNode visit) {
        String path = "/api/v1/visits/" + visit.get("id").asString();
        String etag = http.as("citra").get(path).json().get("etag").asString();
        Answer answer =
                http.as("citra").header("If-Match", etag).post(path + "/decision", Map.of("decision", "approve"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    public Answer open(String persona, String village) {
        return http.as(persona).post(villagesPath(), Map.of("village", village));
    }

    public Answer openOnGraduations(String persona, String village) {
        return http.as(persona).post(villagesPath(), Map.of("village", village, "purpose", "graduation"));
    }

    public UUID openedOnGraduations(String village) {
        return UUID.fromString(
                openOnGraduations("oka", village).json().get("id").asString());
    }

    public UUID opened(String village) {
        return UUID.fromString(open("oka", village).json().get("id").asString());
    }

    public JsonNode villageOf(String persona, String village) {
        return http.as(persona)
                .get(villagesPath())
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("village").asString().equals(village))
                .findFirst()
                .orElseThrow();
    }

    public String villagesPath() {
        return "/api/v1/rounds/" + field.round().code() + "/deliberations";
    }

    public JsonNode show(UUID meeting) {
        return http.as("oka").get(path(meeting)).json();
    }

    public static String path(UUID meeting) {
        return "/api/v1/meetings/" + meeting;
    }

    /** What stands on a subject, as the meeting shows it. */
    public JsonNode item(UUID meeting, UUID subject) {
        return show(meeting)
                .get("agenda")
                .valueStream()
                .filter(one -> one.get("subjectId").asString().equals(subject.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** By the clock of a laptop, which knows nothing of the day that the test plays on. */
    public static Map<String, Object> decision(UUID subject, String outcome) {
        Map<String, Object> decision = new HashMap<>();
        decision.put("id", UUID.randomUUID());
        decision.put("subjectId", subject);
        decision.put("outcome", outcome);
        decision.put("decidedAt", Instant.now());
        return decision;
    }

    public static Map<String, Object> with(Map<String, Object> decision, Object... more) {
        Map<String, Object> next = new HashMap<>(decision);
        for (int i = 0; i < more.length; i += 2) {
            next.put((String) more[i], more[i + 1]);
        }
        return next;
    }

    @SafeVarargs
    public final Answer decide(String persona, UUID meeting, Map<String, Object>... decisions) {
        return http.as(persona).post(path(meeting) + "/decisions", Map.of("decisions", List.of(decisions)));
    }

    public void agreed(UUID meeting, UUID subject) {
        assertThat(decide("oka", meeting, decision(subject, "agreed"))
                        .json()
                        .at("/taken/0/stands")
                        .asBoolean())
                .isTrue();
    }

    public Answer note(String persona, UUID meeting, int version, Map<String, Object> sheet) {
        return http.as(persona).header("If-Match", "\"" + version + "\"").put(path(meeting) + "/sheet", sheet);
    }

    public Answer close(String persona, UUID meeting) {
        return http.as(persona)
                .header("If-Match", "\"" + show(meeting).get("version").asString() + "\"")
                .post(path(meeting) + "/close", Map.of());
    }

    /** Notes who was there and ends it. */
    public void closed(UUID meeting) {
        note("oka", meeting, show(meeting).get("version").asInt(), SHEET);
        end(meeting);
    }

    /** The meeting of the family's village, which agreed on it and is over. */
    public UUID closedOn(FamilyCase family) {
        UUID meeting = opened(family.villageCode());
        agreed(meeting, family.id());
        closed(meeting);
        return meeting;
    }

    /** Ends it with what is noted. */
    public void end(UUID meeting) {
        Answer answer = close("oka", meeting);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    public Answer reopen(String persona, UUID meeting, String reason) {
        return http.as(persona).post(path(meeting) + "/reopen", Map.of("reason", reason));
    }
}
