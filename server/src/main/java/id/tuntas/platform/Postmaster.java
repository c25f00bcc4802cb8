package id.tuntas.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL that runs on a data folder, as the folder's {@code postmaster.pid} tells.
 *
 * @param ready whether it takes connections
 */
public record Postmaster(ProcessHandle process, int port, boolean ready) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PROCESSES = Path.of("/proc");
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The one on this folder; empty when none runs. A process that merely got the number of an earlier one is not taken for it. */
    public static Optional<Postmaster> on(Path folder) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready");
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> worksOn(process, folder))
                .map(process -> new Postmaster(
                        process, Integer.parseInt(lines.get(PORT_LINE).strip()), ready));
    }

    /** A PostgreSQL works inside its data folder; where the system does not tell, the program's name must do. */
    private static boolean worksOn(ProcessHandle process, Path folder) {
        Path workplace = PROCESSES.resolve(Long.toString(process.pid())).resolve("cwd");
        if (Files.isDirectory(PROCESSES.resolve("self"))) {
            try {
                return Files.isSameFile(workplace, folder);
            } catch (IOException gone) {
                return false;
            }
        }
        return process.info().command().orElse("").contains("postgres");
    }

    /** Ends it and waits; its committed data stay. */
    public void end() {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(
                    "the PostgreSQL of an earlier run, process " + process.pid() + ", does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
