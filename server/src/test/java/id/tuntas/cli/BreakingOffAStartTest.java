package id.tuntas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class BreakingOffAStartTest {

    @TempDir
    private Path folder;

    @Test
    void endsTheDemoThatIsSeededWithASentenceInEachLanguage() throws IOException, InterruptedException {
        Process demo = ServerProcess.command("demo", folder.resolve("data")).start();
        try (BufferedReader told = demo.errorReader()) {
            String line = told.readLine();
            while (line != null && !line.matches(".* [1-9]\\d? %")) {
                line = told.readLine();
            }
            demo.toHandle().destroy();
            List<String> rest = told.lines()
                    .filter(one -> !one.contains(" %") && !one.isBlank())
                    .toList();

            assertThat(rest)
                    .satisfiesExactly(
                            indonesian -> assertThat(indonesian).startsWith("Dihentikan sebelum siap."),
                            english -> assertThat(english).startsWith("Stopped before it was ready."));
        }
        assertThat(demo.waitFor()).isEqualTo(128 + 15);
    }
}
