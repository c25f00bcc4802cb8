package id.tuntas.cli;

import id.tuntas.access.Accounts;
import id.tuntas.rosterfile.cli.Misuse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tokens with which programs speak for a person. */
@Command(name = "token")
final class TokenCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    static CommandLine with(Tools tools, Output output) {
        return new CommandLine(new TokenCommand()).addSubcommand(new Create(tools, output));
    }

    @Override
    public Integer call() {
        throw new Misuse(spec.commandLine(), "Lengkapi dengan create.", "Add create.");
    }

    @Command(name = "create")
    private static final class Create implements Callable<Integer> {

        private final Tools tools;
        private final Output output;

        @Option(names = "--user", required = true)
        private String username;

        @Option(names = "--name", required = true)
        private String name;

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--json")
        private boolean json;

        Create(Tools tools, Output output) {
            this.tools = tools;
            this.output = output;
        }

        @Override
        public Integer call() {
            return tools.on(data.orServed(), parts -> {
                String token = parts.getBean(Accounts.class).createToken(username, name);
                output.answer(
                        json,
                        Map.of("username", username, "name", name, "token", token),
                        List.of("Token (tampil sekali saja / shown once): " + token));
                return ExitCode.DONE;
            });
        }
    }
}
