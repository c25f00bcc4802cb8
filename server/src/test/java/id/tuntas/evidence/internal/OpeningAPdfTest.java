package id.tuntas.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Pdf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningAPdfTest {

    @TempDir
    private Path folder;

    @Test
    void onlyWhatHasAPageIsOne() throws IOException {
        assertThat(opens(Pdf.page())).isTrue();
        assertThat(opens("%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII))).isFalse();
        assertThat(opens("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
                        .getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(opens(Arrays.copyOf(Pdf.page(), 40))).isFalse();
    }

    private boolean opens(byte[] content) throws IOException {
        return PdfPages.opens(Files.write(folder.resolve("berkas.pdf"), content));
    }
}
