package id.tuntas.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asked by {@code ./tuntas doctor}: whether the database that is set up can be used. */
@Command(name = "database", hidden = true)
final class DatabaseCommand implements Callable<Integer> {

    private final Output output;

    @Option(names = "--json")
    private boolean json;

    DatabaseCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        String version = DatabaseCheck.requireUsable();
        output.answer(json, Map.of("version", version), List.of("PostgreSQL " + version));
        return ExitCode.DONE;
    }
}
