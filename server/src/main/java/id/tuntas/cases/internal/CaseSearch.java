package id.tuntas.cases.internal;

import id.tuntas.cases.CaseNumber;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** What somebody typed into the search field, understood. */
sealed interface CaseSearch {

    record Everything() implements CaseSearch {}

    record ByNumber(CaseNumber number) implements CaseSearch {}

    /** The first digits of a number, as somebody types them. */
    record ByNumberStart(String digits) implements CaseSearch {}

    record ByNik(String nik) implements CaseSearch {}

    /** Names and address, typing errors forgiven; in lower case. */
    record ByText(String text) implements CaseSearch {}

    Pattern DIGITS = Pattern.compile("[0-9]+");
    int NIK_LENGTH = 16;
    int LONGEST = 200;

    /**
     * Digits are a case number or, with sixteen of them, a NIK; everything else is text.
     *
     * @throws Refusal 422 case-number-check for a full case number whose check digit does not fit
     */
    static CaseSearch of(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Everything();
        }
        if (text.length() > LONGEST) {
            throw Refusal.invalid("/q", "too-long", LONGEST);
        }
        String digits = CaseNumber.digits(text);
        if (!DIGITS.matcher(digits).matches()) {
            return new ByText(text.toLowerCase(Locale.ROOT));
        }
        if (digits.length() == NIK_LENGTH) {
            return new ByNik(digits);
        }
        if (digits.length() < CaseNumber.SHORTEST || digits.length() > CaseNumber.LONGEST) {
            return new ByNumberStart(digits);
        }
        return CaseNumber.parse(digits)
                .<CaseSearch>map(ByNumber::new)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "case-number-check",
                        List.of(new FieldProblem("/q", "case-number-check", List.of())),
                        text));
    }
}
