package id.tuntas.monitoring.internal;

import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Recomputes the ledger now and then, so that the page can say when it was last found intact without doing it on each request. */
@Component
class LedgerCheck {

    /** @param entries how many there were, of all regencies */
    record Result(Instant verifiedAt, boolean intact, long entries) {}

    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    private final Ledger ledger;
    private final BusinessClock clock;
    private volatile @Nullable Result last;

    LedgerCheck(Ledger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = HOUR, initialDelay = MINUTE)
    void verify() {
        Ledger.Verification found = ledger.verify();
        last = new Result(clock.now(), found.firstMisfit().isEmpty(), found.entries());
    }

    @Nullable Result last() {
        return last;
    }
}
