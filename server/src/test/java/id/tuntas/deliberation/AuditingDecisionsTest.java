package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is tampered with is rolled back. */
@VisitsTest
@Import(Hall.class)
class AuditingDecisionsTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UUID meeting;
    private UUID last;

    /** An agreement, then a dispute that took its place. */
    @BeforeEach
    void aMeetingThatThoughtBetterOfIt() {
        String village = hall.village();
        FamilyCase family = hall.reviewed(village);
        meeting = hall.opened(village);
        Map<String, Object> agreed = Hall.decision(family.id(), "agreed");
        Map<String, Object> disputed = Hall.with(
                Hall.decision(family.id(), "disputed"),
                "visitId",
                family.visitId(),
                "replaces",
                agreed.get("id"),
                "reason",
                "Sudah punya \"toko\" sendiri",
                "dissent",
                "Dua orang berpendapat lain",
                "held",
                "poor");
        assertThat(hall.decide("oka", meeting, agreed, disputed)
                        .json()
                        .at("/taken/1/stands")
                        .asBoolean())
                .isTrue();
        last = (UUID) disputed.get("id");
    }

    @Test
    void whatWasDecidedFitsAlsoInAnEditionThatItCameOverTo() {
        hall.closed(meeting);
        hall.reopen("citra", meeting, "Satu nama keliru");

        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    @Test
    void aDecisionThatIsNoLongerWhatItWasIsFound() {
        for (String change : List.of(
                "reason = 'Lain'",
                "dissent = ''",
                "held = 'not_poor'",
                "outcome = 'revisit'",
                "visit_id = null",
                "visit_told = false",
                "decided_at = decided_at + interval '1 day'",
                "decided_by = gen_random_uuid()")) {
            tampered(
                    "update deliberation.decision set " + change + " where id = :decision",
                    last,
                    Misfit.of("51.08", "entry", entryOf(last), "decision-changed", last));
        }
    }

    @Test
    void aDecisionThatIsGoneOrOfWhichTheLedgerKnowsNothingIsFound() {
        tampered(
                "delete from deliberation.decision where id = :decision",
                last,
                Misfit.of("51.08", "entry", entryOf(last), "decision-gone"));
        UUID other = UUID.randomUUID();
        tampered("""
                insert into deliberation.decision (regency_code, id, meeting_id, family_id, replaces, outcome, decided_by, decided_at, received_at)
                select regency_code, '%s', meeting_id, family_id, id, 'agreed', decided_by, decided_at, received_at
                from deliberation.decision where id = :decision
                """.formatted(other), last, Misfit.of("51.08", "decision", other, "unspoken"));
    }

    @Test
    void aDecisionThatCameOverAndChangedOnItsWayIsFound() {
        hall.closed(meeting);
        UUID next = UUID.fromString(hall.reopen("citra", meeting, "Satu nama keliru")
                .json()
                .get("id")
                .asString());
        UUID carried = jdbc.sql("select id from deliberation.decision where meeting_id = :meeting")
                .param("meeting", next)
                .query(UUID.class)
                .single();

        tampered(
                "update deliberation.decision set held = null where id = :decision",
                carried,
                Misfit.of("51.08", "decision", carried, "unspoken"));
    }

    private UUID entryOf(UUID decision) {
        return jdbc.sql("""
                select e.id from deliberation.decision d join ledger.entry e on e.regency_code = d.regency_code
                    and e.subject_id = d.subject_id and e.verb = 'deliberation.' || d.outcome
                where d.id = :decision
                """).param("decision", decision).query(UUID.class).single();
    }

    private void tampered(String statement, UUID decision, Misfit misfit) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql(statement).param("decision", decision).update();
            assertThat(ledger.verify().firstMisfit()).as(statement).hasValue(misfit);
        });
    }
}
