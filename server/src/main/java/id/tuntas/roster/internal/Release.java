package id.tuntas.roster.internal;

import id.tuntas.roster.RosterScope;
import id.tuntas.roster.RosterState;
import id.tuntas.roster.RosterSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One release as it is kept.
 *
 * @param roundId the round it was compared with, or committed to
 * @param scopeReason said, first, mended, allNew, shorter or overlap
 * @param state as it is; a job that failed for good shows in it
 * @param comparedTo the newest committed release of the round when it was compared
 */
record Release(
        String regencyCode,
        UUID id,
        @Nullable UUID roundId,
        @Nullable String source,
        @Nullable LocalDate releasedOn,
        @Nullable String bastNumber,
        RosterScope scope,
        String scopeReason,
        RosterState state,
        @Nullable UUID jobId,
        int families,
        int members,
        int accepted,
        int rejected,
        int warned,
        int villages,
        @Nullable StoredReport report,
        @Nullable Compared comparison,
        @Nullable UUID comparedTo,
        UUID uploadedBy,
        Instant uploadedAt,
        @Nullable UUID committedBy,
        @Nullable Instant committedAt,
        List<RosterSummary.File> files) {

    static final String SAID = "said";

    /** Families by what a release does to them. */
    record Compared(long added, long dropped, long changed, long returned, long same) {

        boolean touchesKnownFamilies() {
            return dropped + changed + returned > 0;
        }
    }

    int ordinalOf(String file) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).name().equals(file)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("No file " + file);
    }
}
