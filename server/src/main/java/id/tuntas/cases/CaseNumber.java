package id.tuntas.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.CheckDigit;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

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

    private static final CheckDigit VERHOEFF = VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT;

    public CaseNumber {
        if (!isSound(digits(text))) {
            throw new IllegalArgumentException("not a case number: " + text);
        }
    }

    /** The number of the n-th case. */
    public static CaseNumber of(long n) {
        String digits = String.format(Locale.ROOT, "%06d", n);
        try {
            return new CaseNumber(digits + "-" + VERHOEFF.calculate(digits));
        } catch (CheckDigitException impossible) {
            throw new IllegalStateException(impossible);
        }
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
        return DIGITS.matcher(digits).matches() && VERHOEFF.isValid(digits);
    }

    @Override
    public String toString() {
        return text;
    }
}
