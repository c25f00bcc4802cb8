package id.tuntas.roster;

import java.util.List;
import org.springframework.core.io.InputStreamSource;

/** Files that were handed over together; they are one roster. */
public record UploadRoster(List<NewFile> files, RosterAbout about) {

    public UploadRoster {
        files = List.copyOf(files);
    }

    /**
     * @param name as the person knows it; what the file is, is decided by its content
     * @param content read once, never held whole
     */
    public record NewFile(String name, InputStreamSource content) {}
}
