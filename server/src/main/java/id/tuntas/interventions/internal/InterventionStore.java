package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions.Request;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InterventionStore {

    /**
     * Interventions that somebody may work on, over family f and programme p: those of his own agencies where he works for them, and all of
     * the region he manages. Parameters: work, manage, me.
     */
    static final String WORKABLE = """
            (f.village_code like any(:manage) or f.village_code like any(:work) and p.agency_id in (select a.agency_id
                from programmes.agency_person a where a.regency_code = :regency and a.account_id = :me))
            """;

    /** What an officer may say something about, over family f. Parameters: submit, me. */
    static final String OFFICERS_OWN = "f.officer_id = :me and f.village_code like any(:submit) ";

    /** Whose it is to take something back, over family f and intervention i. Parameters: manage, confirm, me. */
    static final String WITHDRAWERS = """
            (f.village_code like any(:manage) or f.village_code like any(:confirm) and i.delivered_on is null and :me = (
                select s.actor_id from interventions.step s
                where s.regency_code = i.regency_code and s.intervention_id = i.id and s.state = 'proposed'))
            """;

    /** What came to nothing, over intervention i. */
    private static final String NOTHING = "i.state in ('refused', 'failed', 'stopped', 'withdrawn')";

    /** What is waited for, or was received this year, over intervention i. Parameter: newYear. */
    private static final String EXCLUDES =
            "not " + NOTHING + " and (i.state <> 'received' or i.delivered_on >= :newYear)";

    /** When somebody asked, over intervention i. */
    static final String ASKED_AT =
            "(select min(s.at) from interventions.step s where s.regency_code = i.regency_code and s.intervention_id = i.id)";

    /**
     * Whose quota it draws on, over intervention i: the year in which it was given, else that for which it is planned, else that of asking.
     * Parameter: zone.
     */
    static final String QUOTA_YEAR = "cast(extract(year from coalesce(i.delivered_on, i.planned_on, cast(" + ASKED_AT
            + " at time zone :zone as date))) as int)";

    private static final String LOCK = """
            select i.state, i.version, i.family_id, i.promised_on, i.delivered_on, i.amount, i.units, %s as asked_at, %s as quota_year, f.village_code, f.lat, f.lng,
                p.id as programme_id, p.code, %s
            from interventions.intervention i
            join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
            join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
            %s
            where i.regency_code = :regency and i.id = :id and %s for no key update of i
            """;

    /**
     * @param promisedOn the first day that the agency planned; null before it has
     * @param deliveredOn the day the agency says; null before it says so
     * @param lat where the family was visited, with {@code lng}; null when no visit says
     */
    record Locked(
            InterventionState state,
            int version,
            UUID familyId,
            LocalDate askedOn,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate deliveredOn,
            @Nullable Long amount,
            int units,
            int quotaYear,
            String village,
            @Nullable Double lat,
            @Nullable Double lng,
            UUID programmeId,
            String programme,
            @Nullable Struck struck) {}

    /** @param rupiah as planned or delivered, else what the units cost */
    record Drawn(int units, long rupiah) {

        Drawn and(int moreUnits, long moreRupiah) {
            return new Drawn(units + moreUnits, rupiah + moreRupiah);
        }
    }

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    InterventionStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Null when the family has been asked for in this programme and it still stands. */
    @Nullable UUID insert(Actor actor, UUID familyId, UUID programmeId, Need need, int units, LocalDate due, String againstRule) {
        UUID id = Ids.next();
        int inserted = jdbc.sql("""
                insert into interventions.intervention (regency_code, id, family_id, programme_id, need, units, state, due, against_rule)
                values (:regency, :id, :family, :programme, :need, :units, 'proposed', :due, :againstRule)
                on conflict (regency_code, family_id, programme_id) where state in ('proposed', 'accepted', 'planned', 'delivered', 'missing', 'different')
                    do nothing
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("family", familyId)
                .param("programme", programmeId)
                .param("need", need.key())
                .param("units", units)
                .param("due", due)
                .param("againstRule", againstRule)
                .update();
        if (inserted == 0) {
            return null;
        }
        insertStep(actor, Ids.next(), id, TakenStep.of(InterventionState.PROPOSED, null, null, null, againstRule));
        return id;
    }

    /** Codes of the programmes that a family waits for, or received this year. */
    List<String> standing(String regencyCode, UUID familyId) {
        return jdbc.sql("""
                select p.code from interventions.intervention i
                join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
                where i.regency_code = :regency and i.family_id = :family and %s
                order by p.code
                """.formatted(EXCLUDES))
                .param("newYear", clock.today().withDayOfYear(1))
                .param("regency", regencyCode)
                .param("family", familyId)
                .query(String.class)
                .list();
    }

    /** The last day on which the family received the programme; empty when it never did. */
    Optional<LocalDate> receivedOn(String regencyCode, UUID familyId, UUID programmeId) {
        return jdbc.sql("""
                select delivered_on from interventions.received
                where regency_code = :regency and family_id = :family and programme_id = :programme
                order by delivered_on desc limit 1
                """)
                .param("regency", regencyCode)
                .param("family", familyId)
                .param("programme", programmeId)
                .query(LocalDate.class)
                .optional();
    }

    List<Request> requests(String regencyCode) {
        return jdbc.sql("""
                select i.family_id, i.programme_id, p.code, p.pillar, p.funding, p.needs, p.unit, i.state, i.delivered_on, %s as excludes,
                    %s as year, %s as asked_at,
                    i.units, coalesce(i.amount, p.amount * i.units) as amount
                from interventions.intervention i
                join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
                where i.regency_code = :regency and i.state <> 'withdrawn'
                order by i.family_id, i.programme_id, i.id desc
                """.formatted(EXCLUDES, QUOTA_YEAR, ASKED_AT))
                .param("zone", BusinessClock.ZONE.getId())
                .param("newYear", clock.today().withDayOfYear(1))
                .param("regency", regencyCode)
                .query((row, n) -> new Request(
                        row.getObject("family_id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getString("code"),
                        row.getInt("pillar"),
                        Funding.findByKey(row.getString("funding")).orElseThrow(),
                        Need.ofKeys((String[]) row.getArray("needs").getArray()),
                        InterventionState.findByKey(row.getString("state")).orElseThrow(),
                        BusinessClock.dayOf(row.getTimestamp("asked_at").toInstant()),
                        againFrom(row),
                        row.getBoolean("excludes"),
                        row.getInt("year"),
                        row.getInt("units"),
                        row.getObject("amount", Long.class)))
                .list();
    }

    /** The first day on which it may be asked for again without a reason; null unless it was received. */
    static @Nullable LocalDate againFrom(ResultSet row) throws SQLException {
        return row.getString("state").equals(InterventionState.RECEIVED.key())
                ? Unit.findByKey(row.getString("unit"))
                        .orElseThrow()
                        .againFrom(row.getObject("delivered_on", LocalDate.class))
                : null;
    }

    /** Nobody else asks for the programme until the transaction ends, so that its quota is not given twice. */
    void holdQuota(String regencyCode, UUID programmeId) {
        jdbc.sql("select id from programmes.programme where regency_code = :regency and id = :id for no key update")
                .param("regency", regencyCode)
                .param("id", programmeId)
                .query(UUID.class)
                .single();
    }

    /** What draws on the programme in an area and year. */
    Drawn drawnIn(String regencyCode, UUID programmeId, int year, String area) {
        return jdbc.sql("""
                select coalesce(sum(i.units), 0) as units, coalesce(sum(coalesce(i.amount, p.amount * i.units)), 0) as rupiah
                from interventions.intervention i
                join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
                join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
                where i.regency_code = :regency and i.programme_id = :programme and not %s
                    and f.village_code || '.' like :area || '.%%' and %s = :year
                """.formatted(NOTHING, QUOTA_YEAR))
                .param("regency", regencyCode)
                .param("programme", programmeId)
                .param("area", area)
                .param("year", year)
                .param("zone", BusinessClock.ZONE.getId())
                .query((row, n) -> new Drawn(row.getInt("units"), row.getLong("rupiah")))
                .single();
    }

    /** Holds the intervention until the transaction ends; empty when it is not the actor's to work on. */
    Optional<Locked> lock(Actor actor, UUID id) {
        return lock(actor, id, WORKABLE);
    }

    /** Holds one that the actor may take something back of. */
    Optional<Locked> lockOfWithdrawer(Actor actor, UUID id) {
        return lock(actor, id, WITHDRAWERS);
    }

    /** Holds one of a family that the actor visits. */
    Optional<Locked> lockOfOfficer(Actor actor, UUID id) {
        return lock(actor, id, OFFICERS_OWN);
    }

    private Optional<Locked> lock(Actor actor, UUID id, String whose) {
        return jdbc.sql(LOCK.formatted(ASKED_AT, QUOTA_YEAR, Struck.COLUMNS, Struck.JOIN, whose))
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("zone", BusinessClock.ZONE.getId())
                .param("work", actor.scope(Verb.INTERVENTION_WORK))
                .param("manage", actor.scope(Verb.INTERVENTION_MANAGE))
                .param("confirm", actor.scope(Verb.NEED_CONFIRM))
                .param("submit", actor.scope(Verb.VISIT_SUBMIT))
                .param("me", actor.id())
                .query(InterventionStore::locked)
                .optional();
    }

    /** Whether the family was asked for in the programme of this one again, and that still stands. */
    boolean isAskedAgain(String regencyCode, UUID id) {
        return jdbc.sql("""
                select exists (select from interventions.intervention one
                    join interventions.intervention i on i.regency_code = one.regency_code and i.family_id = one.family_id
                        and i.programme_id = one.programme_id and i.id <> one.id
                    where one.regency_code = :regency and one.id = :id and i.state <> 'received' and not %s)
                """.formatted(NOTHING))
                .param("regency", regencyCode)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether the family is still, or again, one whose needs wait. */
    boolean isInNeed(String regencyCode, UUID familyId) {
        return jdbc.sql(
                        "select exists (select from programmes.family_in_need where regency_code = :regency and id = :family)")
                .param("regency", regencyCode)
                .param("family", familyId)
                .query(Boolean.class)
                .single();
    }

    private static Locked locked(ResultSet row, int n) throws SQLException {
        return new Locked(
                InterventionState.findByKey(row.getString("state")).orElseThrow(),
                row.getInt("version"),
                row.getObject("family_id", UUID.class),
                BusinessClock.dayOf(row.getTimestamp("asked_at").toInstant()),
                row.getObject("promised_on", LocalDate.class),
                row.getObject("delivered_on", LocalDate.class),
                row.getObject("amount", Long.class),
                row.getInt("units"),
                row.getInt("quota_year"),
                row.getString("village_code"),
                row.getObject("lat", Double.class),
                row.getObject("lng", Double.class),
                row.getObject("programme_id", UUID.class),
                row.getString("code"),
                Struck.of(row));
    }

    /** Whether a step has this id already; what a phone sends twice has. */
    boolean isTaken(Actor actor, UUID stepId) {
        return jdbc.sql("select exists (select from interventions.step where regency_code = :regency and id = :id)")
                .param("regency", actor.regencyCode())
                .param("id", stepId)
                .query(Boolean.class)
                .single();
    }

    /** An officer's word stands beside the delivery; whatever else is said takes its place. */
    void update(Actor actor, UUID stepId, UUID id, TakenStep step, @Nullable LocalDate due) {
        jdbc.sql("""
                update interventions.intervention set state = :state, planned_on = coalesce(:plannedOn, planned_on),
                    promised_on = coalesce(promised_on, :plannedOn),
                    delivered_on = case when :state in ('received', 'missing', 'different') then delivered_on else :deliveredOn end,
                    amount = case when :state in ('planned', 'delivered') then :amount else amount end,
                    reason = :reason, due = :due, version = version + 1
                where regency_code = :regency and id = :id
                """)
                .param("state", step.state().key())
                .param("plannedOn", step.plannedOn())
                .param("deliveredOn", step.deliveredOn())
                .param("amount", step.amount(), Types.BIGINT)
                .param("reason", step.reason())
                .param("due", due)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .update();
        insertStep(actor, stepId, id, step);
    }

    private void insertStep(Actor actor, UUID stepId, UUID id, TakenStep step) {
        jdbc.sql("""
                insert into interventions.step
                    (regency_code, id, intervention_id, state, planned_on, delivered_on, seen_on, amount, reason, lat, lng, accuracy, away, elsewhere,
                    unplaced, actor_id, at)
                values (:regency, :id, :intervention, :state, :plannedOn, :deliveredOn, :seenOn, :amount, :reason, :lat, :lng, :accuracy,
                    :away, :elsewhere, :unplaced, :actor, :at)
                """)
                .param("lat", step.place() == null ? null : step.place().lat())
                .param("lng", step.place() == null ? null : step.place().lng())
                .param("accuracy", step.place() == null ? null : step.place().accuracy())
                .param("away", step.away())
                .param("elsewhere", step.elsewhere())
                .param("unplaced", step.unplaced())
                .param("regency", actor.regencyCode())
                .param("id", stepId)
                .param("intervention", id)
                .param("state", step.state().key())
                .param("plannedOn", step.plannedOn())
                .param("deliveredOn", step.deliveredOn())
                .param("seenOn", step.seenOn())
                .param("amount", step.amount())
                .param("reason", step.reason())
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    /** The same file shows a step once, whatever it is called. */
    void insertProofs(String regencyCode, UUID stepId, List<Proof> proofs) {
        for (Proof proof : proofs) {
            jdbc.sql("""
                    insert into interventions.proof (regency_code, step_id, sha256, kind) values (:regency, :step, :sha256, :kind)
                    on conflict do nothing
                    """)
                    .param("regency", regencyCode)
                    .param("step", stepId)
                    .param("sha256", proof.file().sha256())
                    .param("kind", proof.kind().key())
                    .update();
        }
    }
}
