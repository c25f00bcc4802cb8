package id.tuntas.rosterfile.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./tuntas roster}: checks lists and makes up samples, without a server and without a database. */
@Command(
        name = "roster",
        description = {"Memeriksa dan membuat contoh data P3KE dan DTSEN.", "Checks rosters and makes up samples."},
        mixinStandardHelpOptions = true,
        subcommands = {CheckCommand.class, SampleCommand.class})
public final class RosterCommand {

    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int REFUSED = 2;

    static final int MISSING = 3;

    public static void main(String[] args) {
        System.exit(line().execute(args));
    }

    /** With one sentence instead of a stack trace where the machine lets the command down: a full disk, a folder without rights. */
    static CommandLine line() {
        return new CommandLine(new RosterCommand()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IOException || failure instanceof UncheckedIOException) {
                command.getErr()
                        .println("Tidak dapat membaca atau menulis. / Can't read or write. " + failure.getMessage());
                return MISSING;
            }
            throw failure;
        });
    }
}
