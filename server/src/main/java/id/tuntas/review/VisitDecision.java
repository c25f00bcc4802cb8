package id.tuntas.review;

import id.tuntas.forms.Finding;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was made.
 *
 * @param finding what an approval confirmed; null when the family was not met
 */
public record VisitDecision(
        UUID visitId,
        Decision decision,
        String reason,
        @Nullable Finding finding,
        UUID by,
        Instant at) {}
