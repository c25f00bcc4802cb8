package id.tuntas.cli;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Regency;
import id.tuntas.rosterfile.cli.Misuse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People of an installation. */
@Command(name = "user")
final class UserCommand implements Callable<Integer> {

    private static final int PAGE = 500;
    private static final String PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_GROUPS = 4;
    private static final int PASSWORD_GROUP = 4;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    static CommandLine with(Tools tools, Output output) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new Add(tools, output))
                .addSubcommand(new ListAll(tools, output))
                .addSubcommand(new Disable(tools, output));
    }

    @Override
    public Integer call() {
        throw new Misuse(spec.commandLine(), "Pilih add, list atau disable.", "Choose add, list or disable.");
    }

    @Command(name = "add")
    private static final class Add implements Callable<Integer> {

        private final Tools tools;
        private final Output output;

        @Parameters(paramLabel = "USERNAME")
        private String username;

        @Option(names = "--name", required = true)
        private String name;

        @Option(names = "--role", required = true)
        private List<String> roles;

        @Option(names = "--phone")
        private @Nullable String phone;

        @Option(names = "--password-stdin")
        private boolean passwordFromInput;

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--json")
        private boolean json;

        Add(Tools tools, Output output) {
            this.tools = tools;
            this.output = output;
        }

        @Override
        public Integer call() {
            String password = passwordFromInput ? new Scanner(System.in).nextLine() : madePassword();
            return tools.on(data.orServed(), parts -> {
                String regency = parts.getBean(Regency.class).code();
                List<Grant> grants =
                        roles.stream().map(role -> grant(role, regency)).toList();
                Account account = parts.getBean(Accounts.class)
                        .create(null, new NewAccount(regency, username, name, phone, password, grants));
                Map<String, Object> document = view(account);
                List<String> lines = new ArrayList<>(List.of(line(account)));
                if (!passwordFromInput) {
                    document.put("password", password);
                    lines.add("Kata sandi / password: " + password);
                }
                output.answer(json, document, lines);
                return ExitCode.DONE;
            });
        }

        /** As {@code officer@51.08.05}; without a region, the whole regency. */
        private static Grant grant(String text, String regency) {
            int at = text.indexOf('@');
            String key = at < 0 ? text : text.substring(0, at);
            Role role = Role.ofKey(key).orElseThrow(() -> unknownRole(key));
            return new Grant(role, at < 0 ? regency : text.substring(at + 1));
        }

        private static Stop unknownRole(String key) {
            String known = Arrays.stream(Role.values()).map(Role::key).collect(Collectors.joining(", "));
            return Stop.refused(
                    "role",
                    "Peran " + key + " tidak dikenal; yang ada: " + known + ".",
                    "The role " + key + " is not known; there are: " + known + ".");
        }

        private static String madePassword() {
            SecureRandom random = new SecureRandom();
            StringBuilder password = new StringBuilder();
            for (int i = 0; i < PASSWORD_GROUPS * PASSWORD_GROUP; i++) {
                password.append(i > 0 && i % PASSWORD_GROUP == 0 ? "-" : "")
                        .append(PASSWORD_LETTERS.charAt(random.nextInt(PASSWORD_LETTERS.length())));
            }
            return password.toString();
        }
    }

    @Command(name = "list")
    private static final class ListAll implements Callable<Integer> {

        private final Tools tools;
        private final Output output;

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--json")
        private boolean json;

        ListAll(Tools tools, Output output) {
            this.tools = tools;
            this.output = output;
        }

        @Override
        public Integer call() {
            return tools.on(data.orServed(), parts -> {
                List<Account> accounts = all(parts);
                output.answer(
                        json,
                        Map.of("items", accounts.stream().map(UserCommand::view).toList()),
                        accounts.stream().map(UserCommand::line).toList());
                return ExitCode.DONE;
            });
        }

        private static List<Account> all(ApplicationContext parts) {
            String regency = parts.getBean(Regency.class).code();
            List<Account> accounts = new ArrayList<>();
            List<Account> page;
            do {
                String after = accounts.isEmpty() ? null : accounts.getLast().username();
                page = parts.getBean(Accounts.class).list(regency, after, PAGE);
                accounts.addAll(page);
            } while (page.size() == PAGE);
            return accounts;
        }
    }

    @Command(name = "disable")
    private static final class Disable implements Callable<Integer> {

        private final Tools tools;
        private final Output output;

        @Parameters(paramLabel = "USERNAME")
        private String username;

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--json")
        private boolean json;

        Disable(Tools tools, Output output) {
            this.tools = tools;
            this.output = output;
        }

        @Override
        public Integer call() {
            return tools.on(data.orServed(), parts -> {
                Accounts accounts = parts.getBean(Accounts.class);
                String regency = parts.getBean(Regency.class).code();
                Account account = accounts.findByUsername(username).orElseThrow(Refusal::notFound);
                accounts.disable(null, regency, account.id());
                Account disabled = accounts.find(regency, account.id()).orElseThrow();
                output.answer(json, view(disabled), List.of(line(disabled)));
                return ExitCode.DONE;
            });
        }
    }

    private static Map<String, Object> view(Account account) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", account.id().toString());
        view.put("username", account.username());
        view.put("name", account.name());
        view.put("phone", account.phone());
        view.put(
                "roles",
                account.roles().stream()
                        .map(grant -> Map.of("role", grant.role().key(), "region", grant.region()))
                        .toList());
        view.put("disabled", account.disabled());
        return view;
    }

    private static String line(Account account) {
        String roles = account.roles().stream()
                .map(grant -> grant.role().key() + "@" + grant.region())
                .collect(Collectors.joining(" "));
        return "%-20s %-30s %s%s"
                .formatted(
                        account.username(), account.name(), roles, account.disabled() ? "  (nonaktif / disabled)" : "");
    }
}
