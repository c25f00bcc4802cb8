package id.tuntas.roster.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tuntas.roster.RosterSummary;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release with its report, in the caller's language.
 *
 * @param villages of the accepted families
 * @param rejectedMembers persons read and not let in
 * @param comparison null for the first release of a round
 * @param unmatched sheets that may be mapped by hand
 * @param fields what a column may be mapped to
 * @param notes what a person should know before he commits
 */
record ReportView(
        @JsonUnwrapped RosterSummary summary,
        List<LayoutView> layouts,
        List<DateOrderView> dateOrders,
        List<GroupView> groups,
        int villages,
        long rejectedMembers,
        Release.@Nullable Compared comparison,
        @Nullable RefusalView refusal,
        List<UnmatchedView> unmatched,
        List<FieldView> fields,
        List<NoteView> notes) {

    record LayoutView(
            String file,
            @Nullable String sheet,
            String layout,
            String title,
            @Nullable Integer headerRow,
            long rows) {}

    /** @param order and {@code how} it was found out, as said to a person */
    record DateOrderView(String file, @Nullable String sheet, String column, String order, String how) {}

    record GroupView(String code, String severity, long count, String title, String mend, Collection<String> columns) {}

    record RefusalView(String code, String detail) {}

    record UnmatchedView(String file, @Nullable String sheet, List<StoredReport.Header> headers) {}

    record FieldView(String name, String label) {}

    record NoteView(String code, String text) {}
}
