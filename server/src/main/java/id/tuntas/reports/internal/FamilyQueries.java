package id.tuntas.reports.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The families of a round as they stood at the end of a day, by village and number. */
@Component
class FamilyQueries {

    /**
     * @param persons who were met on the visit, else those on the list of the day
     * @param accuracy of the place, in metres, as the phone told it
     */
    record Family(
            String number,
            String district,
            String districtName,
            String village,
            String villageName,
            String hamlet,
            String name,
            String address,
            int persons,
            Standing standing,
            @Nullable LocalDate visitedOn,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable Double accuracy) {}

    private final JdbcClient jdbc;
    private final Regions regions;

    FamilyQueries(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    List<Family> list(Ask ask) {
        return jdbc
                .sql("""
                with last as (
                    select distinct on (family_id) family_id, village_code, contact, finding from cases.step
                    where regency_code = :regency and round_id = :round and day <= :day order by family_id, id desc)
                select f.number, f.district_code, l.village_code, f.hamlet, f.head_name, f.address, l.contact, l.finding,
                    coalesce(v.people, p.persons) as persons, v.visited_at, v.lat, v.lng, v.accuracy
                from last l
                join cases.family f on f.regency_code = :regency and f.id = l.family_id
                left join visits.visit v on v.regency_code = f.regency_code and v.id = f.visit_id and v.visited_at < :end
                join roster.persons_before(:regency, :round, :end) p on p.family_id = l.family_id
                where l.village_code like any(:scope)
                order by l.village_code, f.number
                """)
                .param("regency", ask.regencyCode())
                .param("round", ask.round().id())
                .param("day", ask.day())
                .param(
                        "end",
                        Timestamp.from(ask.day()
                                .plusDays(1)
                                .atStartOfDay(BusinessClock.ZONE)
                                .toInstant()))
                .param("scope", ask.scope())
                .query((row, n) -> family(row))
                .list()
                .stream()
                .filter(family -> ask.standing() == null || family.standing() == ask.standing())
                .toList();
    }

    private Family family(ResultSet row) throws SQLException {
        String contact = row.getString("contact");
        String finding = row.getString("finding");
        Timestamp visited = row.getTimestamp("visited_at");
        String village = row.getString("village_code");
        String district = Objects.requireNonNull(row.getString("district_code"));
        return new Family(
                row.getString("number"),
                district,
                regions.name(district),
                village,
                regions.name(village),
                row.getString("hamlet"),
                row.getString("head_name"),
                row.getString("address"),
                row.getInt("persons"),
                Standing.of(
                        contact == null
                                ? null
                                : ContactResult.findByCode(contact).orElseThrow(),
                        finding == null ? null : Finding.findByCode(finding).orElseThrow()),
                visited == null ? null : BusinessClock.dayOf(visited.toInstant()),
                row.getObject("lat", Double.class),
                row.getObject("lng", Double.class),
                row.getObject("accuracy", Double.class));
    }
}
