package id.tuntas.reports.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.tuntas.platform.Hashes;
import id.tuntas.reports.internal.Head.Line;
import id.tuntas.reports.internal.Table.Column;
import id.tuntas.rosterfile.table.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** Tables as files for other programs. */
final class TableFiles {

    /** What a spreadsheet may take for the beginning of a formula. */
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private TableFiles() {}

    /**
     * RFC 4180 in UTF-8 without a mark; what the file says of itself stands in comments before the table. A text that a spreadsheet would
     * take for a formula gets an apostrophe before it.
     */
    static byte[] csv(Head head, List<Table> tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = CsvWriter.builder().build(bytes)) {
            csv.writeComment(head.title());
            for (Line line : head.lines()) {
                csv.writeComment(line.label() + ": " + line.value());
            }
            write(csv, tables);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** SHA-256 of the lines of a CSV that are no comments. */
    static String digest(List<Table> tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = CsvWriter.builder().build(bytes)) {
            write(csv, tables);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Hashes.hex(Hashes.sha256(bytes.toByteArray()));
    }

    private static void write(CsvWriter csv, List<Table> tables) {
        for (Table table : tables) {
            csv.writeRecord(table.titles());
            for (List<String> row : table.rows()) {
                csv.writeRecord(IntStream.range(0, row.size())
                        .mapToObj(i -> table.columns().get(i).number() ? row.get(i) : harmless(row.get(i)))
                        .toList());
            }
        }
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A sheet that says what the workbook is, then one for each table. A text is a text and never a formula. */
    static byte[] workbook(Head head, List<Table> tables) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WorkbookWriter book = new WorkbookWriter(bytes)) {
            book.sheet("Keterangan");
            book.row();
            book.text(0, head.title());
            for (Line line : head.lines()) {
                book.row();
                book.text(0, line.label());
                book.text(1, line.value());
            }
            for (Table table : tables) {
                sheet(book, table);
            }
        }
        return bytes.toByteArray();
    }

    private static void sheet(WorkbookWriter book, Table table) throws IOException {
        book.sheet(table.name());
        List<Column> columns = table.columns();
        book.row();
        for (int i = 0; i < columns.size(); i++) {
            book.text(i, columns.get(i).title());
        }
        for (List<String> row : table.rows()) {
            book.row();
            for (int i = 0; i < row.size(); i++) {
                if (columns.get(i).number() && !row.get(i).isEmpty()) {
                    book.number(i, row.get(i));
                } else {
                    book.text(i, row.get(i));
                }
            }
        }
    }
}
