package id.tuntas.cli;

import id.tuntas.decrees.AnnexProof;
import id.tuntas.ledger.HistoryProof;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Verification;
import id.tuntas.rosterfile.cli.Misuse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

/** Checks of the ledger and of what leaves the house with its proof. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

    private static final Locale INDONESIAN = Locale.of("id");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    static CommandLine with(Tools tools, Output output) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new Verify(tools, output))
                .addSubcommand(new Proof(output));
    }

    @Override
    public Integer call() {
        throw new Misuse(spec.commandLine(), "Pilih verify atau proof.", "Choose verify or proof.");
    }

    /** Recomputes the whole ledger; exit code 1 when something does not fit. */
    @Command(name = "verify")
    private static final class Verify implements Callable<Integer> {

        private final Tools tools;
        private final Output output;

        @Option(names = "--export")
        private @Nullable Path export;

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--json")
        private boolean json;

        Verify(Tools tools, Output output) {
            this.tools = tools;
            this.output = output;
        }

        @Override
        public Integer call() {
            if (export != null) {
                requireWritable(export.toAbsolutePath().normalize());
            }
            return tools.on(data.orServed(), parts -> {
                Ledger ledger = parts.getBean(Ledger.class);
                Verification verification;
                try (AuditProgress progress = new AuditProgress(System.err)) {
                    verification = ledger.verifyWithFiles(progress);
                }
                long untold = export == null ? 0 : write(ledger, export.toAbsolutePath());
                Optional<ToldMisfit> misfit = verification.firstMisfit().map(found -> new ToldMisfit(found, parts));
                output.answer(json, document(verification, misfit, untold), lines(verification, misfit, untold));
                return verification.firstMisfit().isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS;
            });
        }

        /** Before a check of minutes, and not after it. */
        private static void requireWritable(Path file) {
            Path folder = file.getParent();
            if (folder == null || Files.isDirectory(file)) {
                throw Stop.refused(
                        "export",
                        "--export: " + file + " adalah folder; sebut berkas di dalamnya.",
                        "--export: " + file + " is a folder; name a file in it.");
            }
            if (!Files.isDirectory(folder)) {
                throw Stop.refused(
                        "export",
                        "--export: folder " + folder + " tidak ada; buat dulu, atau pilih tempat lain.",
                        "--export: there is no folder " + folder + "; make it first, or choose another place.");
            }
            if (!Files.isWritable(folder)) {
                throw unwritable(file);
            }
        }

        /** One JSON document a line, whole or not at all. Returns how many entries nobody may know of yet. */
        private long write(Ledger ledger, Path file) {
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            try {
                long untold;
                try (PrintWriter writer =
                        new PrintWriter(Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8))) {
                    untold = ledger.export(entry -> writer.println(output.json().writeValueAsString(entry)));
                    if (writer.checkError()) {
                        throw new IOException("the export could not be written");
                    }
                }
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return untold;
            } catch (FileSystemException e) {
                throw unwritable(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Stop unwritable(Path file) {
            return Stop.refused(
                    "export",
                    "Berkas " + file + " tidak dapat ditulis; pilih tempat lain untuk --export.",
                    "The file " + file + " cannot be written; choose another place for --export.");
        }

        private Map<String, Object> document(Verification verification, Optional<ToldMisfit> misfit, long untold) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("intact", verification.firstMisfit().isEmpty());
            document.put("entries", verification.entries());
            document.put("blocks", verification.blocks());
            document.put("lastRoot", verification.lastRoot());
            document.put("firstMisfit", misfit.map(ToldMisfit::document).orElse(null));
            document.put("export", export == null ? null : export.toString());
            document.put("untold", untold);
            return document;
        }

        private List<String> lines(Verification verification, Optional<ToldMisfit> misfit, long untold) {
            List<String> lines = new ArrayList<>();
            if (misfit.isEmpty()) {
                lines.add("Buku catatan utuh / the ledger is intact: %d entri / entries, %d blok / blocks"
                        .formatted(verification.entries(), verification.blocks()));
            } else {
                lines.add("Buku catatan TIDAK utuh; yang pertama tidak cocok:");
                lines.addAll(misfit.get().lines(INDONESIAN));
                lines.add("The ledger is NOT intact; the first misfit:");
                lines.addAll(misfit.get().lines(Locale.ENGLISH));
            }
            if (untold > 0) {
                lines.add(
                        "Tidak ditulis, masih rahasia: %d entri pengawasan yang berjalan / not written, still secret: %1$d entries of a watch that runs"
                                .formatted(untold));
            }
            if (verification.lastRoot() != null) {
                lines.add("Akar terakhir / last root: " + verification.lastRoot());
            }
            return lines;
        }
    }

    /** Checks by itself, without any data, what a decree's list or a family's history is said to hold; exit code 1 when it proves nothing. */
    @Command(name = "proof")
    private static final class Proof implements Callable<Integer> {

        private final Output output;

        @Parameters(index = "0")
        private Path file = Path.of("");

        @Option(names = "--root")
        private @Nullable String root;

        @Option(names = "--block")
        private @Nullable String block;

        @Option(names = "--json")
        private boolean json;

        Proof(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() {
            return read(Map.class).containsKey("blocks")
                    ? history(read(HistoryProof.class))
                    : list(read(AnnexProof.class));
        }

        private int history(HistoryProof proof) {
            if (root != null) {
                throw Stop.refused(
                        "proof-root",
                        "Bukti riwayat tidak punya sidik daftar; pakai --block.",
                        "The proof of a history has no hash of a list; use --block.");
            }
            ProofOfHistory told = new ProofOfHistory(proof, block == null ? null : printed(block));
            output.answer(json, told.document(), told.lines());
            return told.holds() ? ExitCode.DONE : ExitCode.PROBLEMS;
        }

        private int list(AnnexProof proof) {
            String ledgerBlock = proof.ledgerBlock();
            boolean holds = proof.holds(root == null ? proof.root() : printed(root))
                    && (block == null || printed(block).equals(ledgerBlock));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("holds", holds);
            document.put("rootGiven", root != null);
            document.put("listed", proof.listed());
            document.put("asked", proof.asked());
            document.put("on", proof.on());
            document.put("decree", proof.decree());
            document.put("decreeProven", holds && proof.coversTheDecree());
            document.put("ordinal", proof.ordinal());
            document.put("decidedOn", proof.decidedOn());
            document.put("holdsFrom", proof.holdsFrom());
            document.put("root", proof.root());
            document.put("blockGiven", block != null);
            document.put("ledgerProven", holds && ledgerBlock != null);
            document.put("ledgerBlock", ledgerBlock);
            output.answer(json, document, lines(proof, holds, ledgerBlock));
            return holds ? ExitCode.DONE : ExitCode.PROBLEMS;
        }

        private static String printed(String hash) {
            return hash.strip().toLowerCase(Locale.ROOT);
        }

        private <T> T read(Class<T> kind) {
            if (!Files.isRegularFile(file)) {
                throw Files.isDirectory(file)
                        ? Stop.refused(
                                "proof-unreadable",
                                file + " adalah folder; sebut berkas bukti di dalamnya.",
                                file + " is a folder; name the file of the proof in it.")
                        : Stop.refused(
                                "proof-unreadable",
                                "Berkas " + file + " tidak ditemukan; periksa nama dan letaknya.",
                                "The file " + file + " was not found; check its name and place.");
            }
            try {
                return output.json().readValue(Files.readString(file), kind);
            } catch (IOException | JacksonException e) {
                throw Stop.refused(
                        "proof-unreadable",
                        "Berkas " + file + " bukan berkas bukti yang dapat dibaca.",
                        "The file " + file + " is no proof that can be read.");
            }
        }

        private List<String> lines(AnnexProof proof, boolean holds, @Nullable String ledgerBlock) {
            List<String> lines = new ArrayList<>();
            if (holds) {
                lines.add((proof.listed()
                                ? "Terbukti ADA di daftar / proven to be ON the list: "
                                : "Terbukti TIDAK ADA di daftar / proven NOT to be on the list: ")
                        + proof.asked());
                lines.add(
                        proof.coversTheDecree()
                                ? "Terbukti daftar SK ini / proven list of this decree: %s, ke-%d, ditetapkan / decided %s, berlaku sejak / holds from %s"
                                        .formatted(
                                                proof.decree(), proof.ordinal(), proof.decidedOn(), proof.holdsFrom())
                                : "TIDAK terbukti: nomor dan tanggal SK (tertulis %s, %s); sidik lama hanya memuat daftarnya / NOT proven: the decree's number and day (it says %1$s, %2$s); the hash of old covers its list alone"
                                        .formatted(proof.decree(), proof.decidedOn()));
                lines.add(
                        "Apakah sampai %s ada perubahan sesudahnya, lihat di daftar SK / whether an amendment came after it until then, see the list of decrees"
                                .formatted(proof.on()));
                lines.add(
                        ledgerBlock == null
                                ? "TIDAK terbukti: bahwa buku besar memuat daftar ini; berkas ini tidak membawa jalurnya / NOT proven: that the ledger holds this list; this file brings no path to it"
                                : "Terbukti penetapan daftar ini ada di blok buku besar ini / proven that the locking of this list is in this block of the ledger: "
                                        + ledgerBlock);
            } else {
                lines.add(
                        block == null
                                ? "TIDAK terbukti: isi berkas ini tidak menghasilkan sidik daftar / NOT proven: this file does not lead to the hash of the list"
                                : "TIDAK terbukti: isi berkas ini tidak menghasilkan sidik daftar dan sidik blok / NOT proven: this file does not lead to the hash of the list and that of the block");
            }
            lines.add("Sidik daftar / hash of the list: " + proof.root());
            if (root == null || block == null && ledgerBlock != null) {
                lines.add(
                        "Cocokkan dengan lampiran SK, atau ulangi dengan --root dan --block / hold it against the decree's annex, or repeat with --root and --block");
            }
            return lines;
        }
    }
}
