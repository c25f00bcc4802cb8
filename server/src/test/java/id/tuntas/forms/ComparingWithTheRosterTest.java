package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.forms.FormDefinition.FormChoice;
import id.tuntas.forms.RosterComparison.Row;
import id.tuntas.forms.RosterComparison.Verdict;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparingWithTheRosterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    floor | TANAH | SAME
                    floor | SEMEN | WORSE
                    floor | LAINNYA | CHANGED
                    floor | KOSONG | NOT_COMPARABLE
                    floor | MARMUT | NOT_COMPARABLE
                    wall | KAYU / PAPAN | WORSE
                    wall | SENG | CHANGED
                    roof | Jerami/Ijuk/Rumbia/Daun-daunan | BETTER
                    roof | BETON | CHANGED
                    toilet | LAINNYA | BETTER
                    toilet | MILIK SENDIRI | WORSE
                    electricity | LISTRIK PLN METERAN | SAME
                    electricity_power | > 900 WATT | WORSE
                    cooking | LISTRIK/GAS | WORSE
                    water | AIR PERMUKAAN (SUNGAI, DANAU, DLL) | BETTER
                    home_ownership | MILIK SENDIRI | SAME
                    job | NELAYAN | CHANGED
                    savings | TIDAK | BETTER
                    savings | YA | SAME
                    pkh | YA | SAME
                    pkh | TIDAK | CHANGED
                    bst | YA | CHANGED
                    bst | TIDAK | SAME
                    """)
    void theOldAnswerIsHeldAgainstTheNewOne(String list, String roster, Verdict verdict) {
        assertThat(row(list, roster).verdict()).isEqualTo(verdict);
    }

    @Test
    void bothAnswersAreSaidInTheWordsOfTheForm() {
        Row row = row("floor", "SEMEN");

        assertThat(row.question().id()).isEqualTo("Lantai terluas dari bahan apa?");
        assertThat(row.rosterValue()).isEqualTo("SEMEN");
        assertThat(row.rosterWords()).isEqualTo(new Words("Semen", "Cement"));
        assertThat(row.visitCode()).isEqualTo("earth");
        assertThat(row.visitWords()).isEqualTo(new Words("Tanah", "Earth"));
    }

    @Test
    void noToiletIsTheSameAsWhatTheRosterCallsOther() {
        Answers visit = Answers.read(
                SubmissionSample.with("toilet", "none"), VervalForm.definition().repeats());

        assertThat(RosterComparison.compare(Map.of("toilet", "LAINNYA"), visit))
                .filteredOn(row -> row.list().equals("toilet"))
                .extracting(Row::verdict)
                .containsExactly(Verdict.SAME);
    }

    @Test
    void everyChoiceOfAComparedQuestionHasItsPlaceInTheRostersList() {
        P3keScale.lists().forEach((list, scale) -> {
            var codes = VervalForm.definition().findQuestion(scale.path()).orElseThrow().choices().stream()
                    .map(FormChoice::code)
                    .collect(Collectors.toSet());
            assertThat(codes)
                    .as(list)
                    .isNotEmpty()
                    .allMatch(code -> scale.findCode(code).isPresent());
        });
    }

    private static Row row(String list, String roster) {
        Answers visit = Answers.read(
                SubmissionSample.bytes(SubmissionSample.found()),
                VervalForm.definition().repeats());
        return RosterComparison.compare(Map.of(list, roster), visit).stream()
                .filter(row -> row.list().equals(list))
                .findFirst()
                .orElseThrow();
    }
}
