package id.tuntas.cases.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.internal.CaseStore.Change;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has which family, and the proposals for it. */
@Component
class AssignmentStore {

    record StoredProposal(UUID id, UUID roundId, StoredPlan plan, boolean committed) {}

    /** @param officerId null for families without an officer */
    record Holding(String village, @Nullable UUID officerId, CaseState state, int families) {}

    private final JdbcClient jdbc;
    private final CaseStore store;
    private final TallyStore tallies;
    private final BusinessClock clock;
    private final Json json;

    AssignmentStore(JdbcClient jdbc, CaseStore store, TallyStore tallies, BusinessClock clock, Json json) {
        this.jdbc = jdbc;
        this.store = store;
        this.tallies = tallies;
        this.clock = clock;
        this.json = json;
    }

    List<Holding> holdings(String regencyCode, UUID roundId) {
        return jdbc.sql("""
                select village_code, officer_id, state, count(*) as families from cases.family
                where regency_code = :regency and round_id = :round group by village_code, officer_id, state
                order by village_code, officer_id, state
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query((row, n) -> new Holding(
                        row.getString("village_code"),
                        row.getObject("officer_id", UUID.class),
                        CaseState.findByKey(row.getString("state")).orElseThrow(),
                        row.getInt("families")))
                .list();
    }

    /** Holds the families of villages that are in one of these states until the transaction ends. */
    List<FamilyCase> lockPool(
            String regencyCode, UUID roundId, Collection<String> villages, Collection<CaseState> states) {
        return jdbc.sql(CaseStore.SELECT + """
                and f.round_id = :round and f.village_code = any(:villages) and f.state = any(:states)
                order by f.id for no key update
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("villages", villages.toArray(String[]::new))
                .param("states", states.stream().map(CaseState::key).toArray(String[]::new))
                .query(CaseStore::family)
                .list();
    }

    /** Gives each family, which the caller holds, to its new officer; ends the former assignment and begins the next. */
    void hand(Actor actor, UUID roundId, Map<FamilyCase, UUID> officers, String reason) {
        UUID[] families = officers.keySet().stream().map(FamilyCase::id).toArray(UUID[]::new);
        UUID[] receivers = officers.values().toArray(UUID[]::new);
        Timestamp now = Timestamp.from(clock.now());
        jdbc.sql("""
                update cases.assignment set ended_at = :now
                where regency_code = :regency and family_id = any(:families) and ended_at is null
                """)
                .param("now", now)
                .param("regency", actor.regencyCode())
                .param("families", families)
                .update();
        jdbc.sql("""
                insert into cases.assignment (regency_code, family_id, ordinal, officer_id, assigned_at, assigned_by, reason)
                select :regency, g.family, coalesce((select max(a.ordinal) from cases.assignment a
                    where a.regency_code = :regency and a.family_id = g.family), 0) + 1, g.officer, :now, :by, :reason
                from unnest(:families, :officers) as g (family, officer)
                """)
                .param("regency", actor.regencyCode())
                .param("now", now)
                .param("by", actor.id())
                .param("reason", reason)
                .param("families", families)
                .param("officers", receivers)
                .update();
        jdbc.sql("""
                with given as (
                    update cases.family f set officer_id = g.officer, version = f.version + 1,
                        state = case f.state when 'listed' then 'assigned' else f.state end
                    from unnest(:families, :officers, :before, :steps) as g (family, officer, before, step)
                    where f.regency_code = :regency and f.id = g.family
                    returning f.*, g.step, g.before)
                insert into cases.step (regency_code, id, family_id, round_id, village_code, officer_id, from_state, to_state, contact,
                    finding, day, at, actor_id)
                select regency_code, step, id, round_id, village_code, officer_id, before, state, contact, finding, :day, :now, :by
                from given
                """)
                .param("families", families)
                .param("officers", receivers)
                .param(
                        "before",
                        officers.keySet().stream()
                                .map(family -> family.state().key())
                                .toArray(String[]::new))
                .param(
                        "steps",
                        Stream.generate(Ids::next).limit(families.length).toArray(UUID[]::new))
                .param("regency", actor.regencyCode())
                .param("day", clock.today())
                .param("now", now)
                .param("by", actor.id())
                .update();
        tallies.recount(
                actor.regencyCode(),
                roundId,
                officers.keySet().stream().map(FamilyCase::villageCode).toList());
        List<Change> changes = new ArrayList<>();
        officers.forEach((family, officer) -> {
            changes.add(new Change(officer, family.id()));
            if (family.officerId() != null) {
                changes.add(new Change(family.officerId(), family.id()));
            }
        });
        store.noteChanges(actor.regencyCode(), changes);
    }

    void insertProposal(Actor actor, UUID id, UUID roundId, StoredPlan plan) {
        jdbc.sql("""
                insert into cases.assignment_proposal (regency_code, id, round_id, plan, created_by, created_at)
                values (:regency, :id, :round, cast(:plan as jsonb), :by, :now)
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("round", roundId)
                .param("plan", json.write(plan))
                .param("by", actor.id())
                .param("now", Timestamp.from(clock.now()))
                .update();
    }

    Optional<StoredProposal> findProposal(String regencyCode, UUID id) {
        return proposal(regencyCode, id, "");
    }

    Optional<StoredProposal> lockProposal(String regencyCode, UUID id) {
        return proposal(regencyCode, id, " for update");
    }

    private Optional<StoredProposal> proposal(String regencyCode, UUID id, String lock) {
        return jdbc.sql("select * from cases.assignment_proposal where regency_code = :regency and id = :id" + lock)
                .param("regency", regencyCode)
                .param("id", id)
                .query(this::proposal)
                .optional();
    }

    private StoredProposal proposal(ResultSet row, int n) throws SQLException {
        return new StoredProposal(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                json.read(row.getString("plan"), StoredPlan.class),
                row.getTimestamp("committed_at") != null);
    }

    void updatePlan(String regencyCode, UUID id, StoredPlan plan) {
        jdbc.sql("""
                update cases.assignment_proposal set plan = cast(:plan as jsonb) where regency_code = :regency and id = :id
                """)
                .param("plan", json.write(plan))
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    void markCommitted(String regencyCode, UUID id) {
        jdbc.sql("""
                update cases.assignment_proposal set committed_at = :now where regency_code = :regency and id = :id
                """)
                .param("now", Timestamp.from(clock.now()))
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }
}
