package id.tuntas.rosterfile;

import java.nio.file.Path;
import java.util.Objects;

/**
 * @param name as the person knows it; what the file is, is decided by its content
 */
public record RosterFile(Path path, String name) {

    public static RosterFile of(Path path) {
        return new RosterFile(
                path, Objects.requireNonNullElse(path.getFileName(), path).toString());
    }
}
