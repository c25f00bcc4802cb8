package id.tuntas.rosterfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One person of a roster who is let in.
 *
 * @param familyKey the {@link FamilyRow#key()} of the family
 * @param personId the list's own id of the person (ID Individu, idsemesta)
 * @param villageCode null where the layout leaves the place to the family list
 */
public record MemberRow(
        RowOrigin origin,
        String familyKey,
        @Nullable String personId,
        String name,
        @Nullable String nik,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable Relationship relationship,
        @Nullable String villageCode,
        RowValues values) {}
