package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Regions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agencies have set a day for, by programme and district. */
@Component
class PlanQueries {

    /** @param year of the day */
    record Plans(LocalDate asOf, int year, List<Plan> items) {}

    /**
     * @param begun with a day in the year, what is finished included
     * @param finished those of them that the agency has delivered and no officer missed
     * @param later with a day in a year to come
     */
    record Plan(
            UUID programmeId,
            String programme,
            String district,
            String districtName,
            int begun,
            int finished,
            int later) {}

    private final JdbcClient jdbc;
    private final Regions regions;
    private final BusinessClock clock;

    PlanQueries(JdbcClient jdbc, Regions regions, BusinessClock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    Plans plans(Actor actor) {
        LocalDate today = clock.today();
        return new Plans(
                today,
                today.getYear(),
                jdbc.sql("""
                select p.id, p.name, i.district_code, cast(count(*) filter (where i.year = :year) as int) as begun,
                    cast(count(*) filter (where i.year = :year and i.state in ('delivered', 'received')) as int) as finished,
                    cast(count(*) filter (where i.year > :year) as int) as later
                from (select i.*, f.district_code, extract(year from coalesce(i.delivered_on, i.planned_on)) as year
                    from interventions.intervention i
                    join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
                    where i.regency_code = :regency and f.village_code like any(:scope)
                        and i.state in ('planned', 'delivered', 'received', 'missing', 'different')) i
                join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
                where i.year >= :year
                group by p.id, p.name, i.district_code order by p.name, i.district_code
                """)
                        .param("regency", actor.regencyCode())
                        .param("scope", actor.scope(Verb.PROGRESS_READ))
                        .param("year", today.getYear())
                        .query((row, n) -> new Plan(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("district_code"),
                                regions.name(row.getString("district_code")),
                                row.getInt("begun"),
                                row.getInt("finished"),
                                row.getInt("later")))
                        .list());
    }
}
