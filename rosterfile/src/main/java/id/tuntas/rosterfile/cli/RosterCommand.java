package id.tuntas.rosterfile.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

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
        Locale.setDefault(language(System.getenv()));
        System.exit(line().execute(args));
    }

    /** Indonesian, unless the person's terminal asks for English. */
    static Locale language(Map<String, String> environment) {
        boolean english = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.startsWith("en"))
                .isPresent();
        return english ? Locale.ENGLISH : Locale.of("id");
    }

    /** With one sentence instead of a stack trace where the machine lets the command down: a full disk, a folder without rights. */
    static CommandLine line() {
        return new CommandLine(new RosterCommand())
                .setParameterExceptionHandler(RosterCommand::refuse)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
                        command.getErr()
                                .println("Tidak dapat membaca atau menulis. / Can't read or write. "
                                        + failure.getMessage());
                        return MISSING;
                    }
                    throw failure;
                });
    }

    private static int refuse(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        Misuse misuse = Misuse.of(failure);
        String help = "./tuntas " + command.getCommandSpec().qualifiedName() + " --help";
        command.getErr().println(misuse.indonesian() + " Bantuan: " + help);
        command.getErr().println(misuse.english() + " Help: " + help);
        if (List.of(arguments).contains("--json")) {
            command.getOut().println(JsonLine.refusal(misuse.indonesian() + " / " + misuse.english()));
            command.getOut().flush();
        }
        return REFUSED;
    }
}
