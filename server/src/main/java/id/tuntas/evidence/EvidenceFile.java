package id.tuntas.evidence;

import org.jspecify.annotations.Nullable;

/**
 * One file that is kept, named by its content.
 *
 * @param sha256 in hex
 * @param mediaType as the content says, never as the name says
 * @param width pixels of an image; null when it is none or its size could not be read
 * @param trace when and where the camera says it took the photo; null when the file does not tell
 * @param accepted whether it is an image or a PDF; anything else is kept aside and never shown
 */
public record EvidenceFile(
        String sha256,
        long size,
        String mediaType,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable PhotoTrace trace,
        boolean accepted) {

    public boolean isImage() {
        return accepted && mediaType.startsWith("image/");
    }
}
