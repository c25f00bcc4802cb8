package id.tuntas.interventions.internal;

import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.internal.CheckedSheet.Change;
import id.tuntas.interventions.internal.CheckedSheet.Problem;
import id.tuntas.interventions.internal.CheckedSheet.Rejected;
import id.tuntas.interventions.internal.SheetRow.Current;
import id.tuntas.interventions.internal.SheetRow.Fault;
import id.tuntas.interventions.internal.SheetRow.Taken;
import id.tuntas.platform.Refusal;
import id.tuntas.rosterfile.table.Columns;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.Fingerprint;
import id.tuntas.rosterfile.table.Row;
import id.tuntas.rosterfile.table.RowCursor;
import id.tuntas.rosterfile.table.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads a workbook row by row beside what stands. */
final class SheetCheck {

    static final int MOST_ROWS = 20_000;
    private static final int LONGEST_VALUE = 200;

    private final SheetTexts texts;
    private final Map<UUID, Current> standing;
    private final List<Proof> receipts;
    private final LocalDate today;
    private final PlanRoom room;
    private final Set<UUID> seen = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int rows;
    private int same;

    /** Draws on the quota of the year to which a row's plan moves; the rows before it have drawn on it too. */
    interface PlanRoom {

        Optional<Fault> draw(Current current, TakenStep plan, int year);
    }

    /** @param standing what the person may answer; a row about anything else is told that there is no such request */
    SheetCheck(SheetTexts texts, Map<UUID, Current> standing, List<Proof> receipts, LocalDate today, PlanRoom room) {
        this.texts = texts;
        this.standing = standing;
        this.receipts = receipts;
        this.today = today;
        this.room = room;
    }

    CheckedSheet check(Path path, Fingerprint print) throws IOException {
        try (TableFile file = TableFile.open(path, print);
                RowCursor cursor = file.sheets().getFirst().rows()) {
            if (!cursor.next()) {
                throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "sheet-unreadable");
            }
            Map<SheetColumn, Integer> columns = columns(cursor.row());
            while (cursor.next()) {
                if (++rows > MOST_ROWS) {
                    throw Refusal.invalid("/file", "too-many-rows", MOST_ROWS);
                }
                row(cursor.row(), columns, new SheetCells(cursor.row(), columns, file.from1904()));
            }
        } catch (FileRefused refused) {
            throw refused.reason().tooLarge()
                    ? new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large")
                    : new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "sheet-unreadable");
        }
        return new CheckedSheet(rows, same, List.copyOf(changes), List.copyOf(problems), List.copyOf(rejected));
    }

    private Map<SheetColumn, Integer> columns(Row header) {
        Map<String, SheetColumn> titles = texts.titles();
        Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
        for (int at = 0; at < header.width(); at++) {
            SheetColumn column = titles.get(header.text(at).toLowerCase(Locale.ROOT));
            if (column != null) {
                columns.putIfAbsent(column, at);
            }
        }
        for (SheetColumn column : SheetColumn.values()) {
            if (column.isRead() && !columns.containsKey(column)) {
                throw Refusal.invalid("/file", "sheet-column-missing", texts.title(column));
            }
        }
        return columns;
    }

    private void row(Row row, Map<SheetColumn, Integer> columns, SheetCells cells) {
        int before = problems.size();
        compare(row, columns, cells);
        if (problems.size() > before) {
            rejected.add(new Rejected(row.number(), cells.all()));
        }
    }

    private void compare(Row row, Map<SheetColumn, Integer> columns, SheetCells cells) {
        Current current = find(cells.text(SheetColumn.ID));
        if (current == null) {
            add(row, columns, new Fault(SheetColumn.ID, "row-unknown"));
            return;
        }
        if (!seen.add(current.id())) {
            add(row, columns, new Fault(SheetColumn.ID, "row-twice"));
            return;
        }
        SheetRow wanted = cells.read(texts.words());
        cells.compare(SheetColumn.NUMBER, current.number(), current);
        cells.compare(SheetColumn.NAME, current.name(), current);
        if (!cells.faults().isEmpty()) {
            cells.faults().forEach(fault -> add(row, columns, fault));
        } else if (wanted.says(current)) {
            same++;
        } else {
            List<Fault> faults = faults(wanted, current);
            faults.forEach(fault -> add(row, columns, fault));
            if (faults.isEmpty()) {
                changes.add(change(row.number(), current, wanted.taken(current)));
            }
        }
    }

    private List<Fault> faults(SheetRow wanted, Current current) {
        List<Fault> faults = wanted.faults(current, receipts, today);
        if (!faults.isEmpty()) {
            return faults;
        }
        TakenStep step = wanted.taken(current).step();
        OptionalInt year = step.movesTo(current.quotaYear());
        return year.isEmpty()
                ? List.of()
                : room.draw(current, step, year.getAsInt()).stream().toList();
    }

    private @Nullable Current find(String id) {
        try {
            return standing.get(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static Change change(int row, Current current, Taken taken) {
        TakenStep step = taken.step();
        return new Change(
                row,
                current.id(),
                current.version(),
                current.number(),
                current.name(),
                current.programme(),
                taken.acceptFirst(),
                step.state(),
                step.plannedOn(),
                step.deliveredOn(),
                step.amount(),
                step.reason());
    }

    private void add(Row row, Map<SheetColumn, Integer> columns, Fault fault) {
        int at = columns.get(fault.column());
        String value = row.text(at);
        problems.add(new Problem(
                row.number(),
                Columns.letter(at),
                fault.code(),
                fault.arguments(),
                value.substring(0, Math.min(value.length(), LONGEST_VALUE))));
    }
}
