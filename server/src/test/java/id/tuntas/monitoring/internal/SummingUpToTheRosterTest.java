package id.tuntas.monitoring.internal;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Actor;
import id.tuntas.cases.CaseState;
import id.tuntas.monitoring.Standing;
import id.tuntas.monitoring.Standings;
import id.tuntas.monitoring.internal.ZeroShow.Count;
import id.tuntas.monitoring.internal.ZeroShow.Move;
import id.tuntas.monitoring.internal.ZeroShow.Place;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Whatever happened to the families of a round: on any day each stands in one place, and none is lost. */
@ServerTest
@Transactional
class SummingUpToTheRosterTest {

    private static final Count NONE = new Count(0, 0);
    private static final Set<Standing> SEEN = EnumSet.noneOf(Standing.class);

    @Autowired
    private ZeroQueries zero;

    @Autowired
    private Standings standings;

    @Autowired
    private StandingQueries facts;

    @Autowired
    private CaseData data;

    @Autowired
    private Personas personas;

    @Autowired
    private JdbcClient jdbc;

    private Actor citra;

    private Round round;

    private Histories histories;

    @AfterAll
    static void nothingWasLeftUntried() {
        assertThat(SEEN).containsExactlyInAnyOrder(Standing.values());
    }

    private void happened(long seed) {
        citra = personas.actor("citra");
        round = data.openRound("NOL-" + seed);
        histories = new Histories(jdbc, data, citra.id(), round, seed);
        histories.write();
    }

    /** @param nominated whether they came by no roster */
    private record Listed(String village, boolean nominated, Count count) {}

    /** What the tables say, without asking where anybody stands. */
    private List<Listed> listed(LocalDate day) {
        return jdbc.sql("""
                select f.id, last.village_code, f.roster_status = 'nominated' as nominated,
                    (select count(*) from cases.member m where m.family_id = f.id and not m.dropped) as members
                from cases.family f
                cross join lateral (select s.village_code from cases.step s where s.family_id = f.id and s.day <= :day
                    order by s.id desc limit 1) last
                where f.round_id = :round
                """)
                .param("round", round.id())
                .param("day", day)
                .query((row, n) -> new Listed(
                        row.getString("village_code"),
                        row.getBoolean("nominated"),
                        new Count(1, histories.persons(row.getObject("id", UUID.class), day, row.getInt("members")))))
                .list();
    }

    private static Count sum(List<Listed> listed, String place, boolean nominated) {
        return sum(listed.stream()
                .filter(one -> one.nominated() == nominated && one.village().startsWith(place))
                .map(Listed::count)
                .toList());
    }

    private static Count sum(Collection<Count> counts) {
        return counts.stream().reduce(NONE, Count::plus);
    }

    private static void sums(Place place, List<Listed> listed, String code) {
        assertThat(sum(place.roster().values())).as(code).isEqualTo(sum(listed, code, false));
        assertThat(sum(place.added().values())).as("%s, of no roster", code).isEqualTo(sum(listed, code, true));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyDayAndPlaceSumsToTheRosterInFamiliesAndPersons(long seed) {
        happened(seed);
        for (int passed = 0; passed < Histories.DAYS; passed += 3) {
            LocalDate day = Histories.FIRST.plusDays(passed);
            ZeroShow regency = zero.show(citra, round, day, null, null);
            List<Listed> listed = listed(day);
            sums(regency.place(), listed, REGENCY);
            for (Place district : regency.below()) {
                sums(district, listed, String.valueOf(district.code()));
                ZeroShow below = zero.show(citra, round, day, null, district.code());
                assertThat(below.place().roster()).isEqualTo(district.roster());
                below.below().forEach(village -> sums(village, listed, String.valueOf(village.code())));
                assertThat(sum(below.below().stream()
                                .flatMap(village -> village.roster().values().stream())
                                .toList()))
                        .isEqualTo(sum(district.roster().values()));
            }
            assertThat(open(day)).as("everybody is told the same on %s", day).isEqualTo(families(regency.place()));
            SEEN.addAll(regency.place().roster().keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whoeverLeftTheCountMayBeDrawnByTheWatchAndNobodyElse(long seed) {
        happened(seed);
        jdbc.sql("""
                update cases.family f set state = l.to_state, contact = l.contact, finding = l.finding, village_code = l.village_code,
                    district_code = left(l.village_code, 8), visit_id = (select d.visit_id from review.decision d
                        where d.family_id = f.id order by d.id desc limit 1)
                from (select distinct on (family_id) * from cases.step where round_id = :round order by family_id, id desc) l
                where l.family_id = f.id
                """).param("round", round.id()).update();

        assertThat(jdbc.sql("select family_id from graduation.left_the_count where round_id = :round")
                        .param("round", round.id())
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        facts.on(REGENCY, round.id(), new String[] {"%"}, Histories.FIRST.plusYears(1)).stream()
                                .filter(family -> family.standing().kind() != Standing.Kind.OPEN)
                                .filter(family -> family.state() == CaseState.APPROVED)
                                .map(FamilyFacts::id)
                                .toList());
    }

    private Map<Standing, Integer> open(LocalDate day) {
        Map<Standing, Integer> families = new EnumMap<>(Standing.class);
        standings
                .byVillageOn(REGENCY, round.id(), new String[] {"%"}, day)
                .forEach(village ->
                        village.families().forEach((standing, count) -> families.merge(standing, count, Integer::sum)));
        return families;
    }

    private static Map<Standing, Integer> families(Place place) {
        Map<Standing, Integer> families = new EnumMap<>(Standing.class);
        counts(place).forEach((standing, count) -> families.put(standing, count.families()));
        return families;
    }

    private static Map<Standing, Count> counts(Place place) {
        Map<Standing, Count> counts = new EnumMap<>(Standing.class);
        Stream.of(place.roster(), place.added())
                .forEach(part -> part.forEach((standing, count) -> counts.merge(standing, count, Count::plus)));
        return counts;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void whatMovedBetweenTwoDaysIsTheirDifference(long seed) {
        happened(seed);
        LocalDate first = Histories.FIRST.plusDays(8);
        LocalDate last = Histories.FIRST.plusDays(30);
        ZeroShow show = zero.show(citra, round, last, first, null);
        Map<Standing, Count> before =
                counts(zero.show(citra, round, first, null, null).place());
        Map<Standing, Count> after = counts(show.place());

        for (Standing standing : Standing.values()) {
            Count came = moved(show, move -> move.to() == standing);
            Count went = moved(show, move -> move.from() == standing);
            Count resized = show.resized().getOrDefault(standing, NONE);
            Count then = before.getOrDefault(standing, NONE);
            assertThat(after.getOrDefault(standing, NONE))
                    .as(standing.key())
                    .isEqualTo(new Count(
                            then.families() + came.families() - went.families(),
                            then.persons() + resized.persons() + came.persons() - went.persons()));
        }
        assertThat(show.moves()).isNotEmpty();
        assertThat(show.resized()).isNotEmpty();
    }

    private static Count moved(ZeroShow show, Predicate<Move> which) {
        return sum(show.moves().stream().filter(which).map(Move::count).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 23, 26})
    void whoeverLeftByBeingExaminedHasSomebodyWhoDidIt(long seed) {
        happened(seed);
        ZeroShow show = zero.show(citra, round, Histories.FIRST.plusDays(Histories.DAYS), null, null);
        Map<Standing, Integer> families = families(show.place());
        int examined = families.entrySet().stream()
                .filter(one -> one.getKey().kind() == Standing.Kind.EXAMINED)
                .mapToInt(Map.Entry::getValue)
                .sum();

        assertThat(show.deciders().stream()
                        .mapToInt(one -> one.count().families())
                        .sum())
                .isEqualTo(examined);
        assertThat(examined).isPositive();
    }
}
