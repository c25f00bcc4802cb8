package id.tuntas.rosterfile.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person number of sixteen digits: six for the district of first registration, day, month and year of birth (a woman's day
 * plus 40), four for the serial (UU 23/2006 on civil registration, art. 13; Perpres 26/2009).
 */
final class Nik {

    static final int LENGTH = 16;
    private static final int WOMAN = 40;

    private Nik() {}

    /** Without blanks, dots, hyphens and the apostrophe that keeps a number as text. */
    static String clean(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (sign(cell.charAt(i))) {
                return stripped(cell);
            }
        }
        return cell;
    }

    private static String stripped(String cell) {
        StringBuilder kept = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            if (!sign(cell.charAt(i))) {
                kept.append(cell.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean sign(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '\'' || c == '\u2019' || c == '\u00A0' || c == '`';
    }

    /** {@code 5.10801E+15}: a numeric cell that was saved as text. */
    static boolean scientific(String cell) {
        int e = Math.max(cell.indexOf('E'), cell.indexOf('e'));
        if (e < 1 || e == cell.length() - 1) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (i != e && (c < '0' || c > '9') && c != '.' && c != ',' && c != '+') {
                return false;
            }
        }
        return true;
    }

    static boolean isNumber(String nik) {
        if (nik.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (nik.charAt(i) < '0' || nik.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static boolean woman(String nik) {
        return pair(nik, 6) > WOMAN;
    }

    private static int day(String nik) {
        int day = pair(nik, 6);
        return day > WOMAN ? day - WOMAN : day;
    }

    /** The digits name a day that can be. */
    static boolean possibleDay(String nik) {
        int day = day(nik);
        int month = pair(nik, 8);
        return day >= 1
                && month >= 1
                && month <= 12
                && day <= LocalDate.of(2000, month, 1).lengthOfMonth();
    }

    static boolean born(String nik, LocalDate date) {
        return day(nik) == date.getDayOfMonth()
                && pair(nik, 8) == date.getMonthValue()
                && pair(nik, 10) == date.getYear() % 100;
    }

    /** The six region digits are those of the district; nothing can be said without one. */
    static boolean ofDistrict(String nik, @Nullable String districtDigits) {
        return districtDigits == null || nik.startsWith(districtDigits);
    }

    private static int pair(String nik, int at) {
        return (nik.charAt(at) - '0') * 10 + nik.charAt(at + 1) - '0';
    }
}
