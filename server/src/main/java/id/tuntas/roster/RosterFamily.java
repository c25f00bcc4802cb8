package id.tuntas.roster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One family of a release.
 *
 * @param source who delivered the list, as {@code P3KE 2022}
 * @param sheet as spelt in the workbook; null for CSV
 * @param row as the workbook shows it, from 1
 * @param values the cells of the row that are not empty, in the order of the columns; NIK and KK in clear
 */
public record RosterFamily(
        UUID releaseId,
        String source,
        @Nullable LocalDate releasedOn,
        String file,
        @Nullable String sheet,
        int row,
        String familyKey,
        String headName,
        List<Value> values,
        List<Member> members,
        List<Warning> warnings) {

    public RosterFamily {
        values = List.copyOf(values);
        members = List.copyOf(members);
        warnings = List.copyOf(warnings);
    }

    /** Values by field; indicators go by the names of their code lists: roof, wall, water, pkh ... */
    public Map<String, String> indicators() {
        Map<String, String> indicators = new LinkedHashMap<>();
        values.forEach(value -> indicators.put(value.field(), value.value()));
        return indicators;
    }

    /** @param label the column's name in the caller's language */
    public record Value(String field, String label, String value) {}

    public record Member(
            int row,
            String name,
            @Nullable String nik,
            @Nullable String relationship,
            @Nullable String sex,
            @Nullable LocalDate birthDate) {}

    /** @param message what is wrong, in the caller's language */
    public record Warning(String code, String message) {}
}
