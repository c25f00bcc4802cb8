package id.tuntas.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.forms.FormDefinition.QuestionType;
import id.tuntas.forms.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGER | 598000 | 598.000 | 598,000",
                "INTEGER | 2020 | 2020 | 2020",
                "DECIMAL | -12345.50 | -12.345,5 | -12,345.5",
                "DECIMAL | 5108•••••••• | 5108•••••••• | 5108••••••••",
                "DECIMAL | 1E+99999 | 1E+99999 | 1E+99999",
                "LOCATION | 1E+99999 1 0 0 | 1E+99999 1 0 0 | 1E+99999 1 0 0",
                "DATE | 2023-02-01 | 1 Februari 2023 | 1 February 2023",
                "DATE | besok | besok | besok",
                "LOCATION | -8.147801 115.105855 531.0 15.0 | -8,14780; 115,10586 | -8.14780; 115.10586",
                "LOCATION | -8.147801 | -8.147801 | -8.147801",
                "TEXT | 598000 | 598000 | 598000"
            })
    void isWrittenAsPeopleOfEachLanguageDo(QuestionType type, String value, String id, String en) {
        assertThat(WrittenAnswer.of(type, value)).isEqualTo(new Words(id, en));
    }
}
