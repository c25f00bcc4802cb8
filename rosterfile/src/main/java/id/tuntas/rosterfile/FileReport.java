package id.tuntas.rosterfile;

import java.util.List;

/**
 * @param sha256 of the bytes, lower-case hexadecimal; empty when the file could not be opened
 */
public record FileReport(String name, String sha256, long size, List<SheetReport> sheets) {

    public FileReport {
        sheets = List.copyOf(sheets);
    }
}
