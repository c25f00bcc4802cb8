package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingALotTest {

    private static final List<UUID> VISITS =
            IntStream.range(0, 100).mapToObj(i -> new UUID(7, i)).toList();

    @Test
    void theSameSeedDrawsTheSameVisitsInWhateverOrderTheyCome() {
        List<UUID> shuffled = new ArrayList<>(VISITS);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(Lot.draw("2023-02", shuffled, 5)).hasSize(5).isEqualTo(Lot.draw("2023-02", VISITS, 5));
    }

    @Test
    void anotherSeedDrawsOthers() {
        assertThat(Lot.draw("2023-02", VISITS, 5)).isNotEqualTo(Lot.draw("2023-03", VISITS, 5));
    }

    @Test
    void everyVisitHasItsChance() {
        Map<UUID, Integer> drawn = new HashMap<>();
        for (int seed = 0; seed < 1000; seed++) {
            Lot.draw("benih " + seed, VISITS, 10).forEach(visit -> drawn.merge(visit, 1, Integer::sum));
        }

        assertThat(drawn).hasSize(100);
        assertThat(drawn.values()).allMatch(times -> times > 60 && times < 140);
    }

    @Test
    void aSmallDistrictGivesAllItHas() {
        assertThat(Lot.draw("2023-02", VISITS.subList(0, 3), 5))
                .containsExactlyInAnyOrderElementsOf(VISITS.subList(0, 3));
    }
}
