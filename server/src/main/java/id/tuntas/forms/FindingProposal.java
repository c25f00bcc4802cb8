package id.tuntas.forms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the answers say about a family's poverty, with the arithmetic as data so that a screen can put it in words. A
 * person confirms or overrules it. Expenditure is measured, as the statistics office does; income only supports.
 *
 * @param finding empty when no finding can be proposed; {@code basis} says why
 * @param perPerson expenditure a person a month, rounded down; the comparison itself is exact
 */
public record FindingProposal(
        Optional<Finding> finding,
        Basis basis,
        @Nullable Long expenditure,
        @Nullable Long income,
        int membersHere,
        @Nullable Long perPerson,
        PovertyLine line,
        List<Point> points) {

    public FindingProposal {
        points = List.copyOf(points);
    }

    /** Compares the family's expenditure, shared by those who live here, with the round's lines. */
    public static FindingProposal of(VervalAnswers answers, PovertyLine line) {
        return new FindingRule(answers, line).propose();
    }

    /** Which comparison decided, or what was missing. */
    public enum Basis {
        BELOW_EXTREME_LINE("belowExtremeLine"),
        BELOW_POOR_LINE("belowPoorLine"),
        AT_OR_ABOVE_POOR_LINE("atOrAbovePoorLine"),
        FAMILY_NOT_MET("familyNotMet"),
        NOBODY_LIVES_HERE("nobodyLivesHere"),
        EXPENDITURE_MISSING("expenditureMissing");

        private final String key;

        Basis(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** One more observation that a reviewer weighs beside the arithmetic. */
    public enum Point {
        INCOME_BELOW_EXTREME_LINE("incomeBelowExtremeLine", Weight.POORER),
        EARTH_OR_BAMBOO_FLOOR("earthOrBambooFloor", Weight.POORER),
        WEAK_WALL("weakWall", Weight.POORER),
        WEAK_ROOF("weakRoof", Weight.POORER),
        CROWDED("crowded", Weight.POORER),
        NO_OWN_TOILET("noOwnToilet", Weight.POORER),
        UNSAFE_WATER("unsafeWater", Weight.POORER),
        NO_ELECTRICITY("noElectricity", Weight.POORER),
        WOOD_FUEL("woodFuel", Weight.POORER),
        DISABLED_MEMBER("disabledMember", Weight.POORER),
        CHRONICALLY_ILL_MEMBER("chronicallyIllMember", Weight.POORER),
        CHILD_OUT_OF_SCHOOL("childOutOfSchool", Weight.POORER),
        INCOME_ABOVE_POOR_LINE("incomeAbovePoorLine", Weight.RICHER),
        OWNS_CAR("ownsCar", Weight.RICHER),
        OWNS_SAVINGS("ownsSavings", Weight.RICHER),
        HIGH_POWER("highPower", Weight.RICHER);

        private final String key;
        private final Weight weight;

        Point(String key, Weight weight) {
            this.key = key;
            this.weight = weight;
        }

        public String key() {
            return key;
        }

        public Weight weight() {
            return weight;
        }
    }

    /** Which way an observation pulls. */
    public enum Weight {
        POORER,
        RICHER
    }
}
