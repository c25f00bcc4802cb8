package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.ProblemTexts;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.check.RowCheck.Verdict;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.layout.HeaderMatcher;
import id.tuntas.rosterfile.table.CellKind;
import id.tuntas.rosterfile.table.Row;
import id.tuntas.rosterfile.table.WorkbookWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are kept out, as a workbook with the columns of their own sheet and the reason beside them. It can be mended
 * and offered again as it is.
 */
final class RejectedRows implements Closeable {

    private final Path target;
    private final Path unfinished;
    private final WorkbookWriter workbook;
    private final ProblemTexts texts = ProblemTexts.in(Locale.of("id"));
    private @Nullable SheetTask current;
    private boolean any;
    private boolean done;

    RejectedRows(Path target) throws IOException {
        this.target = target;
        this.unfinished = target.resolveSibling(target.getFileName() + ".part");
        this.workbook = new WorkbookWriter(Files.newOutputStream(unfinished));
    }

    /**
     * @param birthDate as the other rows of its file decided it, which won't be there when the row is offered again; a
     *     serial would also change its meaning in a workbook that counts from another year
     */
    void add(SheetTask task, Row row, Verdict verdict, @Nullable LocalDate birthDate) throws IOException {
        if (task != current) {
            start(task);
            current = task;
        }
        workbook.row();
        int birthColumn = birthDate == null ? -1 : task.columns[task.position(Fields.BIRTH_DATE)];
        for (int column = 0; column < task.match.headers().size(); column++) {
            if (column == task.reasonColumn) {
                continue;
            }
            // A formula's value is not believed, so it isn't handed back as if it were one.
            if (column == birthColumn) {
                workbook.text(column, String.valueOf(birthDate));
            } else if (row.kind(column) == CellKind.NUMBER) {
                workbook.number(column, row.text(column));
            } else if (row.kind(column) == CellKind.TEXT) {
                workbook.text(column, row.text(column));
            }
        }
        workbook.text(reasonColumn(task), reason(task, verdict));
    }

    private void start(SheetTask task) throws IOException {
        any = true;
        workbook.sheet(task.sheetName == null ? withoutEnding(task.fileName) : task.sheetName);
        workbook.row();
        List<String> headers = task.match.headers();
        for (int column = 0; column < headers.size(); column++) {
            if (column != task.reasonColumn) {
                workbook.text(column, headers.get(column));
            }
        }
        workbook.text(reasonColumn(task), HeaderMatcher.REASON_COLUMN);
    }

    private static int reasonColumn(SheetTask task) {
        return task.reasonColumn >= 0 ? task.reasonColumn : task.match.headers().size();
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private String reason(SheetTask task, Verdict verdict) {
        StringBuilder reason = new StringBuilder();
        task.match.missing().forEach(field -> append(reason, texts.columnMissing(field.header())));
        for (RosterProblem problem : verdict.problems()) {
            append(reason, texts.reason(problem));
        }
        if (verdict.fate() == RowCheck.Fate.WITHHELD) {
            append(reason, texts.withheld(verdict.withheldBy()));
        }
        return reason.toString();
    }

    private static void append(StringBuilder reason, String text) {
        reason.append(reason.isEmpty() ? "" : " ").append(text);
    }

    /** Puts the workbook in its place; one without rows says so. */
    void finish() throws IOException {
        if (!any) {
            workbook.sheet(HeaderMatcher.REASON_COLUMN);
            workbook.row();
            workbook.text(0, texts.noneRejected());
        }
        workbook.close();
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        done = true;
    }

    /** Leaves nothing behind when the run didn't reach its end. */
    @Override
    public void close() throws IOException {
        if (!done) {
            workbook.close();
            Files.deleteIfExists(unfinished);
        }
    }
}
