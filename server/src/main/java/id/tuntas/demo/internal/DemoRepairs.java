package id.tuntas.demo.internal;

import id.tuntas.demo.internal.DemoPlan.Road;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The house repairs of the extremely poor families, in the published numbers: 283 of 349 begun by 19 September, the others left for 2024, nine
 * finished by 18 October, one at least in a smaller demo that has such families. A repair begins with its plan, which names the day it is to be
 * finished.
 */
final class DemoRepairs {

    private static final int PUBLISHED_FAMILIES = 349;
    private static final int PUBLISHED_FINISHED = 9;
    private static final LocalDate FIRST_BEGUN = LocalDate.of(2023, 6, 5);
    private static final int DAYS_TO_BEGIN = 105;
    private static final int SHORTEST = 60;
    private static final int MORE = 40;
    private static final LocalDate FIRST_FINISHED = LocalDate.of(2023, 10, 2);
    private static final int DAYS_TO_FINISH = 5;
    private static final LocalDate FIRST_LEFT = LocalDate.of(2023, 8, 14);
    private static final int DAYS_TO_LEAVE = 25;
    private static final LocalDate FIRST_OF_2024 = LocalDate.of(2024, 3, 1);
    private static final int DAYS_OF_2024 = 150;

    /** @param finished null for one that goes on after the last day of the demo */
    record Repair(
            LocalDate planned,
            LocalDate plannedFor,
            @Nullable LocalDate finished) {}

    private DemoRepairs() {}

    /** By family. */
    static Map<Integer, Repair> of(DemoPlan plan, long seed) {
        Random chance = new Random(seed + 3);
        List<Road> poorest = plan.roads().stream()
                .filter(road -> road.outcome() == DemoOutcome.EXTREMELY_POOR)
                .toList();
        if (poorest.isEmpty()) {
            return Map.of();
        }
        int published = Arrays.stream(DemoDistrict.repairs()).sum();
        int[] begun = Apportionment.of(share(published, poorest.size()), DemoDistrict.repairs());
        int[] finished = Apportionment.of(Math.max(1, share(PUBLISHED_FINISHED, poorest.size())), oneInEach(begun));
        Map<Integer, Repair> repairs = new HashMap<>();
        for (DemoDistrict district : DemoDistrict.values()) {
            List<Road> here = new ArrayList<>(
                    poorest.stream().filter(road -> road.district() == district).toList());
            Collections.shuffle(here, chance);
            for (int i = 0; i < here.size(); i++) {
                boolean thisYear = i < begun[district.ordinal()];
                boolean inTime = thisYear && i < finished[district.ordinal()];
                repairs.put(here.get(i).family(), thisYear ? thisYear(inTime, chance) : nextYear(chance));
            }
        }
        return repairs;
    }

    /** So many of the published families, in a demo with so many. */
    static int share(int published, int families) {
        return Math.round((float) published * families / PUBLISHED_FAMILIES);
    }

    /** The nine lie one in each district, as those of the 283 do that the source gives no district (ADR 32). */
    private static int[] oneInEach(int[] begun) {
        return Arrays.stream(begun).map(many -> Math.min(many, 1)).toArray();
    }

    private static Repair thisYear(boolean finishes, Random chance) {
        LocalDate begun = DemoPlan.workday(FIRST_BEGUN.plusDays(chance.nextInt(DAYS_TO_BEGIN)));
        return new Repair(
                begun,
                begun.plusDays(SHORTEST + chance.nextInt(MORE)),
                finishes ? DemoPlan.workday(FIRST_FINISHED.plusDays(chance.nextInt(DAYS_TO_FINISH))) : null);
    }

    private static Repair nextYear(Random chance) {
        return new Repair(
                DemoPlan.workday(FIRST_LEFT.plusDays(chance.nextInt(DAYS_TO_LEAVE))),
                FIRST_OF_2024.plusDays(chance.nextInt(DAYS_OF_2024)),
                null);
    }
}
