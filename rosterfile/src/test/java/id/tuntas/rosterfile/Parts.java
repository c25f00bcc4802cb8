package id.tuntas.rosterfile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook, to be changed in ways that no spreadsheet program would. */
public final class Parts {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public static Parts of(Path workbook) throws IOException {
        Parts parts = new Parts();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    public Parts change(String name, UnaryOperator<String> change) {
        String before = new String(parts.get(name), StandardCharsets.UTF_8);
        parts.put(name, change.apply(before).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Parts put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Parts put(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public Parts remove(String name) {
        parts.remove(name);
        return this;
    }

    public Path write(Path target) throws IOException {
        return write(target, zip -> {});
    }

    /** With more parts than memory should hold. */
    public Path write(Path target, MoreParts more) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
            more.write(zip);
        }
        return target;
    }

    @FunctionalInterface
    public interface MoreParts {

        void write(ZipOutputStream zip) throws IOException;
    }
}
