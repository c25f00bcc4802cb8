package id.tuntas.visits;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.BusinessClock;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** An open round on 10 February 2023, families for Ani in Sukasada and for Iwan in Tejakula, and their telephones. */
@TestComponent
public class Field {

    public static final LocalDate TODAY = LocalDate.of(2023, 2, 10);
    public static final LocalDate DEADLINE = LocalDate.of(2023, 2, 25);
    public static final String VILLAGE = "51.08.05.2001";
    public static final String FAR_VILLAGE = "51.08.09.2001";

    private final CaseData data;
    private final Rounds rounds;
    private final Cases cases;
    private final Assignments assignments;
    private final Personas personas;
    private final CollectKeys keys;
    private final Http http;
    private final Visits visits;
    private final AtomicInteger families = new AtomicInteger();
    private int renewals;
    private Round round;

    Field(
            CaseData data,
            Rounds rounds,
            Cases cases,
            Assignments assignments,
            Personas personas,
            CollectKeys keys,
            Http http,
            Visits visits,
            BusinessClock clock) {
        this.data = data;
        this.rounds = rounds;
        this.cases = cases;
        this.assignments = assignments;
        this.personas = personas;
        this.keys = keys;
        this.http = http;
        this.visits = visits;
        clock.playOn(TODAY);
        this.round = opened("KUNJUNGAN");
    }

    private Round opened(String code) {
        return rounds.create(
                personas.actor("citra"),
                new NewRound(
                        code,
                        "Putaran kunjungan",
                        LocalDate.of(2023, 2, 1),
                        DEADLINE,
                        LocalDate.of(2023, 12, 31),
                        VervalForm.FORM_ID,
                        VervalForm.definition().version(),
                        List.of(new DatedPovertyLine(LocalDate.of(2023, 1, 1), 322_170, 500_000)),
                        EvidenceRules.standard(),
                        2,
                        30,
                        30,
                        RoundState.OPEN));
    }

    /** From now on in a round that has no family, meeting or decree yet. */
    public void renew() {
        round = opened("KUNJUNGAN-" + ++renewals);
    }

    public Round round() {
        return round;
    }

    public Actor actor(String persona) {
        return personas.actor(persona);
    }

    public FamilyCase familyOf(String officer) {
        return familyOf(officer, officer.equals("iwan") ? FAR_VILLAGE : VILLAGE);
    }

    /** A new family with two members, assigned to an officer. */
    public FamilyCase familyOf(String officer, String village) {
        String key = "keluarga-" + families.incrementAndGet();
        data.open(round, List.of(CaseData.family(key, village, "Kepala " + key)));
        return assigned(officer, key);
    }

    /** A family that a list has brought into the round, assigned to an officer. */
    public FamilyCase assigned(String officer, String rosterKey) {
        UUID id = cases.findByRosterKey(Personas.REGENCY, round.id(), rosterKey)
                .orElseThrow()
                .id();
        assignments.assign(
                personas.actor("citra"),
                new AssignFamilies(personas.actor(officer).id(), List.of(id), List.of(), null));
        return family(id);
    }

    public FamilyCase family(UUID id) {
        return cases.find(Personas.REGENCY, id).orElseThrow();
    }

    public String key(String officer) {
        return keys.keyOf(Personas.REGENCY, personas.actor(officer).id());
    }

    /** An officer's ODK Collect. */
    public Answer collect(String officer, Post post) {
        return post.to(http.withoutSession(), "/odk/key/" + key(officer) + "/submission");
    }

    /** An officer's field app. */
    public Answer app(String officer, Post post) {
        return post.to(http.as(officer), "/api/v1/submissions");
    }

    /** Sends by ODK Collect, expects 201, and waits until it is interpreted. */
    public JsonNode sent(String officer, Post post) {
        assertThat(collect(officer, post).status()).isEqualTo(201);
        visits.interpretWaiting();
        return visit(post.instanceId());
    }

    /** The newest visit under an instanceID, as the regency coordinator sees it. */
    public JsonNode visit(String instanceId) {
        return visits(instanceId).get(0);
    }

    public JsonNode visits(String instanceId) {
        return http.as("citra")
                .get("/api/v1/visits?instanceId=" + instanceId)
                .json()
                .get("items");
    }

    public static List<String> conflicts(JsonNode visit) {
        return visit.get("conflicts")
                .valueStream()
                .map(conflict -> conflict.get("code").asString())
                .toList();
    }
}
