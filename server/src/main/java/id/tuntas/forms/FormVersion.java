package id.tuntas.forms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kept version of a form.
 *
 * @param sha256 of its XML, in hex
 * @param uploadedBy null for the form that comes with the program
 * @param lists the names of the lists of choices that came with it
 * @param media the names of the pictures, sounds and films that came with it
 * @param current whether it is the newest version of its form
 */
public record FormVersion(
        String formId,
        String version,
        String title,
        String sha256,
        @Nullable UUID uploadedBy,
        Instant uploadedAt,
        List<String> lists,
        List<String> media,
        boolean current) {}
