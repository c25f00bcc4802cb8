package id.tuntas.rosterfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MakingASampleOnTheCommandLineTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int roster(String... arguments) {
        return RosterCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p3ke-2022", "p3ke-2023", "dtsen"})
    void makesAListOfEachLayoutThatACheckLetsIn(String layout) {
        assertThat(roster("sample", "--families", "50", "--seed", "7", "--out", folder + "/a b", "--layout", layout))
                .isZero();
        Path file = folder.resolve("a b/roster-" + layout + "-50-7.xlsx");
        assertThat(out).hasToString(file + "\n");

        out.getBuffer().setLength(0);
        assertThat(roster("check", "--json", file.toString())).isZero();
        assertThat(out.toString())
                .startsWith("{\"families\":50,\"members\":")
                .endsWith("\"accepted\":50,\"problems\":[]}\n");
    }

    @Test
    void makesADirtyListThatACheckRejectsInPart() {
        roster("sample", "--families", "1000", "--seed", "7", "--out", folder.toString(), "--dirty", "0.03");

        Path file = folder.resolve("roster-p3ke-2022-1000-7.xlsx");
        out.getBuffer().setLength(0);
        assertThat(roster("check", "--json", file.toString())).isEqualTo(1);
        assertThat(out.toString()).startsWith("{\"families\":1000,").contains("\"severity\":\"error\"");
    }

    @ParameterizedTest
    @CsvSource({"0,0,p3ke-2022", "x,0,p3ke-2022", "10,1.5,p3ke-2022", "10,0,p3ke-2021"})
    void refusesAnOrderThatCannotBe(String families, String dirty, String layout) {
        assertThat(roster(
                        "sample",
                        "--families",
                        families,
                        "--seed",
                        "7",
                        "--out",
                        folder.toString(),
                        "--dirty",
                        dirty,
                        "--layout",
                        layout))
                .isEqualTo(2);
        assertThat(err.toString()).doesNotContain("Exception");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sample                                            | Yang kurang: --families N, --seed S, --out DIR | What is missing: --families N
            sample --families x --seed 7 --out .              | --families: x bukan bilangan bulat             | --families: x is no whole number
            sample --families 1 --seed 7 --out . --dirty 3%   | --dirty: 3% bukan bilangan; tulis seperti 0.03 | --dirty: 3% is no number
            sample --families 1 --seed 7 --out . --layout dtk | --layout: p3ke-2022, p3ke-2023, atau dtsen     | --layout: p3ke-2022, p3ke-2023 or dtsen
            sample --families 0 --seed 7 --out .              | --families dan --first paling sedikit 1        | --families and --first are at least 1
            check                                             | Yang kurang: FILE                              | What is missing: FILE
            check --warna a.csv                               | Pilihan --warna tidak dikenal                  | There is no option --warna
            """)
    void saysWhatIsWrongWithACallInBothLanguages(String call, String indonesian, String english) {
        assertThat(roster(call.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(indonesian),
                        line -> assertThat(line).startsWith(english));
    }

    @Test
    void refusesAFileWhereAFolderIsNeeded() throws IOException {
        Path file = Files.createFile(folder.resolve("a"));

        assertThat(roster("sample", "--families", "1", "--seed", "7", "--out", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("not a folder");
    }
}
