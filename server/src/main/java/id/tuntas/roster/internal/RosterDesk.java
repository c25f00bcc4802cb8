package id.tuntas.roster.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.roster.MapSheet;
import id.tuntas.roster.RosterAbout;
import id.tuntas.roster.RosterState;
import id.tuntas.roster.RosterSummary;
import id.tuntas.roster.Rosters;
import id.tuntas.roster.StartedRoster;
import id.tuntas.roster.UploadRoster;
import id.tuntas.rosterfile.ColumnMapping;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class RosterDesk implements Rosters {

    private static final int MOST_FILES = 20;
    private static final int TEXT_LENGTH = 200;

    private final ReleaseStore releases;
    private final RosterQueries queries;
    private final ReleaseComparison comparison;
    private final SavedMappings mappings;
    private final RosterFolder folder;
    private final Rounds rounds;
    private final Jobs jobs;
    private final Ledger ledger;
    private final Json json;
    private final TransactionTemplate transaction;

    RosterDesk(
            ReleaseStore releases,
            RosterQueries queries,
            ReleaseComparison comparison,
            SavedMappings mappings,
            RosterFolder folder,
            Rounds rounds,
            Jobs jobs,
            Ledger ledger,
            Json json,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.queries = queries;
        this.comparison = comparison;
        this.mappings = mappings;
        this.folder = folder;
        this.rounds = rounds;
        this.jobs = jobs;
        this.ledger = ledger;
        this.json = json;
        this.transaction = transaction;
    }

    @Override
    public StartedRoster upload(Actor actor, UploadRoster upload) throws IOException {
        actor.require(Verb.ROSTER_IMPORT, actor.regencyCode());
        List<FieldProblem> problems = problemsOf(upload.about());
        if (upload.files().isEmpty()) {
            problems.add(new FieldProblem("/file", "required", List.of()));
        } else if (upload.files().size() > MOST_FILES) {
            problems.add(new FieldProblem("/file", "too-many-files", List.of(MOST_FILES)));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        UUID id = Ids.next();
        List<RosterSummary.File> files = folder.keep(id, upload.files());
        try {
            return Objects.requireNonNull(transaction.execute(status -> open(actor, id, upload.about(), files)));
        } catch (RuntimeException e) {
            folder.discard(id);
            throw e;
        }
    }

    private StartedRoster open(Actor actor, UUID id, RosterAbout about, List<RosterSummary.File> files) {
        releases.insert(actor, id, about, files);
        UUID job = startCheck(actor, id);
        record(
                actor,
                "roster.uploaded",
                id,
                Map.of("files", files.stream().map(RosterSummary.File::sha256).toList()),
                files);
        return new StartedRoster(id, job);
    }

    private UUID startCheck(Actor actor, UUID id) {
        UUID job = jobs.start(actor.regencyCode(), CheckRoster.KIND, new CheckRoster.Payload(id), actor.id());
        releases.setJob(actor.regencyCode(), id, RosterState.READING, job);
        return job;
    }

    private static List<FieldProblem> problemsOf(RosterAbout about) {
        List<FieldProblem> problems = new ArrayList<>();
        requireShort(about.source(), "/source", problems);
        requireShort(about.bastNumber(), "/bastNumber", problems);
        return problems;
    }

    private static void requireShort(@Nullable String text, String pointer, List<FieldProblem> problems) {
        if (text != null && text.length() > TEXT_LENGTH) {
            problems.add(new FieldProblem(pointer, "too-long", List.of(TEXT_LENGTH)));
        }
    }

    @Override
    @Transactional
    public void describe(Actor actor, UUID rosterId, RosterAbout about) {
        actor.require(Verb.ROSTER_IMPORT, actor.regencyCode());
        Release release = lockUncommitted(actor, rosterId);
        List<FieldProblem> problems = problemsOf(about);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        releases.describe(release, about);
        Release described = releases.find(actor.regencyCode(), rosterId).orElseThrow();
        if (described.report() != null && described.scope() != release.scope()) {
            comparison.compare(described, described.roundId(), described.report());
        }
        record(
                actor,
                "roster.described",
                rosterId,
                Map.of("scope", described.scope().key()),
                about);
    }

    @Override
    @Transactional
    public UUID map(Actor actor, UUID rosterId, MapSheet mapping) {
        actor.require(Verb.ROSTER_IMPORT, actor.regencyCode());
        Release release = lockUncommitted(actor, rosterId);
        StoredReport.Sheet sheet = unknownSheet(release, mapping);
        ColumnMapping columns = MappingChoice.of(mapping, sheet);
        String fingerprint = SavedMappings.fingerprint(
                sheet.headers().stream().map(StoredReport.Header::header).toList());
        mappings.save(actor, fingerprint, columns);
        UUID job = startCheck(actor, rosterId);
        record(actor, "roster.mapped", rosterId, Map.of("header", fingerprint, "layout", columns.layout()), columns);
        return job;
    }

    private static StoredReport.Sheet unknownSheet(Release release, MapSheet mapping) {
        StoredReport report = release.report();
        if (report == null
                || !Set.of(RosterState.NEEDS_MAPPING, RosterState.CHECKED).contains(release.state())) {
            throw new Refusal(HttpStatus.CONFLICT, "roster-not-mappable");
        }
        return report.sheets().stream()
                .filter(StoredReport.Sheet::mappable)
                .filter(one -> one.file().equals(mapping.file()) && Objects.equals(one.sheet(), mapping.sheet()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("/sheet", "unknown"));
    }

    @Override
    public UUID commit(Actor actor, UUID rosterId, String roundCode, boolean acknowledgedRejects) {
        actor.require(Verb.ROSTER_COMMIT, actor.regencyCode());
        Round round = rounds.get(actor.regencyCode(), roundCode);
        return Objects.requireNonNull(
                        transaction.execute(status -> startCommit(actor, rosterId, round, acknowledgedRejects)))
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "roster-comparison-changed"));
    }

    /** Empty when the release had to be compared anew and now shows something that nobody has seen. */
    private Optional<UUID> startCommit(Actor actor, UUID rosterId, Round round, boolean acknowledgedRejects) {
        Release release = lock(actor, rosterId);
        UUID running = release.jobId();
        boolean started = release.state() == RosterState.COMMITTING || release.state() == RosterState.COMMITTED;
        if (started && running != null && round.id().equals(release.roundId())) {
            return Optional.of(running);
        }
        StoredReport report = requireCommittable(release, round, acknowledgedRejects);
        UUID newest = comparison.newest(actor.regencyCode(), round.id()).orElse(null);
        if (!round.id().equals(release.roundId()) || !Objects.equals(newest, release.comparedTo())) {
            Release.Compared compared = comparison.compare(release, round.id(), report);
            if (compared != null && compared.touchesKnownFamilies() && !compared.equals(release.comparison())) {
                return Optional.empty();
            }
        }
        UUID job = jobs.start(
                actor.regencyCode(),
                CommitRoster.KIND,
                new CommitRoster.Payload(rosterId, round.id(), actor.id()),
                actor.id());
        releases.setJob(actor.regencyCode(), rosterId, RosterState.COMMITTING, job);
        return Optional.of(job);
    }

    private static StoredReport requireCommittable(Release release, Round round, boolean acknowledgedRejects) {
        if (release.state() == RosterState.COMMITTING || release.state() == RosterState.COMMITTED) {
            throw new Refusal(HttpStatus.CONFLICT, "roster-committed");
        }
        StoredReport report = release.report();
        if (release.state() != RosterState.CHECKED || report == null) {
            throw new Refusal(HttpStatus.CONFLICT, "roster-not-checked");
        }
        if (round.state() == RoundState.CLOSED) {
            throw new Refusal(HttpStatus.CONFLICT, "roster-round-closed");
        }
        if (release.accepted() == 0) {
            throw new Refusal(HttpStatus.CONFLICT, "roster-empty");
        }
        if (!acknowledgedRejects && release.rejected() + report.keptOutMembers() > 0) {
            throw new Refusal(HttpStatus.CONFLICT, "roster-rejects");
        }
        return report;
    }

    @Override
    public void delete(Actor actor, UUID rosterId) {
        actor.require(Verb.ROSTER_IMPORT, actor.regencyCode());
        transaction.executeWithoutResult(status -> {
            Release release = lockUncommitted(actor, rosterId);
            releases.delete(release);
            record(
                    actor,
                    "roster.deleted",
                    rosterId,
                    Map.of(
                            "files",
                            release.files().stream()
                                    .map(RosterSummary.File::sha256)
                                    .toList()),
                    release.files());
        });
        folder.discard(rosterId);
    }

    @Override
    public RosterSummary get(Actor actor, UUID rosterId) {
        return queries.summary(queries.release(actor, rosterId));
    }

    @Override
    @Transactional
    public Path takeRejects(Actor actor, UUID rosterId, Purpose purpose) {
        Path rejects = folder.findRejects(queries.release(actor, rosterId).id()).orElseThrow(Refusal::notFound);
        record(actor, "roster.rejectsTaken", rosterId, Map.of("purpose", purpose.key()), rosterId);
        return rejects;
    }

    private Release lock(Actor actor, UUID rosterId) {
        return releases.lock(actor.regencyCode(), rosterId).orElseThrow(Refusal::notFound);
    }

    private Release lockUncommitted(Actor actor, UUID rosterId) {
        Release release = lock(actor, rosterId);
        if (release.state() == RosterState.COMMITTING || release.state() == RosterState.COMMITTED) {
            throw new Refusal(HttpStatus.CONFLICT, "roster-committed");
        }
        return release;
    }

    private void record(Actor actor, String verb, UUID id, Map<String, Object> detail, Object content) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "roster",
                id,
                actor.regencyCode(),
                detail,
                json.write(content).getBytes(StandardCharsets.UTF_8)));
    }
}
