package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.MeetingSheet;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a village's meeting.
 *
 * @param edition of one on graduations, which one it is in its village
 * @param version of the sheet
 */
record Meeting(
        String regencyCode,
        UUID id,
        UUID roundId,
        String villageCode,
        MeetingPurpose purpose,
        int edition,
        boolean open,
        int version,
        MeetingSheet sheet,
        UUID openedBy,
        Instant openedAt,
        @Nullable String reopenedReason,
        @Nullable UUID closedBy,
        @Nullable Instant closedAt) {}
