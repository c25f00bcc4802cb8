package id.tuntas.rosterfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every cell of a row by its field, as it stood; columns that the layout doesn't know are kept under their own header.
 * The names are shared by all rows of a sheet.
 */
public final class RowValues {

    private final List<String> names;
    private final @Nullable String[] values;

    /** Takes the array over; the caller doesn't touch it again. */
    public RowValues(List<String> names, @Nullable String[] values) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException("One value for each name");
        }
        this.names = names;
        this.values = values;
    }

    public List<String> names() {
        return names;
    }

    /** By position in {@link #names()}; null for an empty cell. */
    public @Nullable String at(int index) {
        return values[index];
    }

    public @Nullable String find(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values[index];
    }

    /** The cells that are not empty, in the order of the columns. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value != null) {
                map.putIfAbsent(names.get(i), value);
            }
        }
        return map;
    }
}
