package id.tuntas.visits.internal;

import id.tuntas.visits.Submission;
import id.tuntas.visits.Submission.Client;
import id.tuntas.visits.Submission.SentFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is about to be written.
 *
 * @param regionCode where the ledger puts it; the family is not known yet, so it is the officer's region
 * @param fileNames files that the answers speak of
 */
record NewSubmission(
        String regencyCode,
        UUID id,
        String instanceId,
        byte[] contentHash,
        @Nullable String deprecatedId,
        String formId,
        String formVersion,
        UUID officerId,
        String regionCode,
        @Nullable String deviceId,
        @Nullable Long skewSeconds,
        Client client,
        byte[] xml,
        List<String> fileNames,
        Instant receivedAt,
        List<SentFile> files) {

    static final int LONGEST_DEVICE_ID = 200;

    static @Nullable String deviceId(Submission submission) {
        String given = submission.deviceId();
        return given == null || given.length() <= LONGEST_DEVICE_ID ? given : given.substring(0, LONGEST_DEVICE_ID);
    }
}
