package id.tuntas.review;

import java.util.Map;
import java.util.UUID;

/**
 * Visits drawn at random for a second look.
 *
 * @param drawn how many of each district; fewer than asked for where fewer are approved
 */
public record DrawnSample(UUID id, String seed, int perDistrict, Map<String, Integer> drawn) {

    public DrawnSample {
        drawn = Map.copyOf(drawn);
    }
}
