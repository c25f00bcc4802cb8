package id.tuntas.cli;

import id.tuntas.ledger.AuditWatch;
import id.tuntas.platform.ProgressLine;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** How far an audit has come, a line for each of its stages. */
final class AuditProgress implements AuditWatch, AutoCloseable {

    private final PrintStream out;
    private @Nullable Stage stage;
    private @Nullable ProgressLine line;

    /** @param out standard error, where progress goes */
    AuditProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(Stage at, long done, long total) {
        if (at != stage || line == null) {
            close();
            stage = at;
            line = new ProgressLine(title(at), out);
        }
        line.at(done, total);
    }

    private static String title(Stage stage) {
        return switch (stage) {
            case ENTRIES -> "Entri / entries";
            case RECORDS -> "Catatan / records";
            case FILES -> "Berkas bukti / files of evidence";
        };
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
    }
}
