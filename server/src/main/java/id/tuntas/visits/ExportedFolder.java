package id.tuntas.visits;

import id.tuntas.access.Actor;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.Submission.SentFile;
import java.util.List;

/** What a phone's export holds beside visits (docs/field-export.md): folders that another room knows by one of their files. */
public interface ExportedFolder {

    /** Name of the file that says what the folder is. */
    String file();

    /**
     * Takes one in as if the officer had sent it.
     *
     * @param content of the file
     * @param files the others of the folder, kept but not registered
     * @return whether it is new
     * @throws Refusal as the officer would be told
     */
    boolean take(Actor officer, byte[] content, List<SentFile> files);
}
