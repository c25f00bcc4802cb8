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

    record Result(Instant verifiedAt, boolean intact) {}

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
        boolean intact = ledger.verify().firstMisfit().isEmpty();
        last = new Result(clock.now(), intact);
    }

    @Nullable Result last() {
        return last;
    }
}
