package id.tuntas.rosterfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One family of a roster that is let in.
 *
 * @param key what its members name it by: the family's id in P3KE, the KK number in DTSEN
 * @param villageCode with dots, a village of the reference
 * @param nik of the head; null when empty. Never the only key: it may be wrong or shared.
 * @param values every cell as it stood, under the field names of the layout; indicators under the names of their code
 *     lists ({@code roof}, {@code water}, {@code pkh}, ...)
 */
public record FamilyRow(
        RowOrigin origin,
        String key,
        String familyId,
        @Nullable String kk,
        String villageCode,
        String headName,
        @Nullable String nik,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable String address,
        @Nullable Integer decile,
        RowValues values) {}
