package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.Spelling;
import java.util.Arrays;

/** One row; the same object is filled again for the next one. Columns count from 0. */
public final class Row {

    private String[] texts = new String[64];
    private CellKind[] kinds = new CellKind[64];
    private int number;
    private int width;

    public Row() {
        Arrays.fill(texts, "");
        Arrays.fill(kinds, CellKind.EMPTY);
    }

    /** As the workbook shows it, from 1; of CSV, the record's. */
    public int number() {
        return number;
    }

    /** One more than the last column that is not empty. */
    public int width() {
        return width;
    }

    public CellKind kind(int column) {
        return column < 0 || column >= width ? CellKind.EMPTY : kinds[column];
    }

    /** The cell as it stood, without blanks around it; numbers in plain digits. Empty for an empty cell. */
    public String text(int column) {
        return column < 0 || column >= width ? "" : texts[column];
    }

    void start(int rowNumber) {
        for (int i = 0; i < width; i++) {
            texts[i] = "";
            kinds[i] = CellKind.EMPTY;
        }
        number = rowNumber;
        width = 0;
    }

    void set(int column, CellKind kind, String value) throws FileRefused {
        String text = Spelling.trim(value);
        if (text.isEmpty() && kind != CellKind.FORMULA) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw new FileRefused(FileRefused.Reason.TOO_MANY_COLUMNS);
        }
        if (column >= texts.length) {
            int from = texts.length;
            int size = Math.max(column + 1, from * 2);
            texts = Arrays.copyOf(texts, size);
            kinds = Arrays.copyOf(kinds, size);
            Arrays.fill(texts, from, size, "");
            Arrays.fill(kinds, from, size, CellKind.EMPTY);
        }
        texts[column] = text;
        kinds[column] = kind;
        width = Math.max(width, column + 1);
    }
}
