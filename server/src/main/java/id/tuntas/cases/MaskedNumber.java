package id.tuntas.cases;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A NIK or family card number as it may be shown without a recorded reason: the first and the last four digits. */
public final class MaskedNumber {

    private static final int SHOWN = 4;
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("\\d{16}");

    private MaskedNumber() {}

    public static @Nullable String of(@Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        int hidden = number.length() - 2 * SHOWN;
        return hidden <= 0
                ? "•".repeat(number.length())
                : number.substring(0, SHOWN) + "•".repeat(hidden) + number.substring(number.length() - SHOWN);
    }

    /** A value of any kind, masked when it is such a number. */
    public static String within(String value) {
        return IDENTITY_NUMBER.matcher(value).matches() ? String.valueOf(of(value)) : value;
    }
}
