package id.tuntas.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import id.tuntas.platform.Ids;
import id.tuntas.testing.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** In a database of its own, which each test leaves whole. */
@ServerTest
@TestPropertySource(properties = "tuntas.public-url=https://buku-besar.contoh.id")
@DirtiesContext
class VerifyingTheLedgerTest {

    private static final String REGENCY = "51.08";

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UUID first;

    @BeforeEach
    void recordAndSeal() {
        first = record("visit.approved");
        record("visit.returned");
        ledger.seal(REGENCY);
        record("visit.rejected");
        ledger.seal(REGENCY);
    }

    private UUID record(String verb) {
        return transaction.execute(status -> ledger.record(act(verb)));
    }

    private static Act act(String verb) {
        return new Act(
                REGENCY,
                null,
                verb,
                "visit",
                Ids.next(),
                "51.08.05.2001",
                Map.of("b", 2, "a", "x"),
                verb.getBytes(StandardCharsets.UTF_8));
    }

    private void tamper(String sql) {
        jdbc.sql("set local role postgres").update();
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql(sql).update();
    }

    /** What is found after somebody changed the tables, who then thinks better of it. */
    private Optional<Misfit> misfitAfter(String sql) {
        return transaction.execute(status -> {
            tamper(sql);
            status.setRollbackOnly();
            return ledger.verify().firstMisfit();
        });
    }

    @Test
    void findsNothingWrongInAnUntouchedLedger() {
        Ledger.Verification before = ledger.verify();
        record("visit.approved");
        record("visit.returned");
        ledger.seal(REGENCY);

        Ledger.Verification after = ledger.verify();

        assertThat(after.firstMisfit()).isEmpty();
        assertThat(after.entries()).isEqualTo(before.entries() + 2);
        assertThat(after.blocks()).isGreaterThan(before.blocks());
    }

    @Test
    void givesTheHashThatStandsForAllBlocksAndThatThePageShows() {
        assertThat(ledger.verify().lastRoot()).isEqualTo(ledger.state(REGENCY).lastHash());
    }

    @Test
    void namesAnEntryWhoseFieldsWereChanged() {
        assertThat(misfitAfter("update ledger.entry set verb = 'visit.rejected' where id = '" + first + "'"))
                .hasValueSatisfying(misfit -> assertThat(misfit.what()).isEqualTo(Text.of("misfit.entry", first)));
    }

    @Test
    void theEntriesOfOneSubjectAreLookedAtAlone() {
        UUID other = record("visit.rejected");
        assertThat(ledger.intact(REGENCY, List.of(first, other))).isTrue();

        transaction.executeWithoutResult(status -> {
            tamper("update ledger.entry set verb = 'visit.rejected' where id = '" + first + "'");
            status.setRollbackOnly();
            assertThat(ledger.intact(REGENCY, List.of(first, other))).isFalse();
            assertThat(ledger.intact(REGENCY, List.of(other))).isTrue();
        });
    }

    @Test
    void aProofOfEntriesLeadsToTheNewestBlockAndNotFromWhatWasChanged() {
        record("visit.returned");
        HistoryProof proof =
                ledger.prove(REGENCY, first, "000123-3", List.of(first)).orElseThrow();

        assertThat(proof.last()).isEqualTo(ledger.state(REGENCY).lastHash());
        assertThat(proof.chain().lastEntry().getValue()).isEqualTo(proof.last());
        transaction.executeWithoutResult(status -> {
            tamper("update ledger.entry set verb = 'visit.rejected' where id = '" + first + "'");
            status.setRollbackOnly();
            assertThat(ledger.prove(REGENCY, first, "000123-3", List.of(first))
                            .orElseThrow()
                            .chain())
                    .isEmpty();
        });
    }

    @Test
    void namesAnEntryThatWasRemoved() {
        assertThat(misfitAfter("delete from ledger.entry where id = '" + first + "'"))
                .hasValueSatisfying(misfit -> assertThat(misfit.what()).isEqualTo(Text.of("misfit.entry", first)));
    }

    @Test
    void namesAnEntryThatWasRemovedBeforeItWasSealed() {
        UUID newest = transaction.execute(status -> {
            UUID recorded = ledger.record(act("visit.approved"));
            tamper("delete from ledger.entry where id = '" + recorded + "'");
            return recorded;
        });
        Misfit missing = Misfit.of(REGENCY, "entry", newest, "missing");

        assertThat(ledger.verify().firstMisfit()).hasValue(missing);

        record("visit.rejected");
        ledger.seal(REGENCY);
        assertThat(ledger.verify().firstMisfit())
                .as("sealing what is left does not hide it")
                .hasValue(missing);
        transaction.executeWithoutResult(
                status -> tamper("delete from ledger.receipt where '" + newest + "' = any (entries)"));
    }

    @Test
    void namesOneOfManyThatWereRecordedTogether() {
        transaction.executeWithoutResult(status -> {
            UUID second = ledger.record(Stream.of("a", "b", "c")
                            .map(VerifyingTheLedgerTest::act)
                            .toList())
                    .get(1);
            tamper("delete from ledger.entry where id = '" + second + "'");

            assertThat(ledger.verify().firstMisfit())
                    .hasValueSatisfying(misfit -> assertThat(misfit.what()).isEqualTo(Text.of("misfit.entry", second)));
            status.setRollbackOnly();
        });
    }

    @Test
    void keepsNoReceiptOfWhatIsSealed() {
        assertThat(jdbc.sql("select count(*) from ledger.receipt where :first = any (entries)")
                        .param("first", first)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void namesABlockThatWasRemoved() {
        assertThat(misfitAfter("delete from ledger.block where number = 1"))
                .hasValueSatisfying(misfit -> assertThat(misfit.what()).isEqualTo(Text.of("misfit.block", 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.entry set verb = 'x'",
                "delete from ledger.entry",
                "truncate ledger.entry, ledger.leaf",
                "update ledger.block set root = ''",
                "delete from ledger.block",
                "truncate ledger.block cascade",
                "update ledger.leaf set ordinal = 0",
                "delete from ledger.leaf",
                "truncate ledger.leaf",
                "update ledger.receipt set entries = '{}'",
                "truncate ledger.receipt"
            })
    void refusesEveryChangeByTheApplicationAndByWhoeverHasItsRights(String change) {
        record("visit.approved");

        assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("ERROR: ");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("set local role postgres").update();
                    jdbc.sql(change).update();
                }))
                .hasStackTraceContaining("append-only");
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    @Test
    void keepsTheReceiptOfWhatIsNotSealed() {
        record("visit.approved");

        assertThatThrownBy(() -> jdbc.sql("delete from ledger.receipt").update())
                .hasStackTraceContaining("the receipt of what is not sealed");
    }

    @Test
    void recordsOnlyInsideTheTransactionOfTheWriteItSpeaksOf() {
        Act act = new Act(REGENCY, null, "x", "visit", Ids.next(), REGENCY, Map.of(), new byte[0]);

        assertThatThrownBy(() -> ledger.record(act)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void keepsNothingOfATransactionThatIsRolledBack() {
        long before = ledger.state(REGENCY).entries();
        transaction.executeWithoutResult(status -> {
            ledger.record(new Act(REGENCY, null, "x", "visit", Ids.next(), REGENCY, Map.of(), new byte[0]));
            status.setRollbackOnly();
        });

        assertThat(ledger.state(REGENCY).entries()).isEqualTo(before);
    }
}
