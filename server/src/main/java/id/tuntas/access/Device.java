package id.tuntas.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A phone with the field app on it, for one officer. Its times are real ones, in the demo too.
 *
 * @param deviceId as the app calls itself
 * @param skewSeconds how far the phone's clock was ahead of the server's at the last contact; null before it was measured
 */
public record Device(
        UUID id,
        String deviceId,
        UUID officerId,
        String officerName,
        String name,
        Instant registeredAt,
        Instant lastContact,
        @Nullable Long skewSeconds,
        @Nullable Instant revokedAt,
        @Nullable String revokedReason) {

    /** When the phone erases itself unless it reaches the office before, unsent visits too. */
    @JsonProperty
    public Instant wipesAt() {
        return lastContact.plus(Duration.ofDays(Devices.WIPE_AFTER_DAYS));
    }

    public boolean revoked() {
        return revokedAt != null;
    }
}
