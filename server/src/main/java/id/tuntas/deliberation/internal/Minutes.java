package id.tuntas.deliberation.internal;

import java.time.Instant;
import java.util.List;

/**
 * The paper that stands for a closed meeting, as it is kept.
 *
 * @param code names it to anybody who holds it
 * @param sha256 of the PDF
 * @param signed what came back from the hall, the newest first
 */
record Minutes(String code, String sha256, Instant madeAt, List<Signed> signed) {

    /** A signed copy: a scan or a photo. */
    record Signed(String sha256, String mediaType, long size, String by, Instant at) {}
}
