package id.tuntas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.decrees.AnnexProof;
import id.tuntas.decrees.AnnexProof.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Without a server and without data. */
class CheckingAProofTest {

    private static final LocalDate DAY = LocalDate.of(2023, 3, 1);
    private static final List<Row> LIST = List.of(new Row("000123-3", "{\"name\":\"Ni Luh Contoh\"}"));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... words) {
        PrintStream printed = new PrintStream(out, true);
        return new Verbs(CheckingAProofTest.class, printed, printed).run(words);
    }

    private String proofOf(String number) throws IOException {
        AnnexProof proof = AnnexProof.of("BLL-2023-1", "460/101", DAY, DAY, LIST, number);
        Path file = folder.resolve("bukti.json");
        Files.writeString(file, JsonMapper.builder().build().writeValueAsString(proof));
        return file.toString();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysThatANumberIsOnTheList() throws IOException {
        assertThat(run("audit", "proof", proofOf("000123-3"), "--root", AnnexProof.root(LIST)))
                .isEqualTo(ExitCode.DONE);
        assertThat(said()).contains("ADA di daftar", "000123-3", "460/101").doesNotContain("--root");
    }

    @Test
    void saysThatANumberIsNot() throws IOException {
        assertThat(run("audit", "proof", proofOf("000124-1"), "--json")).isEqualTo(ExitCode.DONE);
        assertThat(said()).contains("\"holds\":true", "\"listed\":false", "\"rootGiven\":false");
    }

    @Test
    void provesNothingAgainstAnotherRoot() throws IOException {
        assertThat(run("audit", "proof", proofOf("000123-3"), "--root", "00".repeat(32)))
                .isEqualTo(ExitCode.PROBLEMS);
        assertThat(said()).contains("TIDAK terbukti");
    }

    @Test
    void refusesWhatIsNoProof() throws IOException {
        Path file = Files.writeString(folder.resolve("lain.json"), "[1,2]");

        assertThat(run("audit", "proof", file.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(run("audit", "proof", folder.resolve("tidak-ada.json").toString()))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(said()).contains("lain.json", "tidak-ada.json");
    }
}
