package id.tuntas.roster.internal;

import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.JobHandler;
import id.tuntas.regions.Regions;
import id.tuntas.roster.RosterState;
import id.tuntas.roster.internal.ReleaseStore.RowCounts;
import id.tuntas.rosterfile.ColumnMapping;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.RosterCheck;
import id.tuntas.rosterfile.RosterFile;
import id.tuntas.rosterfile.RosterReport;
import id.tuntas.rosterfile.Stage;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The job that reads, matches and checks the files of a release, stages their rows, and leaves the report for a person. */
@Component
class CheckRoster implements JobHandler {

    static final String KIND = "roster.check";

    /** Of each stage's work. */
    private static final long HUNDRED = 100;

    /** @param releaseId the release to check */
    record Payload(UUID releaseId) {}

    private final ReleaseStore releases;
    private final RowStore rows;
    private final SavedMappings mappings;
    private final ReleaseComparison comparison;
    private final RosterFolder folder;
    private final Rounds rounds;
    private final Regions regions;
    private final BusinessClock clock;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    CheckRoster(
            ReleaseStore releases,
            RowStore rows,
            SavedMappings mappings,
            ReleaseComparison comparison,
            RosterFolder folder,
            Rounds rounds,
            Regions regions,
            BusinessClock clock,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.rows = rows;
        this.mappings = mappings;
        this.comparison = comparison;
        this.folder = folder;
        this.rounds = rounds;
        this.regions = regions;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable Object run(String regencyCode, UUID jobId, JsonNode payload, Progress progress) {
        UUID id = UUID.fromString(payload.get("releaseId").asString());
        Optional<Release> found = releases.find(regencyCode, id)
                .filter(release -> release.state() == RosterState.READING && jobId.equals(release.jobId()));
        return found.isEmpty() ? null : check(found.get(), progress);
    }

    /** A sheet that a saved mapping fits is read once more with it; what the first reading staged is taken back. */
    private Object check(Release release, Progress progress) {
        List<ColumnMapping> used = new ArrayList<>();
        while (true) {
            Outcome outcome = transaction.execute(status -> {
                Outcome tried = stage(release, used, progress);
                if (!tried.kept()) {
                    status.setRollbackOnly();
                }
                return tried;
            });
            if (outcome.kept()) {
                return Map.of("state", RosterState.CHECKED.key());
            }
            if (outcome.more().isEmpty()) {
                return refuse(release, outcome.report());
            }
            used.addAll(outcome.more());
        }
    }

    /** @param more saved mappings that fit sheets which were not recognised */
    private record Outcome(RosterReport report, List<ColumnMapping> more) {

        boolean kept() {
            return more.isEmpty() && !report.refused();
        }
    }

    private Outcome stage(Release release, List<ColumnMapping> used, Progress progress) {
        rows.clear(release);
        StagedRows staged = new StagedRows(jdbc, release);
        RosterReport report = read(release, used, staged, progress);
        List<ColumnMapping> more = mappings.fitting(release.regencyCode(), report).stream()
                .filter(mapping -> !used.contains(mapping))
                .toList();
        if (report.refused() || !more.isEmpty()) {
            return new Outcome(report, more);
        }
        progress.at(Stage.REPORT.key(), 0, HUNDRED);
        staged.sendRest();
        rows.nameFamiliesOfProblems(release);
        releases.setColumns(release, StoredReport.columns(report, true), StoredReport.columns(report, false));
        StoredReport stored = StoredReport.of(report, rows.groups(release, report));
        UUID round = rounds.current(release.regencyCode()).map(Round::id).orElse(null);
        comparison.compare(release, round, stored);
        RowCounts counts = rows.count(release, report);
        releases.checked(release, RosterState.CHECKED, stored, counts);
        return new Outcome(report, List.of());
    }

    private RosterReport read(Release release, List<ColumnMapping> used, StagedRows staged, Progress progress) {
        List<RosterFile> files = IntStream.range(0, release.files().size())
                .mapToObj(i -> new RosterFile(
                        folder.file(release.id(), i + 1), release.files().get(i).name()))
                .toList();
        try {
            return RosterCheck.of(new VillageReference(regions, release.regencyCode()), clock.today())
                    .withMappings(used)
                    .withRejects(folder.rejects(release.id()))
                    .withProgress((stage, file, read, percent) -> progress.at(
                            stage.key(),
                            file.isEmpty() ? percent : (release.ordinalOf(file) - 1) * HUNDRED + percent,
                            file.isEmpty() ? HUNDRED : files.size() * HUNDRED))
                    .run(files, staged, staged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A roster of which only sheets are unknown waits for a hand; anything else of it is of no use. */
    private Object refuse(Release release, RosterReport report) {
        boolean mappable =
                report.refusals().stream().allMatch(refusal -> refusal.code() == ProblemCode.SHEET_UNRECOGNISED);
        RosterState state = mappable ? RosterState.NEEDS_MAPPING : RosterState.REFUSED;
        transaction.executeWithoutResult(status -> {
            rows.clear(release);
            releases.checked(release, state, StoredReport.of(report, List.of()), RowCounts.NONE);
        });
        return Map.of("state", state.key());
    }
}
