package id.tuntas.forms;

import id.tuntas.access.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms of a regency, every version of them. A version that is kept never changes; the built-in form is there from the start. */
public interface Forms {

    /** All versions, by form and from the newest to the oldest, for whoever has to do with forms. */
    List<FormVersion> list(Actor actor);

    /** A version with its questions; read once and kept in memory. */
    Optional<FormDefinition> find(String regencyCode, String formId, String version);

    /** The newest version of a form. */
    Optional<FormDefinition> newest(String regencyCode, String formId);

    /** The check of one version; loaded once. */
    Optional<SubmissionCheck> check(String regencyCode, String formId, String version);

    /** Whether any version of this form is kept. */
    boolean isKnown(String regencyCode, String formId);

    /** A list of choices, a picture, a sound or a film that came with a version. */
    Optional<FormFile> file(String regencyCode, String formId, String version, String name);

    /** The pictures, sounds and films that came with a version: their MD5 in hex by their names. */
    Map<String, String> mediaHashes(String regencyCode, String formId, String version);

    /**
     * Keeps a new version with what comes with it: lists of choices, pictures, sounds, films. The same XML and files again are the same version.
     *
     * @param files by the names that the form calls them ({@code banjar.csv}, {@code rumah.jpg})
     * @throws id.tuntas.platform.Refusal 422 form-unreadable with a field for each problem; 409 form-version-taken when the version is kept
     *     with another content
     */
    FormVersion upload(Actor actor, byte[] xml, Map<String, byte[]> files);
}
