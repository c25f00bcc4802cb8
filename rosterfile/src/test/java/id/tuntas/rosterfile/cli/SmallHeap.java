package id.tuntas.rosterfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code roster check --json} in a process of its own that may use little memory. */
record SmallHeap(int exitCode, String out) {

    static SmallHeap check(String heap, Path file, Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RosterCommand.class.getName(),
                        "check",
                        "--json",
                        file.toString())
                .redirectError(err.toFile())
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(err).content().doesNotContain("OutOfMemoryError", "Exception");
        return new SmallHeap(process.exitValue(), Files.readString(out));
    }
}
