package id.tuntas.citizens;

import id.tuntas.evidence.EvidenceFile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen sends.
 *
 * @param sentId made by his page; whoever knows it is given the code again
 * @param place hamlet, or how to find the house
 */
public record NewPetition(
        PetitionKind kind,
        UUID sentId,
        String village,
        String headName,
        String place,
        String reason,
        @Nullable String phone,
        @Nullable EvidenceFile photo) {

    public NewPetition with(@Nullable EvidenceFile kept) {
        return new NewPetition(kind, sentId, village, headName, place, reason, phone, kept);
    }
}
