package id.tuntas.reports.internal;

import id.tuntas.access.Verb;
import id.tuntas.cases.Tallies;
import id.tuntas.cases.Tallies.VillageTally;
import id.tuntas.cases.Tally;
import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Gaps.Gap;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Lack;
import id.tuntas.monitoring.Standings;
import id.tuntas.monitoring.Standings.VillageStandings;
import id.tuntas.monitoring.Waits;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.reports.internal.MeetingFacts.District;
import id.tuntas.reports.internal.MeetingFacts.Village;
import id.tuntas.reports.internal.MeetingFacts.Wait;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a coordination meeting looks at: where the round stands, what a week has moved, who is waited for the longest. */
@Component
class MeetingQueries {

    private static final int WEEK = 7;
    private static final int MOST_PLACES = 2;
    private static final String COORDINATOR = "Koordinator kabupaten";

    private final JdbcClient jdbc;
    private final Tallies tallies;
    private final Standings standings;
    private final Waits waits;
    private final Gaps gaps;
    private final Regions regions;

    MeetingQueries(JdbcClient jdbc, Tallies tallies, Standings standings, Waits waits, Gaps gaps, Regions regions) {
        this.jdbc = jdbc;
        this.tallies = tallies;
        this.standings = standings;
        this.waits = waits;
        this.gaps = gaps;
        this.regions = regions;
    }

    MeetingFacts read(Ask ask) {
        LocalDate before = ask.day().minusDays(WEEK);
        List<VillageTally> villages = villages(ask, ask.day());
        Map<String, Tally> now = Districts.of(villages);
        Map<String, Tally> then = Districts.of(villages(ask, before));
        List<VillageStandings> stands = stands(ask, ask.day());
        Map<String, Stand> stand = Districts.stands(stands);
        Map<String, Stand> stoodBefore = Districts.stands(stands(ask, before));
        Map<String, Stand> inVillages = stands.stream().collect(Collectors.toMap(VillageStandings::village, Stand::of));
        Map<String, Integer> received = received(ask, ask.day());
        Map<String, Integer> receivedBefore = received(ask, before);
        Proposals proposals = proposals(ask);
        return new MeetingFacts(
                ask.day(),
                before,
                ask.round().deadline(),
                ask.round().zeroDate(),
                proposals.listedUnvisited(),
                proposals.proposed(),
                now.entrySet().stream()
                        .map(one -> district(
                                one.getKey(),
                                one.getValue(),
                                then.getOrDefault(one.getKey(), Tally.NONE),
                                stand.getOrDefault(one.getKey(), Stand.NONE),
                                stoodBefore.getOrDefault(one.getKey(), Stand.NONE),
                                received.getOrDefault(one.getKey(), 0),
                                receivedBefore.getOrDefault(one.getKey(), 0)))
                        .toList(),
                villages.stream()
                        .flatMap(one -> regions
                                .find(one.village())
                                .filter(region -> region.lat() != null && region.lng() != null)
                                .map(region -> new Village(
                                        Objects.requireNonNull(region.lat()),
                                        Objects.requireNonNull(region.lng()),
                                        one.tally(),
                                        inVillages.getOrDefault(one.village(), Stand.NONE)))
                                .stream())
                        .toList(),
                waiting(ask));
    }

    private List<VillageTally> villages(Ask ask, LocalDate day) {
        return tallies.byVillageOn(ask.regencyCode(), ask.round().id(), ask.scope(), day);
    }

    private List<VillageStandings> stands(Ask ask, LocalDate day) {
        return standings.byVillageOn(ask.regencyCode(), ask.round().id(), ask.scope(), day);
    }

    private record Proposals(int listedUnvisited, int proposed) {}

    /** What tells families of the roster from those that no roster lists. */
    private Proposals proposals(Ask ask) {
        return jdbc.sql("""
                with last as (
                    select distinct on (family_id) family_id, village_code, to_state from cases.step
                    where regency_code = :regency and round_id = :round and day <= :day order by family_id, id desc)
                select count(*) filter (where f.roster_status <> 'nominated' and l.to_state in ('listed', 'assigned')) as unvisited,
                    count(*) filter (where f.roster_status = 'nominated') as proposed
                from last l join cases.family f on f.regency_code = :regency and f.id = l.family_id
                where l.village_code like any(:scope)
                """)
                .param("regency", ask.regencyCode())
                .param("round", ask.round().id())
                .param("day", ask.day())
                .param("scope", ask.scope())
                .query((row, n) -> new Proposals(row.getInt("unvisited"), row.getInt("proposed")))
                .single();
    }

    /** By district: what was received by the end of the day, and is still held to be. */
    private Map<String, Integer> received(Ask ask, LocalDate day) {
        Map<String, Integer> received = new HashMap<>();
        jdbc.sql("""
                with last as (
                    select distinct on (intervention_id) intervention_id, state from interventions.step
                    where regency_code = :regency and at < :end order by intervention_id, at desc, id desc)
                select f.district_code, cast(count(*) as int) as received from last l
                join interventions.intervention i on i.regency_code = :regency and i.id = l.intervention_id
                join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id and f.round_id = :round
                where l.state = :state and f.village_code like any(:scope) group by 1
                """)
                .param("regency", ask.regencyCode())
                .param("round", ask.round().id())
                .param(
                        "end",
                        Timestamp.from(
                                day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant()))
                .param("state", InterventionState.RECEIVED.key())
                .param("scope", ask.scope())
                .query(row -> {
                    received.put(row.getString("district_code"), row.getInt("received"));
                });
        return received;
    }

    private District district(
            String code, Tally now, Tally before, Stand stand, Stand stoodBefore, int received, int receivedBefore) {
        Region region = regions.find(code).orElse(null);
        return new District(
                regions.name(code),
                region == null ? null : region.lat(),
                region == null ? null : region.lng(),
                now,
                before,
                stand,
                stoodBefore,
                received,
                receivedBefore);
    }

    private List<Wait> waiting(Ask ask) {
        Stream<Wait> visits = waits.waiting(ask.actor(), ask.round()).items().stream()
                .map(item -> wait(
                        ask.day(),
                        item.oldestDay() == null ? ask.day() : item.oldestDay(),
                        Objects.requireNonNullElse(item.who(), COORDINATOR),
                        PaperWords.waiting(item.what()),
                        Objects.requireNonNullElse(item.regionName(), ""),
                        item.count()));
        Stream<Wait> needs = gaps.open(ask.actor(), Verb.PROGRESS_READ).stream()
                .flatMap(family -> family.gaps().stream()
                        .filter(gap -> gap.lack() != Lack.NOTHING)
                        .map(gap -> wait(
                                ask.day(),
                                gap.since(),
                                who(gap),
                                "Kebutuhan: " + PaperWords.of(gap.lack()).toLowerCase(PaperHtml.LANGUAGE),
                                district(family.family().village()),
                                1)));
        return Stream.concat(visits, needs)
                .collect(Collectors.groupingBy(one -> one.who() + "\n" + one.what(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(MeetingQueries::together)
                .sorted(Comparator.comparing(Wait::since).thenComparing(Wait::count, Comparator.reverseOrder()))
                .toList();
    }

    private String district(String village) {
        return regions.name(Districts.of(village));
    }

    private static Wait wait(LocalDate today, LocalDate since, String who, String what, String where, int count) {
        return new Wait(since, ChronoUnit.DAYS.between(since, today), who, what, where, count);
    }

    /** What the same people are waited for, wherever it is. */
    private static Wait together(List<Wait> same) {
        Wait oldest = same.stream().min(Comparator.comparing(Wait::since)).orElseThrow();
        List<String> places = same.stream().map(Wait::where).distinct().sorted().toList();
        return new Wait(
                oldest.since(),
                oldest.days(),
                oldest.who(),
                oldest.what(),
                places.size() > MOST_PLACES ? places.size() + " kecamatan" : String.join(", ", places),
                same.stream().mapToInt(Wait::count).sum());
    }

    private static String who(Gap gap) {
        if (gap.lack() == Lack.WORD) {
            return "Petugas lapangan";
        }
        return gap.lack().waitsForAgency() ? Objects.requireNonNull(gap.agency()) : COORDINATOR;
    }
}
