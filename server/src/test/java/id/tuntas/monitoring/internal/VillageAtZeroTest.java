package id.tuntas.monitoring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.monitoring.internal.VillageZero.Missing;
import org.junit.jupiter.api.Test;

class VillageAtZeroTest {

    @Test
    void isOneWhereNothingIsMissing() {
        assertThat(new VillageZero(0, true, 0, 0).missing()).isEmpty();
    }

    @Test
    void tellsEachThingThatIsMissing() {
        assertThat(new VillageZero(1, true, 0, 0).missing()).containsExactly(Missing.OPEN_FAMILIES);
        assertThat(new VillageZero(0, true, 1, 0).missing()).containsExactly(Missing.WORD);
        assertThat(new VillageZero(0, true, 0, 1).missing()).containsExactly(Missing.NOMINATIONS);
        assertThat(new VillageZero(2, false, 3, 4).missing())
                .as("without a meeting its word on each family is not asked for")
                .containsExactly(Missing.OPEN_FAMILIES, Missing.MEETING, Missing.NOMINATIONS);
    }
}
