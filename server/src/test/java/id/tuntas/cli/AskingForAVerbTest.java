package id.tuntas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AskingForAVerbTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        return new Verbs(AskingForAVerbTest.class, new PrintStream(out, true), new PrintStream(err, true)).run(words);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    static Stream<String> verbs() {
        return Verbs.WITH_HELP_TEXT.stream();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void explainsEveryOptionInTheHelpOfItsVerb(String verb) {
        assertThat(run(verb, "--help")).isZero();
        assertThat(out())
                .contains(optionsOf(Verbs.specification().getSubcommands().get(verb)));
    }

    private static List<String> optionsOf(CommandLine command) {
        Stream<String> own = command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(CommandLine.Model.OptionSpec::longestName);
        Stream<String> below = command.getSubcommands().values().stream().flatMap(verb -> optionsOf(verb).stream());
        return Stream.concat(own, below).toList();
    }

    @Test
    void explainsTheVerbsWhenItIsAskedForNothing() {
        assertThat(run()).isEqualTo(ExitCode.REFUSED);
        assertThat(out()).contains("demo", "serve", "audit");
    }

    @Test
    void refusesAVerbThatIsNotThere() {
        assertThat(run("paint")).isEqualTo(ExitCode.REFUSED);
        assertThat(err()).contains("paint", "./tuntas --help");
    }

    @Test
    void refusesAnOptionThatIsNotThere() {
        assertThat(run("serve", "--colour", "red")).isEqualTo(ExitCode.REFUSED);
        assertThat(err()).contains("--colour", "./tuntas serve --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-02", "2023-10-19"})
    void refusesADayTheDemoCannotStandOn(String day) {
        assertThat(run("demo", "--day", day)).isEqualTo(ExitCode.REFUSED);
        assertThat(err()).contains("2023-02-03", "2023-10-18", "--day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "{folder}", "{folder}/tidak/ada.jsonl"})
    void refusesAnExportThatCannotBeWrittenBeforeItLooksAtTheData(String file) {
        String export = file.replace("{folder}", folder.toString());

        assertThat(run("audit", "verify", "--export", export, "--data", "/does/not/exist"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err().lines()).hasSize(2).allMatch(line -> line.startsWith("--export: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            demo --day 2023-02-30   | --day: 2023-02-30 bukan tanggal yang ada | --day: 2023-02-30 is no day of the calendar
            demo --port delapan     | --port: delapan bukan bilangan bulat     | --port: delapan is no whole number
            serve --warna           | Pilihan --warna tidak dikenal            | There is no option --warna
            serve sekarang          | Kata sekarang berlebih                   | The word sekarang is one too many
            serve --port            | Yang kurang: --port                      | What is missing: --port
            serve --port 1 --port 2 | --port hanya sekali                      | --port goes once only
            audit proof             | Yang kurang: <file>                      | What is missing: <file>
            """)
    void saysWhatIsWrongWithACallInBothLanguages(String call, String indonesian, String english) {
        assertThat(run(call.split(" "))).isEqualTo(ExitCode.REFUSED);
        assertThat(err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(indonesian),
                        line -> assertThat(line).startsWith(english));
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThat(run("serve", "--port", "70000")).isEqualTo(ExitCode.REFUSED);
        assertThat(err()).contains("0 sampai 65535");
    }

    @Test
    void answersARefusalAsOneJsonDocumentWhenJsonIsAskedFor() {
        assertThat(run("user", "list", "--json", "--data", "/does/not/exist")).isEqualTo(ExitCode.REFUSED);

        JsonNode error = JsonMapper.shared().readTree(out()).get("error");
        assertThat(error.get("code").asString()).isEqualTo("no-data");
        assertThat(error.get("detail").propertyNames()).containsExactlyInAnyOrder("id", "en");
    }

    @Test
    void namesTheFormOfADatabaseAddressThatIsWrong() {
        assertThat(problemOf("postgres://x")).isEqualTo("database-url");
    }

    @Test
    void namesADatabaseThatCannotBeReached() {
        assertThat(problemOf("jdbc:postgresql://127.0.0.1:1/x?connectTimeout=2"))
                .isEqualTo("database-unreachable");
    }

    private static String problemOf(String url) {
        try {
            DatabaseCheck.requireUsable(url, "nobody", "");
            return "";
        } catch (Stop stop) {
            return stop.code();
        }
    }
}
