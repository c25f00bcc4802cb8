package id.tuntas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningADataFolderTest {

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("data");
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.code()).isEqualTo(code));
    }

    @Test
    void makesAFolderThatIsNotThereAndMarksIt() {
        DataFolder.forServer(folder(), DataFolder.Kind.DEMO).close();

        assertThat(DataFolder.kind(folder())).contains(DataFolder.Kind.DEMO);
    }

    @Test
    void refusesAFolderThatHoldsForeignFiles() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("skripsi.docx"), "x");

        assertRefused("foreign-data", () -> DataFolder.forServer(folder(), DataFolder.Kind.DEMO));
        assertThat(folder()).isDirectoryNotContaining("glob:**" + DataFolder.MARKER);
    }

    @Test
    void refusesAFileForAFolder() throws IOException {
        Files.writeString(folder(), "x");

        assertRefused("data-is-file", () -> DataFolder.forServer(folder(), DataFolder.Kind.DEMO));
    }

    @Test
    void neverTakesRealWorkForTheDemoNorTheDemoForRealWork() {
        DataFolder.forServer(folder(), DataFolder.Kind.SERVE).close();
        assertRefused("real-data", () -> DataFolder.forServer(folder(), DataFolder.Kind.DEMO));

        Path demo = parent.resolve("demo");
        DataFolder.forServer(demo, DataFolder.Kind.DEMO).close();
        assertRefused("demo-data", () -> DataFolder.forServer(demo, DataFolder.Kind.SERVE));
    }

    @Test
    void lendsItselfToOneServerAtATimeAndNamesIt() throws IOException {
        try (DataFolder first = DataFolder.forServer(folder(), DataFolder.Kind.SERVE)) {
            first.note("pid 4711, port 8080");

            assertThatThrownBy(() -> DataFolder.forServer(folder(), DataFolder.Kind.SERVE))
                    .isInstanceOf(Stop.class)
                    .hasMessageContaining("pid 4711, port 8080");
        }
        DataFolder.forServer(folder(), DataFolder.Kind.SERVE).close();
    }

    @Test
    void letsAToolInBesideAServer() {
        try (DataFolder server = DataFolder.forServer(folder(), DataFolder.Kind.SERVE);
                DataFolder tool = DataFolder.forTool(folder())) {
            assertThat(server.held()).isTrue();
            assertThat(tool.held()).isFalse();
        }
    }

    @Test
    void makesNothingForATool() {
        assertRefused("no-data", () -> DataFolder.forTool(folder()));
        assertThat(folder()).doesNotExist();
    }

    @Test
    void throwsAwayTheDemosDataAndNothingElse() throws IOException {
        Path neighbour = parent.resolve("neighbour");
        Files.createDirectories(neighbour);
        Files.writeString(neighbour.resolve("letter"), "x");
        try (DataFolder demo = DataFolder.forServer(folder(), DataFolder.Kind.DEMO)) {
            Files.createDirectories(folder().resolve("evidence/ab"));
            Files.writeString(folder().resolve("evidence/ab/photo"), "x");
            Files.createSymbolicLink(folder().resolve("link"), neighbour);

            demo.wipeDemo();
        }

        assertThat(folder()).isDirectoryNotContaining("glob:**{evidence,link}");
        assertThat(neighbour.resolve("letter")).exists();
        assertThat(DataFolder.kind(folder())).contains(DataFolder.Kind.DEMO);
    }

    @Test
    void neverThrowsAwayRealWork() {
        try (DataFolder work = DataFolder.forServer(folder(), DataFolder.Kind.SERVE)) {
            assertThatThrownBy(work::wipeDemo).isInstanceOf(IllegalStateException.class);
        }
    }
}
