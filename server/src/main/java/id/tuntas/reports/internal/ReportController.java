package id.tuntas.reports.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.Page;
import id.tuntas.regions.Regions;
import id.tuntas.reports.internal.AskCheck.AskForm;
import id.tuntas.reports.internal.ReportDesk.Fetched;
import id.tuntas.reports.internal.ReportStore.Report;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports of a round: asked for, made by a job, fetched by whoever asked. */
@RestController
@RequestMapping("/api/v1/rounds/{code}/reports")
class ReportController {

    private final ReportDesk desk;
    private final AskCheck check;
    private final Rounds rounds;
    private final Regions regions;

    ReportController(ReportDesk desk, AskCheck check, Rounds rounds, Regions regions) {
        this.desk = desk;
        this.check = check;
        this.rounds = rounds;
        this.regions = regions;
    }

    /** @param jobId also the report's id */
    record Started(UUID jobId) {}

    /**
     * @param state of its job: queued, running, done, failed
     * @param kept whether its file can still be fetched
     */
    record ReportShow(
            UUID id,
            ReportKind kind,
            ReportFormat format,
            @Nullable String region,
            @Nullable String regionName,
            @Nullable Standing standing,
            @Nullable ZeroFilter zero,
            LocalDate day,
            @Nullable String purpose,
            Instant askedAt,
            @Nullable Instant asOf,
            String state,
            @Nullable String dataSha256,
            @Nullable String sha256,
            @Nullable Long size,
            boolean kept) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started start(Actor actor, @PathVariable String code, @RequestBody AskForm form) {
        Round round = readable(actor, code);
        return new Started(desk.start(check.check(actor, round, form), actor));
    }

    /** The actor's own, the newest first. */
    @GetMapping
    Page<ReportShow> list(
            Actor actor,
            @PathVariable String code,
            @RequestParam @Nullable UUID after,
            @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        return Page.of(
                desk.list(actor, readable(actor, code).id(), after, most + 1).stream()
                        .map(this::show)
                        .toList(),
                most,
                report -> report.id().toString());
    }

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String code, @PathVariable UUID id) {
        Fetched fetched = desk.fetch(actor, readable(actor, code).id(), id);
        Report report = fetched.report();
        String name = report.kind().fileName() + "-" + code + "-" + report.day() + "."
                + report.format().key();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, report.format().mediaType())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(fetched.file());
    }

    private Round readable(Actor actor, String code) {
        actor.require(Verb.PROGRESS_READ);
        return rounds.get(actor.regencyCode(), code);
    }

    private ReportShow show(Report report) {
        return new ReportShow(
                report.id(),
                report.kind(),
                report.format(),
                report.region(),
                report.region() == null ? null : regions.name(report.region()),
                report.standing(),
                report.zero(),
                report.day(),
                report.purpose(),
                report.askedAt(),
                report.asOf(),
                report.state(),
                report.dataSha256(),
                report.sha256(),
                report.size(),
                report.kept());
    }
}
