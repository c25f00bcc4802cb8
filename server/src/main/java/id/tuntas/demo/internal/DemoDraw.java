package id.tuntas.demo.internal;

import static id.tuntas.demo.internal.DemoPlan.DEADLINE;
import static id.tuntas.demo.internal.DemoPlan.FIRST_DAY;
import static id.tuntas.demo.internal.DemoPlan.OPENS;

import id.tuntas.demo.internal.DemoPlan.Road;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws one {@link DemoPlan}; every count is exact, only who and when is left to chance. */
final class DemoDraw {

    private static final int[] EARLY_DAYS = {96, 141, 188, 127};
    private static final int EARLY_APPROVED = 175;
    private static final int EARLY_RETURNED = 3;
    private static final int SATURDAY = 140;
    private static final int WEEKDAY = 270;
    private static final int ONE_IN_SO_MANY_RETURNED = 40;
    private static final int LONGEST_WAIT = 9;
    private static final LocalDate LAST_RETURNABLE = LocalDate.of(2023, 2, 18);

    private final Random random;
    private final int families;
    private final int[] earlyOutcomes;
    private final int[] laterOutcomes;
    private final int early;

    DemoDraw(long seed, int families) {
        this.random = new Random(seed);
        this.families = families;
        DemoOutcome[] outcomes = DemoOutcome.values();
        int[] counts = Apportionment.of(
                families,
                IntStream.concat(
                                Arrays.stream(outcomes).mapToInt(DemoOutcome::early),
                                Arrays.stream(outcomes).mapToInt(DemoOutcome::later))
                        .toArray());
        earlyOutcomes = Arrays.copyOf(counts, outcomes.length);
        laterOutcomes = Arrays.copyOfRange(counts, outcomes.length, counts.length);
        early = Arrays.stream(earlyOutcomes).sum();
    }

    List<Road> roads() {
        DemoDistrict[] districts = DemoDistrict.values();
        int[] sizes = Apportionment.of(families, DemoDistrict.families());
        int[] earlySizes = Apportionment.of(early, DemoDistrict.early());
        List<Integer> first = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        DemoDistrict[] places = new DemoDistrict[families];
        int from = 0;
        for (DemoDistrict district : districts) {
            List<Integer> shuffled = shuffled(
                    IntStream.range(from, from + sizes[district.ordinal()]).boxed());
            shuffled.forEach(family -> places[family] = district);
            first.addAll(shuffled.subList(0, earlySizes[district.ordinal()]));
            rest.addAll(shuffled.subList(earlySizes[district.ordinal()], shuffled.size()));
            from += sizes[district.ordinal()];
        }
        int[] weights = DemoDistrict.extremelyPoor();
        int poorestEarly = earlyOutcomes[DemoOutcome.EXTREMELY_POOR.ordinal()];
        int[] poorest = Apportionment.of(poorestEarly + laterOutcomes[DemoOutcome.EXTREMELY_POOR.ordinal()], weights);
        int[] poorestFirst = Apportionment.of(poorestEarly, weights);
        int[] poorestLater = IntStream.range(0, poorest.length)
                .map(district -> poorest[district] - poorestFirst[district])
                .toArray();
        List<Road> roads = new ArrayList<>();
        roads.addAll(decidedEarly(visits(first, places, earlyOutcomes, poorestFirst, earlyDays())));
        roads.addAll(visits(rest, places, laterOutcomes, poorestLater, laterDays(rest.size())).stream()
                .map(this::decided)
                .toList());
        roads.sort((one, other) -> Integer.compare(one.family(), other.family()));
        return roads;
    }

    private record Visited(int family, DemoDistrict district, DemoOutcome outcome, LocalDate day) {}

    /** @param poorest how many extremely poor families each district is to have, as far as it has as many */
    private List<Visited> visits(
            List<Integer> who, DemoDistrict[] places, int[] outcomeCounts, int[] poorest, List<LocalDate> days) {
        Set<Integer> chosen = chosen(who, places, outcomeCounts[DemoOutcome.EXTREMELY_POOR.ordinal()], poorest);
        Iterator<DemoOutcome> others = shuffled(Arrays.stream(DemoOutcome.values())
                        .filter(outcome -> outcome != DemoOutcome.EXTREMELY_POOR)
                        .flatMap(outcome -> Collections.nCopies(outcomeCounts[outcome.ordinal()], outcome).stream()))
                .iterator();
        List<Visited> visits = new ArrayList<>();
        for (int i = 0; i < who.size(); i++) {
            int family = who.get(i);
            DemoOutcome outcome = chosen.contains(family) ? DemoOutcome.EXTREMELY_POOR : others.next();
            visits.add(new Visited(family, places[family], outcome, days.get(i)));
        }
        return visits;
    }

    private static Set<Integer> chosen(List<Integer> who, DemoDistrict[] places, int count, int[] byDistrict) {
        int[] left = byDistrict.clone();
        Set<Integer> chosen = who.stream()
                .filter(family -> left[places[family].ordinal()]-- > 0)
                .collect(Collectors.toCollection(HashSet::new));
        who.stream()
                .filter(family -> !chosen.contains(family))
                .limit(count - chosen.size())
                .toList()
                .forEach(chosen::add);
        return chosen;
    }

    private List<LocalDate> earlyDays() {
        int[] counts = Apportionment.of(early, EARLY_DAYS);
        return shuffled(IntStream.range(0, counts.length)
                .boxed()
                .flatMap(day -> Collections.nCopies(counts[day], OPENS.plusDays(day)).stream()));
    }

    private List<LocalDate> laterDays(int visits) {
        List<LocalDate> days = FIRST_DAY
                .datesUntil(DEADLINE.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
        int[] counts = Apportionment.of(
                visits,
                days.stream()
                        .mapToInt(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY : WEEKDAY)
                        .toArray());
        return shuffled(IntStream.range(0, counts.length)
                .boxed()
                .flatMap(i -> Collections.nCopies(counts[i], days.get(i)).stream()));
    }

    /** So many are approved and returned before 3 February; the others wait on that morning. */
    private List<Road> decidedEarly(List<Visited> visits) {
        int approve = Math.round((float) EARLY_APPROVED * early / DemoOutcome.earlyTotal());
        int sendBack = Math.round((float) EARLY_RETURNED * early / DemoOutcome.earlyTotal());
        LocalDate lastEarly = FIRST_DAY.minusDays(1);
        List<Road> roads = new ArrayList<>();
        for (Visited visit : shuffled(visits.stream())) {
            boolean inTime = visit.day().isBefore(lastEarly);
            if (sendBack > 0 && inTime && visit.outcome() == DemoOutcome.POOR) {
                sendBack--;
                LocalDate corrected = FIRST_DAY.plusDays(1);
                roads.add(road(visit, lastEarly, corrected, DemoPlan.workday(corrected.plusDays(2))));
            } else if (approve > 0 && inTime) {
                approve--;
                long days = lastEarly.toEpochDay() - visit.day().toEpochDay();
                roads.add(road(visit, null, null, visit.day().plusDays(1 + random.nextInt((int) days))));
            } else {
                roads.add(road(visit, null, null, DemoPlan.workday(FIRST_DAY.plusDays(daysInQueue()))));
            }
        }
        return roads;
    }

    private Road decided(Visited visit) {
        LocalDate decision = DemoPlan.workday(visit.day().plusDays(1L + daysInQueue()));
        boolean goesBack = random.nextInt(ONE_IN_SO_MANY_RETURNED) == 0
                && visit.outcome().finding() != null
                && !visit.day().isAfter(LAST_RETURNABLE);
        if (!goesBack) {
            return road(visit, null, null, decision);
        }
        LocalDate corrected = DemoPlan.workday(decision.plusDays(1L + random.nextInt(2)));
        return road(visit, decision, corrected, DemoPlan.workday(corrected.plusDays(1L + random.nextInt(3))));
    }

    /** Days a visit waits for its coordinator: mostly few. */
    private int daysInQueue() {
        return Math.min(random.nextInt(LONGEST_WAIT), random.nextInt(LONGEST_WAIT));
    }

    private static Road road(
            Visited visit, @Nullable LocalDate returned, @Nullable LocalDate corrected, LocalDate approved) {
        return new Road(visit.family(), visit.district(), visit.outcome(), visit.day(), returned, corrected, approved);
    }

    private <T> List<T> shuffled(Stream<T> some) {
        List<T> list = new ArrayList<>(some.toList());
        Collections.shuffle(list, random);
        return list;
    }
}
