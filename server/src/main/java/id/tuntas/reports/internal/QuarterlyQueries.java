package id.tuntas.reports.internal;

import id.tuntas.access.Verb;
import id.tuntas.cases.Tallies;
import id.tuntas.cases.Tallies.VillageTally;
import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Gaps.Gap;
import id.tuntas.interventions.Lack;
import id.tuntas.monitoring.Standings;
import id.tuntas.platform.BusinessClock;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;
import id.tuntas.regions.Regions;
import id.tuntas.reports.internal.QuarterlyFacts.Decree;
import id.tuntas.reports.internal.QuarterlyFacts.District;
import id.tuntas.reports.internal.QuarterlyFacts.Help;
import id.tuntas.reports.internal.QuarterlyFacts.Lacking;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads what a regency reports for a quarter. */
@Component
class QuarterlyQueries {

    private final JdbcClient jdbc;
    private final Tallies tallies;
    private final Standings standings;
    private final Gaps gaps;
    private final Regions regions;
    private final BusinessClock clock;

    private record Decreed(String district, int families, int persons) {}

    QuarterlyQueries(
            JdbcClient jdbc, Tallies tallies, Standings standings, Gaps gaps, Regions regions, BusinessClock clock) {
        this.jdbc = jdbc;
        this.tallies = tallies;
        this.standings = standings;
        this.gaps = gaps;
        this.regions = regions;
        this.clock = clock;
    }

    QuarterlyFacts read(Ask ask) {
        List<VillageTally> villages =
                tallies.byVillageOn(ask.regencyCode(), ask.round().id(), ask.scope(), ask.day());
        LocalDate from = Quarter.of(ask.day()).first();
        return new QuarterlyFacts(
                from,
                ask.day(),
                decree(ask),
                villages.size(),
                villagesDone(ask),
                districts(ask, villages),
                helps(ask, from),
                ask.day().equals(clock.today()) ? lacks(ask) : null);
    }

    private StatementSpec of(Ask ask, String sql) {
        return jdbc.sql(sql)
                .param("regency", ask.regencyCode())
                .param("round", ask.round().id());
    }

    private static Timestamp begin(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(BusinessClock.ZONE).toInstant());
    }

    private @Nullable Decree decree(Ask ask) {
        return of(ask, """
                select number, decided_on, ordinal from decrees.decree
                where regency_code = :regency and round_id = :round and holds_from <= :day order by ordinal desc limit 1
                """)
                .param("day", ask.day())
                .query((row, n) -> new Decree(
                        row.getString("number"), row.getObject("decided_on", LocalDate.class), row.getInt("ordinal")))
                .optional()
                .orElse(null);
    }

    private int villagesDone(Ask ask) {
        return of(ask, """
                select count(*) from (
                    select distinct on (m.village_code) m.closed_at from deliberation.meeting m
                    where m.regency_code = :regency and m.round_id = :round and m.opened_at < :end
                    order by m.village_code, m.edition desc) latest
                where closed_at < :end
                """)
                .param("end", begin(ask.day().plusDays(1)))
                .query(Integer.class)
                .single();
    }

    private List<District> districts(Ask ask, List<VillageTally> villages) {
        Map<String, Decreed> decreed = of(ask, """
                select substring(village_code from '^(.*)\\.[^.]*$') as district, cast(count(*) as int) as families,
                    cast(sum(cast(cast(content as jsonb) ->> 'persons' as int)) as int) as persons
                from (
                    select distinct on (family_id) change, village_code, content from decrees.change
                    where regency_code = :regency and round_id = :round and holds_from <= :day
                    order by family_id, ordinal desc) last
                where change = 'listed' group by 1
                """)
                .param("day", ask.day())
                .query((row, n) ->
                        new Decreed(row.getString("district"), row.getInt("families"), row.getInt("persons")))
                .list()
                .stream()
                .collect(Collectors.toMap(Decreed::district, one -> one));
        Map<String, Stand> stands = Districts.stands(
                standings.byVillageOn(ask.regencyCode(), ask.round().id(), ask.scope(), ask.day()));
        return Districts.of(villages).entrySet().stream()
                .map(one -> {
                    Decreed list = decreed.getOrDefault(one.getKey(), new Decreed(one.getKey(), 0, 0));
                    return new District(
                            regions.name(one.getKey()),
                            one.getValue(),
                            list.families(),
                            list.persons(),
                            stands.getOrDefault(one.getKey(), Stand.NONE));
                })
                .toList();
    }

    /** Where each request stood at the end of the day: its last step by then, with the last amount that was told. */
    private List<Help> helps(Ask ask, LocalDate from) {
        return of(ask, """
                with last as (
                    select distinct on (intervention_id) intervention_id, state, at from interventions.step
                    where regency_code = :regency and at < :end order by intervention_id, at desc, id desc)
                select p.pillar, p.name, a.name as agency, p.funding, cast(count(*) as int) as asked,
                    cast(count(*) filter (where l.state not in ('proposed', 'refused')) as int) as accepted,
                    cast(count(*) filter (where l.state in ('delivered', 'received', 'missing', 'different')) as int) as delivered,
                    cast(count(*) filter (where l.state = 'received') as int) as received,
                    cast(count(*) filter (where l.state = 'received' and l.at >= :from) as int) as received_now,
                    coalesce(sum(m.amount) filter (where l.state = 'received'), 0) as amount
                from last l
                join interventions.intervention i on i.regency_code = :regency and i.id = l.intervention_id
                join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id and f.round_id = :round
                join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
                join programmes.agency a on a.regency_code = p.regency_code and a.id = p.agency_id
                left join lateral (select s.amount from interventions.step s
                    where s.regency_code = i.regency_code and s.intervention_id = i.id and s.at < :end and s.amount is not null
                    order by s.at desc, s.id desc limit 1) m on true
                where l.state <> 'withdrawn'
                group by p.pillar, p.name, a.name, p.funding order by p.pillar, p.name
                """)
                .param("end", begin(ask.day().plusDays(1)))
                .param("from", begin(from))
                .query((row, n) -> new Help(
                        row.getInt("pillar"),
                        row.getString("name"),
                        row.getString("agency"),
                        PaperWords.of(
                                Funding.findByKey(row.getString("funding")).orElseThrow()),
                        row.getInt("asked"),
                        row.getInt("accepted"),
                        row.getInt("delivered"),
                        row.getInt("received"),
                        row.getInt("received_now"),
                        row.getLong("amount")))
                .list();
    }

    private List<Lacking> lacks(Ask ask) {
        Map<Need, List<Gap>> needs = new TreeMap<>(gaps.open(ask.actor(), Verb.PROGRESS_READ).stream()
                .flatMap(family -> family.gaps().stream())
                .collect(Collectors.groupingBy(Gap::need)));
        return needs.entrySet().stream()
                .map(one ->
                        new Lacking(PaperWords.of(one.getKey()), one.getValue().size(), (int) one.getValue().stream()
                                .filter(gap -> gap.lack() == Lack.NOTHING)
                                .count()))
                .toList();
    }
}
