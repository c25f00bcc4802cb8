package id.tuntas.cli;

import id.tuntas.demo.DemoCalendar;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The demo: a server with its own data folder and embedded database, seeded when it is empty. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private final Class<?> application;
    private final PrintStream out;

    @Option(names = "--port", defaultValue = "8080")
    private int port;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--day")
    private @Nullable LocalDate day;

    @Option(names = "--fresh")
    private boolean fresh;

    DemoCommand(Class<?> application, PrintStream out) {
        this.application = application;
        this.out = out;
    }

    @Override
    public Integer call() {
        requireDay();
        ServerRun server = new ServerRun(application, out, "demo", port)
                .requirePort()
                .with("tuntas.db-url", "")
                .with("tuntas.shortest-password", 1)
                .with("tuntas.demo.day", day == null ? "" : day.toString());
        try (DataFolder folder = DataFolder.forServer(data.orDemo(), DataFolder.Kind.DEMO)) {
            if (fresh) {
                folder.wipeDemo();
            }
            return server.run(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireDay() {
        if (day != null && (day.isBefore(DemoCalendar.FIRST_DAY) || day.isAfter(DemoCalendar.LAST_DAY))) {
            String range = DemoCalendar.FIRST_DAY + " – " + DemoCalendar.LAST_DAY;
            throw Stop.refused(
                    "demo-day",
                    "Peragaan berlangsung " + range + "; pilih --day di antaranya.",
                    "The demo goes " + range + "; choose a --day between them.");
        }
    }
}
