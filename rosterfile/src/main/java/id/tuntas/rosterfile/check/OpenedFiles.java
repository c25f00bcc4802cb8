package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.FileReport;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.RosterCheck;
import id.tuntas.rosterfile.RosterFile;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.SheetReport;
import id.tuntas.rosterfile.SheetReport.ColumnDecision;
import id.tuntas.rosterfile.SheetReport.UnmatchedColumn;
import id.tuntas.rosterfile.Stage;
import id.tuntas.rosterfile.layout.Field;
import id.tuntas.rosterfile.layout.HeaderMatch;
import id.tuntas.rosterfile.layout.HeaderMatcher;
import id.tuntas.rosterfile.layout.Layout;
import id.tuntas.rosterfile.layout.Layouts;
import id.tuntas.rosterfile.layout.Suggestions;
import id.tuntas.rosterfile.layout.TopRow;
import id.tuntas.rosterfile.table.Columns;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.FileRefused.Reason;
import id.tuntas.rosterfile.table.Fingerprint;
import id.tuntas.rosterfile.table.RowCursor;
import id.tuntas.rosterfile.table.Sheet;
import id.tuntas.rosterfile.table.TableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files of a run, opened, and what their sheets were recognised as. */
final class OpenedFiles implements Closeable {

    private final List<RosterFile> files;
    private final RosterCheck settings;
    private final Consumer<RosterProblem> refuse;
    private final HeaderMatcher matcher;
    private final List<Opened> opened = new ArrayList<>();

    OpenedFiles(List<RosterFile> files, RosterCheck settings, Consumer<RosterProblem> refuse) {
        this.files = files;
        this.settings = settings;
        this.refuse = refuse;
        this.matcher = new HeaderMatcher(Layouts.known(), settings.mappings());
    }

    private static final class Opened {

        private final String name;
        private final Fingerprint print;
        private final @Nullable TableFile table;
        private final List<SheetOutcome> sheets = new ArrayList<>();

        Opened(String name, Fingerprint print, @Nullable TableFile table) {
            this.name = name;
            this.print = print;
            this.table = table;
        }
    }

    private record SheetOutcome(
            SheetReport report, @Nullable SheetTask task) {

        SheetReport counted() {
            if (task == null) {
                return report;
            }
            return new SheetReport(
                    report.sheet(),
                    report.layout(),
                    report.headerRow(),
                    report.matched(),
                    report.unmatched(),
                    report.reasons(),
                    task.rows);
        }
    }

    void read() throws IOException {
        for (RosterFile file : files) {
            Fingerprint print = new Fingerprint("", 0, false, false);
            TableFile table = null;
            try {
                if (!Files.isRegularFile(file.path())) {
                    throw new FileRefused(Files.isDirectory(file.path()) ? Reason.FOLDER : Reason.NOT_FOUND);
                }
                long size = Math.max(1, Files.size(file.path()));
                print = Fingerprint.of(
                        file.path(),
                        read -> settings.progress().at(Stage.READ, file.name(), 0, (int) (read * 100 / size)));
                table = TableFile.open(file.path(), print);
            } catch (FileRefused refused) {
                refuse.accept(refusal(file.name(), refused));
            }
            opened.add(new Opened(file.name(), print, table));
        }
    }

    static RosterProblem refusal(String file, FileRefused refused) {
        ProblemCode code = refused.reason().tooLarge() ? ProblemCode.FILE_TOO_LARGE : ProblemCode.FILE_UNREADABLE;
        return new RosterProblem(code, file, null, null, null, refused.reason().key(), null);
    }

    /** Recognised sheets in the order of the files. A file without any is refused: it first has to be mapped by hand. */
    List<SheetTask> match(Outcome outcome) throws IOException {
        List<SheetTask> tasks = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            Opened file = opened.get(i);
            TableFile table = file.table;
            if (table == null) {
                continue;
            }
            settings.progress().at(Stage.MATCH, file.name, 0, 0);
            List<RosterProblem> unrecognised = new ArrayList<>();
            boolean recognised = false;
            try {
                for (Sheet sheet : table.sheets()) {
                    recognised |= match(i, sheet, tasks, unrecognised, outcome);
                }
                if (!recognised && unrecognised.isEmpty()) {
                    throw new FileRefused(Reason.EMPTY);
                }
                unrecognised.forEach(recognised ? outcome::report : refuse);
            } catch (FileRefused refused) {
                refuse.accept(refusal(file.name, refused));
            }
            settings.progress().at(Stage.MATCH, file.name, 0, 100);
        }
        return tasks;
    }

    private boolean match(
            int index, Sheet sheet, List<SheetTask> tasks, List<RosterProblem> unrecognised, Outcome outcome)
            throws IOException, FileRefused {
        Opened file = opened.get(index);
        List<TopRow> rows = top(sheet);
        if (rows.isEmpty()) {
            return false;
        }
        Optional<HeaderMatch> match = matcher.match(rows);
        if (match.isEmpty()) {
            SheetReport report = unknown(sheet, rows);
            file.sheets.add(new SheetOutcome(report, null));
            unrecognised.add(new RosterProblem(
                    ProblemCode.SHEET_UNRECOGNISED, file.name, sheet.name(), report.headerRow(), null, null, null));
            return false;
        }
        TableFile table = file.table;
        boolean from1904 = table != null && table.from1904();
        SheetTask task = new SheetTask(tasks.size(), index, file.name, sheet, from1904, match.get());
        tasks.add(task);
        file.sheets.add(new SheetOutcome(known(task), task));
        reportColumns(task, outcome);
        return true;
    }

    private static List<TopRow> top(Sheet sheet) throws IOException, FileRefused {
        List<TopRow> rows = new ArrayList<>();
        try (RowCursor cursor = sheet.rows()) {
            while (cursor.next() && cursor.row().number() <= HeaderMatcher.ROWS) {
                rows.add(TopRow.of(cursor.row()));
            }
        }
        return rows;
    }

    private static void reportColumns(SheetTask task, Outcome outcome) {
        int header = task.match.headerRow();
        for (Field field : task.match.missing()) {
            outcome.report(new RosterProblem(
                    ProblemCode.COLUMN_MISSING, task.fileName, task.sheetName, header, null, field.header(), null));
        }
        for (int column : task.match.ambiguous()) {
            outcome.report(new RosterProblem(
                    ProblemCode.COLUMN_AMBIGUOUS,
                    task.fileName,
                    task.sheetName,
                    header,
                    Columns.letter(column),
                    task.match.headers().get(column),
                    null));
        }
    }

    private SheetReport known(SheetTask task) {
        List<ColumnDecision> matched = new ArrayList<>();
        List<UnmatchedColumn> unmatched = new ArrayList<>();
        for (int i = 0; i < task.columns.length; i++) {
            String letter = Columns.letter(task.columns[i]);
            String header = task.match.headers().get(task.columns[i]);
            Field field = task.fields.get(i);
            if (field != null) {
                matched.add(new ColumnDecision(letter, header, field.name()));
            } else if (!task.match.ambiguous().contains(task.columns[i])) {
                unmatched.add(new UnmatchedColumn(letter, header, Suggestions.suggest(header, List.of(task.layout))));
            }
        }
        return new SheetReport(
                task.sheetName, task.layout.name(), task.match.headerRow(), matched, unmatched, task.mended(), 0);
    }

    private static SheetReport unknown(Sheet sheet, List<TopRow> rows) {
        Optional<TopRow> header = HeaderMatcher.likelyHeader(rows);
        List<UnmatchedColumn> unmatched = new ArrayList<>();
        List<Layout> layouts = Layouts.known().all();
        header.ifPresent(row -> {
            for (int column = 0; column < row.texts().size(); column++) {
                String text = row.texts().get(column);
                if (!text.isEmpty()) {
                    unmatched.add(
                            new UnmatchedColumn(Columns.letter(column), text, Suggestions.suggest(text, layouts)));
                }
            }
        });
        return new SheetReport(
                sheet.name(), null, header.map(TopRow::number).orElse(null), List.of(), unmatched, false, 0);
    }

    List<FileReport> reports() {
        return opened.stream()
                .map(file -> new FileReport(
                        file.name,
                        file.print.sha256(),
                        file.print.size(),
                        file.sheets.stream().map(SheetOutcome::counted).toList()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        for (Opened file : opened) {
            TableFile table = file.table;
            if (table != null) {
                table.close();
            }
        }
    }
}
