package id.tuntas.ledger;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act, as the ledger keeps it: who did what to which subject, where.
 *
 * @param actorId null for the system itself
 * @param verb what was done, as {@code visit.approved}
 * @param subjectType kind of thing, as {@code visit}
 * @param regionCode code of the region the subject belongs to
 * @param detail codes and numbers a reader needs; never a name, a NIK or free text
 * @param content everything the act was about; only its SHA-256 is kept
 */
public record Act(
        String regencyCode,
        @Nullable UUID actorId,
        String verb,
        String subjectType,
        UUID subjectId,
        String regionCode,
        Map<String, Object> detail,
        byte[] content) {

    public Act {
        detail = Map.copyOf(detail);
        content = content.clone();
    }
}
