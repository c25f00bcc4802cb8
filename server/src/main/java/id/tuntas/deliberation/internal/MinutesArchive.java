package id.tuntas.deliberation.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.tuntas.deliberation.internal.BundleStore.Bundled;
import id.tuntas.evidence.Evidence;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Kept minutes as one ZIP with a list of their hashes. The same papers make the same bytes on every day and every machine, so the file is
 * written when it is fetched, and nowhere else.
 */
@Component
class MinutesArchive {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Evidence evidence;
    private final Regions regions;

    MinutesArchive(Evidence evidence, Regions regions) {
        this.evidence = evidence;
        this.regions = regions;
    }

    void write(String regencyCode, List<Bundled> papers, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(entry("daftar.csv"));
        zip.write(list(papers).getBytes(StandardCharsets.UTF_8));
        for (Bundled paper : papers) {
            Path file = evidence.open(regencyCode, paper.sha256())
                    .orElseThrow(() -> new IllegalStateException("minutes " + paper.code() + " are not in the store"));
            zip.putNextEntry(entry(name(paper)));
            Files.copy(file, zip);
        }
        zip.finish();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private String list(List<Bundled> papers) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(
                    "Kode desa",
                    "Desa",
                    "Kecamatan",
                    "Edisi",
                    "Tanggal",
                    "Kode berita acara",
                    "SHA-256",
                    "Berkas",
                    "Perihal");
            for (Bundled paper : papers) {
                Region village = village(paper);
                csv.writeRecord(
                        paper.villageCode(),
                        village.name(),
                        district(village),
                        String.valueOf(paper.edition()),
                        String.valueOf(paper.heldOn()),
                        paper.code(),
                        paper.sha256(),
                        name(paper),
                        MinutesWording.of(paper.purpose()).about());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private String name(Bundled paper) {
        Region village = village(paper);
        return (district(village) + "/" + paper.villageCode() + " " + village.name() + " " + kind(paper) + " "
                        + paper.edition() + ".pdf")
                .replaceAll("[\\\\:*?\"<>|]", "-");
    }

    private static String kind(Bundled paper) {
        return switch (paper.purpose()) {
            case VERIFICATION -> "edisi";
            case GRADUATION -> "graduasi";
        };
    }

    private Region village(Bundled paper) {
        return regions.find(paper.villageCode()).orElseThrow();
    }

    private String district(Region village) {
        return regions.name(Objects.requireNonNull(village.parent()));
    }
}
