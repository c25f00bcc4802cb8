package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.RowOrigin;
import id.tuntas.rosterfile.layout.Field;
import id.tuntas.rosterfile.layout.HeaderMatch;
import id.tuntas.rosterfile.layout.HeaderMatcher;
import id.tuntas.rosterfile.layout.Layout;
import id.tuntas.rosterfile.table.Columns;
import id.tuntas.rosterfile.table.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One recognised sheet: where each value of its rows stands. */
final class SheetTask {

    final int index;
    final int file;
    final String fileName;
    final @Nullable String sheetName;
    final Sheet sheet;
    final boolean from1904;
    final HeaderMatch match;
    final Layout layout;

    /** Columns that carry values, and the name and field of each; columns that no field knows keep their header's name. */
    final int[] columns;

    final List<String> names;
    final List<@Nullable Field> fields;

    /** Of our own reasons in rejected rows that are offered again; -1 in every other sheet. */
    final int reasonColumn;

    long rows;

    SheetTask(int index, int file, String fileName, Sheet sheet, boolean from1904, HeaderMatch match) {
        this.index = index;
        this.file = file;
        this.fileName = fileName;
        this.sheetName = sheet.name();
        this.sheet = sheet;
        this.from1904 = from1904;
        this.match = match;
        this.layout = match.layout();
        List<Integer> used = new ArrayList<>();
        List<String> spelt = new ArrayList<>();
        List<@Nullable Field> known = new ArrayList<>();
        for (int column = 0; column < match.headers().size(); column++) {
            String header = match.headers().get(column);
            Field field = fieldAt(column);
            if (field != null || !header.isEmpty() && !HeaderMatcher.isReasonHeader(header)) {
                used.add(column);
                spelt.add(field == null ? header : field.name());
                known.add(field);
            }
        }
        this.columns = used.stream().mapToInt(Integer::intValue).toArray();
        this.names = List.copyOf(spelt);
        this.fields = known;
        this.reasonColumn = IntStream.range(0, match.headers().size())
                .filter(column -> HeaderMatcher.isReasonHeader(match.headers().get(column)))
                .findFirst()
                .orElse(-1);
    }

    private @Nullable Field fieldAt(int column) {
        int[] columnOf = match.columnOf();
        for (int i = 0; i < columnOf.length; i++) {
            if (columnOf[i] == column) {
                return layout.fields().get(i);
            }
        }
        return null;
    }

    /** Position of a field's value in a row; -1 when the sheet has no such column. */
    int position(String field) {
        for (int i = 0; i < fields.size(); i++) {
            Field known = fields.get(i);
            if (known != null && known.name().equals(field)) {
                return i;
            }
        }
        return -1;
    }

    /** Letter of the column at a position; null where the sheet has none. */
    @Nullable String letter(int position) {
        return position < 0 ? null : Columns.letter(columns[position]);
    }

    /** Rows that were kept out before; their families may be where they are already. */
    boolean mended() {
        return reasonColumn >= 0;
    }

    boolean complete() {
        return match.missing().isEmpty();
    }

    RowOrigin origin(int row) {
        return new RowOrigin(fileName, sheetName, row);
    }
}
