package id.tuntas.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it is read back.
 *
 * @param at the moment the act counts for
 * @param leafHash SHA-256 over every other field, in hex
 * @param block number of the block that seals it; null while it waits to be sealed
 */
public record Entry(
        UUID id,
        Instant at,
        @Nullable UUID actorId,
        String verb,
        String subjectType,
        UUID subjectId,
        String regionCode,
        Map<String, Object> detail,
        String leafHash,
        @Nullable Long block) {}
