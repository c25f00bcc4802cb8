package id.tuntas.graduation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.GraduationRule.AgreedBy;
import id.tuntas.graduation.GraduationRule.Line;
import id.tuntas.graduation.GraduationState;
import id.tuntas.graduation.Lacking;
import id.tuntas.graduation.internal.Grounds.Reassessment;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundsTest {

    private static final UUID VISIT = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final LocalDate RECEIVED = LocalDate.of(2023, 6, 1);
    private static final GraduationRule SET =
            new GraduationRule(1, Line.EXTREME, AgreedBy.MEETING, List.of(6, 12), 10, "Perbup 1/2023");

    /** Three people and a line of 322.170: the sum at the line is 966.510. */
    @ParameterizedTest
    @CsvSource({"966509, false", "966510, true", "966511, true", "0, false", "5000000, true"})
    void theLineIsComparedWithoutRounding(long expenditure, boolean above) {
        assertThat(on(seen(RECEIVED, expenditure, 3)).lacks().contains(Lacking.ABOVE_LINE))
                .isEqualTo(!above);
    }

    @ParameterizedTest
    @CsvSource({"2023-05-31, false", "2023-06-01, true", "2023-06-02, true"})
    void theRevisitIsNotBeforeTheLastDelivery(LocalDate day, boolean fits) {
        assertThat(on(seen(day, 2_000_000, 3)).lacks())
                .isEqualTo(fits ? List.of() : List.of(Lacking.REVISIT_AFTER_DELIVERY));
    }

    @Test
    void withoutAnythingEverythingIsNamed() {
        assertThat(new Grounds(GraduationRule.OFFERED, false, null, null, 0).lacks())
                .containsExactly(Lacking.RULE, Lacking.DECREE, Lacking.RECEIVED, Lacking.REVISIT);
    }

    @Test
    void aFamilyThatWasNotMetHasNoExpenditureToCompare() {
        Reassessment moved = new Reassessment(VISIT, RECEIVED, ContactResult.MOVED, null, 0, null, 2);

        assertThat(on(moved).lacks()).containsExactly(Lacking.MET);
    }

    @Test
    void nobodyAtHomeAndNoExpenditureAreNoGround() {
        assertThat(on(new Reassessment(VISIT, RECEIVED, ContactResult.FOUND, null, 3, Finding.POOR, 2))
                        .lacks())
                .containsExactly(Lacking.EXPENDITURE);
        assertThat(on(new Reassessment(VISIT, RECEIVED, ContactResult.FOUND, 900_000L, 0, Finding.POOR, 2))
                        .lacks())
                .containsExactly(Lacking.EXPENDITURE);
    }

    @Test
    void aRevisitWithoutAPhotoIsNoEvidence() {
        assertThat(on(new Reassessment(VISIT, RECEIVED, ContactResult.FOUND, 2_000_000L, 3, Finding.POOR, 0))
                        .lacks())
                .containsExactly(Lacking.EVIDENCE);
    }

    @Test
    void whatTheReviewerHoldsCountsBesideTheSum() {
        assertThat(on(new Reassessment(VISIT, RECEIVED, ContactResult.FOUND, 2_000_000L, 3, Finding.EXTREMELY_POOR, 2))
                        .lacks())
                .containsExactly(Lacking.FINDING);
        assertThat(on(new Reassessment(VISIT, RECEIVED, ContactResult.FOUND, 900_000L, 3, Finding.POOR, 2))
                        .lacks())
                .containsExactly(Lacking.ABOVE_LINE);
    }

    @Test
    void nothingIsDecidedWithoutTheVillageAndNothingTwice() {
        assertThat(GraduationState.PROPOSED.mayBecome(GraduationState.GRADUATED))
                .isFalse();
        assertThat(GraduationState.DISAGREED.mayBecome(GraduationState.GRADUATED))
                .isFalse();
        assertThat(GraduationState.AGREED.mayBecome(GraduationState.GRADUATED)).isTrue();
        assertThat(GraduationState.GRADUATED.mayBecome(GraduationState.GRADUATED))
                .isFalse();
        assertThat(GraduationState.GRADUATED.mayBecome(GraduationState.ENDED)).isTrue();
        assertThat(GraduationState.ENDED.mayBecome(GraduationState.GRADUATED)).isFalse();
    }

    private static Grounds on(Reassessment seen) {
        return new Grounds(SET, true, RECEIVED, seen, 322_170);
    }

    private static Reassessment seen(LocalDate day, long expenditure, int people) {
        return new Reassessment(VISIT, day, ContactResult.FOUND, expenditure, people, Finding.POOR, 2);
    }
}
