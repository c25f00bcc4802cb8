package id.tuntas.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A family as a roster release lists it.
 *
 * @param familyKey the roster's own id of the family; names the same family in every release of a round
 * @param kk number of the family card
 * @param warnings how many warnings the roster check has about this family
 */
public record NewFamily(
        String familyKey,
        String villageCode,
        String headName,
        String address,
        String hamlet,
        @Nullable String kk,
        int warnings,
        List<NewMember> members) {

    public NewFamily {
        members = List.copyOf(members);
    }

    /** @param ordinal from 1, in the order of the list; the head first */
    public record NewMember(
            int ordinal,
            String name,
            @Nullable String nik,
            @Nullable String relationship,
            @Nullable String sex,
            @Nullable LocalDate birthDate) {}
}
