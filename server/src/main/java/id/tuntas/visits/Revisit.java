package id.tuntas.visits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A further visit that somebody asked for. Its visit is kept beside the family's first one and changes neither the family's state nor any
 * count of the round.
 *
 * @param visitId the visit that stands for it: waiting, returned or approved; {@code state} is that visit's
 * @param endedAt when its visit was approved, or it was called off
 */
public record Revisit(
        UUID id,
        UUID caseId,
        UUID officerId,
        RevisitKind kind,
        String reason,
        UUID askedBy,
        Instant askedAt,
        @Nullable UUID visitId,
        @Nullable VisitState state,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return endedAt == null;
    }
}
