package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.ProofKind;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs;
import id.tuntas.programmes.Unit;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Interventions as their agencies and the office see them: who, where and what for, and nothing else of the family. */
@Component
class InterventionQueries {

    private static final String SELECT =
            """
            select i.*, f.number, f.head_name, f.address, f.hamlet, f.village_code, p.code, p.name as programme, p.unit, a.name as agency,
                w.accuracy, w.away, w.elsewhere, w.unplaced, w.photo, %s as withdrawer, %s as quota_year, %s
            from interventions.intervention i
            join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
            join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
            join programmes.agency a on a.regency_code = p.regency_code and a.id = p.agency_id
            left join lateral (select s.accuracy, s.away, s.elsewhere, s.unplaced,
                    exists (select from interventions.proof pr where pr.regency_code = s.regency_code and pr.step_id = s.id) as photo
                from interventions.step s where s.regency_code = i.regency_code and s.intervention_id = i.id and i.state = 'received' and s.state = i.state
                order by s.at desc, s.id desc limit 1) w on true
            %s
            where i.regency_code = :regency
            """.formatted(InterventionStore.WITHDRAWERS, InterventionStore.QUOTA_YEAR, Struck.COLUMNS, Struck.JOIN);

    private static final String PROOFS = """
            select s.intervention_id, pr.kind, pr.sha256, e.media_type, used.interventions from interventions.step s
            join interventions.proof pr on pr.regency_code = s.regency_code and pr.step_id = s.id
            join evidence.file e on e.regency_code = pr.regency_code and e.sha256 = pr.sha256
            cross join lateral (select cast(count(distinct o.intervention_id) as int) as interventions from interventions.proof same
                join interventions.step o on o.regency_code = same.regency_code and o.id = same.step_id
                where same.regency_code = pr.regency_code and same.sha256 = pr.sha256) used
            where s.regency_code = :regency and s.intervention_id = any(:ids) order by s.at, pr.kind, pr.sha256
            """;

    /** What is done with, or waits for nobody, comes after everything that is due. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /**
     * One intervention.
     *
     * @param seen by which the officer shows that it was received; null before he says so
     * @param promisedOn the first day that was planned
     * @param againstRule why it was asked for although the programme's rule says that it does not fit, or it had been received; else empty
     * @param againFrom the first day on which the programme may be asked for again without a reason; null unless it was received
     * @param late whether the next step should have been taken before today
     * @param quotaYear whose quota it draws on
     * @param withdrawable whether the request, or what the officer said last, is the actor's to take back
     * @param struck null while the family is on the list
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
            Unit unit,
            int units,
            String agency,
            InterventionState state,
            String againstRule,
            @Nullable Seen seen,
            @Nullable LocalDate againFrom,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate deliveredOn,
            @Nullable Long amount,
            String reason,
            @Nullable LocalDate due,
            boolean late,
            int quotaYear,
            boolean withdrawable,
            @Nullable Struck struck,
            List<ProofView> proofs,
            int version) {}

    /**
     * @param requests all of the list, not of this page alone
     * @param late of these
     * @param counts by state, also of those that are not asked for
     */
    record WorkList(
            List<InterventionView> items,
            @Nullable String next,
            int requests,
            int late,
            Map<InterventionState, Integer> counts) {}

    private record Count(InterventionState state, int requests, int late) {}

    /**
     * @param accuracy in metres of the place where his phone was; null without one
     * @param away metres from there to the family; null when either is not known
     * @param elsewhere whether that is too far for the place to show anything
     * @param unplaced why there is neither place nor photo
     */
    record Seen(@Nullable Double accuracy, @Nullable Double away, boolean elsewhere, boolean photo, String unplaced) {}

    /** @param alsoFor how many other interventions the same file shows */
    record ProofView(ProofKind kind, String sha256, boolean image, int alsoFor) {}

    private final JdbcClient jdbc;
    private final Regions regions;
    private final BusinessClock clock;
    private final Needs needs;

    InterventionQueries(JdbcClient jdbc, Regions regions, BusinessClock clock, Needs needs) {
        this.needs = needs;
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    /** What the actor may work on, the longest overdue first. @param after key of the last one seen: its due day and id */
    WorkList list(Actor actor, @Nullable InterventionState state, @Nullable UUID after, int limit) {
        List<InterventionView> rows = read(
                jdbc.sql("select * from (" + SELECT + " and " + InterventionStore.WORKABLE + """
                ) i
                where (cast(:state as text) is null or i.state = :state)
                    and (cast(:after as uuid) is null or (coalesce(i.due, :never), i.id) >
                        (select coalesce(l.due, :never), l.id from interventions.intervention l
                            where l.regency_code = :regency and l.id = :after))
                order by coalesce(i.due, :never), i.id limit :limit
                """)
                        .param("regency", actor.regencyCode())
                        .param("work", actor.scope(Verb.INTERVENTION_WORK))
                        .param("manage", actor.scope(Verb.INTERVENTION_MANAGE))
                        .param("confirm", actor.scope(Verb.NEED_CONFIRM))
                        .param("zone", BusinessClock.ZONE.getId())
                        .param("me", actor.id())
                        .param("state", state == null ? null : state.key())
                        .param("after", after)
                        .param("never", NEVER)
                        .param("limit", limit + 1),
                actor.regencyCode());
        Page<InterventionView> page = Page.of(rows, limit, view -> view.id().toString());
        List<Count> counts = counts(actor);
        List<Count> listed = counts.stream()
                .filter(one -> state == null || one.state() == state)
                .toList();
        return new WorkList(
                page.items(),
                page.next(),
                listed.stream().mapToInt(Count::requests).sum(),
                listed.stream().mapToInt(Count::late).sum(),
                counts.stream().collect(Collectors.toMap(Count::state, Count::requests)));
    }

    private List<Count> counts(Actor actor) {
        return jdbc.sql("""
                select i.state, count(*) as requests, count(*) filter (where i.due < :today) as late
                from interventions.intervention i
                join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
                join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
                where i.regency_code = :regency and
                """ + InterventionStore.WORKABLE + " group by i.state")
                .param("today", clock.today())
                .param("regency", actor.regencyCode())
                .param("work", actor.scope(Verb.INTERVENTION_WORK))
                .param("manage", actor.scope(Verb.INTERVENTION_MANAGE))
                .param("me", actor.id())
                .query((row, n) -> new Count(
                        InterventionState.findByKey(row.getString("state")).orElseThrow(),
                        row.getInt("requests"),
                        row.getInt("late")))
                .list();
    }

    /** A family's, oldest first. Throws Refusal 404 unless the actor may read it and it is, or was, extremely poor. */
    List<InterventionView> ofCase(Actor actor, UUID caseId) {
        needs.requireKnown(actor, caseId);
        return read(
                jdbc.sql(SELECT + " and i.family_id = :family order by i.id")
                        .param("regency", actor.regencyCode())
                        .param("manage", actor.scope(Verb.INTERVENTION_MANAGE))
                        .param("confirm", actor.scope(Verb.NEED_CONFIRM))
                        .param("zone", BusinessClock.ZONE.getId())
                        .param("me", actor.id())
                        .param("family", caseId),
                actor.regencyCode());
    }

    /** Throws Refusal 404 unless the actor may work on it. */
    void requireWorkable(Actor actor, UUID id) {
        boolean workable = jdbc.sql(
                        "select exists (" + SELECT + " and i.id = :id and " + InterventionStore.WORKABLE + ")")
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("work", actor.scope(Verb.INTERVENTION_WORK))
                .param("manage", actor.scope(Verb.INTERVENTION_MANAGE))
                .param("confirm", actor.scope(Verb.NEED_CONFIRM))
                .param("zone", BusinessClock.ZONE.getId())
                .param("me", actor.id())
                .query(Boolean.class)
                .single();
        if (!workable) {
            throw Refusal.notFound();
        }
    }

    /** Whether the file shows a step of an intervention that the actor may work on, or whose family he may read. */
    boolean maySee(Actor actor, UUID id, String sha256) {
        return jdbc.sql("""
                select exists (select from interventions.intervention i
                    join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
                    join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
                    join interventions.step s on s.regency_code = i.regency_code and s.intervention_id = i.id
                    join interventions.proof pr on pr.regency_code = s.regency_code and pr.step_id = s.id and pr.sha256 = :sha256
                    where i.regency_code = :regency and i.id = :id and (f.village_code like any(:read) or
                """ + InterventionStore.WORKABLE + "))")
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("sha256", sha256)
                .param("read", actor.scope(Verb.CASE_READ))
                .param("work", actor.scope(Verb.INTERVENTION_WORK))
                .param("manage", actor.scope(Verb.INTERVENTION_MANAGE))
                .param("me", actor.id())
                .query(Boolean.class)
                .single();
    }

    private List<InterventionView> read(StatementSpec sql, String regencyCode) {
        Map<UUID, List<ProofView>> proofs = new HashMap<>();
        List<InterventionView> views = sql.query((row, n) -> view(row, proofs)).list();
        jdbc.sql(PROOFS)
                .param("regency", regencyCode)
                .param("ids", proofs.keySet().toArray(UUID[]::new))
                .query(row -> {
                    proofs.get(row.getObject("intervention_id", UUID.class))
                            .add(new ProofView(
                                    ProofKind.ofKey(row.getString("kind")),
                                    row.getString("sha256"),
                                    row.getString("media_type").startsWith("image/"),
                                    row.getInt("interventions") - 1));
                });
        return views;
    }

    private static @Nullable Seen seen(ResultSet row) throws SQLException {
        String unplaced = row.getString("unplaced");
        return unplaced == null
                ? null
                : new Seen(
                        row.getObject("accuracy", Double.class),
                        row.getObject("away", Double.class),
                        row.getBoolean("elsewhere"),
                        row.getBoolean("photo"),
                        unplaced);
    }

    /** @param proofs gets a place for those of this one, which are read afterwards */
    private InterventionView view(ResultSet row, Map<UUID, List<ProofView>> proofs) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        LocalDate due = row.getObject("due", LocalDate.class);
        String village = row.getString("village_code");
        InterventionState state =
                InterventionState.findByKey(row.getString("state")).orElseThrow();
        return new InterventionView(
                id,
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
                Unit.findByKey(row.getString("unit")).orElseThrow(),
                row.getInt("units"),
                row.getString("agency"),
                state,
                row.getString("against_rule"),
                seen(row),
                InterventionStore.againFrom(row),
                row.getObject("promised_on", LocalDate.class),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("delivered_on", LocalDate.class),
                row.getObject("amount", Long.class),
                row.getString("reason"),
                due,
                due != null && due.isBefore(clock.today()),
                row.getInt("quota_year"),
                row.getBoolean("withdrawer") && state.withoutMistake().isPresent(),
                Struck.of(row),
                proofs.computeIfAbsent(id, one -> new ArrayList<>()),
                row.getInt("version"));
    }
}
