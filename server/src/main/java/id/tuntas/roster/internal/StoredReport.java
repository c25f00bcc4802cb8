package id.tuntas.roster.internal;

import id.tuntas.rosterfile.DateOrderDecision;
import id.tuntas.rosterfile.FileReport;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.RosterReport;
import id.tuntas.rosterfile.SheetReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a check found, as the release keeps it, without words of any language.
 *
 * @param membersOnly no family list was given; what is known of the families comes from an earlier release, or from their members
 * @param keptOutMembers persons read and not let in
 */
record StoredReport(
        List<Sheet> sheets,
        List<DateOrder> dateOrders,
        List<Refused> refusals,
        List<Group> groups,
        boolean membersOnly,
        long keptOutMembers) {

    StoredReport {
        sheets = List.copyOf(sheets);
        dateOrders = List.copyOf(dateOrders);
        refusals = List.copyOf(refusals);
        groups = List.copyOf(groups);
    }

    /** Whether all of it is rejected rows of ours, mended. */
    boolean mended() {
        List<Sheet> read =
                sheets.stream().filter(sheet -> sheet.layout() != null).toList();
        return !read.isEmpty() && read.stream().allMatch(Sheet::mended);
    }

    /**
     * @param layout null when none fits
     * @param headers all columns of the likely header row where no layout fits
     * @param mended whether the sheet is one of our own rejected rows
     */
    record Sheet(
            String file,
            @Nullable String sheet,
            @Nullable String layout,
            @Nullable Integer headerRow,
            long rows,
            List<Header> headers,
            boolean mended) {

        boolean mappable() {
            return layout == null && !headers.isEmpty();
        }
    }

    record Header(String column, String header, List<String> suggestions) {}

    record DateOrder(String file, @Nullable String sheet, String column, String header, String order, String how) {}

    record Refused(String code, String file, @Nullable String reason) {}

    record Group(String code, long count, Set<String> columns) {}

    static StoredReport of(RosterReport report, List<Group> groups) {
        List<Sheet> sheets = new ArrayList<>();
        for (FileReport file : report.files()) {
            file.sheets().forEach(sheet -> sheets.add(sheet(file.name(), sheet)));
        }
        return new StoredReport(
                sheets,
                report.dateOrders().stream().map(StoredReport::dateOrder).toList(),
                report.refusals().stream().map(StoredReport::refused).toList(),
                groups,
                report.families() == 0 && report.members() > 0,
                report.members() - report.acceptedMembers());
    }

    private static Sheet sheet(String file, SheetReport sheet) {
        List<Header> headers = sheet.recognised()
                ? List.of()
                : sheet.unmatched().stream()
                        .map(column -> new Header(
                                column.column(),
                                column.header(),
                                column.suggestions().stream()
                                        .map(SheetReport.Suggestion::field)
                                        .toList()))
                        .toList();
        return new Sheet(
                file, sheet.sheet(), sheet.layout(), sheet.headerRow(), sheet.rows(), headers, sheet.reasons());
    }

    private static DateOrder dateOrder(DateOrderDecision decision) {
        return new DateOrder(
                decision.file(),
                decision.sheet(),
                decision.column(),
                decision.header(),
                decision.order().key(),
                decision.how().key());
    }

    private static Refused refused(RosterProblem problem) {
        return new Refused(problem.code().key(), problem.file(), problem.value());
    }

    /** Fields of all recognised sheets with these layouts' subject, in the order of the columns. */
    static List<String> columns(RosterReport report, boolean ofFamilies) {
        Set<String> columns = new LinkedHashSet<>();
        for (FileReport file : report.files()) {
            for (SheetReport sheet : file.sheets()) {
                if (sheet.recognised() && RosterLayouts.hasFamilies(sheet) == ofFamilies) {
                    Map<Integer, String> byPlace = new LinkedHashMap<>();
                    sheet.matched()
                            .forEach(column -> byPlace.put(RosterLayouts.place(column.column()), column.field()));
                    sheet.unmatched()
                            .forEach(column -> byPlace.put(RosterLayouts.place(column.column()), column.header()));
                    new TreeSet<>(byPlace.keySet()).forEach(place -> columns.add(byPlace.get(place)));
                }
            }
        }
        return List.copyOf(columns);
    }
}
