package id.tuntas.rosterfile.cli;

import id.tuntas.rosterfile.sample.RosterSample;
import id.tuntas.rosterfile.sample.SampleLayout;
import id.tuntas.rosterfile.sample.SampleOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        description = {
            "Membuat data rekaan; tidak ada orang sungguhan di dalamnya. / Makes up a roster; nobody in it exists."
        },
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--families",
            required = true,
            paramLabel = "N",
            description = "banyak keluarga / how many families")
    private int families;

    @Option(
            names = "--first",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "nomor keluarga pertama; 900001 tidak bertemu keluarga peragaan / number of the first family; 900001"
                            + " meets none of the demo's (default: ${DEFAULT-VALUE})")
    private int first;

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "S",
            description = "benih; sama berarti berkas sama / same seed, same file")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder tujuan / where to write")
    private Path out;

    @Option(
            names = "--dirty",
            defaultValue = "0",
            paramLabel = "SHARE",
            description = "bagian keluarga yang bermasalah, 0 sampai 1 / share of families with a problem")
    private double dirty;

    @Option(
            names = "--layout",
            defaultValue = "p3ke-2022",
            description = "p3ke-2022, p3ke-2023, dtsen (default: ${DEFAULT-VALUE})")
    private String layout;

    @Override
    public Integer call() throws IOException {
        SampleLayout chosen = SampleLayout.findByKey(layout)
                .orElseThrow(() -> new Misuse(
                        spec.commandLine(),
                        "--layout: p3ke-2022, p3ke-2023, atau dtsen; bukan " + layout + ".",
                        "--layout: p3ke-2022, p3ke-2023 or dtsen; not " + layout + "."));
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new Misuse(
                    spec.commandLine(), "--out: " + out + " bukan folder.", "--out: " + out + " is not a folder.");
        }
        SampleOrder order;
        try {
            order = new SampleOrder(families, first, seed, dirty, chosen, Map.of());
        } catch (IllegalArgumentException e) {
            throw new Misuse(
                    spec.commandLine(),
                    "--families dan --first paling sedikit 1, --dirty dari 0 sampai 1.",
                    "--families and --first are at least 1, --dirty is from 0 to 1.");
        }
        Path file = RosterSample.write(order, out);
        spec.commandLine().getOut().println(file);
        return RosterCommand.DONE;
    }
}
