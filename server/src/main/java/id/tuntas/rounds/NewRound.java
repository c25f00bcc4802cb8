package id.tuntas.rounds;

import id.tuntas.forms.EvidenceRules;
import java.time.LocalDate;
import java.util.List;

/** A round as somebody wants it to be. */
public record NewRound(
        String code,
        String name,
        LocalDate opens,
        LocalDate deadline,
        LocalDate zeroDate,
        String formId,
        String formVersion,
        List<DatedPovertyLine> povertyLines,
        EvidenceRules evidence,
        int attemptsBeforeNotFound,
        int answerDays,
        int phoneDays,
        RoundState state) {

    public static final int DEFAULT_ATTEMPTS = 2;
    public static final int DEFAULT_ANSWER_DAYS = 30;
    public static final int DEFAULT_PHONE_DAYS = 30;

    public NewRound {
        povertyLines = List.copyOf(povertyLines);
    }
}
