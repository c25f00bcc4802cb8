package id.tuntas.decrees.internal;

import id.tuntas.decrees.AnnexProof;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A decree or an amendment as it is kept.
 *
 * @param ordinal 1 for the decree itself
 * @param families in force from it on, as {@code persons} and {@code root}
 * @param rootVersion of an {@link AnnexProof.Head}
 */
record Locked(
        UUID id,
        UUID roundId,
        int ordinal,
        String number,
        LocalDate decidedOn,
        String scan,
        String despite,
        int families,
        int persons,
        String root,
        UUID lockedBy,
        Instant lockedAt,
        LocalDate holdsFrom,
        int rootVersion) {

    AnnexProof.Head head() {
        return new AnnexProof.Head(rootVersion, ordinal, number, decidedOn, holdsFrom);
    }

    /** What a decree does to one family. @param content JSON of the {@link AnnexRow} */
    record Line(UUID familyId, String number, Effect effect, String reason, String content) {

        AnnexProof.Row row() {
            return new AnnexProof.Row(number, content);
        }
    }

    enum Effect {
        LISTED("listed"),
        STRUCK("struck");

        private final String key;

        Effect(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
