package id.tuntas.evidence.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether a file that begins like a PDF is one: it opens without a password and has a page. */
final class PdfPages {

    private PdfPages() {}

    static boolean opens(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return document.getNumberOfPages() > 0;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }
}
