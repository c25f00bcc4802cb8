package id.tuntas.decrees.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.decrees.Decrees;
import id.tuntas.decrees.Decrees.Amendment;
import id.tuntas.decrees.Decrees.Change;
import id.tuntas.decrees.Decrees.SignedPaper;
import id.tuntas.decrees.internal.DecreeShows.FamilyShow;
import id.tuntas.decrees.internal.DecreeShows.ListedShow;
import id.tuntas.evidence.Evidence;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/rounds/{code}/decree")
class DecreeController {

    private static final long LARGEST_SCAN = 20L * 1024 * 1024;

    private final Decrees decrees;
    private final DecreeShows shows;
    private final Evidence evidence;

    DecreeController(Decrees decrees, DecreeShows shows, Evidence evidence) {
        this.decrees = decrees;
        this.shows = shows;
        this.evidence = evidence;
    }

    @GetMapping
    ResponseEntity<DecreeShow> show(Actor actor, @PathVariable String code) {
        actor.require(Verb.PROGRESS_READ);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shows.show(actor, code));
    }

    /** Families of the round with their verdict in the draft. @param addable only those that the list in force has not */
    @GetMapping("/draft")
    ResponseEntity<Page<FamilyShow>> draft(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "listed") String verdict,
            @RequestParam(required = false) @Nullable Boolean addable,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after) {
        actor.require(Verb.CASE_READ);
        Verdict wanted = Verdict.findByKey(verdict).orElseThrow(() -> Refusal.invalid("/verdict", "unknown"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(shows.families(
                        actor,
                        code,
                        wanted,
                        Boolean.TRUE.equals(addable),
                        after == null ? "" : after,
                        Page.limit(limit)));
    }

    /** Locks the draft. @param draft the tag of what the person saw */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DecreeShow> lock(
            Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String decidedOn,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String despite,
            @RequestPart(required = false) @Nullable MultipartFile scan)
            throws IOException {
        actor.require(Verb.DECREE_LOCK, actor.regencyCode());
        decrees.lock(actor, code, paper(number, decidedOn, scan), given(draft), given(despite));
        return show(actor, code);
    }

    record ChangeForm(@Nullable UUID familyId, @Nullable String reason) {}

    record ChangesForm(
            @Nullable List<ChangeForm> added, @Nullable List<ChangeForm> struck) {}

    /** @param after ordinal of the newest decree that the person saw @param draft tag of what was printed */
    @PostMapping(path = "/amendments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DecreeShow> amend(
            Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String decidedOn,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable String draft,
            @RequestPart(required = false) @Nullable ChangesForm changes,
            @RequestPart(required = false) @Nullable MultipartFile scan)
            throws IOException {
        actor.require(Verb.DECREE_LOCK, actor.regencyCode());
        if (changes == null) {
            throw Refusal.invalid("/changes", "required");
        }
        Amendment amendment = amendment(after, changes.added(), changes.struck());
        decrees.amend(actor, code, paper(number, decidedOn, scan), given(draft), amendment);
        return show(actor, code);
    }

    static Amendment amendment(
            @Nullable Integer after, @Nullable List<ChangeForm> added, @Nullable List<ChangeForm> struck) {
        return new Amendment(after == null ? 0 : after, changes(added, "/added/"), changes(struck, "/struck/"));
    }

    private static List<Change> changes(@Nullable List<ChangeForm> forms, String pointer) {
        List<Change> changes = new ArrayList<>();
        for (ChangeForm form : forms == null ? List.<ChangeForm>of() : forms) {
            UUID family = form.familyId();
            if (family == null) {
                throw Refusal.invalid(pointer + changes.size() + "/familyId", "required");
            }
            changes.add(new Change(family, given(form.reason())));
        }
        return changes;
    }

    private SignedPaper paper(@Nullable String number, @Nullable String decidedOn, @Nullable MultipartFile scan)
            throws IOException {
        if (decidedOn == null || decidedOn.isBlank()) {
            throw Refusal.invalid("/decidedOn", "required");
        }
        if (scan == null || scan.isEmpty()) {
            throw Refusal.invalid("/scan", "required");
        }
        try (InputStream content = scan.getInputStream()) {
            return new SignedPaper(given(number), day(decidedOn), evidence.keep(content, LARGEST_SCAN));
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("/decidedOn", "malformed");
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** The list as it stood on a day; today's by default. @param unfit only those whom the draft would no longer name */
    @GetMapping("/families")
    ResponseEntity<Page<ListedShow>> families(
            Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Boolean unfit,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after) {
        actor.require(Verb.CASE_READ);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(shows.listed(
                        actor, code, on, Boolean.TRUE.equals(unfit), after == null ? "" : after, Page.limit(limit)));
    }
}
