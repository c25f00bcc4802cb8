package id.tuntas.rosterfile.layout;

import id.tuntas.rosterfile.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The exact strings that a column may hold. Letters, digits and the signs {@code < = > +} count; case and blanks don't. */
public final class CodeList {

    private final String name;
    private final List<String> values;
    private final Set<String> known;

    private CodeList(String name, List<String> values) {
        this.name = name;
        this.values = List.copyOf(values);
        this.known = new HashSet<>();
        values.forEach(value -> known.add(Spelling.code(value)));
    }

    /** All lists by name, each with the strings of every release: a list re-typed by hand mixes them. */
    static Map<String, CodeList> load() {
        Map<String, List<String>> values = new HashMap<>();
        for (String file : List.of("codes/p3ke_codes.csv", "codes/family_card_codes.csv")) {
            for (var line : ResourceTable.read(file)) {
                values.computeIfAbsent(line.getField("list"), list -> new ArrayList<>())
                        .add(line.getField("value"));
            }
        }
        Map<String, CodeList> lists = new HashMap<>();
        values.forEach((list, strings) -> lists.put(list, new CodeList(list, strings)));
        return lists;
    }

    public String name() {
        return name;
    }

    public List<String> values() {
        return values;
    }

    public boolean knows(String value) {
        return known.contains(Spelling.code(value));
    }
}
