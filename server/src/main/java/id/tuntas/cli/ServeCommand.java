package id.tuntas.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Production. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

    private final Class<?> application;
    private final PrintStream out;

    @Option(names = "--port", defaultValue = "8080")
    private int port;

    @Mixin
    private DataOption data = new DataOption();

    /** The launcher lets the server start once and end at once, to record what the JVM shall load ahead. */
    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    ServeCommand(Class<?> application, PrintStream out) {
        this.application = application;
        this.out = out;
    }

    @Override
    public Integer call() {
        ServerRun server = new ServerRun(application, out, "serve", port).requirePort();
        if (DatabaseCheck.configured()) {
            DatabaseCheck.requireUsable();
        }
        try (DataFolder folder = DataFolder.forServer(data.orServed(), DataFolder.Kind.SERVE)) {
            if (rehearse) {
                try (ConfigurableApplicationContext context = server.start(folder, new CountDownLatch(1))) {
                    return new Rehearsal(context).run();
                }
            }
            return server.run(folder);
        }
    }
}
