package id.tuntas.rosterfile.table;

import java.io.Closeable;
import java.io.IOException;

/** Walks over the rows of a sheet that are not blank. */
public interface RowCursor extends Closeable {

    /** False at the end. */
    boolean next() throws IOException, FileRefused;

    /** The row in hand; valid until {@link #next()}. */
    Row row();

    /** How far the sheet is read, 0 to 100. */
    int percent();
}
