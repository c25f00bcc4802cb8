package id.tuntas.graduation.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.FamilyCase;
import id.tuntas.graduation.GraduationState;
import id.tuntas.graduation.Graduations.Standing;
import id.tuntas.graduation.Graduations.VillageWord;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GraduationStore {

    /**
     * A graduation while a step is taken.
     *
     * @param heardBy who recorded the village's word; null before
     * @param visitedOn the day of the re-visit that it rests on
     */
    record Locked(
            UUID familyId,
            UUID visitId,
            GraduationState state,
            int version,
            UUID proposedBy,
            @Nullable UUID heardBy,
            LocalDate visitedOn) {}

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    GraduationStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Null when one of the family is under way or decided. */
    @Nullable UUID insert(Actor actor, UUID roundId, UUID familyId, UUID visitId, int rule, long perPerson, long line) {
        UUID id = Ids.next();
        int written = jdbc.sql("""
                insert into graduation.graduation (regency_code, id, round_id, family_id, visit_id, rule_version, per_person, line, state,
                    proposed_by, proposed_at)
                values (:regency, :id, :round, :family, :visit, :rule, :perPerson, :line, 'proposed', :by, :at)
                on conflict (regency_code, family_id) where state in ('proposed', 'agreed', 'graduated') do nothing
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("round", roundId)
                .param("family", familyId)
                .param("visit", visitId)
                .param("rule", rule)
                .param("perPerson", perPerson)
                .param("line", line)
                .param("by", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
        return written == 0 ? null : id;
    }

    Optional<Standing> newest(String regencyCode, UUID familyId) {
        return jdbc.sql("""
                select id, state, version from graduation.graduation
                where regency_code = :regency and family_id = :family order by id desc limit 1
                """)
                .param("regency", regencyCode)
                .param("family", familyId)
                .query((row, n) -> new Standing(
                        row.getObject("id", UUID.class),
                        GraduationState.ofKey(row.getString("state")),
                        row.getInt("version")))
                .optional();
    }

    Optional<UUID> familyOf(String regencyCode, UUID id) {
        return jdbc.sql("select family_id from graduation.graduation where regency_code = :regency and id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Optional<Locked> lock(String regencyCode, UUID id) {
        return jdbc.sql("""
                select g.*, v.visited_at from graduation.graduation g
                join visits.visit v on v.regency_code = g.regency_code and v.id = g.visit_id
                where g.regency_code = :regency and g.id = :id for no key update of g
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .query((row, n) -> new Locked(
                        row.getObject("family_id", UUID.class),
                        row.getObject("visit_id", UUID.class),
                        GraduationState.ofKey(row.getString("state")),
                        row.getInt("version"),
                        row.getObject("proposed_by", UUID.class),
                        row.getObject("village_by", UUID.class),
                        BusinessClock.dayOf(row.getTimestamp("visited_at").toInstant())))
                .optional();
    }

    /** Whether this very paper is the village's word of that day on other families already: one meeting may speak of several. */
    boolean spokeOfOthers(FamilyCase family, VillageWord word) {
        return jdbc.sql("""
                select exists (select from graduation.graduation g
                    join cases.family f on f.regency_code = g.regency_code and f.id = g.family_id
                    where g.regency_code = :regency and g.village_paper = :paper and g.village_on = :on and f.village_code = :village
                        and f.id <> :family)
                """)
                .param("regency", family.regencyCode())
                .param("paper", word.paper().sha256())
                .param("on", word.on())
                .param("village", family.villageCode())
                .param("family", family.id())
                .query(Boolean.class)
                .single();
    }

    void hear(Actor actor, UUID id, VillageWord word) {
        change(
                actor,
                id,
                word.agreed() ? GraduationState.AGREED : GraduationState.DISAGREED,
                "village_on = :on, village_reason = :reason, village_paper = :paper, village_by = :by",
                Map.of(
                        "on",
                        word.on(),
                        "reason",
                        word.reason(),
                        "paper",
                        word.paper().sha256()));
    }

    void hearMeeting(Actor actor, UUID id, GraduationState state, LocalDate on, UUID meetingId, String reason) {
        change(
                actor,
                id,
                state,
                "village_on = :on, village_reason = :reason, village_meeting = :meeting, village_by = :by",
                Map.of("on", on, "reason", reason, "meeting", meetingId));
    }

    void decide(Actor actor, UUID id, GraduationState state, String reason) {
        change(
                actor,
                id,
                state,
                "decided_on = :on, decided_reason = :reason, decided_by = :by",
                Map.of("on", clock.today(), "reason", reason));
    }

    void end(Actor actor, UUID id, UUID visitId, String reason) {
        change(
                actor,
                id,
                GraduationState.ENDED,
                "ended_on = :on, ended_reason = :reason, ended_by = :by, ended_visit_id = :visit",
                Map.of("on", clock.today(), "reason", reason, "visit", visitId));
    }

    private void change(Actor actor, UUID id, GraduationState state, String columns, Map<String, Object> values) {
        jdbc.sql("update graduation.graduation set state = :state, version = version + 1, " + columns
                        + " where regency_code = :regency and id = :id")
                .params(values)
                .param("state", state.key())
                .param("by", actor.id())
                .param("regency", actor.regencyCode())
                .param("id", id)
                .update();
    }
}
