package id.tuntas.cases;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.access.Actor;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Tallies.DayCount;
import id.tuntas.cases.Tallies.OfficerActivity;
import id.tuntas.cases.Tallies.OfficerTally;
import id.tuntas.cases.Tallies.VillageTally;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class CountingFamiliesTest {

    private static final String[] EVERYWHERE = {"51.08%"};
    private static final List<String> VILLAGES = List.of("51.08.05.2001", "51.08.05.2002", "51.08.09.2001");

    @Autowired
    private CaseData data;

    @Autowired
    private Cases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Tallies tallies;

    @Autowired
    private Personas personas;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private List<UUID> openFamilies(Round round, int each) {
        List<UUID> ids = new ArrayList<>();
        VILLAGES.forEach(village -> ids.addAll(data.families(round, village, each)));
        return ids;
    }

    private Map<String, Tally> recount(List<UUID> ids) {
        Map<String, Tally> counts = new TreeMap<>();
        for (UUID id : ids) {
            FamilyCase family = cases.find(REGENCY, id).orElseThrow();
            counts.merge(family.villageCode(), Tally.of(family), Tally::plus);
        }
        return counts;
    }

    private static Map<String, Tally> byVillage(List<VillageTally> rows) {
        Map<String, Tally> counts = new TreeMap<>();
        rows.forEach(row -> counts.put(row.village(), row.tally()));
        return counts;
    }

    private UUID officerOf(UUID id) {
        return personas.actor(
                        cases.find(REGENCY, id).orElseThrow().villageCode().startsWith("51.08.05") ? "ani" : "iwan")
                .id();
    }

    private void assign(UUID id) {
        assignments.assign(personas.actor("citra"), new AssignFamilies(officerOf(id), List.of(id), List.of(), null));
    }

    private VisitOutcome outcome(UUID id, ContactResult contact, Finding finding) {
        return new VisitOutcome(Ids.next(), officerOf(id), contact, finding, Instant.now(), -8.2, 115.1);
    }

    private FamilyCase step(UnaryOperator<FamilyCase> act, UUID id) {
        return transaction.execute(status -> act.apply(cases.lock(REGENCY, id).orElseThrow()));
    }

    private static UUID waiting(FamilyCase family) {
        return family.visitId() == null ? Ids.next() : family.visitId();
    }

    private void walkRandomly(Random random, List<UUID> ids) {
        Actor budi = personas.actor("budi");
        UUID id = ids.get(random.nextInt(ids.size()));
        ContactResult contact = ContactResult.values()[random.nextInt(ContactResult.values().length)];
        Finding finding =
                contact == ContactResult.FOUND ? Finding.values()[random.nextInt(Finding.values().length)] : null;
        int choice = random.nextInt(6);
        try {
            switch (choice) {
                case 0 -> {
                    if (cases.find(REGENCY, id).orElseThrow().state() != CaseState.APPROVED) {
                        assign(id);
                    }
                }
                case 1, 2 -> step(family -> cases.visitReceived(REGENCY, id, outcome(id, contact, finding)), id);
                case 3 -> step(family -> cases.visitReturned(budi, id, waiting(family)), id);
                case 4 ->
                    step(
                            family -> cases.visitApproved(
                                    budi,
                                    id,
                                    waiting(family),
                                    contact.isFinal() ? contact : ContactResult.FOUND,
                                    finding),
                            id);
                default -> step(family -> cases.visitRejected(budi, id, waiting(family)), id);
            }
        } catch (Refusal stepThatDoesNotFit) {
            assertThat(stepThatDoesNotFit.code()).isEqualTo("case-state");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void givesWhatARecountOfTheFamiliesGivesAfterAnyWalk(long seed) {
        Round round = data.openRound("JALAN-" + seed);
        List<UUID> ids = openFamilies(round, 4);
        Random random = new Random(seed);
        for (int i = 0; i < 160; i++) {
            walkRandomly(random, ids);
            if (i % 40 == 39) {
                Map<String, Tally> recount = recount(ids);
                assertThat(byVillage(tallies.byVillage(REGENCY, round.id(), EVERYWHERE)))
                        .as("the counters after %d steps", i + 1)
                        .isEqualTo(recount);
                assertThat(byVillage(tallies.byVillageOn(REGENCY, round.id(), EVERYWHERE, clock.today())))
                        .as("the steps after %d steps", i + 1)
                        .isEqualTo(recount);
            }
        }
        Tally all = recount(ids).values().stream().reduce(Tally.NONE, Tally::plus);
        assertThat(all.visited()).isPositive();
        assertThat(all.waiting() + all.returned() + all.approved()).isEqualTo(all.visited());
        assertThat(tallies.visitedPerDay(REGENCY, round.id(), EVERYWHERE).stream()
                        .mapToInt(DayCount::visited)
                        .sum())
                .isEqualTo(all.visited());
        assertThat(tallies.byOfficer(REGENCY, round.id(), EVERYWHERE).stream()
                        .map(OfficerTally::tally)
                        .reduce(Tally.NONE, Tally::plus)
                        .visited())
                .isEqualTo(all.visited());
        assertThat(tallies.byOfficerOn(REGENCY, round.id(), EVERYWHERE, clock.today()))
                .containsExactlyInAnyOrderElementsOf(tallies.byOfficer(REGENCY, round.id(), EVERYWHERE));
    }

    @Test
    void countsExactlyWhenEightWriteInOneVillageAtOnce() throws Exception {
        Round round = data.openRound("HITUNG-8");
        List<UUID> ids = data.families(round, VILLAGES.getFirst(), 64);
        assignments.assign(
                personas.actor("citra"),
                new AssignFamilies(personas.actor("ani").id(), ids, List.of(), "awal"));
        Actor budi = personas.actor("budi");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> visits = ids.stream()
                    .<Callable<Void>>map(id -> () -> {
                        VisitOutcome outcome = outcome(id, ContactResult.FOUND, Finding.POOR);
                        step(family -> cases.visitReceived(REGENCY, id, outcome), id);
                        step(
                                family -> cases.visitApproved(
                                        budi, id, outcome.visitId(), ContactResult.FOUND, Finding.EXTREMELY_POOR),
                                id);
                        return null;
                    })
                    .toList();
            for (Future<Void> visit : threads.invokeAll(visits)) {
                visit.get();
            }
        }

        assertThat(tallies.byVillage(REGENCY, round.id(), EVERYWHERE))
                .containsExactly(new VillageTally(
                        VILLAGES.getFirst(), new Tally(64, 64, 64, 0, 0, 64, 64, 0, 0, 64, 0, 0, 0, 0, 0)));
    }

    @Test
    void countsABulkAssignmentBesideVisitsOfTheSameVillage() throws Exception {
        Round round = data.openRound("HITUNG-9");
        List<UUID> ids = data.families(round, VILLAGES.getFirst(), 40);
        Actor citra = personas.actor("citra");
        UUID ani = personas.actor("ani").id();
        assignments.assign(citra, new AssignFamilies(ani, ids.subList(0, 20), List.of(), null));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                UUID visited = ids.get(i);
                UUID handed = ids.get(20 + i);
                work.add(() -> {
                    step(
                            family ->
                                    cases.visitReceived(REGENCY, visited, outcome(visited, ContactResult.MOVED, null)),
                            visited);
                    return null;
                });
                work.add(() -> {
                    assignments.assign(citra, new AssignFamilies(ani, List.of(handed), List.of(), null));
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(byVillage(tallies.byVillage(REGENCY, round.id(), EVERYWHERE)))
                .isEqualTo(recount(ids));
        assertThat(recount(ids).get(VILLAGES.getFirst()).assigned()).isEqualTo(40);
    }

    @Test
    void countsTheVisitOfAFamilyThatTheListMovedWhereTheFamilyIsNow() {
        Round round = data.openRound("HITUNG-PINDAH");
        String key = VILLAGES.getFirst() + "/" + round.code() + "/1";
        UUID id = data.families(round, VILLAGES.getFirst(), 1).getFirst();
        assign(id);
        step(family -> cases.visitReceived(REGENCY, id, outcome(id, ContactResult.FOUND, Finding.POOR)), id);

        data.open(round, List.of(CaseData.family(key, "51.08.09.2001", "Kepala 1")));

        assertThat(byVillage(tallies.byVillage(REGENCY, round.id(), EVERYWHERE)).get("51.08.09.2001"))
                .extracting(Tally::visited)
                .isEqualTo(1);
        assertThat(tallies.visitedPerDay(REGENCY, round.id(), EVERYWHERE))
                .extracting(DayCount::district, DayCount::visited)
                .containsExactly(tuple("51.08.09", 1));
    }

    @Test
    void anOfficerIsWaitedForSinceTheOldestFamilyThatHasStillToBeVisited() {
        Round round = data.openRound("HITUNG-LAGI");
        UUID id = data.families(round, VILLAGES.getFirst(), 1).getFirst();
        assign(id);
        VisitOutcome visit = outcome(id, ContactResult.FOUND, Finding.POOR);
        step(family -> cases.visitReceived(REGENCY, id, visit), id);
        jdbc.sql("update cases.step set day = date '2023-02-01' where round_id = :round")
                .param("round", round.id())
                .update();

        step(family -> cases.visitReturned(personas.actor("budi"), id, visit.visitId()), id);

        assertThat(tallies.activity(REGENCY, round.id(), EVERYWHERE))
                .containsExactly(
                        new OfficerActivity(officerOf(id), "51.08.05", 1, clock.today(), LocalDate.of(2023, 2, 1)));
    }

    @Test
    void leavesOutWhatLiesOutsideTheScope() {
        Round round = data.openRound("HITUNG-10");
        openFamilies(round, 2);

        assertThat(tallies.byVillage(REGENCY, round.id(), new String[] {"51.08.09%"}))
                .extracting(VillageTally::village)
                .containsExactly("51.08.09.2001");
    }

    @Test
    void refusesAStepThatDoesNotFitTheState() {
        Round round = data.openRound("HITUNG-11");
        UUID id = data.families(round, VILLAGES.getFirst(), 1).getFirst();
        Actor budi = personas.actor("budi");

        assertThatThrownBy(() ->
                        step(family -> cases.visitReceived(REGENCY, id, outcome(id, ContactResult.FOUND, null)), id))
                .as("a family without an officer")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("case-state"));
        assign(id);
        VisitOutcome outcome = outcome(id, ContactResult.FOUND, Finding.POOR);
        step(family -> cases.visitReceived(REGENCY, id, outcome), id);
        assertThatThrownBy(() -> step(family -> cases.visitReturned(budi, id, Ids.next()), id))
                .as("another visit than the one that waits")
                .isInstanceOf(Refusal.class);
        step(family -> cases.visitApproved(budi, id, outcome.visitId(), ContactResult.FOUND, Finding.POOR), id);
        assertThatThrownBy(() -> step(
                        family -> cases.visitApproved(budi, id, outcome.visitId(), ContactResult.FOUND, Finding.POOR),
                        id))
                .as("approving twice")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void leavesTheFamilyAsItIsWhenNobodyWasHome() {
        Round round = data.openRound("HITUNG-12");
        UUID id = data.families(round, VILLAGES.getFirst(), 1).getFirst();
        assign(id);
        FamilyCase before = cases.find(REGENCY, id).orElseThrow();

        step(family -> cases.visitReceived(REGENCY, id, outcome(id, ContactResult.NOBODY_HOME, null)), id);

        assertThat(cases.find(REGENCY, id)).contains(before);
    }

    @Test
    void tellsAnOfficersTelephoneThatItsListChanged() {
        Round round = data.openRound("HITUNG-13");
        UUID id = data.families(round, VILLAGES.getFirst(), 1).getFirst();
        UUID ani = personas.actor("ani").id();
        long before = cases.sequenceOf(REGENCY, ani);
        assign(id);
        long assigned = cases.sequenceOf(REGENCY, ani);
        step(family -> cases.visitReceived(REGENCY, id, outcome(id, ContactResult.FOUND, Finding.POOR)), id);

        assertThat(assigned).isGreaterThan(before);
        assertThat(cases.sequenceOf(REGENCY, ani)).isGreaterThan(assigned);
        assertThat(cases.familiesOf(REGENCY, ani))
                .filteredOn(work -> work.family().id().equals(id))
                .singleElement()
                .satisfies(work -> assertThat(work.members()).hasSize(2));
    }
}
