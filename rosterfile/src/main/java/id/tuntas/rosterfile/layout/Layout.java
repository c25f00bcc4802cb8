package id.tuntas.rosterfile.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One known list: whom its rows are about and which columns it has. */
public final class Layout {

    private final String name;
    private final Subject subject;
    private final String familyKey;
    private final String title;
    private final String titleEn;
    private final List<Field> fields;
    private final Map<String, Integer> bySpelling = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();

    Layout(String name, Subject subject, String familyKey, String title, String titleEn, List<Field> fields) {
        this.name = name;
        this.subject = subject;
        this.familyKey = familyKey;
        this.title = title;
        this.titleEn = titleEn;
        this.fields = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) {
            byName.put(fields.get(i).name(), i);
            for (String spelling : fields.get(i).spellings()) {
                Integer other = bySpelling.put(spelling, i);
                if (other != null && other != i) {
                    throw new IllegalStateException(name + " spells two columns " + spelling);
                }
            }
        }
    }

    public enum Subject {
        FAMILIES,
        MEMBERS,
        /** Each row a person who carries the family's columns too. */
        PERSONS
    }

    public String name() {
        return name;
    }

    public Subject subject() {
        return subject;
    }

    /** The field by which members name their family. */
    public String familyKey() {
        return familyKey;
    }

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : title;
    }

    public List<Field> fields() {
        return fields;
    }

    /** Position of a field; -1 when the layout has none of that name. */
    public int indexOf(String field) {
        return byName.getOrDefault(field, -1);
    }

    /** The field that a header spells, by {@link id.tuntas.rosterfile.Spelling#letters}. */
    @Nullable Integer bySpelling(String spelling) {
        return bySpelling.get(spelling);
    }

    @Override
    public String toString() {
        return name;
    }
}
