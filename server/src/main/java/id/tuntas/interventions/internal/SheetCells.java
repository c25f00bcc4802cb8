package id.tuntas.interventions.internal;

import id.tuntas.interventions.internal.SheetColumn.Word;
import id.tuntas.interventions.internal.SheetRow.Current;
import id.tuntas.interventions.internal.SheetRow.Fault;
import id.tuntas.rosterfile.Spelling;
import id.tuntas.rosterfile.table.CellKind;
import id.tuntas.rosterfile.table.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row; what cannot be read is a fault with its column. */
final class SheetCells {

    private static final List<DateTimeFormatter> DAYS = List.of(day("uuuu-MM-dd"), day("d/M/uuuu"), day("d-M-uuuu"));
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    /** From here on serials and days agree in every spreadsheet; 9999-12-31 is the last. */
    private static final int FIRST_SERIAL = 61;

    private static final int LAST_SERIAL = 2_958_465;

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(\\.\\d{3})+");

    private final Row row;
    private final Map<SheetColumn, Integer> columns;
    private final boolean from1904;
    private final List<Fault> faults = new ArrayList<>();

    SheetCells(Row row, Map<SheetColumn, Integer> columns, boolean from1904) {
        this.row = row;
        this.columns = columns;
        this.from1904 = from1904;
    }

    private static DateTimeFormatter day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Without what a formula makes of itself: nobody has said that. */
    String text(SheetColumn column) {
        int at = columns.get(column);
        if (row.kind(at) == CellKind.FORMULA) {
            faults.add(new Fault(column, "formula-cell"));
            return "";
        }
        return row.text(at);
    }

    /** The whole row, so that it is read again as it was; a day is written out, for a bare number in a text is none. */
    Map<SheetColumn, String> all() {
        Map<SheetColumn, String> all = new EnumMap<>(SheetColumn.class);
        columns.forEach((column, at) -> all.put(column, row.kind(at) == CellKind.FORMULA ? "" : written(column, at)));
        return all;
    }

    private String written(SheetColumn column, int at) {
        if (!column.isDay() || row.kind(at) != CellKind.NUMBER) {
            return row.text(at);
        }
        try {
            return day(row.text(at), column).toString();
        } catch (IllegalArgumentException unreadable) {
            return row.text(at);
        }
    }

    SheetRow read(Map<String, Word> words) {
        return new SheetRow(
                orElse(SheetColumn.VERSION, "row-changed", Integer::valueOf, 0),
                orNull(SheetColumn.ANSWER, "answer-unknown", text -> word(text, words)),
                text(SheetColumn.REASON),
                orNull(SheetColumn.PLANNED_ON, "date-unreadable", text -> day(text, SheetColumn.PLANNED_ON)),
                orNull(SheetColumn.AMOUNT, "amount-unreadable", this::rupiah),
                orNull(SheetColumn.DELIVERED_ON, "date-unreadable", text -> day(text, SheetColumn.DELIVERED_ON)));
    }

    /** A family that is named must be that of the row's code. */
    void compare(SheetColumn column, String expected, Current current) {
        String named = columns.containsKey(column) ? text(column) : "";
        if (!named.isEmpty() && !named.equals(Spelling.trim(expected))) {
            faults.add(new Fault(column, "row-of-another", List.of(current.name() + " (" + current.number() + ")")));
        }
    }

    private static Word word(String text, Map<String, Word> words) {
        Word word = words.get(text.toLowerCase(Locale.ROOT));
        if (word == null) {
            throw new IllegalArgumentException(text);
        }
        return word;
    }

    private LocalDate day(String text, SheetColumn column) {
        if (row.kind(columns.get(column)) == CellKind.NUMBER) {
            int serial = (int) Double.parseDouble(text);
            if (serial < FIRST_SERIAL || serial > LAST_SERIAL) {
                throw new IllegalArgumentException(text);
            }
            return (from1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays(serial);
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException next) {
                continue;
            }
        }
        throw new IllegalArgumentException(text);
    }

    /** A number as it is, or what people write: {@code Rp20.000.000}; never with sen. */
    private Long rupiah(String text) {
        if (row.kind(columns.get(SheetColumn.AMOUNT)) == CellKind.NUMBER) {
            return Long.valueOf(text);
        }
        String written = text.replaceFirst("(?i)^rp\\.?", "").replaceAll("[ \u00a0]", "");
        return Long.valueOf(THOUSANDS.matcher(written).matches() ? written.replace(".", "") : written);
    }

    private <T> T orElse(SheetColumn column, String fault, Function<String, T> reading, T otherwise) {
        T read = orNull(column, fault, reading);
        return read == null ? otherwise : read;
    }

    private <T> @Nullable T orNull(SheetColumn column, String fault, Function<String, T> reading) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException unreadable) {
            faults.add(new Fault(column, fault));
            return null;
        }
    }
}
