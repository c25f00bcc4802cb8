package id.tuntas.review.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import id.tuntas.review.DrawnSample;
import id.tuntas.review.SecondLook;
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

    /**
     * Until the transaction ends, no other one marks visits: of two visits that show the same photo, the later one sees the other. Taken
     * last, so that no two can wait for each other.
     */
    void oneMarksAtATime(String regencyCode) {
        lock("review.mark " + regencyCode);
    }

    /** Until the transaction ends, nobody else draws from the same visits. */
    void oneDrawAtATime(String regencyCode, UUID roundId) {
        lock("review.sample " + regencyCode + " " + roundId);
    }

    private void lock(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", what)
                .query(row -> {});
    }

    void insertSample(Actor actor, UUID roundId, DrawnSample sample, List<UUID> visits) {
        jdbc.sql("""
                insert into review.sample (regency_code, id, round_id, seed, per_district, drawn_by, drawn_at)
                values (:regency, :id, :round, :seed, :perDistrict, :by, :at)
                """)
                .param("regency", actor.regencyCode())
                .param("id", sample.id())
                .param("round", roundId)
                .param("seed", sample.seed())
                .param("perDistrict", sample.perDistrict())
                .param("by", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
        jdbc.sql("""
                insert into review.sampled_visit (regency_code, visit_id, sample_id)
                select :regency, v.id, :sample from unnest(:visits) as v (id)
                """)
                .param("regency", actor.regencyCode())
                .param("sample", sample.id())
                .param("visits", visits.toArray(UUID[]::new))
                .update();
    }

    /** False when somebody has looked at it already. */
    boolean setRechecked(Actor actor, UUID visitId, SecondLook outcome, String reason) {
        return jdbc.sql("""
                update review.sampled_visit
                set outcome = :outcome, reason = :reason, rechecked_by = :by, rechecked_at = :at
                where regency_code = :regency and visit_id = :visit and outcome is null
                """)
                        .param("outcome", outcome.key())
                        .param("reason", reason)
                        .param("by", actor.id())
                        .param("at", Timestamp.from(clock.now()))
                        .param("regency", actor.regencyCode())
                        .param("visit", visitId)
                        .update()
                == 1;
    }
}
