package id.tuntas.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an officer holds in hand afterwards. The same content gets the same receipt, however often it is sent.
 *
 * @param contentHash SHA-256 of the instance as sent, in hex
 * @param missing names of files that the answers speak of and that have not come yet
 * @param visitId what the visit will be known by
 * @param entryId the ledger's entry
 */
public record Receipt(
        String instanceId, String contentHash, List<String> missing, Instant receivedAt, UUID visitId, UUID entryId) {

    public Receipt {
        missing = List.copyOf(missing);
    }

    public ReceiptNumber number() {
        return ReceiptNumber.of(contentHash);
    }

    public boolean complete() {
        return missing.isEmpty();
    }
}
