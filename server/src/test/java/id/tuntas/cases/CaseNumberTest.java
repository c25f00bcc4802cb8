package id.tuntas.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

    @Test
    void hasSixDigitsOrMoreAndVerhoeffsCheckDigit() {
        assertThat(CaseNumber.of(123_456_789_012L).text())
                .as("a published example")
                .isEqualTo("123456789012-0");
        assertThat(CaseNumber.of(236).text()).matches("000236-\\d");
    }

    @Test
    void isReadWithAndWithoutHyphensSpacesAndDots() {
        String text = CaseNumber.of(5_314).text();

        assertThat(CaseNumber.parse(" 005 314" + text.substring(6))).contains(CaseNumber.of(5_314));
        assertThat(CaseNumber.parse(text.replace("-", ""))).contains(CaseNumber.of(5_314));
        assertThat(CaseNumber.parse(text.replace("-", "\u2013"))).contains(CaseNumber.of(5_314));
    }

    @Test
    void findsEveryWrongDigitAndEverySwapOfNeighbours() {
        for (long n : new long[] {1, 42, 5_314, 123_456, 999_999, 1_234_567}) {
            String digits = CaseNumber.of(n).text().replace("-", "");
            for (int i = 0; i < digits.length(); i++) {
                for (char wrong = '0'; wrong <= '9'; wrong++) {
                    if (digits.charAt(i) != wrong) {
                        assertThat(CaseNumber.parse(digits.substring(0, i) + wrong + digits.substring(i + 1)))
                                .isEmpty();
                    }
                }
                if (i > 0 && digits.charAt(i) != digits.charAt(i - 1)) {
                    assertThat(CaseNumber.parse(digits.substring(0, i - 1)
                                    + digits.charAt(i)
                                    + digits.charAt(i - 1)
                                    + digits.substring(i + 1)))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void isDifferentForEachCase() {
        Set<String> numbers = new HashSet<>();
        LongStream.rangeClosed(1, 20_000)
                .forEach(n -> numbers.add(CaseNumber.of(n).text()));

        assertThat(numbers).hasSize(20_000);
    }

    @Test
    void isNeverWrongInside() {
        assertThatThrownBy(() -> new CaseNumber("123456789012-1")).isInstanceOf(IllegalArgumentException.class);
    }
}
