package id.tuntas.demo.internal;

import static id.tuntas.demo.internal.DemoPlan.FIRST_DAY;
import static id.tuntas.demo.internal.DemoPlan.VISITED;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.demo.internal.DemoPlan.Act;
import id.tuntas.demo.internal.DemoPlan.Road;
import id.tuntas.demo.internal.DemoPlan.Step;
import id.tuntas.demo.internal.DemoRepairs.Repair;
import id.tuntas.programmes.Need;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningTheDemoTest {

    private static final int ALL = 5_314;
    private static final long SEED = 20230203;
    private static final DemoPlan PLAN = DemoPlan.of(SEED, ALL);

    @Test
    void theFirstDaysBringWhatWasPublishedFor3February() {
        List<Road> visited = visitedBefore(PLAN, FIRST_DAY);

        assertThat(visited).hasSize(552);
        assertThat(counts(visited))
                .containsOnly(
                        Map.entry(DemoOutcome.EXTREMELY_POOR, 113L),
                        Map.entry(DemoOutcome.POOR, 394L),
                        Map.entry(DemoOutcome.NOT_POOR, 41L),
                        Map.entry(DemoOutcome.DECEASED, 3L),
                        Map.entry(DemoOutcome.NOT_FOUND, 1L));
    }

    @Test
    void on3FebruarySomeAreApprovedSomeAreReturnedAndTheOthersWait() {
        List<Road> visited = visitedBefore(PLAN, FIRST_DAY);

        assertThat(visited)
                .filteredOn(road -> road.approved().isBefore(FIRST_DAY))
                .hasSize(175);
        assertThat(visited)
                .filteredOn(road -> road.returned() != null && road.returned().isBefore(FIRST_DAY))
                .hasSize(3);
    }

    @Test
    void everythingIsApprovedOn8MarchAsPublished() {
        assertThat(PLAN.roads())
                .hasSize(ALL)
                .allSatisfy(road -> assertThat(road.approved()).isBefore(VISITED));
        assertThat(counts(PLAN.roads()))
                .containsOnly(
                        Map.entry(DemoOutcome.EXTREMELY_POOR, 349L),
                        Map.entry(DemoOutcome.POOR, 4_379L),
                        Map.entry(DemoOutcome.NOT_POOR, 481L),
                        Map.entry(DemoOutcome.NOT_FOUND, 85L),
                        Map.entry(DemoOutcome.DECEASED, 19L),
                        Map.entry(DemoOutcome.DUPLICATE, 1L));
    }

    @Test
    void theExtremelyPoorLieWhereTheirHousesAreRepaired() {
        int[] byDistrict = new int[DemoDistrict.values().length];
        PLAN.roads().stream()
                .filter(road -> road.outcome() == DemoOutcome.EXTREMELY_POOR)
                .forEach(road -> byDistrict[road.district().ordinal()]++);

        assertThat(byDistrict).isEqualTo(DemoDistrict.extremelyPoor());
        assertThat(Arrays.stream(byDistrict).sum()).isEqualTo(349);
    }

    @Test
    void houseRepairsGoOnAsPublished() {
        Map<Integer, Repair> repairs = DemoRepairs.of(PLAN, SEED);
        List<Integer> begun = families(repairs, repair -> repair.plannedFor().getYear() == 2023);

        assertThat(repairs).hasSize(349);
        assertThat(begun).hasSize(283);
        assertThat(repairs.values())
                .allSatisfy(repair -> assertThat(repair.planned()).isBefore(LocalDate.of(2023, 9, 19)))
                .allSatisfy(repair -> assertThat(repair.plannedFor()).isAfter(repair.planned()));
        assertThat(byDistrict(begun))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "51.08.01",
                        15L,
                        "51.08.02",
                        51L,
                        "51.08.03",
                        15L,
                        "51.08.04",
                        101L,
                        "51.08.05",
                        63L,
                        "51.08.06",
                        6L,
                        "51.08.07",
                        3L,
                        "51.08.08",
                        21L,
                        "51.08.09",
                        8L));
        assertThat(byDistrict(families(repairs, repair -> repair.finished() != null)))
                .hasSize(9)
                .allSatisfy((district, finished) -> assertThat(finished).isEqualTo(1));
        assertThat(repairs.values().stream().map(Repair::finished).filter(Objects::nonNull))
                .allSatisfy(day -> assertThat(day).isBetween(LocalDate.of(2023, 9, 20), LocalDate.of(2023, 10, 17)));
    }

    private static List<Integer> families(Map<Integer, Repair> repairs, Predicate<Repair> which) {
        return repairs.entrySet().stream()
                .filter(one -> which.test(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Long> byDistrict(List<Integer> families) {
        return families.stream()
                .collect(Collectors.groupingBy(
                        family -> PLAN.road(family).district().code(), Collectors.counting()));
    }

    @ParameterizedTest
    @EnumSource
    void aNeedIsAskedAnsweredGivenAndSeenInThisOrder(Need need) {
        for (int seed = 0; seed < 200; seed++) {
            Random chance = new Random(seed);
            DemoCourse course = DemoCourse.of(need, DemoCourse.looked(chance), chance);
            List<LocalDate> days = Stream.of(
                            course.looked(),
                            course.asked(),
                            course.answered(),
                            course.planned(),
                            course.delivered(),
                            course.seen())
                    .filter(Objects::nonNull)
                    .toList();

            assertThat(days).isSorted().noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
            assertThat(course.declined() && course.asked() != null).isFalse();
            assertThat(course.refused() && course.planned() != null).isFalse();
        }
    }

    @Test
    void aDemoSoSmallThatNobodyIsExtremelyPoorRepairsNoHouse() {
        DemoPlan small = DemoPlan.of(SEED, 3);

        assertThat(small.poorest()).isZero();
        assertThat(DemoRepairs.of(small, SEED)).isEmpty();
    }

    @Test
    void theVillagesMeetOnElevenDaysAndNobodyLeavesTheHouseOnNyepi() {
        assertThat(DemoMeetings.days())
                .hasSize(11)
                .startsWith(LocalDate.of(2023, 3, 9))
                .endsWith(LocalDate.of(2023, 3, 24))
                .doesNotContain(LocalDate.of(2023, 3, 22))
                .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 500, ALL})
    void noFamilyIsDecidedOnBeforeItIsVisited(int families) {
        assertThat(DemoPlan.of(7, families).roads()).hasSize(families).allSatisfy(road -> {
            assertThat(road.visited()).isBetween(DemoPlan.OPENS, DemoPlan.DEADLINE);
            List<LocalDate> days = Stream.of(road.visited(), road.returned(), road.corrected(), road.approved())
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(days)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
            assertThat(road.returned() == null).isEqualTo(road.corrected() == null);
        });
    }

    @Test
    void theStepsAreThoseOfTheRoads() {
        List<Step> steps = LocalDate.of(2023, 1, 1)
                .datesUntil(VISITED)
                .flatMap(day -> PLAN.steps(day).stream())
                .toList();

        assertThat(steps.stream().filter(step -> step.act() == Act.VISIT).map(Step::family))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ALL).boxed().toList());
        assertThat(steps.stream().filter(step -> step.act() == Act.APPROVE)).hasSize(ALL);
        assertThat(steps.stream().filter(step -> step.act() == Act.RETURN))
                .hasSameSizeAs(
                        steps.stream().filter(step -> step.act() == Act.CORRECT).toList())
                .hasSizeGreaterThan(3);
        assertThat(PLAN.steps(FIRST_DAY))
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }

    @Test
    void familiesGoByDistrictInTheOrderOfTheList() {
        assertThat(PLAN.roads().stream().map(Road::district)).isSorted();
        assertThat(DemoPlan.byDistrict(ALL)).containsEntry("51.08.05", 721).containsEntry("51.08.09", 375);
        assertThat(DemoPlan.byDistrict(60).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(60);
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertThat(DemoPlan.of(5, 300).roads()).isEqualTo(DemoPlan.of(5, 300).roads());
        assertThat(DemoPlan.of(5, 300).roads()).isNotEqualTo(DemoPlan.of(6, 300).roads());
    }

    @Test
    void sharesOutWithoutLosingAny() {
        assertThat(Apportionment.of(10, 1, 1, 1)).containsExactlyInAnyOrder(4, 3, 3);
        assertThat(Apportionment.of(7, 3, 4, 0)).containsExactly(3, 4, 0);
        assertThat(Arrays.stream(Apportionment.of(83, DemoDistrict.families())).sum())
                .isEqualTo(83);
    }

    private static List<Road> visitedBefore(DemoPlan plan, LocalDate day) {
        return plan.roads().stream()
                .filter(road -> road.visited().isBefore(day))
                .toList();
    }

    private static Map<DemoOutcome, Long> counts(List<Road> roads) {
        return roads.stream().collect(Collectors.groupingBy(Road::outcome, Collectors.counting()));
    }
}
