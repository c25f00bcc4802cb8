package id.tuntas.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and where a camera says that it took a photo; its clock and its satellites are its own.
 *
 * @param lat WGS 84 degrees, there with {@code lng} or not at all
 */
public record PhotoTrace(
        @Nullable Instant takenAt,
        @Nullable Double lat,
        @Nullable Double lng) {}
