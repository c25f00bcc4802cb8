package id.tuntas.bench;

import id.tuntas.platform.CopyRows;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.Fingerprint;
import id.tuntas.rosterfile.table.Row;
import id.tuntas.rosterfile.table.RowCursor;
import id.tuntas.rosterfile.table.Sheet;
import id.tuntas.rosterfile.table.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A workbook's rows as they stand: one COPY of each sheet's cells, as text, into a plain table with a key. */
final class CellCopy {

    /** Above its header a list has a title and blank rows. */
    private static final int FEWEST_HEADERS = 6;

    /** One sheet, ready to be sent. */
    private record Ready(String table, CopyRows copy) {}

    private final JdbcTemplate jdbc;
    private final List<Ready> sheets = new ArrayList<>();
    private int rows;

    private CellCopy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the cells into memory, so that the time of the COPY is the database's alone. */
    static CellCopy of(Path workbook, JdbcTemplate jdbc) throws IOException, FileRefused {
        CellCopy raw = new CellCopy(jdbc);
        jdbc.execute("drop schema if exists bench cascade");
        jdbc.execute("create schema bench");
        try (TableFile file = TableFile.open(workbook, Fingerprint.of(workbook, read -> {}))) {
            for (Sheet sheet : file.sheets()) {
                raw.add(sheet);
            }
        }
        return raw;
    }

    private void add(Sheet sheet) throws IOException, FileRefused {
        try (RowCursor cursor = sheet.rows()) {
            int width = 0;
            while (width < FEWEST_HEADERS && cursor.next()) {
                width = cursor.row().width();
            }
            String table = "bench.sheet_" + sheets.size();
            jdbc.execute("create table " + table + " (row_number bigint primary key, "
                    + IntStream.range(0, width).mapToObj(i -> "c" + i + " text").collect(Collectors.joining(", "))
                    + ")");
            CopyRows copy = new CopyRows(table);
            while (cursor.next()) {
                copy.add(values(cursor.row(), width));
                rows++;
            }
            sheets.add(new Ready(table, copy));
        }
    }

    private static @Nullable Object[] values(Row row, int width) {
        @Nullable Object[] values = new Object[width + 1];
        values[0] = row.number();
        for (int column = 0; column < width; column++) {
            String text = column < row.width() ? row.text(column) : "";
            values[column + 1] = text.isEmpty() ? null : text;
        }
        return values;
    }

    int rows() {
        return rows;
    }

    /** Returns how many seconds it took until all was committed. */
    double run() {
        long begin = System.nanoTime();
        sheets.forEach(sheet -> sheet.copy().send(jdbc));
        return (System.nanoTime() - begin) / 1e9;
    }
}
