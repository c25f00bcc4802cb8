package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.forms.FindingProposal.Basis;
import id.tuntas.forms.FindingProposal.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample family has three people here: two of the list and a new child. */
class ProposingAFindingTest {
    private static final PovertyLine LINE = new PovertyLine(322_170, 500_000);

    @ParameterizedTest
    @CsvSource({
        "966509, EXTREMELY_POOR, BELOW_EXTREME_LINE, 322169",
        "966510, POOR, BELOW_POOR_LINE, 322170",
        "1499999, POOR, BELOW_POOR_LINE, 499999",
        "1500000, NOT_POOR, AT_OR_ABOVE_POOR_LINE, 500000"
    })
    void theFamilysSpendingAPersonIsHeldAgainstTheLines(
            long expenditure, Finding finding, Basis basis, long perPerson) {
        FindingProposal proposal = proposal("expenditure_food", expenditure - 200_000);

        assertThat(proposal.finding()).contains(finding);
        assertThat(proposal.basis()).isEqualTo(basis);
        assertThat(proposal.expenditure()).isEqualTo(expenditure);
        assertThat(proposal.membersHere()).isEqualTo(3);
        assertThat(proposal.perPerson()).isEqualTo(perPerson);
        assertThat(proposal.line()).isEqualTo(LINE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOUND")
    void aFamilyThatWasNotMetHasNoFinding(ContactResult result) {
        FindingProposal proposal =
                FindingProposal.of(VervalAnswers.read(SubmissionSample.with("result", result.code())), LINE);

        assertThat(proposal.finding()).isEmpty();
        assertThat(proposal.basis()).isEqualTo(Basis.FAMILY_NOT_MET);
        assertThat(proposal.points()).isEmpty();
    }

    @Test
    void aFamilyOfWhichNobodyIsHereHasNoFinding() {
        String gone = SubmissionSample.found()
                .replace("<existence>here", "<existence>moved")
                .replaceFirst("<new_member>.*</new_member>", "");

        FindingProposal proposal = FindingProposal.of(VervalAnswers.read(SubmissionSample.bytes(gone)), LINE);

        assertThat(proposal.basis()).isEqualTo(Basis.NOBODY_LIVES_HERE);
        assertThat(proposal.finding()).isEmpty();
    }

    @Test
    void withoutSpendingThereIsNoFinding() {
        String silent = SubmissionSample.found()
                .replaceFirst("<expenditure_food>\\d+</expenditure_food>", "")
                .replaceFirst("<expenditure_other>\\d+</expenditure_other>", "");

        FindingProposal proposal = FindingProposal.of(VervalAnswers.read(SubmissionSample.bytes(silent)), LINE);

        assertThat(proposal.basis()).isEqualTo(Basis.EXPENDITURE_MISSING);
    }

    @Test
    void theHouseAndThePeopleAreToldBesideTheArithmetic() {
        FindingProposal proposal =
                FindingProposal.of(VervalAnswers.read(SubmissionSample.bytes(SubmissionSample.found())), LINE);

        assertThat(proposal.points())
                .containsExactly(
                        Point.INCOME_BELOW_EXTREME_LINE,
                        Point.EARTH_OR_BAMBOO_FLOOR,
                        Point.WEAK_WALL,
                        Point.NO_OWN_TOILET,
                        Point.WOOD_FUEL);
    }

    @ParameterizedTest
    @CsvSource({
        "floor_area, 23, CROWDED",
        "roof_quality, bad, WEAK_ROOF",
        "water, rain, UNSAFE_WATER",
        "light, none, NO_ELECTRICITY",
        "power, above_900, HIGH_POWER",
        "assets, car phone, OWNS_CAR",
        "assets, jewelry, OWNS_SAVINGS",
        "income_work, 1500000, INCOME_ABOVE_POOR_LINE",
        "disability, physical, DISABLED_MEMBER",
        "chronic_illness, stroke, CHRONICALLY_ILL_MEMBER",
        "school, dropped_out, CHILD_OUT_OF_SCHOOL"
    })
    void eachPointComesFromItsAnswer(String node, String value, Point point) {
        VervalAnswers before = VervalAnswers.read(SubmissionSample.bytes(SubmissionSample.found()));
        VervalAnswers after = VervalAnswers.read(SubmissionSample.with(node, value));

        assertThat(FindingProposal.of(before, LINE).points()).doesNotContain(point);
        assertThat(FindingProposal.of(after, LINE).points()).contains(point);
    }

    @Test
    void linesThatFallAreNoLines() {
        assertThatThrownBy(() -> new PovertyLine(500_000, 322_170)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PovertyLine(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FindingProposal proposal(String node, long value) {
        return FindingProposal.of(VervalAnswers.read(SubmissionSample.with(node, Long.toString(value))), LINE);
    }
}
