package id.tuntas.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One conflict of a visit.
 *
 * @param detail what the conflict is about: a case number, a file name, an instanceID; empty when the code says all
 * @param resolvedAt when a person decided on the visit; null while the conflict is open
 */
public record VisitConflict(
        ConflictCode code,
        String detail,
        Instant at,
        @Nullable Instant resolvedAt) {}
