package id.tuntas.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitPointTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.04, -8.123457, 115.123457
            4.9,  -8.12346,  115.12346
            5.6,  -8.1235,   115.1235
            50,   -8.1235,   115.1235
            60,   -8.123,    115.123
            600,  -8.12,     115.12
            90000,-8,        115
            """)
    void hasAsManyDecimalsAsItsAccuracyBears(double accuracy, BigDecimal lat, BigDecimal lng) {
        VisitPoint point = new VisitPoint(-8.1234567, 115.1234567, accuracy);

        assertThat(point.position()).containsExactly(lng, lat);
        assertThat(Math.abs(point.rounded(point.lat()).doubleValue() - point.lat()) * 111_320)
                .isLessThanOrEqualTo(Math.max(accuracy, 0.06));
    }

    @ParameterizedTest
    @CsvSource({",", "0,"})
    void promisesLittleWhereThePhoneDidNotTell(Double accuracy, String nothing) {
        assertThat(new VisitPoint(-8.1234567, 115.1234567, accuracy).rounded(-8.1234567))
                .isEqualTo(new BigDecimal("-8.123"));
    }
}
