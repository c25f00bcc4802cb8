package id.tuntas.rosterfile;

import java.util.Locale;

/** Words compared without case, spaces and punctuation. */
public final class Spelling {

    private Spelling() {}

    /** Lower-case letters and digits only: {@code Jenis Kelamin } and {@code JENIS_KELAMIN} are one. */
    public static String letters(String text) {
        return keep(text, "");
    }

    /** As {@link #letters}, but keeps the signs that tell two codes apart: {@code =< 900 WATT}, {@code > 900 WATT}. */
    public static String code(String text) {
        return keep(text, "<=>+");
    }

    /** Digits only: {@code 51.08.01.2001} and {@code 5108012001} are one. */
    public static String digits(String text) {
        int length = text.length();
        StringBuilder kept = null;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (kept == null && !digit) {
                kept = new StringBuilder(length).append(text, 0, i);
            } else if (kept != null && digit) {
                kept.append(c);
            }
        }
        return kept == null ? text : kept.toString();
    }

    /** Without blanks around it, no-break spaces among them. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == text.length() ? text : text.substring(start, end);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u200B' || c == '\uFEFF';
    }

    private static String keep(String text, String signs) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || signs.indexOf(c) >= 0) {
                kept.append(c);
            }
        }
        return kept.toString().toLowerCase(Locale.ROOT);
    }
}
