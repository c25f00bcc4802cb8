package id.tuntas.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Keeps files by their content. What is kept once is kept for good; the same content again costs nothing. */
public interface Evidence {

    /** Largest file anybody may send. */
    long MAX_BYTES = 100L * 1024 * 1024;

    /**
     * Writes a file to disk, durably, without holding it in memory. It is known to the regency only after {@link #register}.
     *
     * @throws id.tuntas.platform.Refusal 413 too-large beyond {@code maxBytes}; nothing stays behind
     */
    EvidenceFile keep(InputStream content, long maxBytes) throws IOException;

    /** Makes kept files known to a regency, in the caller's transaction. */
    void register(String regencyCode, Collection<EvidenceFile> files);

    /** Remembers a paper that is printed and not kept, in the caller's transaction or one of its own, so that {@link #registerSigned} knows it. */
    void rememberPrinted(String regencyCode, byte[] paper);

    /**
     * Makes a paper known that came back signed, in the caller's transaction.
     *
     * @param pointer to where it stands in the request
     * @throws id.tuntas.platform.Refusal 422 not-signed-copy for a file that is known already: byte for byte a paper that this house made, or
     *     evidence of something else
     */
    void registerSigned(String regencyCode, EvidenceFile paper, String pointer);

    Optional<EvidenceFile> find(String regencyCode, String sha256);

    /** The known ones of the given files, by SHA-256. */
    Map<String, EvidenceFile> findAll(String regencyCode, Collection<String> sha256);

    /** Where an accepted file lies, byte for byte as it came; empty for one that is unknown to the regency or not accepted. */
    Optional<Path> open(String regencyCode, String sha256);

    /** A small JPEG of an image, made on the spot when the background has not come to it yet; empty when there can be none. */
    Optional<Path> thumbnail(String regencyCode, String sha256);

    /** An image as it is shown in full: a JPEG without what a camera wrote beside the picture; empty when there can be none. */
    Optional<Path> view(String regencyCode, String sha256);
}
