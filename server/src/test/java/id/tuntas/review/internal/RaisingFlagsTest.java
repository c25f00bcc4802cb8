package id.tuntas.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.forms.FindingProposal;
import id.tuntas.forms.PhoneRecord.PhotoNote;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.PovertyLine;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.review.internal.QualityFlag.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample visit is a sound one: met at ten in the morning for 26 minutes, 8 m of accuracy, all photos. */
class RaisingFlagsTest {

    private static final Instant MORNING = Instant.parse("2023-02-03T02:30:00Z");

    @Test
    void aSoundVisitRaisesNothingAndPassesEveryCheck() {
        assertThat(raised(sound())).isEmpty();
        assertThat(QualityCheck.passed(raised(sound()))).containsExactly(QualityCheck.values());
    }

    @Test
    void missingPhotosAreNamedByTheirNumber() {
        VisitFacts visit = facts(answers(), 300.0, 26, MORNING, List.of(PhotoKind.ROOF, PhotoKind.KK_CARD), 0, 0);

        assertThat(raised(visit)).containsExactly(QualityFlag.bad("photos-missing", 2));
        assertThat(QualityCheck.passed(raised(visit))).doesNotContain(QualityCheck.PHOTOS);
    }

    @Test
    void aPhotoThatAnotherFamilyHasShownIsTold() {
        assertThat(raised(facts(answers(), 300.0, 26, MORNING, List.of(), 1, 0)))
                .containsExactly(QualityFlag.bad("photos-borrowed", 1));
    }

    @Test
    void answersThatBreakTheFormAreTold() {
        assertThat(raised(facts(answers(), 300.0, 26, MORNING, List.of(), 0, 3)))
                .containsExactly(QualityFlag.bad("answers-broken", 3));
    }

    @ParameterizedTest
    @CsvSource({"5000, ", "5001, WARN", "10000, WARN", "10001, BAD"})
    void farFromTheVillageIsAWarningAndFurtherIsWorse(double distance, @Nullable Severity severity) {
        List<QualityFlag> flags = raised(facts(answers(), distance, 26, MORNING, List.of(), 0, 0));

        if (severity == null) {
            assertThat(flags).isEmpty();
        } else {
            assertThat(flags).containsExactly(new QualityFlag("far-away", severity, List.of((long) distance)));
        }
    }

    @Test
    void aVisitWithoutALocationIsTold() {
        VervalAnswers nowhere = answers(xml -> xml.replaceFirst("<location>.*</location>", ""));

        assertThat(raised(facts(nowhere, null, 26, MORNING, List.of(), 0, 0)))
                .containsExactly(QualityFlag.warn("location-missing"));
    }

    @Test
    void aRoughLocationIsTold() {
        VervalAnswers rough = answers(xml -> xml.replace("0.0 8.0</location>", "0.0 101.0</location>"));

        assertThat(raised(facts(rough, 300.0, 26, MORNING, List.of(), 0, 0)))
                .containsExactly(QualityFlag.warn("location-rough", 101L));
    }

    @ParameterizedTest
    @CsvSource({"4, visit-short", "5, ", "240, ", "241, visit-long"})
    void aVisitThatTookTooLittleOrTooLongIsTold(int minutes, @Nullable String code) {
        List<QualityFlag> flags = raised(facts(answers(), 300.0, minutes, MORNING, List.of(), 0, 0));

        assertThat(flags).extracting(QualityFlag::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-02T21:59:00Z, 1",
        "2023-02-02T22:00:00Z, 0",
        "2023-02-03T12:59:00Z, 0",
        "2023-02-03T13:00:00Z, 1"
    })
    void anHourAtWhichNobodyVisitsIsTold(Instant at, int flags) {
        assertThat(raised(facts(answers(), 300.0, 26, at, List.of(), 0, 0))).hasSize(flags);
    }

    @Test
    void notFoundSaidTooEarlyIsToldAndTakesNoTime() {
        VervalAnswers early = answers(xml -> xml.replace("<result>found<", "<result>not_found<"));

        assertThat(raised(facts(early, 300.0, 1, MORNING, List.of(), 0, 0)))
                .containsExactly(QualityFlag.bad("not-found-early", 1, 2));
    }

    @Test
    void anExtremelyPoorFamilyWithACarIsTold() {
        VervalAnswers car = answers(xml -> xml.replace("<assets>livestock<", "<assets>livestock car<"));

        assertThat(raised(facts(car, 300.0, 26, MORNING, List.of(), 0, 0)))
                .containsExactly(QualityFlag.warn("finding-contradicted", 1L));
    }

    @Test
    void aFamilyThatSpendsMuchAndLivesPoorlyIsTold() {
        VervalAnswers rich = answers(xml -> xml.replace("<expenditure_food>600000<", "<expenditure_food>6000000<"));

        assertThat(raised(facts(rich, 300.0, 26, MORNING, List.of(), 0, 0)))
                .extracting(QualityFlag::code)
                .containsExactly("finding-contradicted");
    }

    @ParameterizedTest
    @CsvSource({"600, , ", "601, clock-ahead, 10", "-172800, clock-behind, 2880", ", ,"})
    void aWrongClockIsTold(@Nullable Long skew, @Nullable String code, @Nullable Long minutes) {
        VisitFacts sound = sound();
        List<QualityFlag> flags = raised(new VisitFacts(
                sound.answers(), sound.proposal(), 300.0, 26, MORNING, skew, List.of(), 0, 0, List.of(), 0, 2));

        assertThat(flags).isEqualTo(code == null ? List.of() : List.of(QualityFlag.warn(code, minutes)));
    }

    @Test
    void aPhotoThatStandsForAnotherOneIsTold() {
        VisitFacts sound = sound();
        VisitFacts repeated = new VisitFacts(
                sound.answers(), sound.proposal(), 300.0, 26, MORNING, 0L, List.of(), 0, 2, List.of(), 0, 2);

        assertThat(raised(repeated)).containsExactly(QualityFlag.bad("photos-repeated", 2));
        assertThat(QualityCheck.passed(raised(repeated))).doesNotContain(QualityCheck.REPEATED_PHOTOS);
    }

    /** Every flag takes one check out of those that passed. */
    private static List<QualityFlag> raised(VisitFacts visit) {
        List<QualityFlag> flags = QualityCheck.raise(visit);
        assertThat(QualityCheck.passed(flags)).hasSize(QualityCheck.values().length - flags.size());
        return flags;
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, -8.154, , 0",
        "PT25H, , , 'photos-other-day'",
        "PT-25H, , , 'photos-other-day'",
        "PT23H, , , 0",
        "PT0S, -8.2, , 'photos-elsewhere'",
        "PT0S, , dark, 'photos-poor'"
    })
    void aPhotoOfAnotherTimeOrPlaceOrOfNoUseIsTold(
            Duration before, @Nullable Double lat, @Nullable String fault, String code) {
        VisitFacts sound = sound();
        Double lng = lat == null ? null : Double.valueOf(114.576);
        PhotoNote photo = new PhotoNote("ab", MORNING.minus(before), lat, lng, fault, fault);
        VisitFacts facts = new VisitFacts(
                sound.answers(), sound.proposal(), 300.0, 26, MORNING, 0L, List.of(), 0, 0, List.of(photo), 0, 2);

        assertThat(raised(facts)).isEqualTo("0".equals(code) ? List.of() : List.of(QualityFlag.warn(code, 1L)));
    }

    private static VisitFacts sound() {
        return facts(answers(), 300.0, 26, MORNING, List.of(), 0, 0);
    }

    private static VisitFacts facts(
            VervalAnswers answers,
            @Nullable Double distance,
            @Nullable Integer minutes,
            Instant visitedAt,
            List<PhotoKind> missing,
            int borrowed,
            int broken) {
        FindingProposal proposal = FindingProposal.of(answers, new PovertyLine(322_170, 500_000));
        return new VisitFacts(
                answers, proposal, distance, minutes, visitedAt, 0L, missing, borrowed, 0, List.of(), broken, 2);
    }

    private static VervalAnswers answers() {
        return answers(UnaryOperator.identity());
    }

    private static VervalAnswers answers(UnaryOperator<String> change) {
        try (InputStream in = RaisingFlagsTest.class.getResourceAsStream("/forms/verval-submission.xml")) {
            String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return VervalAnswers.read(change.apply(xml).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
