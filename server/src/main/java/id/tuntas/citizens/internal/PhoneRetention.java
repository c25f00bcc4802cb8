package id.tuntas.citizens.internal;

import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes a citizen's telephone number when nobody needs it any more: so many days of the round after the answer (law 27/2022, article 43). A
 * petition that waits for its answer keeps it.
 */
@Component
class PhoneRetention {

    private record Deleted(String regencyCode, UUID id, String villageCode) {}

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final BusinessClock clock;

    PhoneRetention(JdbcClient jdbc, Ledger ledger, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_600_000)
    @Transactional
    public void sweep() {
        List<Deleted> deleted =
                jdbc.sql("""
                update citizens.petition p set phone = null
                from citizens.standing s
                join rounds.round r on r.regency_code = s.regency_code and r.id = s.round_id
                where p.phone is not null and s.regency_code = p.regency_code and s.id = p.id
                    and cast(s.answered_at at time zone 'Asia/Makassar' as date) + r.phone_days < :today
                returning p.regency_code, p.id, p.village_code
                """).param("today", clock.today()).query(Deleted.class).list();
        deleted.forEach(one -> ledger.record(new Act(
                one.regencyCode(),
                null,
                "petition.phone-deleted",
                "petition",
                one.id(),
                one.villageCode(),
                Map.of(),
                one.id().toString().getBytes(StandardCharsets.UTF_8))));
    }
}
