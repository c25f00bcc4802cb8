package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Page;
import id.tuntas.programmes.InterventionState;
import id.tuntas.programmes.Need;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Interventions as their agencies and the office see them: who, where and what for, and nothing else of the family. */
@Component
class InterventionQueries {

    private static final String SELECT = """
            select i.*, f.number, f.head_name, f.address, f.hamlet, f.village_code, p.code, p.name as programme, p.unit, a.name as agency
            from programmes.intervention i
            join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
            join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
            join programmes.agency a on a.regency_code = p.regency_code and a.id = p.agency_id
            where i.regency_code = :regency
            """;

    /** What is done with, or waits for nobody, comes after everything that is due. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /**
     * One intervention.
     *
     * @param late whether the next step should have been taken before today
     */
    record InterventionView(
            UUID id,
            UUID caseId,
            String caseNumber,
            String name,
            String address,
            String hamlet,
            String village,
            String villageName,
            Need need,
            UUID programmeId,
            String programmeCode,
            String programme,
            String agency,
            InterventionState state,
            @Nullable LocalDate plannedOn,
            @Nullable Long amount,
            String reason,
            @Nullable LocalDate due,
            boolean late,
            int version) {}

    private final JdbcClient jdbc;
    private final Regions regions;
    private final BusinessClock clock;
    private final DecreedFamilies families;

    InterventionQueries(JdbcClient jdbc, Regions regions, BusinessClock clock, DecreedFamilies families) {
        this.families = families;
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    /** What the actor may work on, the longest overdue first. @param after key of the last one seen: its due day and id */
    Page<InterventionView> list(Actor actor, @Nullable InterventionState state, @Nullable UUID after, int limit) {
        List<InterventionView> rows = jdbc.sql("select * from (" + SELECT + " and " + InterventionStore.WORKABLE + """
                ) i
                where (cast(:state as text) is null or i.state = :state)
                    and (cast(:after as uuid) is null or (coalesce(i.due, :never), i.id) >
                        (select coalesce(l.due, :never), l.id from programmes.intervention l
                            where l.regency_code = :regency and l.id = :after))
                order by coalesce(i.due, :never), i.id limit :limit
                """)
                .param("regency", actor.regencyCode())
                .param("work", actor.scope(Verb.INTERVENTION_WORK))
                .param("manage", actor.scope(Verb.INTERVENTION_MANAGE))
                .param("me", actor.id())
                .param("state", state == null ? null : state.key())
                .param("after", after)
                .param("never", NEVER)
                .param("limit", limit + 1)
                .query(this::view)
                .list();
        return Page.of(rows, limit, view -> view.id().toString());
    }

    /** A family's, oldest first. Throws Refusal 404 unless the actor may read it and it is extremely poor. */
    List<InterventionView> ofCase(Actor actor, UUID caseId) {
        families.require(actor, Verb.CASE_READ, caseId);
        return jdbc.sql(SELECT + " and i.family_id = :family order by i.id")
                .param("regency", actor.regencyCode())
                .param("family", caseId)
                .query(this::view)
                .list();
    }

    private InterventionView view(ResultSet row, int n) throws SQLException {
        LocalDate due = row.getObject("due", LocalDate.class);
        String village = row.getString("village_code");
        return new InterventionView(
                row.getObject("id", UUID.class),
                row.getObject("family_id", UUID.class),
                row.getString("number"),
                row.getString("head_name"),
                row.getString("address"),
                row.getString("hamlet"),
                village,
                regions.name(village),
                Need.findByKey(row.getString("need")).orElseThrow(),
                row.getObject("programme_id", UUID.class),
                row.getString("code"),
                row.getString("programme"),
                row.getString("agency"),
                InterventionState.findByKey(row.getString("state")).orElseThrow(),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("amount", Long.class),
                row.getString("reason"),
                due,
                due != null && due.isBefore(clock.today()),
                row.getInt("version"));
    }
}
