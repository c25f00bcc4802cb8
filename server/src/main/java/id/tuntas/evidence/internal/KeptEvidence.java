package id.tuntas.evidence.internal;

import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptEvidence implements Evidence {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final EvidenceFolder folder;
    private final EvidenceStore store;
    private final Clock clock;

    KeptEvidence(EvidenceFolder folder, EvidenceStore store, Clock clock) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public EvidenceFile keep(InputStream content, long maxBytes) throws IOException {
        return folder.keep(content, maxBytes);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(String regencyCode, Collection<EvidenceFile> files) {
        store.insert(regencyCode, files, clock.instant());
    }

    @Override
    @Transactional
    public void rememberPrinted(String regencyCode, byte[] paper) {
        store.insertPrinted(regencyCode, Hashes.hex(Hashes.sha256(paper)), clock.instant());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void registerSigned(String regencyCode, EvidenceFile paper, String pointer) {
        if (store.printed(regencyCode, paper.sha256()) || !store.insertNew(regencyCode, paper, clock.instant())) {
            throw Refusal.invalid(pointer, "not-signed-copy");
        }
    }

    @Override
    public Optional<EvidenceFile> find(String regencyCode, String sha256) {
        return Optional.ofNullable(findAll(regencyCode, List.of(sha256)).get(sha256));
    }

    @Override
    public Map<String, EvidenceFile> findAll(String regencyCode, Collection<String> sha256) {
        List<String> sound =
                sha256.stream().filter(hash -> SHA256.matcher(hash).matches()).toList();
        return sound.isEmpty() ? Map.of() : store.find(regencyCode, sound);
    }

    @Override
    public Optional<Path> open(String regencyCode, String sha256) {
        return find(regencyCode, sha256).filter(EvidenceFile::accepted).map(file -> folder.place(file.sha256()));
    }

    @Override
    public Optional<Path> thumbnail(String regencyCode, String sha256) {
        return picture(regencyCode, sha256, Picture.Size.THUMBNAIL);
    }

    @Override
    public Optional<Path> view(String regencyCode, String sha256) {
        return picture(regencyCode, sha256, Picture.Size.VIEW);
    }

    private Optional<Path> picture(String regencyCode, String sha256, Picture.Size size) {
        return find(regencyCode, sha256).filter(EvidenceFile::isImage).flatMap(file -> {
            try {
                return folder.makePicture(file.sha256(), size);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
