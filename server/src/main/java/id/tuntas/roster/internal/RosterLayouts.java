package id.tuntas.roster.internal;

import id.tuntas.rosterfile.SheetReport;
import id.tuntas.rosterfile.layout.Layout;
import id.tuntas.rosterfile.layout.Layout.Subject;
import id.tuntas.rosterfile.layout.Layouts;
import java.util.Locale;
import java.util.Optional;

/** What the server asks about the lists that {@code rosterfile} knows. */
final class RosterLayouts {

    private static final int LETTERS = 26;

    private RosterLayouts() {}

    static boolean hasFamilies(SheetReport sheet) {
        return Layouts.known()
                .find(String.valueOf(sheet.layout()))
                .filter(layout -> layout.subject() != Subject.MEMBERS)
                .isPresent();
    }

    /** Number of a column from its letters, A is 1. */
    static int place(String column) {
        int place = 0;
        for (char letter : column.toCharArray()) {
            place = place * LETTERS + letter - 'A' + 1;
        }
        return place;
    }

    static String title(String layout, Locale locale) {
        return Layouts.known().find(layout).map(known -> known.title(locale)).orElse(layout);
    }

    /** The list a layout belongs to, as {@code P3KE 2022}; empty for a sheet of anybody's making. */
    static Optional<String> source(String layout) {
        return Layouts.known()
                .find(layout)
                .filter(known -> known.subject() != Subject.PERSONS)
                .map(Layout::name)
                .map(name -> name.substring(0, name.lastIndexOf('-'))
                        .replace('-', ' ')
                        .toUpperCase(Locale.ROOT));
    }
}
