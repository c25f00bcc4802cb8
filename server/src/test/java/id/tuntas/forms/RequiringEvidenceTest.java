package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiringEvidenceTest {
    private static final EvidenceRules STANDARD = EvidenceRules.standard();

    @Test
    void aVisitWithAllItsPhotosMissesNone() {
        assertThat(STANDARD.missing(VervalAnswers.read(SubmissionSample.bytes(SubmissionSample.found()))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"house_front, HOUSE_FRONT", "inside, INSIDE", "kk_card, KK_CARD", "toilet, TOILET"})
    void aMissingPhotoIsNamed(String node, PhotoKind kind) {
        String without = SubmissionSample.found().replaceFirst("<" + node + ">\\d+\\.jpg</" + node + ">", "");

        assertThat(STANDARD.missing(VervalAnswers.read(SubmissionSample.bytes(without))))
                .containsExactly(kind);
    }

    @Test
    void aRoofIsOnlyShownWhereItIsPoor() {
        assertThat(STANDARD.missing(VervalAnswers.read(SubmissionSample.with("roof_quality", "bad"))))
                .containsExactly(PhotoKind.ROOF);
    }

    @Test
    void aCardThatIsNotThereNeedsNoPhoto() {
        String without = SubmissionSample.found()
                .replaceFirst("<kk_card>[^<]+</kk_card>", "")
                .replace("<kk_status>shown", "<kk_status>none");

        assertThat(STANDARD.missing(VervalAnswers.read(SubmissionSample.bytes(without))))
                .isEmpty();
    }

    @Test
    void aRoundMayAskForLess() {
        EvidenceRules fewer = new EvidenceRules(Map.of(ContactResult.FOUND, List.of(PhotoKind.HOUSE_FRONT)));

        assertThat(fewer.column()).isEqualTo("found:house_front");
        assertThat(fewer.missing(VervalAnswers.read(SubmissionSample.with("result", "moved"))))
                .isEmpty();
        assertThat(STANDARD.missing(VervalAnswers.read(SubmissionSample.with("result", "moved"))))
                .containsExactly(PhotoKind.PLACE);
    }

    @Test
    void theFormAssumesTheStandardWhenARowSaysNothing() {
        assertThat(VervalForm.definition().xml()).contains("'" + STANDARD.column() + "'");
    }
}
