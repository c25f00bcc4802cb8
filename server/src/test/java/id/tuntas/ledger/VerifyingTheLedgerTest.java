package id.tuntas.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.platform.Ids;
import id.tuntas.testing.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
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
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
        });
    }

    @Test
    void findsNothingWrongInAnUntouchedLedger() {
        Ledger.Verification verification = ledger.verify();

        assertThat(verification.firstMisfit()).isEmpty();
        assertThat(verification.entries()).isEqualTo(3);
        assertThat(verification.blocks()).isEqualTo(2);
    }

    @Test
    void givesTheHashThatStandsForAllBlocksAndThatThePageShows() {
        assertThat(ledger.verify().lastRoot()).isEqualTo(ledger.state(REGENCY).lastHash());
    }

    @Test
    void namesAnEntryWhoseFieldsWereChanged() {
        tamper("update ledger.entry set verb = 'visit.rejected' where id = '" + first + "'");

        assertThat(ledger.verify().firstMisfit())
                .hasValueSatisfying(misfit -> assertThat(misfit.what()).isEqualTo("entry " + first));
    }

    @Test
    void namesAnEntryThatWasRemoved() {
        tamper("delete from ledger.entry where id = '" + first + "'");

        assertThat(ledger.verify().firstMisfit())
                .hasValueSatisfying(misfit -> assertThat(misfit.what()).isEqualTo("entry " + first));
    }

    @Test
    void namesAnEntryThatWasRemovedBeforeItWasSealed() {
        UUID newest = record("visit.approved");
        tamper("delete from ledger.entry where id = '" + newest + "'");

        assertThat(ledger.verify().firstMisfit()).hasValue(new Misfit(REGENCY, "entry " + newest, "it is missing"));

        record("visit.rejected");
        ledger.seal(REGENCY);
        assertThat(ledger.verify().firstMisfit())
                .as("sealing what is left does not hide it")
                .hasValue(new Misfit(REGENCY, "entry " + newest, "it is missing"));
    }

    @Test
    void namesOneOfManyThatWereRecordedTogether() {
        List<UUID> many = transaction.execute(status -> ledger.record(
                Stream.of("a", "b", "c").map(VerifyingTheLedgerTest::act).toList()));
        tamper("delete from ledger.entry where id = '" + many.get(1) + "'");

        assertThat(ledger.verify().firstMisfit())
                .hasValueSatisfying(misfit -> assertThat(misfit.what()).isEqualTo("entry " + many.get(1)));
    }

    @Test
    void keepsNoReceiptOfWhatIsSealed() {
        assertThat(jdbc.sql("select count(*) from ledger.receipt")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void namesABlockThatWasRemoved() {
        tamper("delete from ledger.block where number = 1");

        assertThat(ledger.verify().firstMisfit())
                .hasValueSatisfying(misfit -> assertThat(misfit.what()).isEqualTo("block 1"));
    }

    @Test
    void refusesEveryChangeByTheApplication() {
        assertThatThrownBy(() -> jdbc.sql("update ledger.entry set verb = 'x'").update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from ledger.block").update())
                .rootCause()
                .hasMessageContaining("append-only");
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
