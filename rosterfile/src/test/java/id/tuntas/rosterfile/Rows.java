package id.tuntas.rosterfile;

import id.tuntas.rosterfile.table.CellKind;
import id.tuntas.rosterfile.table.Columns;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.Fingerprint;
import id.tuntas.rosterfile.table.RowCursor;
import id.tuntas.rosterfile.table.Sheet;
import id.tuntas.rosterfile.table.TableFile;
import id.tuntas.rosterfile.table.WorkbookWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of one sheet of a written workbook. */
public final class Rows {

    private final String sheet;
    private final List<List<Cell>> rows;

    private Rows(String sheet, List<List<Cell>> rows) {
        this.sheet = sheet;
        this.rows = rows;
    }

    public static Rows of(Path workbook, String sheet) throws IOException {
        List<List<Cell>> rows = sheets(workbook).get(sheet);
        if (rows == null) {
            throw new AssertionError("No sheet " + sheet + " in " + workbook);
        }
        return new Rows(sheet, rows);
    }

    private static Map<String, List<List<Cell>>> sheets(Path workbook) throws IOException {
        Map<String, List<List<Cell>>> sheets = new LinkedHashMap<>();
        try (TableFile file = TableFile.open(workbook, Fingerprint.of(workbook, read -> {}))) {
            for (Sheet sheet : file.sheets()) {
                sheets.put(sheet.name(), rows(sheet));
            }
        } catch (FileRefused refused) {
            throw new AssertionError(refused);
        }
        return sheets;
    }

    private static List<List<Cell>> rows(Sheet sheet) throws IOException, FileRefused {
        List<List<Cell>> rows = new ArrayList<>();
        try (RowCursor cursor = sheet.rows()) {
            while (cursor.next()) {
                List<Cell> cells = new ArrayList<>();
                for (int column = 0; column < cursor.row().width(); column++) {
                    String text = cursor.row().text(column);
                    cells.add(cursor.row().kind(column) == CellKind.NUMBER ? Cell.number(text) : Cell.text(text));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    public int count() {
        return rows.size();
    }

    /** As the workbook shows it: row from 1, column from A. Empty where nothing stands. */
    public String at(int row, String column) {
        List<Cell> cells = rows.get(row - 1);
        for (int i = 0; i < cells.size(); i++) {
            if (Columns.letter(i).equals(column)) {
                return switch (cells.get(i)) {
                    case Cell.Text cell -> cell.text();
                    case Cell.Number cell -> cell.digits();
                    case Cell.Formula cell -> cell.cached();
                };
            }
        }
        return "";
    }

    /** The whole workbook again with one cell of this sheet changed, as a person mends it. */
    public Path with(int row, int column, Cell mended, Path workbook, Path target) throws IOException {
        Map<String, List<List<Cell>>> all = sheets(workbook);
        all.get(sheet).get(row - 1).set(column, mended);
        try (WorkbookWriter writer = new WorkbookWriter(Files.newOutputStream(target))) {
            for (Map.Entry<String, List<List<Cell>>> entry : all.entrySet()) {
                writer.sheet(entry.getKey());
                for (List<Cell> cells : entry.getValue()) {
                    writer.row();
                    for (int i = 0; i < cells.size(); i++) {
                        cells.get(i).write(writer, i);
                    }
                }
            }
        }
        return target;
    }
}
