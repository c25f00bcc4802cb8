package id.tuntas.rosterfile.layout;

import id.tuntas.rosterfile.SheetReport.Suggestion;
import id.tuntas.rosterfile.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fields that a header nobody knows may mean, by the letter pairs that the two spellings share (Dice). */
public final class Suggestions {

    private static final int MOST = 3;
    private static final double LEAST = 0.35;

    private Suggestions() {}

    private record Ranked(Suggestion suggestion, double likeness) {}

    /** Best first, at most three, each field once. */
    public static List<Suggestion> suggest(String header, Iterable<Layout> layouts) {
        Set<String> pairs = pairs(Spelling.letters(header));
        List<Ranked> ranked = new ArrayList<>();
        for (Layout layout : layouts) {
            for (Field field : layout.fields()) {
                double likeness = field.spellings().stream()
                        .mapToDouble(spelling -> likeness(pairs, pairs(spelling)))
                        .max()
                        .orElse(0);
                if (likeness >= LEAST) {
                    ranked.add(new Ranked(new Suggestion(layout.name(), field.name(), field.header()), likeness));
                }
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::likeness).reversed());
        Set<String> fields = new HashSet<>();
        return ranked.stream()
                .map(Ranked::suggestion)
                .filter(suggestion -> fields.add(suggestion.field()))
                .limit(MOST)
                .toList();
    }

    private static double likeness(Set<String> left, Set<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        long shared = left.stream().filter(right::contains).count();
        return 2.0 * shared / (left.size() + right.size());
    }

    private static Set<String> pairs(String letters) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }
}
