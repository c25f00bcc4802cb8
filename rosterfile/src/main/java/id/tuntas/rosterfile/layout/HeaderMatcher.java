package id.tuntas.rosterfile.layout;

import id.tuntas.rosterfile.ColumnMapping;
import id.tuntas.rosterfile.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the header among the first rows, and the layout that it belongs to. */
public final class HeaderMatcher {

    /** The header stands on one of these rows, under whatever titles the sender put above it. */
    public static final int ROWS = 20;

    /** Our own column in a workbook of rejected rows; not a column of the list. */
    public static final String REASON_COLUMN = "Alasan ditolak";

    private static final String REASON = Spelling.letters(REASON_COLUMN);
    private static final int FEWEST_MATCHES = 3;

    private final Layouts layouts;
    private final List<ByHand> byHand;

    public HeaderMatcher(Layouts layouts, List<ColumnMapping> mappings) {
        this.layouts = layouts;
        this.byHand = mappings.stream()
                .map(mapping -> ByHand.of(mapping, layouts.get(mapping.layout())))
                .toList();
    }

    /** @param fields field by the spelling of its header */
    private record ByHand(Layout layout, Map<String, String> fields) {

        static ByHand of(ColumnMapping mapping, Layout layout) {
            Map<String, String> fields = new HashMap<>();
            mapping.columns().forEach((field, header) -> fields.put(Spelling.letters(header), field));
            return new ByHand(layout, fields);
        }

        boolean fits(TopRow row) {
            return row.texts().stream().map(Spelling::letters).toList().containsAll(fields.keySet());
        }
    }

    private record Candidate(HeaderMatch match, int fields) {

        /** A required column weighs more than an optional one; of two that fit alike, the shorter list is the likelier. */
        int score() {
            return fields * 4 - match.missing().size() * 6;
        }

        int unused() {
            return match.layout().fields().size() - fields;
        }

        boolean convincing() {
            long required =
                    match.layout().fields().stream().filter(Field::required).count();
            return fields >= FEWEST_MATCHES && match.missing().size() * 2L <= required;
        }
    }

    public Optional<HeaderMatch> match(List<TopRow> rows) {
        for (ByHand mapping : byHand) {
            Optional<TopRow> header = rows.stream().filter(mapping::fits).findFirst();
            if (header.isPresent()) {
                return Optional.of(candidate(header.get(), mapping.layout(), mapping.fields())
                        .match());
            }
        }
        return rows.stream()
                .filter(row -> row.filled() >= FEWEST_MATCHES)
                .flatMap(row -> layouts.all().stream().map(layout -> candidate(row, layout, Map.of())))
                .filter(Candidate::convincing)
                .max(Comparator.comparingInt(Candidate::score)
                        .thenComparing(Candidate::unused, Comparator.reverseOrder()))
                .map(Candidate::match);
    }

    /** The row that most looks like a header, for a sheet that is not recognised. */
    public static Optional<TopRow> likelyHeader(List<TopRow> rows) {
        return rows.stream()
                .filter(row -> row.filled() >= 2)
                .max(Comparator.comparingInt(TopRow::filled).thenComparing(TopRow::number, Comparator.reverseOrder()));
    }

    private static Candidate candidate(TopRow row, Layout layout, Map<String, String> mapped) {
        int[] columnOf = new int[layout.fields().size()];
        Arrays.fill(columnOf, -1);
        List<Integer> ambiguous = new ArrayList<>();
        int fields = 0;
        for (int column = 0; column < row.texts().size(); column++) {
            int field = field(row.texts().get(column), layout, mapped);
            if (field >= 0 && columnOf[field] < 0) {
                columnOf[field] = column;
                fields++;
            } else if (field >= 0) {
                ambiguous.add(column);
            }
        }
        List<Field> missing = new ArrayList<>();
        for (int i = 0; i < columnOf.length; i++) {
            if (columnOf[i] < 0 && layout.fields().get(i).required()) {
                missing.add(layout.fields().get(i));
            }
        }
        return new Candidate(
                new HeaderMatch(layout, row.number(), row.texts(), columnOf, List.copyOf(ambiguous), missing), fields);
    }

    /** By hand before by spelling; a field that was mapped by hand is not matched by its spelling as well. */
    private static int field(String header, Layout layout, Map<String, String> mapped) {
        String spelling = Spelling.letters(header);
        if (spelling.isEmpty() || isReason(spelling)) {
            return -1;
        }
        String byHand = mapped.get(spelling);
        if (byHand != null) {
            return layout.indexOf(byHand);
        }
        Integer known = layout.bySpelling(spelling);
        if (known == null || mapped.containsValue(layout.fields().get(known).name())) {
            return -1;
        }
        return known;
    }

    static boolean isReason(String spelling) {
        return spelling.equals(REASON);
    }

    /** Whether a header is that of our own reason column. */
    public static boolean isReasonHeader(String header) {
        return isReason(Spelling.letters(header));
    }
}
