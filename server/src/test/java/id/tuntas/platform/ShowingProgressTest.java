package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShowingProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesALineForEveryTenthPartWhereNoTerminalIs() {
        try (ProgressLine line = new ProgressLine("Kunjungan", out, false)) {
            for (int done = 0; done <= 552; done++) {
                line.at(done, 552);
            }
        }

        assertThat(shown().lines()).hasSize(11).last().isEqualTo("  Kunjungan  100 %");
    }

    @Test
    void rewritesOneLineOnATerminal() {
        try (ProgressLine line = new ProgressLine("Kunjungan", out, true)) {
            line.at(1, 2);
            line.at(2, 2);
        }

        assertThat(shown()).isEqualTo("\r  Kunjungan   50 %\r  Kunjungan  100 %" + System.lineSeparator());
    }
}
