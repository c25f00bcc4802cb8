package id.tuntas.evidence;

import id.tuntas.platform.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Kept files as a browser gets them; whether the asker may see one is for the caller to say. */
@Component
public class ShownEvidence {

    /** A file's address is its content, so it can be kept; but only by the person who was allowed to see it. */
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Evidence evidence;

    ShownEvidence(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Images are shown without what a camera wrote beside the picture; the bytes of the hash stay in the store.
     *
     * @param size {@code thumb} for a small one
     * @throws Refusal 404 for a file that is unknown to the regency or that cannot be shown
     */
    public ResponseEntity<Resource> answer(String regencyCode, String sha256, @Nullable String size) {
        EvidenceFile file = evidence.find(regencyCode, sha256).orElseThrow(Refusal::notFound);
        if (!file.isImage()) {
            Path path = evidence.open(regencyCode, sha256).orElseThrow(Refusal::notFound);
            return answer(path, file.mediaType(), FOR_GOOD);
        }
        Optional<Path> picture =
                "thumb".equals(size) ? evidence.thumbnail(regencyCode, sha256) : evidence.view(regencyCode, sha256);
        return answer(picture.orElseThrow(Refusal::notFound), MediaType.IMAGE_JPEG_VALUE, FOR_GOOD);
    }

    public static ResponseEntity<Resource> answer(Path path, String mediaType, CacheControl cache) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .cacheControl(cache)
                .header("Content-Disposition", "inline")
                .body(new FileSystemResource(path));
    }
}
