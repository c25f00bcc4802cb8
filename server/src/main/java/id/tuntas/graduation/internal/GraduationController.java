package id.tuntas.graduation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.access.Verb;
import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.evidence.ShownEvidence;
import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.GraduationRule.AgreedBy;
import id.tuntas.graduation.GraduationRule.Line;
import id.tuntas.graduation.Graduations;
import id.tuntas.graduation.Graduations.VillageWord;
import id.tuntas.graduation.internal.GraduationQueries.CandidateShow;
import id.tuntas.graduation.internal.GraduationQueries.Candidates;
import id.tuntas.graduation.internal.GraduationQueries.Step;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1")
class GraduationController {

    private static final long LARGEST_PAPER = 20L * 1024 * 1024;

    record RuleForm(
            @Nullable String line,
            @Nullable String agreedBy,
            @Nullable List<Integer> sampleMonths,
            @Nullable Integer samplePercent,
            @Nullable String source) {}

    record RevisitForm(@Nullable UUID officerId, @Nullable String reason) {}

    record RevisitsForm(
            @Nullable List<UUID> caseIds, @Nullable String reason) {}

    record DecisionForm(
            @Nullable Boolean graduate, @Nullable String reason) {}

    record ReasonForm(@Nullable String reason) {}

    private final Graduations graduations;
    private final GraduationQueries queries;
    private final HandedPaper handedPaper;
    private final Evidence evidence;

    GraduationController(
            Graduations graduations, GraduationQueries queries, HandedPaper handedPaper, Evidence evidence) {
        this.graduations = graduations;
        this.queries = queries;
        this.handedPaper = handedPaper;
        this.evidence = evidence;
    }

    @GetMapping("/rounds/{code}/graduation-rule")
    GraduationRule rule(Actor actor, @PathVariable String code) {
        actor.require(Verb.PROGRESS_READ);
        return graduations.rule(actor.regencyCode(), code);
    }

    /** @param ifMatch version of the rules the person saw; 0 where none are set */
    @PutMapping("/rounds/{code}/graduation-rule")
    GraduationRule setRule(
            Actor actor,
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RuleForm form) {
        actor.require(Verb.ROUND_MANAGE, actor.regencyCode());
        int version = IfMatch.version(ifMatch);
        return graduations.setRule(
                actor,
                code,
                new GraduationRule(
                        version,
                        Line.findByKey(given(form.line())).orElseThrow(() -> Refusal.invalid("/line", "unknown")),
                        AgreedBy.findByKey(given(form.agreedBy()))
                                .orElseThrow(() -> Refusal.invalid("/agreedBy", "unknown")),
                        form.sampleMonths() == null ? List.of() : form.sampleMonths(),
                        form.samplePercent() == null ? 0 : form.samplePercent(),
                        given(form.source())));
    }

    /** Families to which something arrived, or that were visited once more, by the step that they wait for. */
    @GetMapping("/rounds/{code}/graduations")
    ResponseEntity<Candidates> list(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "ask") String step,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after) {
        actor.require(Verb.CASE_READ);
        Step wanted = Step.findByKey(step).orElseThrow(() -> Refusal.invalid("/step", "unknown"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(queries.list(actor, code, wanted, after == null ? "" : after, Page.limit(limit)));
    }

    @GetMapping("/cases/{id}/graduation")
    ResponseEntity<CandidateShow> ofCase(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.CASE_READ);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(queries.show(actor, id));
    }

    @PostMapping("/cases/{id}/revisits")
    ResponseEntity<CandidateShow> ask(Actor actor, @PathVariable UUID id, @RequestBody RevisitForm form) {
        actor.require(Verb.CASE_ASSIGN);
        if (form.officerId() == null) {
            throw Refusal.invalid("/officerId", "required");
        }
        graduations.askRevisit(actor, id, form.officerId(), given(form.reason()));
        return ofCase(actor, id);
    }

    /** Of many families at once, each by its own officer: all of them or none. */
    @PostMapping("/revisits")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askMany(Actor actor, @RequestBody RevisitsForm form) {
        actor.require(Verb.CASE_ASSIGN);
        graduations.askRevisits(actor, form.caseIds() == null ? List.of() : form.caseIds(), given(form.reason()));
    }

    @PostMapping("/cases/{id}/revisits/call-off")
    ResponseEntity<CandidateShow> callOff(Actor actor, @PathVariable UUID id, @RequestBody ReasonForm form) {
        actor.require(Verb.CASE_ASSIGN);
        graduations.callOffRevisit(actor, id, given(form.reason()));
        return ofCase(actor, id);
    }

    /** On the newest approved re-visit. */
    @PostMapping("/cases/{id}/graduations")
    ResponseEntity<CandidateShow> propose(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.VISIT_REVIEW);
        graduations.propose(actor, id);
        return ofCase(actor, id);
    }

    /** What the village says, with its paper. */
    @PostMapping(path = "/graduations/{id}/village", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<CandidateShow> hear(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable Boolean agreed,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String reason,
            @RequestPart(required = false) @Nullable MultipartFile paper)
            throws IOException {
        actor.require(Verb.DELIBERATION_RECORD);
        UUID family = queries.familyOf(actor, id);
        int version = IfMatch.version(ifMatch);
        if (agreed == null) {
            throw Refusal.invalid("/agreed", "required");
        }
        graduations.hear(actor, id, version, new VillageWord(agreed, day(given(on)), given(reason), kept(paper)));
        return ofCase(actor, family);
    }

    @PostMapping("/graduations/{id}/decision")
    ResponseEntity<CandidateShow> decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DecisionForm form) {
        actor.require(Verb.GRADUATION_DECIDE);
        UUID family = queries.familyOf(actor, id);
        if (form.graduate() == null) {
            throw Refusal.invalid("/graduate", "required");
        }
        graduations.decide(actor, id, IfMatch.version(ifMatch), form.graduate(), given(form.reason()));
        return ofCase(actor, family);
    }

    /** The family came back. */
    @PostMapping("/graduations/{id}/end")
    ResponseEntity<CandidateShow> end(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonForm form) {
        actor.require(Verb.GRADUATION_DECIDE);
        UUID family = queries.familyOf(actor, id);
        graduations.takeBack(actor, id, IfMatch.version(ifMatch), given(form.reason()));
        return ofCase(actor, family);
    }

    /** The village's paper as it came; it names the family, so it says for what, and that is recorded. */
    @GetMapping("/graduations/{id}/paper")
    ResponseEntity<Resource> paper(
            Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable String purpose) {
        actor.require(Verb.CASE_READ);
        String sha256 = handedPaper.take(actor, id, Purpose.wanted(purpose));
        EvidenceFile file = evidence.find(actor.regencyCode(), sha256).orElseThrow(Refusal::notFound);
        Path path = evidence.open(actor.regencyCode(), sha256).orElseThrow(Refusal::notFound);
        return ShownEvidence.answer(path, file.mediaType(), CacheControl.noStore());
    }

    private EvidenceFile kept(@Nullable MultipartFile paper) throws IOException {
        if (paper == null || paper.isEmpty()) {
            throw Refusal.invalid("/paper", "required");
        }
        try (InputStream content = paper.getInputStream()) {
            return evidence.keep(content, LARGEST_PAPER);
        }
    }

    private static LocalDate day(String text) {
        if (text.isEmpty()) {
            throw Refusal.invalid("/on", "required");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("/on", "malformed");
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
