package id.tuntas.rosterfile.cli;

import id.tuntas.rosterfile.DateOrderDecision;
import id.tuntas.rosterfile.FileReport;
import id.tuntas.rosterfile.ProblemTexts;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.RosterReport;
import id.tuntas.rosterfile.Severity;
import id.tuntas.rosterfile.SheetReport;
import id.tuntas.rosterfile.SheetReport.Suggestion;
import id.tuntas.rosterfile.SheetReport.UnmatchedColumn;
import id.tuntas.rosterfile.layout.Layouts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report for a person to read. */
final class TextReport {

    private final ProblemTexts texts;
    private final PrintWriter out;

    TextReport(ProblemTexts texts, PrintWriter out) {
        this.texts = texts;
        this.out = out;
    }

    /** One problem on one line: place, code, message and mend. */
    static String line(RosterProblem problem, ProblemTexts texts) {
        String cell = (problem.column() == null ? "" : problem.column()) + (problem.row() == null ? "" : problem.row());
        return (place(problem.file(), problem.sheet()) + (cell.isEmpty() ? "" : " " + cell) + " "
                        + problem.code().key() + " ("
                        + texts.get(problem.severity().key()) + "): " + texts.message(problem) + " "
                        + texts.mend(problem))
                .replaceAll("\\R", " ");
    }

    private static String place(String file, @Nullable String sheet) {
        return sheet == null ? file : file + " " + sheet;
    }

    void print(RosterReport report, Path problems, @Nullable Path rejects) throws IOException {
        for (FileReport file : report.files()) {
            file.sheets().forEach(sheet -> sheet(file.name(), sheet));
        }
        report.dateOrders().forEach(this::dateOrder);
        try (var lines = Files.lines(problems, StandardCharsets.UTF_8)) {
            lines.forEach(out::println);
        }
        out.println(texts.get(
                "summary",
                "families",
                report.families(),
                "members",
                report.members(),
                "accepted",
                report.accepted(),
                "errors",
                count(report, Severity.ERROR),
                "warnings",
                count(report, Severity.WARNING)));
        if (report.refused()) {
            out.println(texts.get("refused"));
        } else if (rejects != null) {
            out.println(texts.get("rejects", "path", rejects));
        }
        out.flush();
    }

    private static long count(RosterReport report, Severity severity) {
        return report.counts().entrySet().stream()
                .filter(entry -> entry.getKey().severity() == severity)
                .mapToLong(entry -> entry.getValue())
                .sum();
    }

    private void sheet(String file, SheetReport sheet) {
        String place = place(file, sheet.sheet());
        String layout = sheet.layout();
        if (layout == null) {
            out.println(texts.get("layout-unknown", "place", place));
        } else {
            String title = Layouts.known().get(layout).title(Locale.getDefault());
            out.println(texts.get(
                    "layout", "place", place, "layout", title, "row", sheet.headerRow(), "rows", sheet.rows()));
        }
        sheet.unmatched().forEach(this::unmatched);
    }

    private void unmatched(UnmatchedColumn column) {
        String suggestions =
                column.suggestions().stream().map(Suggestion::label).collect(Collectors.joining(", "));
        out.println("  "
                + texts.get(
                        suggestions.isEmpty() ? "unmatched" : "unmatched-perhaps",
                        "column",
                        column.column(),
                        "header",
                        column.header(),
                        "suggestions",
                        suggestions));
    }

    private void dateOrder(DateOrderDecision decision) {
        String how = texts.get(
                "date-order." + decision.how().key(),
                "rows",
                Math.max(decision.dayFirst(), decision.monthFirst()),
                "niks",
                Math.max(decision.nikDayFirst(), decision.nikMonthFirst()),
                "dayFirst",
                decision.dayFirst(),
                "monthFirst",
                decision.monthFirst());
        out.println(texts.get(
                "date-order",
                "place",
                place(decision.file(), decision.sheet()),
                "column",
                decision.column(),
                "header",
                decision.header(),
                "order",
                texts.get("date-order." + decision.order().key()),
                "how",
                how));
    }
}
