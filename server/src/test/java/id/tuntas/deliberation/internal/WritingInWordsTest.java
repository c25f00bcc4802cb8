package id.tuntas.deliberation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, nol",
        "10, sepuluh",
        "11, sebelas",
        "12, dua belas",
        "19, sembilan belas",
        "20, dua puluh",
        "21, dua puluh satu",
        "100, seratus",
        "111, seratus sebelas",
        "349, tiga ratus empat puluh sembilan",
        "1000, seribu",
        "1999, seribu sembilan ratus sembilan puluh sembilan",
        "2023, dua ribu dua puluh tiga",
        "5314, lima ribu tiga ratus empat belas",
        "11000, sebelas ribu"
    })
    void spellsANumber(int n, String words) {
        assertThat(InWords.number(n)).isEqualTo(words);
    }

    @Test
    void spellsADay() {
        assertThat(InWords.day(LocalDate.of(2023, 2, 20)))
                .isEqualTo("Senin, tanggal dua puluh bulan Februari tahun dua ribu dua puluh tiga");
    }
}
