package id.tuntas.rounds;

import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.PovertyLine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * One verification campaign.
 *
 * @param zeroDate the day by which no family may be extremely poor
 * @param povertyLines by their first day, never empty
 * @param attemptsBeforeNotFound how often an officer goes before he may say that a family is not to be found
 * @param answerDays within how many days a citizen's nomination or objection is answered
 * @param phoneDays for how many days after that his telephone number is kept
 */
public record Round(
        UUID id,
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
        RoundState state,
        int version) {

    public Round {
        povertyLines = povertyLines.stream()
                .sorted(Comparator.comparing(DatedPovertyLine::from))
                .toList();
    }

    /** The line that holds on a day: the latest one that began by then; before the first one, the first. */
    public PovertyLine povertyLineOn(LocalDate day) {
        DatedPovertyLine holding = povertyLines.getFirst();
        for (DatedPovertyLine line : povertyLines) {
            if (!line.from().isAfter(day)) {
                holding = line;
            }
        }
        return holding.line();
    }
}
