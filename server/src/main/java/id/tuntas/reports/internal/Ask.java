package id.tuntas.reports.internal;

import id.tuntas.access.Actor;
import id.tuntas.rounds.Round;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked to be.
 *
 * @param actor for whom it is made, with no more than the regions it speaks of
 * @param regions everything inside them; one where a region was chosen, else all in which its maker may read
 * @param region the one that was chosen
 * @param zero of a family list, which families of it by where they stand on the way to zero
 * @param day by whose end it speaks; of a quarterly report, one of the quarter's
 * @param purpose what it is for; null where no family stands in it by name
 */
record Ask(
        UUID id,
        Actor actor,
        Round round,
        ReportKind kind,
        ReportFormat format,
        List<String> regions,
        @Nullable String region,
        @Nullable Standing standing,
        @Nullable ZeroFilter zero,
        LocalDate day,
        @Nullable String purpose) {

    String regencyCode() {
        return actor.regencyCode();
    }

    /** LIKE patterns of what it speaks of. */
    String[] scope() {
        return regions.stream().map(code -> code + "%").toArray(String[]::new);
    }
}
