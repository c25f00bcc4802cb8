package id.tuntas.rosterfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one sheet was understood.
 *
 * @param layout null when no layout fits; then {@code unmatched} has all headers of the most likely header row
 * @param headerRow from 1; null when none was found
 * @param matched columns that have a field
 * @param unmatched columns that have none; kept under their own header when the layout is known
 * @param reasons whether it has our own column of reasons: rejected rows, mended and offered again
 */
public record SheetReport(
        @Nullable String sheet,
        @Nullable String layout,
        @Nullable Integer headerRow,
        List<ColumnDecision> matched,
        List<UnmatchedColumn> unmatched,
        boolean reasons,
        long rows) {

    public boolean recognised() {
        return layout != null;
    }

    /**
     * @param field of the layout
     */
    public record ColumnDecision(String column, String header, String field) {}

    /**
     * @param suggestions likely fields, best first; for a screen that maps by hand
     */
    public record UnmatchedColumn(String column, String header, List<Suggestion> suggestions) {}

    public record Suggestion(String layout, String field, String label) {}
}
