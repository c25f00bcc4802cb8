package id.tuntas.monitoring.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.monitoring.Standing;
import id.tuntas.monitoring.Standings;
import id.tuntas.monitoring.internal.FamilyFacts.Approval;
import id.tuntas.monitoring.internal.FamilyFacts.Graduation;
import id.tuntas.monitoring.internal.FamilyFacts.Line;
import id.tuntas.monitoring.internal.FamilyFacts.Word;
import id.tuntas.platform.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What was known at the end of a day, family by family and village by village. */
@Component
class StandingQueries implements Standings {

    private static final String FACTS = """
            with last as (
                select distinct on (s.family_id) s.family_id, s.village_code, s.to_state, s.contact, s.finding, s.day
                from cases.step s where s.regency_code = :regency and s.round_id = :round and s.day <= :day
                order by s.family_id, s.id desc),
            approval as (
                select distinct on (d.family_id) d.family_id, d.visit_id, d.decided_by, v.officer_id, v.contact, v.proposed
                from review.decision d
                join visits.visit v on v.regency_code = d.regency_code and v.id = d.visit_id
                where d.regency_code = :regency and v.round_id = :round and d.decision = 'approve' and d.at < :end
                    and v.revisit_id is null
                order by d.family_id, d.id desc),
            meeting as (
                select distinct on (m.village_code) m.id, m.village_code, m.closed_at from deliberation.meeting m
                where m.regency_code = :regency and m.round_id = :round and m.opened_at < :end
                order by m.village_code, m.edition desc),
            line as (
                select distinct on (c.family_id) c.family_id, c.change, d.number, d.locked_by, d.locked_at
                from decrees.change c
                join decrees.decree d on d.regency_code = c.regency_code and d.id = c.decree_id
                where c.regency_code = :regency and c.round_id = :round and d.holds_from <= :day
                order by c.family_id, c.ordinal desc),
            graduated as (
                select distinct on (g.family_id) g.family_id, g.decided_by, g.from_on from graduation.graduated g
                where g.regency_code = :regency and g.round_id = :round and g.from_on <= :day and (g.until_on is null or g.until_on > :day)
                order by g.family_id, g.from_on desc),
            planned as (
                select i.family_id from interventions.intervention i
                join lateral (select s.state, coalesce(s.delivered_on, s.planned_on, i.delivered_on) as on_day from interventions.step s
                    where s.regency_code = i.regency_code and s.intervention_id = i.id and s.at < :end
                    order by s.at desc, s.id desc limit 1) s on true
                where i.regency_code = :regency and s.state in ('planned', 'delivered', 'received', 'missing', 'different')
                group by i.family_id having bool_and(s.on_day <= :newYear))
            select l.*, f.number as case_number, f.head_name, f.roster_status = 'nominated' as nominated, p.persons,
                a.visit_id, a.decided_by, a.officer_id, a.contact as met, a.proposed,
                w.outcome, w.visit_id as decided_visit, w.held, w.decided_by as said_by, m.id is not null as meeting_closed, m.closed_at,
                n.change, n.number as decree, n.locked_by, n.locked_at, g.decided_by as graduated_by, g.from_on as graduated_on,
                r.family_id is not null as planned
            from last l
            join cases.family f on f.regency_code = :regency and f.id = l.family_id
            join roster.persons_before(:regency, :round, :end) p on p.family_id = l.family_id
            left join approval a on a.family_id = l.family_id
            left join meeting m on m.village_code = l.village_code and m.closed_at < :end
            left join deliberation.standing w on w.regency_code = :regency and w.meeting_id = m.id and w.family_id = l.family_id
            left join line n on n.family_id = l.family_id
            left join graduated g on g.family_id = l.family_id
            left join planned r on r.family_id = l.family_id
            where %s
            order by l.village_code, f.number
            """;
    private static final String FACTS_OF_PLACES = FACTS.formatted("l.village_code like any(:scope)");
    private static final String FACTS_OF_FAMILY = FACTS.formatted("l.family_id = :family");

    private final JdbcClient jdbc;

    StandingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By village and number. @param scope patterns of village codes */
    List<FamilyFacts> on(String regencyCode, UUID roundId, String[] scope, LocalDate day) {
        return facts(FACTS_OF_PLACES, regencyCode, roundId, day)
                .param("scope", scope)
                .query(StandingQueries::facts)
                .list();
    }

    Optional<Standing> find(FamilyCase family, LocalDate day) {
        return facts(FACTS_OF_FAMILY, family.regencyCode(), family.roundId(), day)
                .param("family", family.id())
                .query(StandingQueries::facts)
                .optional()
                .map(FamilyFacts::standing);
    }

    private StatementSpec facts(String sql, String regencyCode, UUID roundId, LocalDate day) {
        return jdbc.sql(sql)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("day", day)
                .param("end", endOf(day))
                .param("newYear", LocalDate.of(day.getYear(), 12, 31));
    }

    @Override
    public List<VillageStandings> byVillageOn(String regencyCode, UUID roundId, String[] scope, LocalDate day) {
        return on(regencyCode, roundId, scope, day).stream()
                .collect(groupingBy(
                        FamilyFacts::village, TreeMap::new, groupingBy(FamilyFacts::standing, summingInt(one -> 1))))
                .entrySet()
                .stream()
                .map(village -> new VillageStandings(village.getKey(), village.getValue()))
                .toList();
    }

    @Override
    public Map<UUID, Standing> byFamilyOn(String regencyCode, UUID roundId, String[] scope, LocalDate day) {
        return on(regencyCode, roundId, scope, day).stream().collect(toMap(FamilyFacts::id, FamilyFacts::standing));
    }

    @Override
    public Optional<LocalDate> findDecreeDay(String regencyCode, UUID roundId) {
        return jdbc.sql("""
                select holds_from from decrees.decree where regency_code = :regency and round_id = :round and ordinal = 1
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query(LocalDate.class)
                .optional();
    }

    /** Nominations of officers and citizens that waited for an answer, by village. */
    Map<String, Integer> openNominations(String regencyCode, String[] scope, LocalDate day) {
        Map<String, Integer> open = new TreeMap<>();
        jdbc.sql("""
                select village_code, count(*) as waiting
                from (select n.village_code from nominations.nomination n
                    where n.regency_code = :regency and n.village_code like any(:scope) and n.proposed_at < :end
                        and not exists (select from visits.conflict c where c.regency_code = n.regency_code
                            and c.visit_id = n.visit_id and c.code = 'proposed-family' and c.resolved_at < :end)
                        and not exists (select from review.decision d where d.regency_code = n.regency_code
                            and d.visit_id = n.visit_id and d.decision = 'reject' and d.at < :end)
                    union all
                    select village_code from citizens.standing
                    where regency_code = :regency and village_code like any(:scope) and kind = 'nomination' and received_at < :end
                        and (answered_at is null or answered_at >= :end)) waiting
                group by village_code
                """)
                .param("regency", regencyCode)
                .param("scope", scope)
                .param("end", endOf(day))
                .query(row -> {
                    open.put(row.getString("village_code"), row.getInt("waiting"));
                });
        return open;
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(BusinessClock.ZONE)
                .toInstant()
                .atOffset(ZoneOffset.UTC);
    }

    private static FamilyFacts facts(ResultSet row, int n) throws SQLException {
        return new FamilyFacts(
                row.getObject("family_id", UUID.class),
                row.getString("case_number"),
                row.getString("head_name"),
                row.getString("village_code"),
                row.getBoolean("nominated"),
                row.getInt("persons"),
                CaseState.findByKey(row.getString("to_state")).orElseThrow(),
                contact(row.getString("contact")),
                finding(row.getString("finding")),
                row.getObject("day", LocalDate.class),
                approval(row),
                row.getBoolean("meeting_closed"),
                word(row),
                line(row),
                graduation(row),
                row.getBoolean("planned"));
    }

    private static @Nullable Approval approval(ResultSet row) throws SQLException {
        UUID visit = row.getObject("visit_id", UUID.class);
        return visit == null
                ? null
                : new Approval(
                        visit,
                        row.getObject("decided_by", UUID.class),
                        row.getObject("officer_id", UUID.class),
                        contact(row.getString("met")),
                        finding(row.getString("proposed")));
    }

    private static @Nullable Word word(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Word(
                        Outcome.findByKey(outcome).orElseThrow(),
                        row.getObject("decided_visit", UUID.class),
                        finding(row.getString("held")),
                        row.getObject("said_by", UUID.class),
                        BusinessClock.dayOf(row.getTimestamp("closed_at").toInstant()));
    }

    private static @Nullable Line line(ResultSet row) throws SQLException {
        String change = row.getString("change");
        return change == null
                ? null
                : new Line(
                        row.getString("decree"),
                        change.equals("listed"),
                        row.getObject("locked_by", UUID.class),
                        BusinessClock.dayOf(row.getTimestamp("locked_at").toInstant()));
    }

    private static @Nullable Graduation graduation(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("graduated_on", LocalDate.class);
        return day == null ? null : new Graduation(row.getObject("graduated_by", UUID.class), day);
    }

    private static @Nullable ContactResult contact(@Nullable String code) {
        return code == null ? null : ContactResult.findByCode(code).orElseThrow();
    }

    private static @Nullable Finding finding(@Nullable String code) {
        return code == null ? null : Finding.findByCode(code).orElseThrow();
    }
}
