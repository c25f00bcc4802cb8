package id.tuntas.rosterfile.cli;

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

    public static void main(String[] args) {
        System.exit(new CommandLine(new RosterCommand()).execute(args));
    }
}
