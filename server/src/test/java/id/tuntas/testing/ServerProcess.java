package id.tuntas.testing;

import id.tuntas.TuntasApplication;
import id.tuntas.platform.Postmaster;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The real server in a process of its own, started as {@code tuntas serve} starts it, with its embedded database; it can be killed. */
public final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final String READY = "Tuntas siap / ready: http://localhost:";

    private final Path data;
    private final Process process;
    private final int port;

    private ServerProcess(Path data, Process process, int port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    /** Returns once it says that it is ready. */
    public static ServerProcess start(Path data) throws IOException {
        Process process = command("serve", data)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling(data.getFileName() + ".log").toFile()))
                .start();
        try {
            return new ServerProcess(data, process, awaitPort(process));
        } catch (RuntimeException e) {
            end(data, process);
            throw e;
        }
    }

    /** How a server's verb is started, on a port of its own choice. */
    public static ProcessBuilder command(String verb, Path data) {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPathWithoutTests(),
                TuntasApplication.class.getName(),
                verb,
                "--port",
                "0",
                "--data",
                data.toString());
        command.environment().keySet().removeIf(name -> name.startsWith("TUNTAS_"));
        return command;
    }

    private static String classPathWithoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads on after the line that was waited for, so that the server never writes into a full pipe. */
    private static int awaitPort(Process process) {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader out = process.inputReader()) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith(READY)) {
                        port.complete(Integer.parseInt(line.substring(READY.length())));
                    }
                }
                port.completeExceptionally(new IllegalStateException("the server ended before it was ready"));
            } catch (IOException killed) {
                port.completeExceptionally(killed);
            }
        });
        return awaited(port);
    }

    private static <T> T awaited(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** The application's parts in this process, on this server's database and files; {@link Http} talks to this server. */
    public ConfigurableApplicationContext join() {
        return new SpringApplicationBuilder(TuntasApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .profiles("tool")
                .run(
                        "--tuntas.data=" + data,
                        "--tuntas.db-url=",
                        "--tuntas.join-database=true",
                        "--local.server.port=" + port,
                        "--logging.level.root=error");
    }

    /** As {@code kill -9} does; its database stays behind. */
    public void kill() {
        process.destroyForcibly();
        awaited(process.onExit());
    }

    /** As when the whole machine's programs die at once. */
    public void killWithDatabase() throws IOException {
        List<ProcessHandle> programs = new ArrayList<>(List.of(process.toHandle()));
        Postmaster.on(data.resolve("postgres"))
                .map(Postmaster::process)
                .ifPresent(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .forEach(programs::add));
        programs.forEach(ProcessHandle::destroyForcibly);
        programs.forEach(program -> awaited(program.onExit()));
    }

    /** Ends it as an operator does, and whatever a killed one left behind. */
    @Override
    public void close() throws IOException {
        end(data, process);
    }

    private static void end(Path data, Process process) {
        process.destroy();
        awaited(process.onExit());
        try {
            Postmaster.on(data.resolve("postgres")).ifPresent(Postmaster::end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
