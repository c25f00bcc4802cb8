package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.layout.CodeList;
import id.tuntas.rosterfile.layout.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a column may hold a value; remembered as it is spelt, since a list has the same few on every row. */
final class KnownCodes {

    private static final int REMEMBERED = 10_000;

    private final SheetTask task;
    private final List<Set<String>> seen = new ArrayList<>();

    KnownCodes(SheetTask task) {
        this.task = task;
        task.fields.forEach(field -> seen.add(new HashSet<>()));
    }

    /** True where the column has no list. */
    boolean allow(int position, String value) {
        Field field = task.fields.get(position);
        CodeList codes = field == null ? null : field.codes();
        if (codes == null || seen.get(position).contains(value)) {
            return true;
        }
        boolean known = codes.knows(value);
        if (known && seen.get(position).size() < REMEMBERED) {
            seen.get(position).add(value);
        }
        return known;
    }
}
