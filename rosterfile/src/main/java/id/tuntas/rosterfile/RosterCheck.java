package id.tuntas.rosterfile;

import id.tuntas.rosterfile.check.RosterRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the files of one roster: what they are, what is wrong with them, and which rows can be let in. Nothing is changed
 * anywhere; who commits the report brings its rows into the cases.
 *
 * @param regions the villages that rows may name
 * @param today no birth date may lie after it
 * @param mappings for sheets that no layout knows; of two that fit a sheet, the first
 * @param rejects where the rejected rows are written as a workbook; null to leave it
 */
public record RosterCheck(
        RegionReference regions,
        LocalDate today,
        List<ColumnMapping> mappings,
        @Nullable Path rejects,
        Progress progress) {

    public RosterCheck {
        mappings = List.copyOf(mappings);
    }

    public static RosterCheck of(RegionReference regions, LocalDate today) {
        return new RosterCheck(regions, today, List.of(), null, Progress.SILENT);
    }

    public RosterCheck withMappings(List<ColumnMapping> columns) {
        return new RosterCheck(regions, today, columns, rejects, progress);
    }

    public RosterCheck withRejects(@Nullable Path workbook) {
        return new RosterCheck(regions, today, mappings, workbook, progress);
    }

    public RosterCheck withProgress(Progress told) {
        return new RosterCheck(regions, today, mappings, rejects, told);
    }

    /**
     * Reads all files, twice where day and month leave each other open, in steady memory.
     *
     * @return the report; when it is {@link RosterReport#refused()}, what the sinks were given is worth nothing
     * @throws IOException when the machine fails, not when a file is bad
     */
    public RosterReport run(List<RosterFile> files, RowSink rows, ProblemSink problems) throws IOException {
        return new RosterRun(this, rows, problems).run(files);
    }
}
