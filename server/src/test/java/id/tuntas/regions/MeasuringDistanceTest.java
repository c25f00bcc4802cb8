package id.tuntas.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasuringDistanceTest {

    @Test
    void oneDegreeOfAMeridianIsSixtyNauticalMiles() {
        assertThat(Distance.metres(-8, 115, -9, 115)).isCloseTo(111_195, within(1.0));
    }

    @Test
    void aDegreeOfLongitudeIsShorterAwayFromTheEquator() {
        assertThat(Distance.metres(-8.2, 115, -8.2, 116)).isCloseTo(110_058, within(5.0));
    }

    @Test
    void aPointIsNowhereFarFromItself() {
        assertThat(Distance.metres(-8.1, 115.1, -8.1, 115.1)).isZero();
    }

    @Test
    void theOtherSideOfTheEarthIsHalfItsCircumference() {
        assertThat(Distance.metres(0, 0, 0, 180)).isCloseTo(Math.PI * 6_371_008.8, within(1.0));
    }
}
