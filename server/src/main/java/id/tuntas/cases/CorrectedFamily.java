package id.tuntas.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A family that an approved visit found otherwise than the roster lists it.
 *
 * @param familyKey the roster's own id of the family
 * @param gone the household was not there to be verified: moved, deceased, not found, or a duplicate
 * @param absent people who died or moved away
 */
public record CorrectedFamily(String familyKey, boolean gone, List<Person> absent) {

    public CorrectedFamily {
        absent = List.copyOf(absent);
    }

    public record Person(String name, @Nullable String nik) {}
}
