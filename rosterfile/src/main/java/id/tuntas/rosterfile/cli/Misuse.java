package id.tuntas.rosterfile.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A call of the command line that cannot be done as it is given, in a sentence of each language; the server's verbs speak by it too. */
public final class Misuse extends ParameterException {

    private static final long serialVersionUID = 1L;

    private final String indonesian;
    private final String english;

    public Misuse(CommandLine command, String indonesian, String english) {
        super(command, english);
        this.indonesian = indonesian;
        this.english = english;
    }

    /** What the parser complains of, in the words of the house. */
    public static Misuse of(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        return switch (failure) {
            case Misuse told -> told;
            case UnmatchedArgumentException unknown -> {
                String word = unknown.getUnmatched().getFirst();
                yield word.startsWith("-")
                        ? new Misuse(command, "Pilihan " + word + " tidak dikenal.", "There is no option " + word + ".")
                        : new Misuse(command, "Kata " + word + " berlebih.", "The word " + word + " is one too many.");
            }
            case MissingParameterException lacking -> {
                String missing = named(lacking.getMissing());
                yield new Misuse(command, "Yang kurang: " + missing + ".", "What is missing: " + missing + ".");
            }
            case OverwrittenOptionException twice -> {
                String option = name(twice.getOverwritten());
                yield new Misuse(command, option + " hanya sekali.", option + " goes once only.");
            }
            default ->
                failure.getArgSpec() == null
                        ? new Misuse(command, failure.getMessage(), failure.getMessage())
                        : unreadable(failure);
        };
    }

    private static Misuse unreadable(ParameterException failure) {
        String given = name(failure.getArgSpec()) + ": " + failure.getValue();
        Class<?> wanted = failure.getArgSpec().type();
        if (wanted == LocalDate.class) {
            return new Misuse(
                    failure.getCommandLine(),
                    given + " bukan tanggal yang ada; tulis seperti 2023-02-03.",
                    given + " is no day of the calendar; write it as 2023-02-03.");
        }
        if (wanted == double.class) {
            return new Misuse(
                    failure.getCommandLine(),
                    given + " bukan bilangan; tulis seperti 0.03.",
                    given + " is no number; write it as 0.03.");
        }
        return new Misuse(
                failure.getCommandLine(),
                given + " bukan bilangan bulat yang dapat dipakai.",
                given + " is no whole number that can be used.");
    }

    private static String named(List<ArgSpec> missing) {
        return missing.stream().map(Misuse::nameAndValue).collect(Collectors.joining(", "));
    }

    private static String nameAndValue(ArgSpec missing) {
        return missing.isOption() ? name(missing) + " " + missing.paramLabel() : missing.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    public String indonesian() {
        return indonesian;
    }

    public String english() {
        return english;
    }
}
