package id.tuntas.review.internal;

import id.tuntas.forms.FormDefinition.QuestionType;
import id.tuntas.forms.Words;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** An answer that was written, not chosen, as people of each language write it; one that is not of its kind stays as it is. */
final class WrittenAnswer {

    /** Fewer digits may be those of a year. */
    private static final BigDecimal GROUPED = BigDecimal.valueOf(10_000);

    private static final int PLACES_OF_A_DEGREE = 5;

    /** What a form lets one type; "1E+999999999", which it does not, would be a billion digits. */
    private static final Pattern TYPED = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

    private WrittenAnswer() {}

    static Words of(QuestionType type, String value) {
        try {
            return switch (type) {
                case INTEGER, DECIMAL -> inBoth(locale -> number(typed(value), locale));
                case DATE -> Words.ofDay(LocalDate.parse(value));
                case LOCATION -> inBoth(locale -> place(value.split(" "), locale));
                default -> Words.same(value);
            };
        } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            return Words.same(value);
        }
    }

    private static Words inBoth(Function<Locale, String> text) {
        return new Words(text.apply(Locale.of("id")), text.apply(Locale.ENGLISH));
    }

    private static BigDecimal typed(String text) {
        if (!TYPED.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    private static String number(BigDecimal value, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setGroupingUsed(value.abs().compareTo(GROUPED) >= 0);
        format.setMaximumFractionDigits(value.scale());
        return format.format(value);
    }

    /** Latitude and longitude; height and accuracy follow in the answer. */
    private static String place(String[] parts, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(PLACES_OF_A_DEGREE);
        format.setMaximumFractionDigits(PLACES_OF_A_DEGREE);
        return format.format(typed(parts[0])) + "; " + format.format(typed(parts[1]));
    }
}
