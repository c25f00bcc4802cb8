package id.tuntas.rosterfile.table;

/** Letters of columns. */
public final class Columns {

    private static final String[] LETTERS = new String[Limits.COLUMNS];

    static {
        for (int i = 0; i < LETTERS.length; i++) {
            LETTERS[i] = spell(i);
        }
    }

    private Columns() {}

    /** A for 0, Z for 25, AA for 26. */
    public static String letter(int column) {
        return column < LETTERS.length ? LETTERS[column] : spell(column);
    }

    private static String spell(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
