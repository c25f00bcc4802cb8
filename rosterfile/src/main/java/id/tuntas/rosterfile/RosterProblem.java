package id.tuntas.rosterfile;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, at its place.
 *
 * @param sheet as spelt in the workbook; none for CSV
 * @param row as the workbook shows it, from 1; CSV by record
 * @param column as a letter, from A
 * @param value what stood there, as read; for a refused file the reason's key
 * @param related another place or name that explains the problem: the first of two duplicates, the official name of a
 *     village
 */
public record RosterProblem(
        ProblemCode code,
        String file,
        @Nullable String sheet,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String value,
        @Nullable String related) {

    public Severity severity() {
        return code.severity();
    }
}
