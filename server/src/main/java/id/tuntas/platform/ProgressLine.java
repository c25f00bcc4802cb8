package id.tuntas.platform;

import java.io.PrintStream;

/**
 * One line on the terminal that tells how far long work has come. On a terminal ({@code TUNTAS_TTY}, set by the launcher) it is rewritten in
 * place; elsewhere, a line for every tenth part.
 */
public final class ProgressLine implements AutoCloseable {

    private static final int PERCENT = 100;
    private static final int STEP = 10;

    private final String title;
    private final PrintStream out;
    private final boolean rewritten;
    private long shown = -1;

    /** @param out standard error, where progress goes */
    public ProgressLine(String title, PrintStream out) {
        this(title, out, System.getenv("TUNTAS_TTY") != null);
    }

    ProgressLine(String title, PrintStream out, boolean rewritten) {
        this.title = title;
        this.out = out;
        this.rewritten = rewritten;
    }

    public synchronized void at(long done, long total) {
        long percent = total <= 0 ? 0 : Math.min(PERCENT, done * PERCENT / total);
        long step = rewritten ? percent : percent / STEP * STEP;
        if (step == shown) {
            return;
        }
        shown = step;
        if (rewritten) {
            out.printf("\r  %s  %3d %%", title, percent);
        } else {
            out.printf("  %s  %d %%%n", title, percent);
        }
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (rewritten && shown >= 0) {
            out.println();
        }
    }
}
