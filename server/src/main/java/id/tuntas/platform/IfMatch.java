package id.tuntas.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The header If-Match (RFC 9110 section 13.1.1) holding a row's version as an entity tag. */
public final class IfMatch {

    private IfMatch() {}

    /** Throws {@link Refusal} 428 without a header and 412 for one that can fit no version. */
    public static int version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Refusal(HttpStatus.PRECONDITION_REQUIRED, "if-match-required");
        }
        try {
            return Integer.parseInt(header.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
    }

    public static String tag(int version) {
        return '"' + Integer.toString(version) + '"';
    }
}
