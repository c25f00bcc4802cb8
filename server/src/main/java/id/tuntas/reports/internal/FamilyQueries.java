package id.tuntas.reports.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.monitoring.Standings;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The families of a round as they stood at the end of a day, by village and number. */
@Component
class FamilyQueries {

    /**
     * @param persons who were met on the visit, else those on the list of the day
     * @param zero where it stands on the way to zero
     * @param listed persons on the list of the day, whoever was met
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
            id.tuntas.monitoring.Standing zero,
            int listed,
            @Nullable LocalDate visitedOn,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable Double accuracy) {}

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Regions regions;

    FamilyQueries(JdbcClient jdbc, Standings standings, Regions regions) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.regions = regions;
    }

    List<Family> list(Ask ask) {
        Map<UUID, id.tuntas.monitoring.Standing> zero =
                standings.byFamilyOn(ask.regencyCode(), ask.round().id(), ask.scope(), ask.day());
        return jdbc
                .sql("""
                with last as (
                    select distinct on (family_id) family_id, village_code, contact, finding from cases.step
                    where regency_code = :regency and round_id = :round and day <= :day order by family_id, id desc)
                select f.id, f.number, f.district_code, l.village_code, f.hamlet, f.head_name, f.address, l.contact, l.finding,
                    coalesce(v.people, p.persons) as persons, p.persons as listed, v.visited_at, v.lat, v.lng, v.accuracy
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
                .query((row, n) -> family(row, zero))
                .list()
                .stream()
                .filter(family -> ask.standing() == null || family.standing() == ask.standing())
                .filter(family -> ask.zero() == null || ask.zero().standings().contains(family.zero()))
                .toList();
    }

    private Family family(ResultSet row, Map<UUID, id.tuntas.monitoring.Standing> zero) throws SQLException {
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
                Objects.requireNonNull(zero.get(row.getObject("id", UUID.class))),
                row.getInt("listed"),
                visited == null ? null : BusinessClock.dayOf(visited.toInstant()),
                row.getObject("lat", Double.class),
                row.getObject("lng", Double.class),
                row.getObject("accuracy", Double.class));
    }
}
