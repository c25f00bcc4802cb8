package id.tuntas.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The data folder of a verb. A relative path is relative to the caller's folder; the default lies in the installation's folder, which the
 * launcher tells by {@code TUNTAS_HOME}.
 */
final class DataOption {

    @Option(names = "--data")
    private @Nullable Path data;

    Path orServed() {
        String set = System.getenv("TUNTAS_DATA");
        return or(set == null || set.isBlank() ? home().resolve("data/tuntas") : Path.of(set));
    }

    Path orDemo() {
        return or(home().resolve("data/demo"));
    }

    private Path or(Path otherwise) {
        return (data == null ? otherwise : data).toAbsolutePath().normalize();
    }

    private static Path home() {
        String home = System.getenv("TUNTAS_HOME");
        return Path.of(home == null ? "." : home);
    }
}
