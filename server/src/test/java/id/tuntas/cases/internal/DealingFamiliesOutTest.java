package id.tuntas.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.cases.internal.BalancedPlan.Part;
import id.tuntas.cases.internal.BalancedPlan.Plan;
import id.tuntas.cases.internal.BalancedPlan.PlanOfficer;
import id.tuntas.cases.internal.BalancedPlan.PlanVillage;
import id.tuntas.cases.internal.BalancedPlan.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealingFamiliesOutTest {

    private static PlanOfficer officer(int n, String region) {
        return officer(n, region, Map.of());
    }

    private static PlanOfficer officer(int n, String region, Map<String, Integer> keeps) {
        return new PlanOfficer(new UUID(0, n), "Petugas %03d".formatted(n), List.of(region), keeps);
    }

    private static PlanVillage village(String code, double lng, int families) {
        return new PlanVillage(code, -8.2, lng, families);
    }

    private static Map<UUID, Integer> loads(Plan plan) {
        return plan.shares().stream()
                .collect(Collectors.toMap(
                        Share::officerId,
                        share -> share.parts().stream().mapToInt(Part::families).sum()));
    }

    private static Map<String, Integer> byVillage(Plan plan) {
        Map<String, Integer> dealt = new TreeMap<>();
        plan.shares()
                .forEach(share ->
                        share.parts().forEach(part -> dealt.merge(part.village(), part.families(), Integer::sum)));
        return dealt;
    }

    @Test
    void givesEightyThreeOfficersAboutSixtyFourFamiliesEach() {
        Random random = new Random(7);
        int[] districtVillages = {14, 21, 15, 17, 15, 29, 14, 13, 10};
        List<PlanVillage> villages = new ArrayList<>();
        int left = 5_314;
        for (int d = 0; d < 9; d++) {
            for (int v = 1; v <= districtVillages[d]; v++) {
                int families = d == 8 && v == districtVillages[d] ? left : Math.min(left, 10 + random.nextInt(52));
                left -= families;
                villages.add(new PlanVillage(
                        "51.08.%02d.%04d".formatted(d + 1, 2000 + v),
                        -8.1 - random.nextDouble() / 5,
                        114.5 + d * 0.1 + random.nextDouble() / 10,
                        families));
            }
        }
        List<PlanOfficer> officers = new ArrayList<>();
        int total = 5_314;
        int placed = 0;
        for (int d = 0; d < 9; d++) {
            String district = "51.08.%02d".formatted(d + 1);
            int families = villages.stream()
                    .filter(village -> village.district().equals(district))
                    .mapToInt(PlanVillage::families)
                    .sum();
            int staff = d == 8 ? 83 - placed : Math.max(1, (int) Math.round(83.0 * families / total));
            for (int i = 0; i < staff; i++) {
                officers.add(officer(placed++, district));
            }
        }

        Plan plan = BalancedPlan.of(officers, villages);

        assertThat(plan.unplaced()).isZero();
        assertThat(byVillage(plan).values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(5_314);
        Map<UUID, Integer> loads = loads(plan);
        assertThat(loads).hasSize(83);
        assertThat(loads.values()).allMatch(load -> load >= 55 && load <= 75);
        for (int d = 1; d <= 9; d++) {
            String district = "51.08.%02d".formatted(d);
            IntSummaryStatistics spread = plan.shares().stream()
                    .filter(share -> share.district().equals(district))
                    .mapToInt(share -> loads.get(share.officerId()))
                    .summaryStatistics();
            assertThat(spread.getMax() - spread.getMin()).as(district).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void placesEveryFamilyOnceAndStaysLevelWhateverTheVillages(long seed) {
        Random random = new Random(seed);
        List<PlanVillage> villages = IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> village("51.08.05.%04d".formatted(2000 + i), random.nextDouble(), random.nextInt(120)))
                .toList();
        List<PlanOfficer> officers = IntStream.range(0, 1 + random.nextInt(15))
                .mapToObj(i -> officer(i, "51.08.05"))
                .toList();

        Plan plan = BalancedPlan.of(officers, villages);

        assertThat(byVillage(plan))
                .isEqualTo(villages.stream()
                        .filter(village -> village.families() > 0)
                        .collect(Collectors.toMap(
                                PlanVillage::code, PlanVillage::families, Integer::sum, TreeMap::new)));
        IntSummaryStatistics spread =
                loads(plan).values().stream().mapToInt(Integer::intValue).summaryStatistics();
        assertThat(spread.getMax() - spread.getMin()).isLessThanOrEqualTo(2);
    }

    @Test
    void keepsVillagesWholeWhereTheBalanceAllowsIt() {
        Plan plan = BalancedPlan.of(
                List.of(officer(1, "51.08.05"), officer(2, "51.08.05")),
                List.of(
                        village("51.08.05.2001", 1, 30),
                        village("51.08.05.2002", 2, 33),
                        village("51.08.05.2003", 3, 31),
                        village("51.08.05.2004", 4, 31)));

        assertThat(plan.shares())
                .extracting(Share::parts)
                .containsExactly(
                        List.of(new Part("51.08.05.2001", 30), new Part("51.08.05.2002", 33)),
                        List.of(new Part("51.08.05.2003", 31), new Part("51.08.05.2004", 31)));
    }

    @Test
    void splitsAVillageThatIsTooLargeForOne() {
        Plan plan = BalancedPlan.of(
                List.of(officer(1, "51.08.05"), officer(2, "51.08.05")), List.of(village("51.08.05.2001", 1, 101)));

        assertThat(loads(plan).values()).containsExactlyInAnyOrder(50, 51);
    }

    @Test
    void givesNeighbouringVillagesToTheSameOfficer() {
        Plan plan = BalancedPlan.of(
                List.of(officer(1, "51.08.05"), officer(2, "51.08.05")),
                List.of(
                        village("51.08.05.2001", 114.9, 20),
                        village("51.08.05.2002", 114.1, 20),
                        village("51.08.05.2003", 114.8, 20),
                        village("51.08.05.2004", 114.2, 20)));

        assertThat(plan.shares().getFirst().parts())
                .extracting(Part::village)
                .containsExactly("51.08.05.2002", "51.08.05.2004");
    }

    @Test
    void countsWhatAnOfficerKeeps() {
        Plan plan = BalancedPlan.of(
                List.of(
                        officer(1, "51.08.05", Map.of("51.08.05.2001", 40)),
                        officer(2, "51.08.05"),
                        officer(3, "51.08.05", Map.of("51.08.05.2002", 90))),
                List.of(village("51.08.05.2001", 1, 60)));

        assertThat(loads(plan))
                .containsEntry(new UUID(0, 1), 10)
                .containsEntry(new UUID(0, 2), 50)
                .containsEntry(new UUID(0, 3), 0);
    }

    @Test
    void sendsAnOfficerOfTheWholeRegencyWhereMostFamiliesWait() {
        Plan plan = BalancedPlan.of(
                List.of(officer(1, "51.08.05"), officer(2, "51.08.09"), officer(3, "51.08")),
                List.of(village("51.08.05.2001", 1, 40), village("51.08.09.2001", 2, 100)));

        assertThat(loads(plan))
                .containsEntry(new UUID(0, 1), 40)
                .containsEntry(new UUID(0, 2), 50)
                .containsEntry(new UUID(0, 3), 50);
    }

    @Test
    void givesAnOfficerOfOneVillageNothingElsewhere() {
        Plan plan = BalancedPlan.of(
                List.of(officer(1, "51.08.05.2001"), officer(2, "51.08.05")),
                List.of(village("51.08.05.2001", 1, 10), village("51.08.05.2002", 2, 50)));

        assertThat(plan.shares())
                .extracting(Share::officerId, Share::parts)
                .containsExactlyInAnyOrder(
                        tuple(new UUID(0, 1), List.of(new Part("51.08.05.2001", 10))),
                        tuple(new UUID(0, 2), List.of(new Part("51.08.05.2002", 50))));
    }

    @Test
    void countsFamiliesThatNobodyCovers() {
        Plan plan = BalancedPlan.of(
                List.of(officer(1, "51.08.05")),
                List.of(village("51.08.05.2001", 1, 10), village("51.08.09.2001", 2, 7)));

        assertThat(plan.unplaced()).isEqualTo(7);
    }

    @Test
    void makesTheSamePlanOfTheSameInputInAnyOrder() {
        List<PlanOfficer> officers = new ArrayList<>(
                IntStream.range(0, 7).mapToObj(i -> officer(i, "51.08.05")).toList());
        List<PlanVillage> villages = new ArrayList<>(IntStream.range(0, 12)
                .mapToObj(i -> village("51.08.05.%04d".formatted(2000 + i), i % 5, 13 + i * 7 % 40))
                .toList());
        Plan first = BalancedPlan.of(officers, villages);
        Collections.shuffle(officers, new Random(3));
        Collections.shuffle(villages, new Random(4));

        assertThat(BalancedPlan.of(officers, villages)).isEqualTo(first);
        assertThat(new HashMap<>(loads(first))).hasSize(7);
    }
}
