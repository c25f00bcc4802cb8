package id.tuntas.visits.internal;

import id.tuntas.platform.ProblemTexts;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.IntakeOutcome.Reason;
import id.tuntas.visits.Receipt;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What people read about their posts. */
@Component
class VisitTexts {

    private final MessageSource messages;
    private final ProblemTexts problems;

    VisitTexts(MessageSource messages, ProblemTexts problems) {
        this.messages = messages;
        this.problems = problems;
    }

    String thanks(Receipt receipt, Locale locale) {
        return receipt.complete()
                ? messages.getMessage("submission.complete", null, locale)
                : messages.getMessage(
                        "submission.incomplete", new Object[] {receipt.missing().size()}, locale);
    }

    String problem(String code, Locale locale) {
        return messages.getMessage("problem." + code + ".detail", null, locale);
    }

    /** Why something was refused, and what of it. */
    String refused(Refusal refusal, Locale locale) {
        return Stream.concat(
                        Stream.ofNullable(problems.detail(refusal, locale).getDetail()),
                        problems.fields(refusal, locale).stream())
                .collect(Collectors.joining(" "));
    }

    static Refusal refusal(Reason reason) {
        return switch (reason) {
            case NOT_XML -> new Refusal(HttpStatus.BAD_REQUEST, "submission-unreadable");
            case FORM_UNKNOWN -> new Refusal(HttpStatus.NOT_FOUND, "submission-form-unknown");
            case TOO_LARGE -> new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        };
    }
}
