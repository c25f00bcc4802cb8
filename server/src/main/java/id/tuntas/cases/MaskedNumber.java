package id.tuntas.cases;

import org.jspecify.annotations.Nullable;

/** A NIK or family card number as it may be shown without a recorded reason: the first and the last four digits. */
public final class MaskedNumber {

    private static final int SHOWN = 4;

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
}
