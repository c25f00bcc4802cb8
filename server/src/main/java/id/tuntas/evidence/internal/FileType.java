package id.tuntas.evidence.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;

/** What a file is, by its first bytes; its name and what the sender calls it prove nothing. */
final class FileType {

    /** Enough for every signature. */
    static final int HEAD = 64 * 1024;

    static final String PDF = "application/pdf";

    private static final Set<String> ACCEPTED =
            Set.of("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", FileType.PDF);
    private static final Detector DETECTOR = new DefaultDetector();

    private FileType() {}

    static String of(byte[] head) {
        try (TikaInputStream in = TikaInputStream.get(head)) {
            MediaType type = DETECTOR.detect(in, new Metadata());
            return type.getBaseType().toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static boolean isAccepted(String mediaType) {
        return ACCEPTED.contains(mediaType);
    }
}
