package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.table.CellKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One date as a cell spells it: an Excel serial, {@code 1/2/1980 0:00:00}, {@code 01-02-1980}, {@code 1980-02-01},
 * {@code 1 Februari 1980}. The same object reads one after the other.
 */
final class DateText {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_SERIAL = 2_958_465;
    private static final int LEAP_BUG = 60;
    private static final String[][] MONTHS = {
        {"jan"}, {"feb", "peb"}, {"mar"}, {"apr"}, {"mei", "may"}, {"jun"},
        {"jul"}, {"agu", "ags", "aug"}, {"sep"}, {"okt", "oct"}, {"nov", "nop"}, {"des", "dec"}
    };

    enum Reading {
        /** One meaning only. */
        EXACT,
        /** Day and month may each be either. */
        OPEN,
        UNREADABLE
    }

    private String text = "";
    private int at;
    private int tokenLength;
    private int year;
    private int first;
    private int second;
    private @Nullable LocalDate date;
    private boolean dayFirst;
    private boolean monthFirst;

    Reading read(String cell, CellKind kind, boolean from1904) {
        text = cell;
        at = 0;
        date = null;
        dayFirst = false;
        monthFirst = false;
        if (kind == CellKind.NUMBER || isSerial(cell)) {
            date = serial(cell, from1904);
            return date == null ? Reading.UNREADABLE : Reading.EXACT;
        }
        return spelled();
    }

    /** Of {@link Reading#EXACT}. */
    LocalDate date() {
        if (date == null) {
            throw new IllegalStateException("No date was read");
        }
        return date;
    }

    /** Of {@link Reading#OPEN}, taken day first or month first. */
    LocalDate date(boolean isDayFirst) {
        return isDayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
    }

    /** The date could only be read because a number over twelve stood first. */
    boolean onlyDayFirst() {
        return dayFirst;
    }

    boolean onlyMonthFirst() {
        return monthFirst;
    }

    /** A CSV keeps the serial as five digits; four may be a year. */
    private static boolean isSerial(String cell) {
        if (cell.length() != 5) {
            return false;
        }
        for (int i = 0; i < 5; i++) {
            if (!digit(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Excel counts 29 February 1900, a day that never was; a number that reads as a year is not taken for a day of 1905. */
    private static @Nullable LocalDate serial(String cell, boolean from1904) {
        double number;
        try {
            number = Double.parseDouble(cell);
        } catch (NumberFormatException none) {
            return null;
        }
        int days = (int) number;
        if (days < 1 || days > LAST_SERIAL || days >= 1900 && days <= 2100) {
            return null;
        }
        if (from1904) {
            return LocalDate.of(1904, 1, 1).plusDays(days);
        }
        return LocalDate.of(1899, 12, days < LEAP_BUG ? 31 : 30).plusDays(days);
    }

    private Reading spelled() {
        int a = number();
        int aLength = tokenLength;
        if (a < 0 || !separator()) {
            return Reading.UNREADABLE;
        }
        int month = monthName();
        if (month > 0) {
            separator();
            year = number();
            return tokenLength == 4 && rest() ? exact(year, month, a) : Reading.UNREADABLE;
        }
        int b = number();
        if (b < 0 || tokenLength > 2 || !separator()) {
            return Reading.UNREADABLE;
        }
        int c = number();
        if (c < 0 || !rest()) {
            return Reading.UNREADABLE;
        }
        if (aLength == 4 && tokenLength <= 2) {
            return exact(a, b, c);
        }
        return aLength <= 2 && tokenLength == 4 ? dayAndMonth(a, b, c) : Reading.UNREADABLE;
    }

    private Reading dayAndMonth(int a, int b, int y) {
        if (a > 12) {
            dayFirst = true;
            return exact(y, b, a);
        }
        if (b > 12) {
            monthFirst = true;
            return exact(y, a, b);
        }
        if (a == b || a == 0 || b == 0) {
            return exact(y, b, a);
        }
        year = y;
        first = a;
        second = b;
        return y < FIRST_YEAR ? Reading.UNREADABLE : Reading.OPEN;
    }

    private Reading exact(int y, int month, int day) {
        try {
            date = LocalDate.of(y, month, day);
        } catch (DateTimeException noSuchDay) {
            date = null;
        }
        if (date == null || y < FIRST_YEAR) {
            dayFirst = false;
            monthFirst = false;
            return Reading.UNREADABLE;
        }
        return Reading.EXACT;
    }

    private int number() {
        int start = at;
        int number = 0;
        while (at < text.length() && digit(text.charAt(at)) && at - start < 5) {
            number = number * 10 + text.charAt(at++) - '0';
        }
        tokenLength = at - start;
        return tokenLength == 0 ? -1 : number;
    }

    private boolean separator() {
        int start = at;
        while (at < text.length() && " /-.".indexOf(text.charAt(at)) >= 0 && at - start < 3) {
            at++;
        }
        return at > start;
    }

    private int monthName() {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (at - start < 3) {
            at = start;
            return -1;
        }
        String name = text.substring(start, start + 3).toLowerCase(Locale.ROOT);
        for (int month = 0; month < MONTHS.length; month++) {
            for (String known : MONTHS[month]) {
                if (known.equals(name)) {
                    return month + 1;
                }
            }
        }
        return -1;
    }

    /** Nothing more, or a time of day. */
    private boolean rest() {
        if (at == text.length()) {
            return true;
        }
        char mark = text.charAt(at);
        if (mark != ' ' && mark != 'T') {
            return false;
        }
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!digit(c) && " :.+-ZAPMapm".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
