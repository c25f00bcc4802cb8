package id.tuntas.roster.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.access.Verb;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.roster.MapSheet;
import id.tuntas.roster.RosterAbout;
import id.tuntas.roster.RosterScope;
import id.tuntas.roster.RosterSummary;
import id.tuntas.roster.Rosters;
import id.tuntas.roster.StartedRoster;
import id.tuntas.roster.UploadRoster;
import id.tuntas.roster.UploadRoster.NewFile;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

@RestController
@RequestMapping("/api/v1/rosters")
class RosterController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    record MappingForm(
            @Nullable String name,
            @Nullable String file,
            @Nullable String sheet,
            @Nullable Map<String, String> columns) {}

    record CommitForm(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "The code of a round that is not closed.")
            @Nullable String round,

            @Schema(description = "Must be true where the report keeps rows out, else 409 roster-rejects.") @Nullable Boolean acknowledgedRejects) {}

    record Started(UUID jobId) {}

    private final Rosters rosters;
    private final RosterQueries queries;
    private final ComparisonQueries comparisons;

    RosterController(Rosters rosters, RosterQueries queries, ComparisonQueries comparisons) {
        this.rosters = rosters;
        this.queries = queries;
        this.comparisons = comparisons;
    }

    /** Every file of the post is taken, whatever its part is called; {@code source, releasedOn, bastNumber, scope} stand beside them. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedRoster upload(Actor actor, MultipartHttpServletRequest request) throws IOException {
        actor.require(Verb.ROSTER_IMPORT, actor.regencyCode());
        try {
            List<NewFile> files = new ArrayList<>();
            for (List<MultipartFile> named : request.getMultiFileMap().values()) {
                for (MultipartFile file : named) {
                    String name = file.getOriginalFilename();
                    if (!file.isEmpty() || name != null && !name.isEmpty()) {
                        files.add(new NewFile(name == null ? "" : name, file));
                    }
                }
            }
            RosterAbout about = about(
                    request.getParameter("source"),
                    request.getParameter("releasedOn"),
                    request.getParameter("bastNumber"),
                    request.getParameter("scope"));
            return rosters.upload(actor, new UploadRoster(files, about));
        } catch (MaxUploadSizeExceededException e) {
            throw e;
        } catch (MultipartException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "malformed");
        }
    }

    private static RosterAbout about(
            @Nullable String source, @Nullable String releasedOn, @Nullable String bastNumber, @Nullable String scope) {
        return new RosterAbout(
                source,
                releasedOn == null || releasedOn.isBlank() ? null : day(releasedOn),
                bastNumber,
                scope == null || scope.isBlank()
                        ? null
                        : RosterScope.findByKey(scope).orElseThrow(() -> Refusal.invalid("/scope", "unknown")));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("/releasedOn", "malformed");
        }
    }

    @GetMapping
    Page<RosterSummary> list(Actor actor, @RequestParam @Nullable Integer limit, @RequestParam @Nullable UUID after) {
        return queries.list(actor, after, Page.limit(limit));
    }

    @GetMapping("/{id}")
    ReportView show(Actor actor, @PathVariable UUID id, Locale locale) {
        return queries.report(actor, id, locale);
    }

    record AboutForm(
            @Nullable String source,
            @Nullable String releasedOn,
            @Nullable String bastNumber,
            @Nullable String scope) {}

    @PatchMapping("/{id}")
    RosterSummary describe(Actor actor, @PathVariable UUID id, @RequestBody AboutForm form) {
        actor.require(Verb.ROSTER_IMPORT, actor.regencyCode());
        rosters.describe(actor, id, about(form.source(), form.releasedOn(), form.bastNumber(), form.scope()));
        return rosters.get(actor, id);
    }

    @GetMapping("/{id}/problems")
    Page<RosterQueries.ProblemView> problems(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String severity,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after,
            Locale locale) {
        return queries.problems(actor, id, given(code), given(severity), given(after), Page.limit(limit), locale);
    }

    /** @param kind added, dropped, changed or returned */
    @GetMapping("/{id}/comparison")
    Page<ComparisonQueries.ComparedFamily> comparison(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "added") String kind,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after,
            Locale locale) {
        return comparisons.families(actor, id, kind, given(after), Page.limit(limit), locale);
    }

    /** The rows that are kept out, each with its reason; mended, the workbook can be offered again as it is. */
    @GetMapping("/{id}/rejects.xlsx")
    ResponseEntity<Resource> rejects(
            Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable String purpose) {
        RosterQueries.requireReader(actor);
        Path rejects = rosters.takeRejects(actor, id, Purpose.wanted(purpose));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("baris-ditolak-" + id + ".xlsx")
                                .build()
                                .toString())
                .body(new FileSystemResource(rejects));
    }

    @PutMapping("/{id}/mapping")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started map(Actor actor, @PathVariable UUID id, @RequestBody MappingForm form) {
        actor.require(Verb.ROSTER_IMPORT, actor.regencyCode());
        MapSheet mapping = new MapSheet(
                form.name() == null ? "" : form.name(),
                required(form.file(), "/file"),
                given(form.sheet()),
                required(form.columns(), "/columns"));
        return new Started(rosters.map(actor, id, mapping));
    }

    @PostMapping("/{id}/commit")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started commit(Actor actor, @PathVariable UUID id, @RequestBody CommitForm form) {
        actor.require(Verb.ROSTER_COMMIT, actor.regencyCode());
        return new Started(rosters.commit(
                actor, id, required(form.round(), "/round"), Boolean.TRUE.equals(form.acknowledgedRejects())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable UUID id) {
        rosters.delete(actor, id);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static <T> T required(@Nullable T value, String pointer) {
        if (value == null) {
            throw Refusal.invalid(pointer, "required");
        }
        return value;
    }
}
