package id.tuntas.rosterfile.cli;

import id.tuntas.rosterfile.ProblemTexts;
import id.tuntas.rosterfile.Progress;
import id.tuntas.rosterfile.Stage;
import java.io.PrintWriter;

/**
 * Tells on standard error what a run is doing: on a terminal ({@code TUNTAS_TTY}, set by the launcher) in one line that is
 * rewritten, elsewhere in one line for each stage of each file.
 */
final class StageLine implements Progress {

    private final ProblemTexts texts;
    private final PrintWriter err;
    private final boolean rewritten = System.getenv("TUNTAS_TTY") != null;
    private String work = "";
    private int shown = -1;

    StageLine(ProblemTexts texts, PrintWriter err) {
        this.texts = texts;
        this.err = err;
    }

    @Override
    public void at(Stage stage, String file, long rows, int percent) {
        String now = (texts.get("stage." + stage.key()) + " " + file).strip();
        boolean changed = !now.equals(work);
        if (changed && rewritten && !work.isEmpty()) {
            err.println();
        }
        if (rewritten && (changed || percent != shown)) {
            err.printf("\r%s  %d %%", now, percent);
            if (stage == Stage.REPORT && percent == 100) {
                err.println();
            }
        } else if (changed) {
            err.println(now);
        }
        err.flush();
        work = now;
        shown = percent;
    }
}
