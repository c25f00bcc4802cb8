package id.tuntas.sharing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;
import id.tuntas.sharing.internal.Cap.Kind;
import id.tuntas.sharing.internal.Inputs.Choice;
import id.tuntas.sharing.internal.Inputs.FamilyInput;
import id.tuntas.sharing.internal.Share.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingOutTest {

    private static final String ONE = "51.08.01.2001";
    private static final String TWO = "51.08.02.2001";
    private static final ProgrammeInput FOOD = programme("SEMBAKO", 1, 2_400_000, Set.of("BLT"), Need.FOOD);
    private static final ProgrammeInput CASH = programme("BLT", 1, 3_600_000, Set.of(), Need.FOOD);
    private static final ProgrammeInput HOUSE = programme("RTLH", 3, 20_000_000, Set.of(), Need.HOUSING);
    private static final ProgrammeInput WORK = programme("PADAT", 2, 0, Set.of(), Need.INCOME, Need.FOOD);
    private static final List<ProgrammeInput> ALL = List.of(FOOD, CASH, HOUSE, WORK);

    private final Sharer sharer = new Sharer();

    @Test
    void theLastUnitGoesToTheWorstOff() {
        FamilyInput worse = family(1, ONE, 900, Set.of(Need.HOUSING), List.of(HOUSE));
        FamilyInput better = family(2, ONE, 100, Set.of(Need.HOUSING), List.of(HOUSE));

        assertThat(given(solved(List.of(worse, better), quota(HOUSE, "51.08", 1, 0))))
                .containsExactly(key(worse, HOUSE));
    }

    @Test
    void whatWasAskedAlreadyIsTakenFromTheQuotaAndTheBudget() {
        FamilyInput family = family(1, ONE, 900, Set.of(Need.HOUSING), List.of(HOUSE));

        assertThat(given(solved(List.of(family), quota(HOUSE, "51.08", 3, 3)))).isEmpty();
        assertThat(given(solved(List.of(family), budget(50_000_000, 30_000_001))))
                .isEmpty();
        assertThat(given(solved(List.of(family), budget(50_000_000, 30_000_000))))
                .containsExactly(key(family, HOUSE));
    }

    @Test
    void whereAProgrammeCountsPersonsEachDrawsOnTheQuotaAndTheBudget() {
        FamilyInput three = family(1, ONE, 900, Set.of(Need.HOUSING), List.of(HOUSE), Map.of(HOUSE.id(), 3));

        assertThat(given(solved(List.of(three), quota(HOUSE, "51.08", 3, 1)))).isEmpty();
        assertThat(given(solved(List.of(three), money(59_999_999)))).isEmpty();
        assertThat(given(solved(List.of(three), money(60_000_000)))).hasSize(1);
        assertThat(given(solved(List.of(three), budget(59_999_999, 0)))).isEmpty();
        Allotment solved = solved(List.of(three), quota(HOUSE, "51.08", 3, 0), budget(60_000_000, 0));
        assertThat(given(solved)).containsExactly(key(three, HOUSE));
        assertThat(new Worked(sharer, solved).figures().cost()).isEqualTo(60_000_000);
    }

    @Test
    void whatWasAskedAlreadyIsNamedAsTheReasonWhyNothingMoreIsGiven() {
        FamilyInput asked = new FamilyInput(
                new UUID(0, 1),
                ONE,
                3,
                null,
                1,
                Set.of(),
                Set.of(Need.FOOD),
                Set.of(1),
                List.of(CASH.id()),
                Map.of(),
                Map.of());
        Allotment solved = solved(List.of(asked));

        assertThat(given(solved)).isEmpty();
        assertThat(Explanation.of(solved.shares().getFirst(), new Worked(sharer, solved), null)
                        .reasons())
                .extracting(Explanation.Reason::why)
                .containsExactly(Why.SERVED);
    }

    @Test
    void aFamilyGetsAKindOfHelpForEachPillarAndNothingTwice() {
        FamilyInput family = family(1, ONE, 900, Set.of(Need.FOOD), List.of(FOOD, CASH, WORK));

        assertThat(given(solved(List.of(family)))).containsExactlyInAnyOrder(key(family, FOOD), key(family, WORK));
    }

    @Test
    void ofFamiliesEquallyBadlyOffEachVillageGetsItsPart() {
        List<FamilyInput> families = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            families.add(family(i, ONE, 500, Set.of(Need.HOUSING), List.of(HOUSE)));
        }
        for (int i = 4; i < 6; i++) {
            families.add(family(i, TWO, 500, Set.of(Need.HOUSING), List.of(HOUSE)));
        }

        Map<String, Long> byVillage = solved(families, quota(HOUSE, "51.08", 3, 0)).shares().stream()
                .filter(Share::given)
                .collect(Collectors.groupingBy(share -> share.household().village(), Collectors.counting()));

        assertThat(byVillage).containsExactlyInAnyOrderEntriesOf(Map.of(ONE, 2L, TWO, 1L));
    }

    @Test
    void whatAPersonDecidedStays() {
        FamilyInput worse = family(1, ONE, 900, Set.of(Need.HOUSING), List.of(HOUSE));
        FamilyInput better = family(2, ONE, 100, Set.of(Need.HOUSING), List.of(HOUSE));
        Inputs inputs = inputs(List.of(worse, better), quota(HOUSE, "51.08", 1, 0));

        assertThat(given(solve(inputs, Map.of(key(better, HOUSE), new Choice(true, true)))))
                .containsExactly(key(better, HOUSE));
        assertThat(given(solve(inputs, Map.of(key(worse, HOUSE), new Choice(false, true)))))
                .containsExactly(key(better, HOUSE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsTheBestOfEverySharingThereIs(long seed) {
        Inputs inputs = drawn(new Random(seed), 4, 2, 2);
        Allotment every = inputs.allotment(Map.of(), false);
        assertThat(every.shares()).hasSizeBetween(5, 12);

        assertThat(solve(inputs, Map.of()).score()).isEqualTo(bestOf(every));
    }

    @Test
    void theSameSeedLeadsToTheSameSharing() {
        Inputs inputs = drawn(new Random(7), 24, 8, 4);

        assertThat(given(solve(inputs, Map.of()))).isEqualTo(given(solve(inputs, Map.of())));
    }

    /** The usual round: 349 families in 148 villages, quotas for a third and half the money. */
    @Test
    void sharesOutAWholeRoundBetterThanOneAfterTheOther() {
        Inputs inputs = drawn(new Random(349), 349, 148, 120);
        long begun = System.nanoTime();
        Allotment solved = solve(inputs, Map.of());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        Allotment greedy = greedy(inputs);
        BendableLongScore best = score(solved);
        BendableLongScore simple = score(greedy);

        System.Logger log = System.getLogger("sharing");
        log.log(
                System.Logger.Level.INFO,
                "349 families, {0} choices: {1} ms; needs by severity {2} against {3} one after the other, ratio {4}; score {5} against {6}",
                solved.shares().size(),
                millis,
                best.softScore(0),
                simple.softScore(0),
                (double) best.softScore(0) / simple.softScore(0),
                best,
                simple);
        assertThat(best.isFeasible()).isTrue();
        assertThat(simple.isFeasible()).isTrue();
        assertThat(best).isGreaterThan(simple);
        assertThat(best.softScore(0)).isGreaterThan(simple.softScore(0));
    }

    private Allotment greedy(Inputs inputs) {
        Allotment allotment = inputs.allotment(Map.of(), false);
        WorstOffFirst.fill(allotment);
        return allotment;
    }

    private BendableLongScore bestOf(Allotment every) {
        List<Share> shares = every.shares();
        BendableLongScore best = null;
        for (int mask = 0; mask < 1 << shares.size(); mask++) {
            for (int i = 0; i < shares.size(); i++) {
                shares.get(i).give((mask >> i & 1) == 1);
            }
            BendableLongScore score = score(every);
            if (best == null || score.compareTo(best) > 0) {
                best = score;
            }
        }
        return best;
    }

    private BendableLongScore score(Allotment allotment) {
        return sharer.analyse(allotment).score();
    }

    private Allotment solved(List<FamilyInput> families, Cap... caps) {
        return solve(inputs(families, caps), Map.of());
    }

    private Allotment solve(Inputs inputs, Map<Key, Choice> choices) {
        return sharer.solve(inputs.allotment(choices, true), 1, leg -> {});
    }

    private static Set<Key> given(Allotment allotment) {
        return allotment.shares().stream().filter(Share::given).map(Share::key).collect(Collectors.toSet());
    }

    private static Inputs inputs(List<FamilyInput> families, Cap... caps) {
        return new Inputs(2023, 322_170, families, ALL, List.of(caps));
    }

    private static Cap quota(ProgrammeInput programme, String area, long units, long used) {
        return new Cap(Kind.QUOTA, programme.id().toString(), area, units, used);
    }

    private static Cap money(long rupiah) {
        return new Cap(Kind.MONEY, HOUSE.id().toString(), "51.08", rupiah, 0);
    }

    private static Cap budget(long rupiah, long used) {
        return new Cap(Kind.BUDGET, Funding.APBD_REGENCY.key(), "", rupiah, used);
    }

    private static Inputs drawn(Random random, int families, int villages, int units) {
        List<FamilyInput> drawn = new ArrayList<>();
        long wanted = 0;
        for (int i = 0; i < families; i++) {
            Set<Need> needs = EnumSet.noneOf(Need.class);
            List.of(Need.FOOD, Need.HOUSING, Need.INCOME).forEach(need -> {
                if (random.nextInt(3) > 0) {
                    needs.add(need);
                }
            });
            List<ProgrammeInput> fits = ALL.stream()
                    .filter(one -> one.needs().stream().anyMatch(needs::contains) && random.nextInt(4) > 0)
                    .toList();
            wanted += fits.stream().mapToLong(ProgrammeInput::cost).sum();
            drawn.add(family(
                    i,
                    "51.08.%02d.%04d".formatted(i % villages % 9 + 1, 2001 + i % villages),
                    random.nextInt(1000),
                    needs,
                    fits));
        }
        drawn.sort(Comparator.comparing(FamilyInput::weight).reversed().thenComparing(FamilyInput::id));
        return inputs(
                drawn,
                quota(HOUSE, "51.08", units, 0),
                quota(FOOD, "51.08", units, 0),
                quota(WORK, "51.08.01", Math.max(1, units / 6), 0),
                budget(wanted / 2, 0));
    }

    private static FamilyInput family(int number, String village, int gap, Set<Need> needs, List<ProgrammeInput> fits) {
        return family(number, village, gap, needs, fits, Map.of());
    }

    private static FamilyInput family(
            int number, String village, int gap, Set<Need> needs, List<ProgrammeInput> fits, Map<UUID, Integer> units) {
        long spending = 322_170L * (1000 - gap) / 1000;
        return new FamilyInput(
                new UUID(0, number),
                village,
                3,
                spending,
                new Severity(322_170, 10, List.of()).weight(spending, 3),
                needs,
                Set.of(),
                Set.of(),
                fits.stream().map(ProgrammeInput::id).toList(),
                units,
                Map.of());
    }

    private static ProgrammeInput programme(String code, int pillar, long cost, Set<String> notWith, Need... needs) {
        return new ProgrammeInput(
                UUID.nameUUIDFromBytes(code.getBytes()),
                code,
                code,
                pillar,
                Funding.APBD_REGENCY,
                cost,
                Set.of(needs),
                notWith);
    }

    private static Key key(FamilyInput family, ProgrammeInput programme) {
        return new Key(family.id(), programme.id());
    }
}
