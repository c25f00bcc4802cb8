package id.tuntas.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.review.DecideVisit;
import id.tuntas.review.Decision;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeighingADecisionTest {

    private static final Set<String> QUESTIONS = Set.of("/data/housing/roof", "/data/photos/kk_card");

    @Test
    void approvingConfirmsWhatTheAnswersProposed() {
        Judgement judgement = weigh(Decision.APPROVE, "", null, ContactResult.FOUND, Finding.POOR);

        assertThat(judgement.finding()).isEqualTo(Finding.POOR);
        assertThat(judgement.overruled()).isFalse();
    }

    @Test
    void sayingTheProposedFindingAgainOverrulesNothing() {
        Judgement judgement = weigh(Decision.APPROVE, "", Finding.POOR, ContactResult.FOUND, Finding.POOR);

        assertThat(judgement.overruled()).isFalse();
    }

    @Test
    void aRemarkOnAnApprovalIsFree() {
        assertThat(weigh(Decision.APPROVE, "-", null, ContactResult.FOUND, Finding.POOR)
                        .reason())
                .isEqualTo("-");
        assertThat(refused(Decision.APPROVE, "a".repeat(2001), null, ContactResult.FOUND, Finding.POOR))
                .containsExactly("/reason too-long");
    }

    @Test
    void overrulingNeedsAReason() {
        assertThat(refused(Decision.APPROVE, " ", Finding.NOT_POOR, ContactResult.FOUND, Finding.POOR))
                .containsExactly("/reason required");
        assertThat(weigh(Decision.APPROVE, "Punya mobil", Finding.NOT_POOR, ContactResult.FOUND, Finding.POOR))
                .extracting(Judgement::finding, Judgement::overruled)
                .containsExactly(Finding.NOT_POOR, true);
    }

    @Test
    void aFoundFamilyIsNotApprovedWithoutAFinding() {
        assertThat(refused(Decision.APPROVE, "", null, ContactResult.FOUND, null))
                .containsExactly("/finding required");
    }

    @Test
    void aFindingOfTheReviewersOwnNeedsAReasonToo() {
        assertThat(refused(Decision.APPROVE, "", Finding.POOR, ContactResult.FOUND, null))
                .containsExactly("/reason required");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOUND")
    void aFamilyThatWasNotMetIsApprovedWithoutAFinding(ContactResult contact) {
        assertThat(weigh(Decision.APPROVE, "", null, contact, null).finding()).isNull();
        assertThat(refused(Decision.APPROVE, "Tahu dari tetangga", Finding.POOR, contact, null))
                .containsExactly("/finding finding-unfitting");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPROVE")
    void sendingBackAndRejectingNeedAReasonAndLeaveTheFindingOpen(Decision decision) {
        assertThat(refused(decision, "", null, ContactResult.FOUND, Finding.POOR))
                .containsExactly("/reason required");
        assertThat(refused(decision, "-", null, ContactResult.FOUND, Finding.POOR))
                .containsExactly("/reason no-words");
        assertThat(refused(decision, "Foto buram", Finding.POOR, ContactResult.FOUND, Finding.POOR))
                .containsExactly("/finding finding-unfitting");
        assertThat(weigh(decision, "Foto buram", null, ContactResult.FOUND, Finding.POOR)
                        .finding())
                .isNull();
    }

    @Test
    void aReasonHasAnEnd() {
        assertThat(refused(Decision.REJECT, "a".repeat(2001), null, ContactResult.FOUND, null))
                .containsExactly("/reason too-long");
    }

    @Test
    void fieldsMustBeQuestionsOfTheForm() {
        DecideVisit command =
                new DecideVisit(Decision.RETURN, "Atap?", List.of("/data/housing/roof", "/data/housing/moat"), null);

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> Judgement.of(command, ContactResult.FOUND, Finding.POOR, QUESTIONS));

        assertThat(refusal.fields()).extracting(FieldProblem::pointer).containsExactly("/fields/1");
    }

    private static Judgement weigh(
            Decision decision,
            String reason,
            @Nullable Finding finding,
            ContactResult contact,
            @Nullable Finding proposed) {
        return Judgement.of(new DecideVisit(decision, reason, List.of(), finding), contact, proposed, QUESTIONS);
    }

    private static List<String> refused(
            Decision decision,
            String reason,
            @Nullable Finding finding,
            ContactResult contact,
            @Nullable Finding proposed) {
        return catchThrowableOfType(Refusal.class, () -> weigh(decision, reason, finding, contact, proposed))
                .fields()
                .stream()
                .map(field -> field.pointer() + " " + field.code())
                .toList();
    }
}
