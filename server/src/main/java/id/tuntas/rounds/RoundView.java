package id.tuntas.rounds;

import id.tuntas.forms.PhotoKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A round as pages see it. */
public record RoundView(
        UUID id,
        String code,
        String name,
        LocalDate opens,
        LocalDate deadline,
        LocalDate zeroDate,
        String formId,
        String formVersion,
        List<DatedPovertyLine> povertyLines,
        Map<String, List<String>> evidence,
        int attemptsBeforeNotFound,
        int answerDays,
        int phoneDays,
        RoundState state,
        int version) {

    public static RoundView of(Round round) {
        Map<String, List<String>> evidence = new TreeMap<>();
        round.evidence()
                .required()
                .forEach((contact, photos) -> evidence.put(
                        contact.key(), photos.stream().map(PhotoKind::key).toList()));
        return new RoundView(
                round.id(),
                round.code(),
                round.name(),
                round.opens(),
                round.deadline(),
                round.zeroDate(),
                round.formId(),
                round.formVersion(),
                round.povertyLines(),
                evidence,
                round.attemptsBeforeNotFound(),
                round.answerDays(),
                round.phoneDays(),
                round.state(),
                round.version());
    }
}
