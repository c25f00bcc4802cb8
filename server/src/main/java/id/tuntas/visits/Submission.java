package id.tuntas.visits;

import id.tuntas.access.Device;
import id.tuntas.evidence.EvidenceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One post of an officer's client: the instance and some of its files, which are on disk already.
 *
 * @param xml the instance, byte for byte
 * @param deviceId as the client calls itself; proves nothing
 * @param skewSeconds how far the phone's clock is ahead of ours; null when nobody measured it
 */
public record Submission(
        byte[] xml,
        List<SentFile> files,
        Client client,
        @Nullable String deviceId,
        @Nullable Long skewSeconds) {

    public Submission {
        files = List.copyOf(files);
    }

    public Submission(byte[] xml, List<SentFile> files, Client client, @Nullable String deviceId) {
        this(xml, files, client, deviceId, null);
    }

    /** The same, from a phone that is registered. */
    public Submission from(Device phone) {
        return new Submission(xml, files, client, phone.deviceId(), phone.skewSeconds());
    }

    /** @param name as the instance names the file */
    public record SentFile(String name, EvidenceFile file) {}

    /** What the officer filled the form with. */
    public enum Client {
        COLLECT("collect"),
        FIELD("field"),
        DEMO("demo");

        private final String key;

        Client(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
