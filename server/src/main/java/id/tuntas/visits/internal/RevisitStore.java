package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.Revisits.OpenRevisit;
import id.tuntas.visits.VisitState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of re-visits. Every change is told to the asked officer's lists. */
@Component
class RevisitStore {

    private static final String SELECT = """
            select r.*, v.state from visits.revisit r
            left join visits.visit v on v.regency_code = r.regency_code and v.id = r.visit_id
            where r.regency_code = :regency
            """;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final BusinessClock clock;

    RevisitStore(JdbcClient jdbc, Cases cases, BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    UUID insert(Actor actor, UUID caseId, UUID officerId, RevisitKind kind, String reason) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into visits.revisit (regency_code, id, family_id, officer_id, kind, reason, asked_by, asked_at)
                values (:regency, :id, :family, :officer, :kind, :reason, :by, :at)
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("family", caseId)
                .param("officer", officerId)
                .param("kind", kind.key())
                .param("reason", reason)
                .param("by", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
        cases.noteChange(actor.regencyCode(), officerId, caseId);
        return id;
    }

    /** One of a watch only where there is no other. */
    Optional<Revisit> openOf(String regencyCode, UUID caseId) {
        return jdbc.sql(SELECT + "and r.family_id = :family and r.ended_at is null order by r.kind = 'watch' limit 1")
                .param("regency", regencyCode)
                .param("family", caseId)
                .query(RevisitStore::revisit)
                .optional();
    }

    /** What the officer may have been asked for at a family whose first visit counts. */
    Optional<Revisit> askedOf(FamilyCase family, UUID officerId) {
        return family.state() == CaseState.APPROVED
                ? openFor(family.regencyCode(), officerId).stream()
                        .filter(revisit -> revisit.caseId().equals(family.id()))
                        .findFirst()
                : Optional.empty();
    }

    /** Of every regency. */
    Set<UUID> secret() {
        return Set.copyOf(jdbc.sql("select id from visits.revisit where kind = 'watch' and ended_at is null")
                .query(UUID.class)
                .list());
    }

    Set<UUID> secret(String regencyCode) {
        return Set.copyOf(
                jdbc.sql("""
                select id from visits.revisit where regency_code = :regency and kind = 'watch' and ended_at is null
                """).param("regency", regencyCode).query(UUID.class).list());
    }

    Optional<Revisit> find(String regencyCode, UUID id) {
        return jdbc.sql(SELECT + "and r.id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .query(RevisitStore::revisit)
                .optional();
    }

    List<Revisit> openFor(String regencyCode, UUID officerId) {
        return jdbc.sql(SELECT + "and r.officer_id = :officer and r.ended_at is null order by r.id")
                .param("regency", regencyCode)
                .param("officer", officerId)
                .query(RevisitStore::revisit)
                .list();
    }

    List<OpenRevisit> open(String regencyCode, UUID roundId, String[] scope) {
        return jdbc.sql("""
                select r.id, r.kind, r.officer_id, f.district_code, v.state = 'received' as waits, case when v.state = 'received'
                    then v.received_at else r.asked_at end as since
                from visits.revisit r
                join cases.family f on f.regency_code = r.regency_code and f.id = r.family_id
                left join visits.visit v on v.regency_code = r.regency_code and v.id = r.visit_id
                where r.regency_code = :regency and f.round_id = :round and f.village_code like any(:scope) and r.ended_at is null
                order by since, r.id
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .query((row, n) -> new OpenRevisit(
                        row.getObject("id", UUID.class),
                        RevisitKind.ofKey(row.getString("kind")),
                        row.getObject("officer_id", UUID.class),
                        row.getString("district_code"),
                        row.getBoolean("waits"),
                        BusinessClock.dayOf(row.getTimestamp("since").toInstant())))
                .list();
    }

    List<Revisit> ofCase(String regencyCode, UUID caseId) {
        return jdbc.sql(SELECT + "and r.family_id = :family order by r.id")
                .param("regency", regencyCode)
                .param("family", caseId)
                .query(RevisitStore::revisit)
                .list();
    }

    /** This visit stands for it from now on; with null none does. */
    void stand(String regencyCode, UUID id, @Nullable UUID visitId) {
        change("update visits.revisit set visit_id = :visit", regencyCode, id, visitId);
    }

    /** Its visit is approved. */
    void end(String regencyCode, UUID id, UUID visitId) {
        change("update visits.revisit set visit_id = :visit, ended_at = :at", regencyCode, id, visitId);
    }

    void callOff(Actor actor, UUID id, String reason) {
        change(
                "update visits.revisit set visit_id = :visit, ended_at = :at, called_off_by = :by, called_off_reason = :reason",
                actor.regencyCode(),
                id,
                null,
                Map.of("by", actor.id(), "reason", reason));
    }

    private void change(String update, String regencyCode, UUID id, @Nullable UUID visitId) {
        change(update, regencyCode, id, visitId, Map.of());
    }

    private void change(
            String update, String regencyCode, UUID id, @Nullable UUID visitId, Map<String, Object> values) {
        Revisit changed = jdbc.sql(update + """
                 where regency_code = :regency and id = :id
                returning *, null as state
                """)
                .params(values)
                .param("visit", visitId)
                .param("at", Timestamp.from(clock.now()))
                .param("regency", regencyCode)
                .param("id", id)
                .query(RevisitStore::revisit)
                .single();
        cases.noteChange(regencyCode, changed.officerId(), changed.caseId());
    }

    private static Revisit revisit(ResultSet row, int n) throws SQLException {
        String state = row.getString("state");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Revisit(
                row.getObject("id", UUID.class),
                row.getObject("family_id", UUID.class),
                row.getObject("officer_id", UUID.class),
                RevisitKind.ofKey(row.getString("kind")),
                row.getString("reason"),
                row.getObject("asked_by", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("visit_id", UUID.class),
                state == null ? null : VisitState.findByKey(state).orElseThrow(),
                ended == null ? null : ended.toInstant());
    }
}
