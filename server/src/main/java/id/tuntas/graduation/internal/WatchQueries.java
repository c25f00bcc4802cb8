package id.tuntas.graduation.internal;

import id.tuntas.graduation.Watches.PoorAgain;
import id.tuntas.graduation.Watches.Sample;
import id.tuntas.graduation.Watches.Unsent;
import id.tuntas.graduation.Watches.Watch;
import id.tuntas.graduation.internal.StratifiedShare.Stratum;
import id.tuntas.graduation.internal.WatchStore.Entrant;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Regions;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What watches and samples found, and what they wait for. */
@Component
class WatchQueries {

    private final JdbcClient jdbc;
    private final Regions regions;

    WatchQueries(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    List<Unsent> unsentOf(String regencyCode, UUID roundId) {
        return jdbc.sql("""
                select f.id, f.number, f.head_name, f.district_code, d.kind = 'watch' as watch from graduation.draw d
                join graduation.drawn n on n.regency_code = d.regency_code and n.draw_id = d.id and n.revisit_id is null
                join cases.family f on f.regency_code = n.regency_code and f.id = n.family_id
                where d.regency_code = :regency and d.round_id = :round
                order by f.village_code, f.number, d.id
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query((row, n) -> new Unsent(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("head_name"),
                        regions.name(row.getString("district_code")),
                        row.getBoolean("watch")))
                .list();
    }

    List<PoorAgain> poorAgain(String regencyCode, UUID roundId, String[] scope) {
        return jdbc.sql("""
                with newest as (
                    select distinct on (r.family_id) r.family_id, v.confirmed, v.visited_at from visits.revisit r
                    join visits.visit v on v.regency_code = r.regency_code and v.id = r.visit_id and v.confirmed is not null
                    where r.regency_code = :regency and r.ended_at is not null
                    order by r.family_id, r.ended_at desc, r.id desc)
                select f.id, f.number, f.head_name, f.village_code, l.kind = 'graduated' as graduated, n.visited_at from newest n
                join graduation.left_the_count l on l.regency_code = :regency and l.family_id = n.family_id
                join cases.family f on f.regency_code = l.regency_code and f.id = l.family_id
                where n.confirmed = 'extremely_poor' and l.round_id = :round and f.village_code like any(:scope)
                order by f.village_code, f.number
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .query((row, n) -> new PoorAgain(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("head_name"),
                        regions.name(row.getString("village_code")),
                        row.getBoolean("graduated"),
                        BusinessClock.dayOf(row.getTimestamp("visited_at").toInstant())))
                .list();
    }

    /** The first day on which one of them graduated. */
    Optional<LocalDate> firstDay(String regencyCode, UUID roundId, List<Entrant> graduated) {
        return jdbc.sql("""
                select from_on from graduation.graduated
                where regency_code = :regency and round_id = :round and until_on is null and family_id = any(:families)
                order by from_on limit 1
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("families", graduated.stream().map(Entrant::familyId).toArray(UUID[]::new))
                .query(LocalDate.class)
                .optional();
    }

    List<Watch> watches(String regencyCode, UUID roundId) {
        return draws(regencyCode, roundId, "watch", (row, n) -> {
            UUID id = row.getObject("id", UUID.class);
            return new Watch(
                    id,
                    row.getObject("opens_on", LocalDate.class),
                    row.getInt("per_stratum"),
                    row.getString("seed_hash"),
                    row.getBoolean("finished") ? row.getString("seed") : null,
                    moment(row.getTimestamp("drawn_at")),
                    moment(row.getTimestamp("called_off_at")),
                    row.getString("called_off_reason"),
                    row.getInt("families"),
                    row.getInt("drawn"),
                    row.getInt("visited"),
                    row.getInt("called_off"),
                    row.getInt("unsent"),
                    StratifiedShare.of(strata(regencyCode, id)).orElse(null));
        });
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** A sample is one lot over all districts, so it is one stratum. */
    List<Sample> samples(String regencyCode, UUID roundId) {
        return draws(regencyCode, roundId, "sample", (row, n) -> {
            UUID id = row.getObject("id", UUID.class);
            Stratum whole = strata(regencyCode, id).stream()
                    .reduce((one, other) -> one.plus(other))
                    .orElseThrow();
            return new Sample(
                    id,
                    row.getInt("months"),
                    row.getObject("through_on", LocalDate.class),
                    row.getString("seed"),
                    row.getTimestamp("drawn_at").toInstant(),
                    row.getInt("families"),
                    row.getInt("drawn"),
                    row.getInt("visited"),
                    row.getInt("called_off"),
                    row.getInt("unsent"),
                    StratifiedShare.of(List.of(whole)).orElse(null));
        });
    }

    /** The newest first. */
    private <T> List<T> draws(String regencyCode, UUID roundId, String kind, RowMapper<T> reading) {
        return jdbc.sql("""
                select d.*, (select coalesce(sum(s.families), 0) from graduation.stratum s
                        where s.regency_code = d.regency_code and s.draw_id = d.id) as families,
                    count(n.family_id) as drawn, count(r.ended_at) filter (where r.called_off_by is null) as visited,
                    count(r.called_off_by) as called_off, count(n.family_id) filter (where n.revisit_id is null) as unsent,
                    d.drawn_at is not null and count(r.ended_at) = count(n.family_id) as finished
                from graduation.draw d
                left join graduation.drawn n on n.regency_code = d.regency_code and n.draw_id = d.id
                left join visits.revisit r on r.regency_code = n.regency_code and r.id = n.revisit_id
                where d.regency_code = :regency and d.round_id = :round and d.kind = :kind
                group by d.regency_code, d.id order by d.id desc
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("kind", kind)
                .query(reading)
                .list();
    }

    private List<Stratum> strata(String regencyCode, UUID drawId) {
        return jdbc.sql("""
                select s.families, count(v.id) as measured, count(v.id) filter (where v.confirmed = 'extremely_poor') as poor,
                    count(v.id) filter (where v.confirmed is null) as absent
                from graduation.stratum s
                left join graduation.drawn n on n.regency_code = s.regency_code and n.draw_id = s.draw_id
                    and n.district_code = s.district_code and n.kind = s.kind
                left join visits.revisit r on r.regency_code = n.regency_code and r.id = n.revisit_id and r.ended_at is not null
                left join visits.visit v on v.regency_code = r.regency_code and v.id = r.visit_id and (v.confirmed is not null
                    or s.kind = 'not_met' and v.contact in ('moved', 'deceased', 'not_found', 'duplicate'))
                where s.regency_code = :regency and s.draw_id = :draw
                group by s.district_code, s.kind, s.families
                """)
                .param("regency", regencyCode)
                .param("draw", drawId)
                .query(Stratum.class)
                .list();
    }
}
