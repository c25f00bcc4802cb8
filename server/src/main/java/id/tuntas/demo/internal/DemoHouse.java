package id.tuntas.demo.internal;

import id.tuntas.forms.HouseParts;
import id.tuntas.forms.VervalAnswers.Housing;
import java.util.Random;

/** Houses that go with a finding; a poor part asks for a photo of its own. */
final class DemoHouse {

    private DemoHouse() {}

    static Housing unseen() {
        return new Housing(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static Housing draw(DemoOutcome outcome, int people, Random chance) {
        return switch (outcome) {
            case EXTREMELY_POOR -> toRepair(house(chance, 40, people, 4, 8));
            case POOR -> house(chance, 12, people, 7, 12);
            default -> house(chance, 0, people, 10, 22);
        };
    }

    /** All extremely poor families were given a house repair, so the house is theirs and some part of it is weak. */
    private static Housing toRepair(Housing house) {
        boolean weak = HouseParts.weakRoof(house) || HouseParts.weakWall(house) || HouseParts.weakFloor(house);
        return new Housing(
                "own",
                house.floorArea(),
                house.roof(),
                house.roofQuality(),
                weak ? house.wall() : "bamboo",
                house.wallQuality(),
                house.floor(),
                house.floorQuality(),
                house.toilet(),
                house.water(),
                house.light(),
                house.power(),
                house.cooking(),
                house.water().equals("unprotected_well") ? "unproven" : "letter");
    }

    /** @param weak percentage of parts that are poor */
    private static Housing house(Random chance, int weak, int people, int leastEach, int mostEach) {
        boolean metered = weak == 0 || !holds(chance, weak / 3);
        int each = leastEach + chance.nextInt(mostEach - leastEach);
        String ownership = holds(chance, 82) ? "own" : "free";
        return new Housing(
                ownership,
                Math.max(6, each * people),
                holds(chance, weak / 2) ? "asbestos_zinc" : pick(chance, "tile", "tile", "concrete"),
                holds(chance, weak) ? "bad" : "good",
                holds(chance, weak) ? pick(chance, "bamboo", "zinc") : "brick",
                holds(chance, weak / 2) ? "bad" : "good",
                holds(chance, weak) ? pick(chance, "earth", "cement") : pick(chance, "cement", "tile"),
                holds(chance, weak / 2) ? "bad" : "good",
                holds(chance, weak) ? pick(chance, "shared", "none") : "own",
                holds(chance, weak) ? pick(chance, "surface", "unprotected_well") : pick(chance, "piped", "borehole"),
                metered ? "pln_metered" : "pln_unmetered",
                metered ? weak == 0 && holds(chance, 30) ? "above_900" : "up_to_900" : null,
                holds(chance, weak * 2) ? "wood" : "gas_electric",
                ownership.equals("own") ? "certificate" : null);
    }

    private static boolean holds(Random chance, int percent) {
        return chance.nextInt(100) < percent;
    }

    private static String pick(Random chance, String... some) {
        return some[chance.nextInt(some.length)];
    }
}
