package id.tuntas.cases;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a family.
 *
 * @param nik in clear; whoever shows it masks it
 * @param existence as an approved visit found it; null before
 * @param dropped whether the newest release of the roster no longer lists this person
 */
public record CaseMember(
        UUID id,
        UUID familyId,
        int ordinal,
        String name,
        @Nullable String nik,
        @Nullable String relationship,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable String existence,
        boolean dropped) {

    /** Full years on a day; null without a date of birth. */
    public @Nullable Integer ageOn(LocalDate day) {
        return birthDate == null ? null : Period.between(birthDate, day).getYears();
    }
}
