package id.tuntas.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.ledger.Act;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Ids;
import id.tuntas.testing.ServerTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class SealingTheLedgerTest {

    private static final String REGENCY = "51.08";

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerChain chain;

    @Autowired
    private TransactionTemplate transaction;

    private void record(UUID subject) {
        ledger.record(new Act(REGENCY, null, "visit.approved", "visit", subject, REGENCY, Map.of(), new byte[0]));
    }

    private boolean sealed(UUID subject) {
        return ledger.of(REGENCY, subject).stream().map(Entry::block).allMatch(block -> block != null);
    }

    @Test
    void sealsWhatATransactionRecordedThatWasStillOpenWhenOthersWereSealed() {
        UUID slow = Ids.next();
        UUID quick = Ids.next();
        CountDownLatch recorded = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> open = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            record(slow);
            recorded.countDown();
            await(mayEnd);
        }));
        await(recorded);
        transaction.executeWithoutResult(status -> record(quick));
        chain.sealAll();
        mayEnd.countDown();
        open.join();

        chain.sealAll();

        assertThat(sealed(slow)).isTrue();
        assertThat(sealed(quick)).isTrue();
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    @Test
    void sealsWhatComesAfterASealing() {
        chain.sealAll();
        UUID later = Ids.next();
        transaction.executeWithoutResult(status -> record(later));

        chain.sealAll();

        assertThat(sealed(later)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
