package id.tuntas.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A family as whoever nominated it described it.
 *
 * @param kk number of the family card
 */
public record NominatedFamily(
        String villageCode,
        String headName,
        String address,
        String hamlet,
        @Nullable String kk,
        List<NominatedMember> members) {

    public NominatedFamily {
        members = List.copyOf(members);
    }

    public record NominatedMember(
            String name,
            @Nullable String nik,
            @Nullable String relationship,
            @Nullable String sex) {}
}
