package id.tuntas.review.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import id.tuntas.visits.VisitSummary;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReviewStore {

    private final JdbcClient jdbc;
    private final Json json;
    private final BusinessClock clock;

    ReviewStore(JdbcClient jdbc, Json json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insertDecision(Actor actor, VisitSummary visit, Judgement judgement) {
        jdbc.sql("""
                insert into review.decision (regency_code, id, visit_id, family_id, decision, reason, fields, finding, decided_by, at)
                values (:regency, :id, :visit, :family, :decision, :reason, :fields, :finding, :by, :at)
                """)
                .param("regency", actor.regencyCode())
                .param("id", Ids.next())
                .param("visit", visit.id())
                .param("family", visit.caseId())
                .param("decision", judgement.decision().key())
                .param("reason", judgement.reason())
                .param("fields", judgement.fields().toArray(String[]::new))
                .param(
                        "finding",
                        judgement.finding() == null ? null : judgement.finding().code())
                .param("by", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    void putMark(String regencyCode, UUID visitId, List<QualityFlag> flags) {
        jdbc.sql("""
                insert into review.mark (regency_code, visit_id, flags, raised, at)
                values (:regency, :visit, cast(:flags as jsonb), :raised, :at)
                on conflict (regency_code, visit_id) do update
                    set flags = excluded.flags, raised = excluded.raised, at = excluded.at
                """)
                .param("regency", regencyCode)
                .param("visit", visitId)
                .param("flags", json.write(flags))
                .param("raised", flags.size())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }
}
