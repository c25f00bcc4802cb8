package id.tuntas.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who can sign in, as administrators and other modules see him. */
public record Account(
        UUID id,
        String username,
        String name,
        @Nullable String phone,
        String locale,
        List<Grant> roles,
        boolean disabled,
        @Nullable Instant lastSeen,
        int version) {}
