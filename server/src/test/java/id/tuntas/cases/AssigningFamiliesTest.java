package id.tuntas.cases;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class AssigningFamiliesTest {

    private static final String KUBUTAMBAHAN = "51.08.07";
    private static final String VILLAGE = "51.08.07.2001";
    private static final String NEXT_VILLAGE = "51.08.07.2002";

    @Autowired
    private CaseData data;

    @Autowired
    private Cases cases;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Personas personas;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Http http;

    private UUID komang;
    private UUID luh;

    @BeforeEach
    void twoOfficersOfADistrictOfTheirOwn() {
        komang = officer("komang.tugas");
        luh = officer("luh.tugas");
    }

    private UUID officer(String username) {
        return accounts.findByUsername(username)
                .orElseGet(() -> accounts.create(
                        null,
                        new NewAccount(
                                REGENCY,
                                username,
                                username,
                                null,
                                null,
                                List.of(new Grant(Role.OFFICER, KUBUTAMBAHAN)))))
                .id();
    }

    private Answer propose(String persona, Round round, String... districts) {
        return propose(persona, round, true, districts);
    }

    private Answer propose(String persona, Round round, boolean onlyUnassigned, String... districts) {
        return http.as(persona)
                .post(
                        "/api/v1/rounds/" + round.code() + "/assignment-proposals",
                        Map.of("districts", List.of(districts), "onlyUnassigned", onlyUnassigned));
    }

    private static Map<String, Integer> proposed(Answer answer) {
        Map<String, Integer> proposed = new HashMap<>();
        answer.json()
                .get("officers")
                .forEach(officer -> proposed.put(
                        officer.get("officerId").asString(),
                        officer.get("proposed").asInt()));
        return proposed;
    }

    @Test
    void isProposedAdjustedAndCommittedOnce() {
        Round round = data.openRound("TUGAS-1");
        List<UUID> families = data.families(round, VILLAGE, 21);
        data.families(round, NEXT_VILLAGE, 20);

        Answer proposal = propose("citra", round, KUBUTAMBAHAN);
        String path = "/api/v1/assignment-proposals/"
                + proposal.json().get("proposalId").asString();

        assertThat(proposal.status()).isEqualTo(200);
        assertThat(proposal.json().get("unit").asString()).isEqualTo("family");
        assertThat(proposed(proposal).values()).containsExactlyInAnyOrder(20, 21);
        assertThat(proposal.json().at("/spread/max").asInt()).isEqualTo(21);
        assertThat(cases.find(REGENCY, families.getFirst()).orElseThrow().officerId())
                .as("a proposal gives nothing away")
                .isNull();

        String from = officerHolding(proposal, VILLAGE);
        String to = from.equals(komang.toString()) ? luh.toString() : komang.toString();
        Answer adjusted = http.as("citra")
                .patch(
                        path,
                        Map.of(
                                "moves",
                                List.of(Map.of(
                                        "village", VILLAGE, "fromOfficer", from, "toOfficer", to, "families", 5))));
        assertThat(proposed(adjusted)).containsEntry(from, 16).containsEntry(to, 25);
        assertThat(http.as("citra").get(path).json()).isEqualTo(adjusted.json());

        Answer committed = http.as("citra").post(path + "/commit", Map.of());
        assertThat(committed.json().get("assigned").asInt()).isEqualTo(41);
        assertThat(cases.familiesOf(REGENCY, UUID.fromString(to)).stream()
                        .filter(work -> work.family().roundId().equals(round.id())))
                .hasSize(25);
        assertThat(ledger.of(REGENCY, families.getFirst()))
                .extracting(Entry::verb)
                .containsExactly("case.assigned");

        Answer again = http.as("citra").post(path + "/commit", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("proposal-committed");
    }

    @Test
    void countsOnlyFamiliesThatChangeHandsAndMovesNoOthers() {
        Round round = data.openRound("TUGAS-ULANG");
        List<UUID> families = data.families(round, VILLAGE, 10);
        http.as("citra")
                .post(
                        "/api/v1/assignments",
                        Map.of("officerId", komang.toString(), "caseIds", families, "villages", List.of()));

        Answer proposal = propose("citra", round, false, KUBUTAMBAHAN);

        assertThat(proposed(proposal).values()).containsExactly(5, 5);
        assertThat(added(proposal, komang)).isZero();
        assertThat(added(proposal, luh)).isEqualTo(5);
        assertThat(of(proposal, komang).get("current").asInt()).isEqualTo(10);
        Answer committed = http.as("citra")
                .post(
                        "/api/v1/assignment-proposals/"
                                + proposal.json().get("proposalId").asString() + "/commit",
                        Map.of());
        assertThat(committed.json().get("assigned").asInt()).isEqualTo(5);
        assertThat(families.stream()
                        .map(family -> cases.find(REGENCY, family).orElseThrow())
                        .filter(family -> komang.equals(family.officerId())))
                .hasSize(5);
        assertThat(added(propose("citra", round, false, KUBUTAMBAHAN), luh))
                .as("there is nothing left to even out")
                .isZero();
    }

    private static JsonNode of(Answer proposal, UUID officer) {
        return proposal.json()
                .get("officers")
                .valueStream()
                .filter(one -> one.get("officerId").asString().equals(officer.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static int added(Answer proposal, UUID officer) {
        return of(proposal, officer)
                .get("villages")
                .valueStream()
                .mapToInt(part -> part.get("added").asInt())
                .sum();
    }

    private static String officerHolding(Answer proposal, String village) {
        for (JsonNode officer : proposal.json().get("officers")) {
            for (JsonNode part : officer.get("villages")) {
                if (part.get("village").asString().equals(village)
                        && part.get("families").asInt() >= 5) {
                    return officer.get("officerId").asString();
                }
            }
        }
        throw new AssertionError("nobody holds " + village);
    }

    @Test
    void isNotCommittedWhenTheFamiliesChangedMeanwhile() {
        Round round = data.openRound("TUGAS-2");
        List<UUID> families = data.families(round, VILLAGE, 4);
        Answer proposal = propose("citra", round, KUBUTAMBAHAN);
        http.as("citra")
                .post("/api/v1/assignments", Map.of("officerId", komang, "caseIds", List.of(families.getFirst())));

        Answer answer = http.as("citra")
                .post(
                        "/api/v1/assignment-proposals/"
                                + proposal.json().get("proposalId").asString() + "/commit",
                        Map.of());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("proposal-outdated");
    }

    @Test
    void keepsTheHistoryWhenAFamilyGoesToSomebodyElse() {
        Round round = data.openRound("TUGAS-3");
        UUID family = data.families(round, VILLAGE, 1).getFirst();
        http.as("citra")
                .post("/api/v1/assignments", Map.of("officerId", komang, "caseIds", List.of(family), "reason", "awal"));
        Answer handed = http.as("citra")
                .post("/api/v1/assignments", Map.of("officerId", luh, "caseIds", List.of(family), "reason", "cuti"));

        assertThat(handed.json().get("assigned").asInt()).isEqualTo(1);
        assertThat(cases.assignments(REGENCY, family))
                .extracting(Assignment::officerId, Assignment::reason, assignment -> assignment.until() == null)
                .containsExactly(tuple(komang, "awal", false), tuple(luh, "cuti", true));
        assertThat(http.as("citra")
                        .post("/api/v1/assignments", Map.of("officerId", luh, "caseIds", List.of(family)))
                        .json()
                        .get("assigned")
                        .asInt())
                .as("the same once more changes nothing")
                .isZero();
        assertThat(cases.assignments(REGENCY, family)).hasSize(2);
    }

    @Test
    void refusesWhoMayNotAssignThere() {
        Round round = data.openRound("TUGAS-4");
        UUID family = data.families(round, VILLAGE, 1).getFirst();
        Map<String, Object> form = Map.of("officerId", komang, "caseIds", List.of(family));

        assertThat(http.withoutSession().post("/api/v1/assignments", form).status())
                .isEqualTo(401);
        assertThat(http.as("ani").post("/api/v1/assignments", form).status()).isEqualTo(403);
        assertThat(http.as("fajar").post("/api/v1/assignments", form).status()).isEqualTo(403);
        assertThat(http.as("budi").post("/api/v1/assignments", form).status())
                .as("a family of another district is not there for him")
                .isEqualTo(404);
        assertThat(http.as("lina").post("/api/v1/assignments", form).status())
                .as("nor for another regency")
                .isEqualTo(404);
        assertThat(propose("budi", round, KUBUTAMBAHAN).status()).isEqualTo(403);
        assertThat(propose("gita", round).status()).isEqualTo(403);
        Answer proposal = propose("citra", round, KUBUTAMBAHAN);
        assertThat(http.as("budi")
                        .post(
                                "/api/v1/assignment-proposals/"
                                        + proposal.json().get("proposalId").asString() + "/commit",
                                Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        Round round = data.openRound("TUGAS-5");
        UUID family = data.families(round, VILLAGE, 1).getFirst();

        assertThat(pointers(http.as("citra").post("/api/v1/assignments", Map.of("caseIds", List.of(family)))))
                .containsExactly("/officerId");
        assertThat(pointers(http.as("citra").post("/api/v1/assignments", Map.of("officerId", komang))))
                .containsExactly("/caseIds");
        assertThat(pointers(http.as("citra")
                        .post(
                                "/api/v1/assignments",
                                Map.of("officerId", personas.actor("ani").id(), "caseIds", List.of(family)))))
                .as("Ani works in another district")
                .containsExactly("/officerId");
        assertThat(http.as("citra").post("/api/v1/assignments", "nonsense").status())
                .isEqualTo(400);
        Answer proposal = propose("citra", round, KUBUTAMBAHAN);
        assertThat(pointers(http.as("citra")
                        .patch(
                                "/api/v1/assignment-proposals/"
                                        + proposal.json().get("proposalId").asString(),
                                Map.of(
                                        "moves",
                                        List.of(Map.of(
                                                "village", VILLAGE,
                                                "fromOfficer", komang,
                                                "toOfficer", luh,
                                                "families", 99))))))
                .containsExactly("/moves/0/families");
    }

    private static List<String> pointers(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.json().get("errors").findValuesAsString("pointer");
    }

    @Test
    void givesWhatIsLeftOfAVillageOfTheOpenRound() {
        Actor citra = personas.actor("citra");
        NewRound latest = CaseData.round("TUGAS-6", RoundState.OPEN, LocalDate.of(2090, 1, 1));
        data.aForm();
        Round round = rounds.create(citra, latest);
        try {
            List<UUID> families = data.families(round, VILLAGE, 3);
            http.as("citra")
                    .post("/api/v1/assignments", Map.of("officerId", luh, "caseIds", List.of(families.getFirst())));

            Answer answer = http.as("citra")
                    .post("/api/v1/assignments", Map.of("officerId", komang, "villages", List.of(VILLAGE)));

            assertThat(answer.json().get("assigned").asInt()).isEqualTo(3);
            assertThat(cases.familiesOf(REGENCY, komang).stream()
                            .filter(work -> work.family().roundId().equals(round.id())))
                    .hasSize(3);
        } finally {
            rounds.revise(
                    citra,
                    round.code(),
                    round.version(),
                    CaseData.round("TUGAS-6", RoundState.CLOSED, LocalDate.of(2090, 1, 1)));
        }
        assertThat(propose("citra", round, KUBUTAMBAHAN).code()).isEqualTo("round-closed");
    }
}
