package id.tuntas.roster.internal;

import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.roster.MapSheet;
import id.tuntas.rosterfile.ColumnMapping;
import id.tuntas.rosterfile.Spelling;
import id.tuntas.rosterfile.layout.Field;
import id.tuntas.rosterfile.layout.Layout;
import id.tuntas.rosterfile.layout.Layouts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which list a sheet is, by the columns that a person gave a meaning: the known one that they complete and that uses most of them. */
final class MappingChoice {

    private static final int NAME_LENGTH = 200;

    private MappingChoice() {}

    /** Throws {@link Refusal} 422 for letters the sheet doesn't have, and for columns that make up no list. */
    static ColumnMapping of(MapSheet mapping, StoredReport.Sheet sheet) {
        List<FieldProblem> problems = new ArrayList<>();
        if (mapping.name().isBlank()) {
            problems.add(new FieldProblem("/name", "required", List.of()));
        } else if (mapping.name().length() > NAME_LENGTH) {
            problems.add(new FieldProblem("/name", "too-long", List.of(NAME_LENGTH)));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        sheet.headers().forEach(header -> headers.put(header.column(), header.header()));
        Map<String, String> columns = new LinkedHashMap<>();
        mapping.columns().forEach((field, column) -> {
            if (headers.containsKey(column)) {
                columns.put(field, headers.get(column));
            } else {
                problems.add(new FieldProblem("/columns/" + field, "unknown", List.of()));
            }
        });
        if (columns.isEmpty() && problems.isEmpty()) {
            problems.add(new FieldProblem("/columns", "required", List.of()));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        Layout layout = layout(columns, headers);
        columns.keySet().removeIf(field -> layout.indexOf(field) < 0);
        return new ColumnMapping(mapping.name().strip(), layout.name(), columns);
    }

    private static Layout layout(Map<String, String> columns, Map<String, String> headers) {
        Set<String> spelt = headers.values().stream().map(Spelling::letters).collect(Collectors.toSet());
        Comparator<Layout> likelier = Comparator.comparingLong(layout -> -known(layout, columns));
        return Layouts.known().all().stream()
                .filter(layout -> missing(layout, columns, spelt).isEmpty())
                .min(likelier.thenComparingInt(layout -> layout.fields().size()))
                .orElseThrow(() -> refusal(columns, spelt));
    }

    private static long known(Layout layout, Map<String, String> columns) {
        return columns.keySet().stream()
                .filter(field -> layout.indexOf(field) >= 0)
                .count();
    }

    /** Fields that the list must have, given neither by hand nor by a header that spells them. */
    private static List<Field> missing(Layout layout, Map<String, String> columns, Set<String> spelt) {
        return layout.fields().stream()
                .filter(Field::required)
                .filter(field -> !columns.containsKey(field.name()))
                .filter(field -> field.spellings().stream().noneMatch(spelt::contains))
                .toList();
    }

    /** Names what the likeliest list still lacks. */
    private static Refusal refusal(Map<String, String> columns, Set<String> spelt) {
        List<Field> lacking = Layouts.known().all().stream()
                .map(layout -> missing(layout, columns, spelt))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
        return Refusal.invalid(lacking.stream()
                .map(field -> new FieldProblem("/columns/" + field.name(), "required", List.of()))
                .toList());
    }
}
