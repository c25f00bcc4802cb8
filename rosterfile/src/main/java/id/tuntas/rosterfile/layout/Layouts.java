package id.tuntas.rosterfile.layout;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.tuntas.rosterfile.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All layouts, read from the data files beside this class; a new list is a new file, not new code. */
public final class Layouts {

    private static final Layouts KNOWN = load();

    private final List<Layout> all;

    private Layouts(List<Layout> all) {
        this.all = List.copyOf(all);
    }

    public static Layouts known() {
        return KNOWN;
    }

    public List<Layout> all() {
        return all;
    }

    public Optional<Layout> find(String name) {
        return all.stream().filter(layout -> layout.name().equals(name)).findFirst();
    }

    public Layout get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No layout " + name));
    }

    private static Layouts load() {
        Map<String, CodeList> codes = CodeList.load();
        List<Layout> layouts = new ArrayList<>();
        for (var line : ResourceTable.read("layouts/layouts.csv")) {
            String name = line.getField("layout");
            layouts.add(new Layout(
                    name,
                    Layout.Subject.valueOf(line.getField("subject").toUpperCase(Locale.ROOT)),
                    line.getField("family_key"),
                    line.getField("title"),
                    line.getField("title_en"),
                    ResourceTable.read("layouts/" + name + ".csv").stream()
                            .map(field -> field(field, codes))
                            .toList()));
        }
        return new Layouts(layouts);
    }

    private static Field field(NamedCsvRecord line, Map<String, CodeList> codes) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(Spelling.letters(line.getField("header")));
        for (String alias : line.getField("aliases").split("\\|")) {
            if (!alias.isBlank()) {
                spellings.add(Spelling.letters(alias));
            }
        }
        return new Field(
                line.getField("field"),
                line.getField("header"),
                List.copyOf(spellings),
                Field.Kind.valueOf(line.getField("kind").toUpperCase(Locale.ROOT)),
                codes(line.getField("codes"), codes),
                line.getField("required").equals("yes"));
    }

    private static @Nullable CodeList codes(String name, Map<String, CodeList> codes) {
        if (name.isEmpty()) {
            return null;
        }
        CodeList list = codes.get(name);
        if (list == null) {
            throw new IllegalStateException("No code list " + name);
        }
        return list;
    }
}
