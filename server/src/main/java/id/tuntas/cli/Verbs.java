package id.tuntas.cli;

import id.tuntas.rosterfile.cli.Misuse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command line of the server and its tools: {@code VERB [options]}. Exit code 0 done, 1 problems found, 2 unusable input or refused, 3 something is missing on this
 * machine. With {@code --json} standard output holds one JSON document and nothing else.
 */
public final class Verbs {

    private static final List<String> HELP = List.of("--help", "-h", "help");
    static final List<String> WITH_HELP_TEXT = List.of("serve", "demo", "user", "token", "audit");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param application the Spring application that servers and tools start
     */
    public Verbs(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    @Command(name = "tuntas")
    private static final class Tuntas {}

    /** Does one verb and returns its exit code; a server's verb returns when the server has ended. */
    public int run(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty() || HELP.contains(words.getFirst())) {
            out.print(help("tuntas"));
            return words.isEmpty() ? ExitCode.REFUSED : ExitCode.DONE;
        }
        boolean json = words.contains("--json");
        CommandLine commands = commands();
        String verb = words.getFirst();
        if (WITH_HELP_TEXT.contains(verb) && words.stream().anyMatch(HELP.subList(0, 2)::contains)) {
            out.print(help(verb));
            return ExitCode.DONE;
        }
        commands.setParameterExceptionHandler((problem, given) -> refuse(problem, json));
        commands.setExecutionExceptionHandler((problem, command, result) -> fail(problem, json));
        return commands.execute(arguments);
    }

    private CommandLine commands() {
        Tools tools = new Tools(application);
        Output output = new Output(out, JSON);
        return new CommandLine(new Tuntas())
                .addSubcommand(new ServeCommand(application, out))
                .addSubcommand(new DemoCommand(application, out))
                .addSubcommand(UserCommand.with(tools, output))
                .addSubcommand(TokenCommand.with(tools, output))
                .addSubcommand(AuditCommand.with(tools, output))
                .addSubcommand(new DatabaseCommand(output));
    }

    private int refuse(ParameterException problem, boolean json) {
        String path = problem.getCommandLine().getCommandSpec().qualifiedName();
        String verb = path.split(" ").length > 1 ? path.split(" ")[1] + " " : "";
        Misuse misuse = Misuse.of(problem);
        return say(
                "usage",
                misuse.indonesian() + " Bantuan: ./tuntas " + verb + "--help",
                misuse.english() + " Help: ./tuntas " + verb + "--help",
                ExitCode.REFUSED,
                json);
    }

    private int fail(Exception problem, boolean json) {
        return switch (problem) {
            case Stop stop -> say(stop.code(), stop.indonesian(), stop.english(), stop.exitCode(), json);
            default -> {
                problem.printStackTrace(err);
                yield say(
                        "unexpected",
                        "Terjadi gangguan yang tidak diduga; rinciannya di atas.",
                        "Something unexpected went wrong; the details are above.",
                        ExitCode.REFUSED,
                        json);
            }
        };
    }

    private int say(String code, String indonesian, String english, int exitCode, boolean json) {
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", code);
            error.put("detail", Map.of("id", indonesian, "en", english));
            out.println(JSON.writeValueAsString(Map.of("error", error)));
        }
        err.println(indonesian);
        err.println(english);
        return exitCode;
    }

    static String help(String verb) {
        try (InputStream text = Verbs.class.getResourceAsStream("/help/" + verb + ".txt")) {
            if (text == null) {
                throw new IllegalStateException("no help for " + verb);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows a command's picocli specification to the test that compares it with its help text. */
    static CommandLine specification() {
        return new Verbs(Object.class, System.out, System.err).commands();
    }
}
