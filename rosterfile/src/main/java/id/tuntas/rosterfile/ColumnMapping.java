package id.tuntas.rosterfile;

import java.util.Map;

/**
 * A file that no layout knows, mapped by hand once. It fits every sheet that has all its headers in one of the first 20
 * rows; columns that it doesn't name are still matched by the layout's own spellings.
 *
 * @param name how the person calls it
 * @param layout the layout whose rules the rows are held to
 * @param columns field of the layout to the header as spelt in the file
 */
public record ColumnMapping(String name, String layout, Map<String, String> columns) {

    public ColumnMapping {
        columns = Map.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A mapping names at least one column");
        }
    }
}
