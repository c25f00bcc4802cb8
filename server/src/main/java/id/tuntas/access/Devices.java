package id.tuntas.access;

import id.tuntas.platform.Page;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The phones of a regency's officers. Every request that names one is a contact; a revoked one is refused and erases itself. */
public interface Devices {

    /** The phone a request comes from. */
    String HEADER = "X-Tuntas-Device";

    /** The phone's own clock, an ISO 8601 instant. */
    String PHONE_TIME_HEADER = "X-Tuntas-Phone-Time";

    /** Without a contact for so long, a phone erases itself. */
    int WIPE_AFTER_DAYS = 14;

    /**
     * Makes the phone known as the officer's; again is harmless and takes the new name.
     *
     * @throws id.tuntas.platform.Refusal 422 for an id or a name that cannot be one; 403 device-revoked
     */
    Device register(Actor officer, String deviceId, String name);

    Optional<Device> find(String regencyCode, UUID officerId, String deviceId);

    /** Phones of officers whose whole region the actor manages, the newest first. */
    Page<Device> list(Actor actor, @Nullable UUID officerId, @Nullable UUID after, int limit);

    /**
     * When the phones that are not revoked were last heard of, the newest of each officer; of officers whose whole region the actor manages,
     * so none for who manages no phones.
     */
    Map<UUID, Instant> lastContacts(Actor actor);

    /**
     * Refuses the phone from now on and ends every session of its officer. Again changes nothing.
     *
     * @throws id.tuntas.platform.Refusal 404 for a phone that the actor does not manage; 422 without a reason
     */
    Device revoke(Actor actor, UUID id, String reason);
}
