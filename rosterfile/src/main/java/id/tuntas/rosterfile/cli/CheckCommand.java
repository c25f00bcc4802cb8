package id.tuntas.rosterfile.cli;

import id.tuntas.rosterfile.ProblemTexts;
import id.tuntas.rosterfile.RegionReference;
import id.tuntas.rosterfile.RosterCheck;
import id.tuntas.rosterfile.RosterFile;
import id.tuntas.rosterfile.RosterReport;
import id.tuntas.rosterfile.RowSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Memeriksa berkas; beberapa sekaligus menjadi satu daftar. / Checks files; several together are one roster.",
            "accepted: keluarga yang dapat masuk / families that can be let in."
        },
        exitCodeListHeading = "%nExit:%n",
        exitCodeList = {
            "0:tanpa kesalahan, mungkin dengan catatan / no errors, perhaps warnings",
            "1:ada baris yang ditolak / rows are rejected",
            "2:berkas ditolak / a file is refused"
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "XLSX, CSV")
    private List<Path> files;

    @Option(names = "--json", description = "satu dokumen JSON di stdout / one JSON document on stdout")
    private boolean json;

    @Option(
            names = "--rejects",
            paramLabel = "OUT.xlsx",
            description = "baris yang ditolak beserta alasannya / rejected rows with reasons")
    private @Nullable Path rejects;

    private final ProblemTexts texts = ProblemTexts.in(Locale.getDefault());

    @Override
    public Integer call() throws IOException {
        refuseUnusableRejects();
        Path kept = Files.createTempFile("tuntas-problems", ".jsonl");
        try {
            RosterReport report;
            try (Writer lines = Files.newBufferedWriter(kept, StandardCharsets.UTF_8)) {
                report = check(lines);
            }
            if (json) {
                printJson(report, kept);
            } else {
                new TextReport(texts, spec.commandLine().getOut()).print(report, kept, rejects);
            }
            if (report.refused()) {
                return RosterCommand.REFUSED;
            }
            return report.hasErrors() ? RosterCommand.PROBLEMS : RosterCommand.DONE;
        } finally {
            Files.delete(kept);
        }
    }

    /** Before hours of reading, not after; and a person's own list is never overwritten by its rejects. */
    private void refuseUnusableRejects() throws IOException {
        Path target = rejects;
        if (target == null) {
            return;
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(target)) {
            throw new Misuse(
                    spec.commandLine(),
                    "--rejects: " + target + " tidak dapat ditulis.",
                    "--rejects: " + target + " can't be written.");
        }
        for (Path file : files) {
            if (Files.exists(target) && Files.exists(file) && Files.isSameFile(target, file)) {
                throw new Misuse(
                        spec.commandLine(),
                        "--rejects: " + target + " adalah berkas yang diperiksa.",
                        "--rejects: " + target + " is one of the files to check.");
            }
        }
    }

    /** Problems go to disk first: a bad file can have more of them than memory holds. */
    private RosterReport check(Writer lines) throws IOException {
        StageLine progress = new StageLine(texts, spec.commandLine().getErr());
        return RosterCheck.of(RegionReference.buleleng(), LocalDate.now(WITA))
                .withRejects(rejects)
                .withProgress(progress)
                .run(files.stream().map(RosterFile::of).toList(), RowSink.NONE, problem -> {
                    try {
                        lines.write(json ? JsonLine.of(problem) : TextReport.line(problem, texts));
                        lines.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private void printJson(RosterReport report, Path kept) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.print("{\"families\":" + report.families() + ",\"members\":" + report.members() + ",\"accepted\":"
                + report.accepted() + ",\"problems\":[");
        try (var lines = Files.lines(kept, StandardCharsets.UTF_8)) {
            boolean[] first = {true};
            lines.forEach(line -> {
                out.print(first[0] ? line : "," + line);
                first[0] = false;
            });
        }
        out.println("]}");
        out.flush();
    }
}
