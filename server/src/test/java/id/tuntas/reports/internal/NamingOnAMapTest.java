package id.tuntas.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamingOnAMapTest {

    @Test
    void namesThatLieCloseAreMovedApartAndTheOthersStay() {
        MapName far = new MapName("Gerokgak", 10, 31);
        List<MapName> placed = MapName.apart(List.of(
                far,
                new MapName("Buleleng", 90, 30),
                new MapName("Sawan", 97, 31),
                new MapName("Kubutambahan", 104, 31.5)));

        assertThat(placed).hasSize(4).contains(far);
        for (MapName one : placed) {
            assertThat(placed.stream().filter(one::touches)).as(one.text()).containsExactly(one);
        }
    }
}
