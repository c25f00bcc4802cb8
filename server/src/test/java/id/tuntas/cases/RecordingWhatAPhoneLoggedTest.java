package id.tuntas.cases;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Phones;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class RecordingWhatAPhoneLoggedTest {

    private static final String PATH = "/api/v1/me/acts";
    private static final String VILLAGE = "51.08.05.2001";
    private static final AtomicInteger ROUNDS = new AtomicInteger();

    @Autowired
    private Http http;

    @Autowired
    private Personas personas;

    @Autowired
    private Phones phones;

    @Autowired
    private CaseData data;

    @Autowired
    private Cases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Ledger ledger;

    private UUID familyOf(String officer) {
        return familyOf(officer, VILLAGE);
    }

    private UUID familyOf(String officer, String village) {
        Round round = data.openRound("CATATAN-" + ROUNDS.incrementAndGet());
        UUID family = data.families(round, village, 1).getFirst();
        give(family, officer);
        return family;
    }

    private void give(UUID family, String officer) {
        assignments.assign(
                personas.actor("citra"),
                new AssignFamilies(personas.actor(officer).id(), List.of(family), List.of(), null));
    }

    private Map<String, Object> act(UUID family) {
        Map<String, Object> act = new HashMap<>();
        act.put("id", UUID.randomUUID());
        act.put("verb", "nik.unmasked");
        act.put("caseId", family);
        act.put("memberId", cases.members(REGENCY, family).getFirst().id());
        act.put("at", "2023-02-10T03:04:05Z");
        return act;
    }

    private List<Entry> unmasked(UUID family) {
        return ledger.of(REGENCY, family).stream()
                .filter(entry -> entry.verb().equals("case.nik-unmasked"))
                .toList();
    }

    private static List<String> outcomes(Answer answer) {
        return answer.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("outcome").asString())
                .toList();
    }

    @Test
    void entersEachActOnceWithTheTimeOfThePhone() {
        UUID family = familyOf("ani");
        Map<String, Object> act = act(family);

        Answer first = http.as("ani").post(PATH, List.of(act, act(family)));
        Answer again = http.as("ani").post(PATH, List.of(act));

        assertThat(first.status()).isEqualTo(200);
        assertThat(outcomes(first)).containsExactly("recorded", "recorded");
        assertThat(first.json().at("/items/0/id").asString())
                .isEqualTo(act.get("id").toString());
        assertThat(outcomes(again)).containsExactly("known");
        assertThat(unmasked(family)).hasSize(2);
        assertThat(unmasked(family).getFirst().actorId())
                .isEqualTo(personas.actor("ani").id());
        assertThat(unmasked(family).getFirst().detail()).containsEntry("phoneAt", "2023-02-10T03:04:05Z");
    }

    @Test
    void anActThatIsNotHisDoesNotHinderTheOthers() {
        UUID foreign = familyOf("iwan", "51.08.09.2001");
        UUID family = familyOf("ani");

        Answer answer = http.as("ani").post(PATH, List.of(act(foreign), act(family)));

        assertThat(outcomes(answer)).containsExactly("refused", "recorded");
        assertThat(unmasked(foreign)).isEmpty();
    }

    @Test
    void aFamilyThatWentToSomebodyElseMeanwhileWasHis() {
        UUID family = familyOf("ani");
        Map<String, Object> act = act(family);
        give(family, phones.officer(Personas.SUKASADA));

        assertThat(outcomes(http.as("ani").post(PATH, List.of(act)))).containsExactly("recorded");
    }

    @Test
    void aMemberOfAnotherFamilyIsRefused() {
        UUID family = familyOf("ani");
        Map<String, Object> act = act(family);
        act.put("memberId", UUID.randomUUID());

        assertThat(outcomes(http.as("ani").post(PATH, List.of(act)))).containsExactly("refused");
        assertThat(unmasked(family)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"budi", "citra", "fajar"})
    void isForOfficers(String persona) {
        assertThat(http.as(persona).post(PATH, List.of()).code()).isEqualTo("forbidden");
    }

    @Test
    void anotherVerbIsRefusedWhole() {
        UUID family = familyOf("ani");
        Map<String, Object> strange = act(family);
        strange.put("verb", "visit.approved");

        Answer answer = http.as("ani").post(PATH, List.of(act(family), strange));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/1/verb");
        assertThat(unmasked(family)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{\"id\":\"bukan\"}]", "[", "[{\"at\":\"kemarin\"}]"})
    void whatIsNoListOfActsIsRefused(String body) {
        Answer answer = http.as("ani").send("POST", PATH, BodyPublishers.ofString(body), "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed");
    }

    @Test
    void anActWithoutItsFamilyIsRefused() {
        Map<String, Object> act = act(familyOf("ani"));
        act.remove("caseId");

        assertThat(http.as("ani").post(PATH, List.of(act)).status()).isEqualTo(422);
    }
}
