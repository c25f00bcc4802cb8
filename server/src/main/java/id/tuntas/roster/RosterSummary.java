package id.tuntas.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One release as a list shows it. Counts are of families but for {@code members}.
 *
 * @param families read
 * @param accepted may come in
 * @param rejected read and kept out
 * @param warned accepted ones that carry a warning
 * @param jobId the check or commit in hand, or the last one
 */
public record RosterSummary(
        UUID id,
        @Nullable String source,
        @Nullable LocalDate releasedOn,
        @Nullable String bastNumber,
        RosterState state,
        RosterScope scope,
        List<File> files,
        int families,
        int members,
        int accepted,
        int rejected,
        int warned,
        Instant uploadedAt,
        @Nullable String uploadedBy,
        @Nullable Instant committedAt,
        @Nullable String committedBy,
        @Nullable UUID jobId) {

    public RosterSummary {
        files = List.copyOf(files);
    }

    public record File(String name, String sha256, long size) {}
}
