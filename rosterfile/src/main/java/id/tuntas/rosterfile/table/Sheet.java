package id.tuntas.rosterfile.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

public interface Sheet {

    /** As spelt; CSV has none. */
    @Nullable String name();

    /** Starts at the first row, every time it is called. */
    RowCursor rows() throws IOException, FileRefused;
}
