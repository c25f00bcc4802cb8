package id.tuntas.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stretch of time in which an officer had a family; the last one is open until the family goes to somebody else. */
public record Assignment(
        UUID officerId,
        Instant from,
        @Nullable Instant until,
        @Nullable UUID by,
        String reason) {}
