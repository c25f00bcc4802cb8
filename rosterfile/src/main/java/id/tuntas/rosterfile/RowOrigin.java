package id.tuntas.rosterfile;

import org.jspecify.annotations.Nullable;

/** Where a row stood; the same place that a {@link RosterProblem} names. */
public record RowOrigin(String file, @Nullable String sheet, int row) {

    /** As said to a person: {@code keluarga.xlsx, Sheet1, 12}. */
    @Override
    public String toString() {
        return sheet == null ? file + ", " + row : file + ", " + sheet + ", " + row;
    }
}
