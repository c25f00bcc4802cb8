package id.tuntas.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A start that somebody ends before the server is ready, as by Ctrl-C: he is told what that leaves, and nothing of what breaks on the way. */
final class BrokenStart {

    private volatile boolean possible = true;
    private volatile boolean happened;

    private BrokenStart() {}

    /** Watches from now on until {@link #cannotHappenAnyMore}. */
    static BrokenStart watched(PrintStream err) {
        BrokenStart start = new BrokenStart();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> start.tell(err)));
        return start;
    }

    private void tell(PrintStream err) {
        if (possible) {
            happened = true;
            LoggingSystem logging = LoggingSystem.get(BrokenStart.class.getClassLoader());
            List.of(LoggingSystem.ROOT_LOGGER_NAME, "id.tuntas")
                    .forEach(name -> logging.setLogLevel(name, LogLevel.OFF));
            err.println();
            err.println("Dihentikan sebelum siap. Yang sudah selesai tersimpan; start berikutnya melanjutkannya.");
            err.println("Stopped before it was ready. What is done is kept; the next start goes on from there.");
        }
    }

    void cannotHappenAnyMore() {
        possible = false;
    }

    /** Does not return while the program is on its way out, where a failure of the start only echoes that. */
    void endSilentlyIfItHappened() {
        while (happened) {
            LockSupport.park();
        }
    }
}
