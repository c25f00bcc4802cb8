package id.tuntas.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a case, made to be read out on the telephone: at least six digits, a hyphen and a check digit, as {@code 000123-3}. The
 * check digit is Verhoeff's (J. Verhoeff, Error Detecting Decimal Codes, 1969): it finds every single wrong digit and every swap of two
 * neighbours.
 */
public record CaseNumber(String text) {

    public static final int SHORTEST = 7;
    public static final int LONGEST = 13;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-\\u2010-\\u2015]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + SHORTEST + "," + LONGEST + "}");

    private static final int[][] MULTIPLY = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[][] PERMUTE = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
        {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
        {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
        {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
        {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
    };
    private static final int[] INVERSE = {0, 4, 3, 2, 1, 5, 6, 7, 8, 9};

    public CaseNumber {
        if (!isSound(digits(text))) {
            throw new IllegalArgumentException("not a case number: " + text);
        }
    }

    /** The number of the n-th case. */
    public static CaseNumber of(long n) {
        String digits = String.format(Locale.ROOT, "%06d", n);
        return new CaseNumber(digits + "-" + INVERSE[checksum(digits + "0")]);
    }

    /** Reads a number as people write and say it, with or without hyphen and spaces; empty when its check digit does not fit. */
    public static Optional<CaseNumber> parse(String written) {
        String digits = digits(written);
        return isSound(digits)
                ? Optional.of(new CaseNumber(
                        digits.substring(0, digits.length() - 1) + "-" + digits.charAt(digits.length() - 1)))
                : Optional.empty();
    }

    /** Without the characters people put between digits. */
    public static String digits(String written) {
        return SEPARATORS.matcher(written).replaceAll("");
    }

    private static boolean isSound(String digits) {
        return DIGITS.matcher(digits).matches() && checksum(digits) == 0;
    }

    private static int checksum(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            check = MULTIPLY[check][PERMUTE[i % 8][digit]];
        }
        return check;
    }

    @Override
    public String toString() {
        return text;
    }
}
