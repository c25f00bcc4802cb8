package id.tuntas.forms;

import id.tuntas.forms.FindingProposal.Basis;
import id.tuntas.forms.FindingProposal.Point;
import id.tuntas.forms.VervalAnswers.Housing;
import id.tuntas.forms.VervalAnswers.Livelihood;
import id.tuntas.forms.VervalAnswers.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arithmetic behind {@link FindingProposal}. */
final class FindingRule {
    /** Square metres a person below which a house is crowded, as the statistics office counts it. */
    private static final int CROWDED_BELOW = 8;

    private static final int SCHOOL_AGE_FROM = 7;

    private final VervalAnswers answers;
    private final PovertyLine line;

    FindingRule(VervalAnswers answers, PovertyLine line) {
        this.answers = answers;
        this.line = line;
    }

    FindingProposal propose() {
        Long expenditure = answers.livelihood().expenditure().orElse(null);
        int members = answers.membersHere();
        if (answers.contact().result() != ContactResult.FOUND) {
            return none(Basis.FAMILY_NOT_MET, expenditure, members);
        }
        if (members == 0) {
            return none(Basis.NOBODY_LIVES_HERE, expenditure, members);
        }
        if (expenditure == null) {
            return none(Basis.EXPENDITURE_MISSING, null, members);
        }
        if (expenditure < line.extreme() * members) {
            return proposal(Finding.EXTREMELY_POOR, Basis.BELOW_EXTREME_LINE, expenditure, members);
        }
        if (expenditure < line.poor() * members) {
            return proposal(Finding.POOR, Basis.BELOW_POOR_LINE, expenditure, members);
        }
        return proposal(Finding.NOT_POOR, Basis.AT_OR_ABOVE_POOR_LINE, expenditure, members);
    }

    private FindingProposal proposal(Finding finding, Basis basis, long expenditure, int members) {
        return new FindingProposal(
                Optional.of(finding),
                basis,
                expenditure,
                answers.livelihood().income().orElse(null),
                members,
                expenditure / members,
                line,
                points(members));
    }

    private FindingProposal none(Basis basis, @Nullable Long expenditure, int members) {
        List<Point> points = basis == Basis.FAMILY_NOT_MET ? List.of() : points(members);
        return new FindingProposal(
                Optional.empty(),
                basis,
                expenditure,
                answers.livelihood().income().orElse(null),
                members,
                null,
                line,
                points);
    }

    private List<Point> points(int members) {
        List<Point> points = new ArrayList<>();
        income(points, members);
        house(points, members);
        people(points);
        belongings(points);
        return points;
    }

    private void income(List<Point> points, int members) {
        Livelihood livelihood = answers.livelihood();
        if (members > 0 && livelihood.income().isPresent()) {
            long income = livelihood.income().get();
            add(points, Point.INCOME_BELOW_EXTREME_LINE, income < line.extreme() * members);
            add(points, Point.INCOME_ABOVE_POOR_LINE, income >= line.poor() * members);
        }
    }

    private void house(List<Point> points, int members) {
        Housing house = answers.housing();
        add(points, Point.EARTH_OR_BAMBOO_FLOOR, is(house.floor(), "earth", "bamboo"));
        add(points, Point.WEAK_WALL, HouseParts.weakWall(house));
        add(points, Point.WEAK_ROOF, HouseParts.weakRoof(house));
        add(points, Point.CROWDED, house.floorArea() != null && house.floorArea() < CROWDED_BELOW * members);
        add(points, Point.NO_OWN_TOILET, is(house.toilet(), "shared", "other", "none"));
        add(points, Point.UNSAFE_WATER, is(house.water(), "surface", "unprotected_well", "rain"));
        add(points, Point.NO_ELECTRICITY, is(house.light(), "none"));
        add(points, Point.WOOD_FUEL, is(house.cooking(), "wood"));
        add(points, Point.HIGH_POWER, is(house.power(), "above_900"));
    }

    private void people(List<Point> points) {
        List<Member> here = answers.members().stream()
                .filter(member ->
                        member.existence() != null && member.existence().livesHere())
                .toList();
        add(points, Point.DISABLED_MEMBER, here.stream().anyMatch(member -> said(member.disability())));
        add(points, Point.CHRONICALLY_ILL_MEMBER, here.stream().anyMatch(member -> said(member.chronicIllness())));
        add(points, Point.CHILD_OUT_OF_SCHOOL, here.stream().anyMatch(FindingRule::isOutOfSchool));
    }

    private void belongings(List<Point> points) {
        add(points, Point.OWNS_CAR, answers.assets().contains("car"));
        add(
                points,
                Point.OWNS_SAVINGS,
                answers.assets().contains("savings") || answers.assets().contains("jewelry"));
    }

    private static boolean isOutOfSchool(Member member) {
        return is(member.school(), "dropped_out")
                || is(member.school(), "not_yet") && member.age() != null && member.age() >= SCHOOL_AGE_FROM;
    }

    private static void add(List<Point> points, Point point, boolean holds) {
        if (holds) {
            points.add(point);
        }
    }

    private static boolean said(@Nullable String code) {
        return code != null && !code.equals("none");
    }

    private static boolean is(@Nullable String code, String... codes) {
        return code != null && Set.of(codes).contains(code);
    }
}
