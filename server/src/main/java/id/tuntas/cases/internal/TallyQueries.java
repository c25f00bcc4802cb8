package id.tuntas.cases.internal;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.Tallies;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TallyQueries implements Tallies {

    /** Where each family stood at the end of a day: its last step by then. */
    private static final String LAST_STEPS = """
            (select distinct on (s.family_id) s.family_id, s.village_code, s.officer_id, s.to_state as state, s.contact, s.finding
             from cases.step s
             where s.regency_code = :regency and s.round_id = :round and s.day <= :day
             order by s.family_id, s.id desc) as f
            """;

    private final JdbcClient jdbc;

    TallyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<VillageTally> byVillage(String regencyCode, UUID roundId, String[] scope) {
        return jdbc.sql("""
                select * from cases.village_tally
                where regency_code = :regency and round_id = :round and village_code like any(:scope) order by village_code
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .query((row, n) -> new VillageTally(row.getString("village_code"), TallyStore.tally(row)))
                .list();
    }

    @Override
    public List<VillageTally> byVillageOn(String regencyCode, UUID roundId, String[] scope, LocalDate day) {
        return jdbc.sql("select village_code, " + TallyStore.COUNTS + " from " + LAST_STEPS
                        + " where village_code like any(:scope) group by village_code order by village_code")
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .param("day", day)
                .query((row, n) -> new VillageTally(row.getString("village_code"), TallyStore.tally(row)))
                .list();
    }

    @Override
    public List<OfficerTally> byOfficer(String regencyCode, UUID roundId, String[] scope) {
        return jdbc.sql("select officer_id, " + TallyStore.COUNTS + """
                 from cases.family
                where regency_code = :regency and round_id = :round and village_code like any(:scope) and officer_id is not null
                group by officer_id
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .query((row, n) -> new OfficerTally(row.getObject("officer_id", UUID.class), TallyStore.tally(row)))
                .list();
    }

    @Override
    public List<OfficerTally> byOfficerOn(String regencyCode, UUID roundId, String[] scope, LocalDate day) {
        return jdbc.sql("select officer_id, " + TallyStore.COUNTS + " from " + LAST_STEPS
                        + " where village_code like any(:scope) and officer_id is not null group by officer_id")
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .param("day", day)
                .query((row, n) -> new OfficerTally(row.getObject("officer_id", UUID.class), TallyStore.tally(row)))
                .list();
    }

    @Override
    public List<DayCount> visitedPerDay(String regencyCode, UUID roundId, String[] scope) {
        return jdbc.sql("""
                select f.district_code as district, s.day, sum(case when s.to_state = 'visited' then 1 else -1 end) as visited
                from cases.step s join cases.family f on f.regency_code = s.regency_code and f.id = s.family_id
                where s.regency_code = :regency and s.round_id = :round and f.village_code like any(:scope)
                    and ((s.from_state in ('listed', 'assigned') and s.to_state = 'visited')
                        or (s.from_state in ('visited', 'returned') and s.to_state in ('listed', 'assigned')))
                group by 1, 2 order by 1, 2
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .query((row, n) -> new DayCount(
                        row.getString("district"), row.getObject("day", LocalDate.class), row.getInt("visited")))
                .list();
    }

    @Override
    public List<Backlog> backlog(String regencyCode, UUID roundId, String[] scope, CaseState state) {
        return jdbc.sql("""
                select f.district_code, f.officer_id, count(*) as families, min(s.day) as oldest
                from cases.family f
                cross join lateral (select day from cases.step where regency_code = f.regency_code and family_id = f.id
                    order by id desc limit 1) s
                where f.regency_code = :regency and f.round_id = :round and f.state = :state and f.village_code like any(:scope)
                group by f.district_code, f.officer_id order by f.district_code, f.officer_id
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .param("state", state.key())
                .query((row, n) -> new Backlog(
                        row.getString("district_code"),
                        row.getObject("officer_id", UUID.class),
                        row.getInt("families"),
                        row.getObject("oldest", LocalDate.class)))
                .list();
    }

    @Override
    public List<OfficerActivity> activity(String regencyCode, UUID roundId, String[] scope) {
        return jdbc.sql("""
                with open as (
                    select f.officer_id, min(f.district_code) as district, count(*) as families, min(s.day) as since
                    from cases.family f
                    cross join lateral (select day from cases.step where regency_code = f.regency_code and family_id = f.id
                        order by id desc limit 1) s
                    where f.regency_code = :regency and f.round_id = :round and f.village_code like any(:scope)
                        and f.state in ('assigned', 'returned')
                    group by f.officer_id)
                select o.*,
                    (select max(s.day) from cases.step s where s.regency_code = :regency and s.round_id = :round
                        and s.actor_id = o.officer_id and s.to_state = 'visited') as last_visit
                from open o order by o.officer_id
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .query((row, n) -> new OfficerActivity(
                        row.getObject("officer_id", UUID.class),
                        row.getString("district"),
                        row.getInt("families"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("last_visit", LocalDate.class)))
                .list();
    }
}
