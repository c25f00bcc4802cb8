package id.tuntas.nominations.internal;

import id.tuntas.access.Actor;
import id.tuntas.forms.ProposedFamily;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.visits.VisitSummary;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NominationStore {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    NominationStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Null when the visit is a nomination already: more of its files came. */
    @Nullable UUID insert(VisitSummary visit, ProposedFamily family) {
        UUID id = Ids.next();
        int inserted = jdbc.sql("""
                insert into nominations.nomination (regency_code, id, source, visit_id, officer_id, village_code, head_name, address, hamlet,
                    proposed_at)
                values (:regency, :id, 'officer', :visit, :officer, :village, :head, :address, :hamlet, :at)
                on conflict (regency_code, visit_id) do nothing
                """)
                .param("regency", visit.regencyCode())
                .param("id", id)
                .param("visit", visit.id())
                .param("officer", visit.officerId())
                .param("village", family.villageCode())
                .param("head", family.headName())
                .param("address", family.address())
                .param("hamlet", family.hamlet())
                .param("at", Timestamp.from(visit.receivedAt()))
                .update();
        return inserted == 1 ? id : null;
    }

    /** Holds the nomination until the transaction ends; two coordinators cannot open two cases for it. */
    Optional<UUID> lockVisitOf(String regencyCode, UUID id, String[] scope) {
        return jdbc.sql("""
                select visit_id from nominations.nomination
                where regency_code = :regency and id = :id and village_code like any(:scope) for no key update
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("scope", scope)
                .query(UUID.class)
                .optional();
    }

    void accepted(Actor actor, UUID id, UUID caseId) {
        jdbc.sql("""
                update nominations.nomination set family_id = :family, accepted_by = :actor, accepted_at = :at
                where regency_code = :regency and id = :id
                """)
                .param("family", caseId)
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .param("regency", actor.regencyCode())
                .param("id", id)
                .update();
    }
}
