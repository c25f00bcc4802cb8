package id.tuntas.rosterfile.table;

/**
 * How much a file may ask of the machine. A list of a whole province fits; what is beyond is an attack or a mistake, and is
 * refused while memory is steady.
 */
public final class Limits {

    /** P3KE has about 40 columns; cells beyond this one must be empty. */
    public static final int COLUMNS = 1_000;

    /** Excel's own limit. */
    static final int CELL_CHARACTERS = 32_767;

    static final int CELL_BYTES = 4 * CELL_CHARACTERS;

    static final int PARTS = 10_000;

    /** A part may inflate to this size whatever its ratio; beyond, {@link #RATIO} holds. */
    static final long FREE_INFLATION = 16L << 20;

    /** Sheets inflate ten to forty times; a bomb, several hundred times. */
    static final long RATIO = 150;

    static final long INFLATED = 6L << 30;

    /** What is remembered of each row until the end: its family, its NIK and where they stood. */
    private static final long BYTES_PER_ROW = 512;

    private Limits() {}

    /** Rows of all files of one roster: three million, or what this machine can remember. */
    public static long rows() {
        return Math.min(3_000_000, Runtime.getRuntime().maxMemory() / BYTES_PER_ROW);
    }

    /** Bytes of a workbook's distinct texts, which must be held while it is read. */
    static long sharedText() {
        return Math.min(512L << 20, Runtime.getRuntime().maxMemory() * 2 / 5);
    }
}
