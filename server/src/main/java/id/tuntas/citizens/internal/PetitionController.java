package id.tuntas.citizens.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.citizens.DeclineReason;
import id.tuntas.citizens.Petitions;
import id.tuntas.citizens.internal.LikelySame.Likely;
import id.tuntas.citizens.internal.PetitionQueries.PetitionView;
import id.tuntas.evidence.ShownEvidence;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/petitions")
class PetitionController {

    private final Petitions petitions;
    private final PetitionQueries queries;
    private final LikelySame likely;
    private final ShownEvidence shown;

    PetitionController(Petitions petitions, PetitionQueries queries, LikelySame likely, ShownEvidence shown) {
        this.petitions = petitions;
        this.queries = queries;
        this.likely = likely;
        this.shown = shown;
    }

    record LinkForm(@Nullable String caseNumber, @Nullable String reason) {}

    record DeclineForm(@Nullable String reason, @Nullable String note) {}

    /** The most urgent first. @param answered those that are; those that are not unless said */
    @GetMapping
    ResponseEntity<Page<PetitionView>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Boolean answered,
            @RequestParam @Nullable UUID after,
            @RequestParam @Nullable Integer limit) {
        actor.require(Verb.PETITION_READ);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(queries.list(actor, Boolean.TRUE.equals(answered), after, Page.limit(limit)));
    }

    @GetMapping("/{id}/likely")
    Page<Likely> likely(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.VISIT_REVIEW);
        return new Page<>(likely.of(actor, id), null);
    }

    /** @param size {@code thumb} for a small one */
    @GetMapping("/{id}/photo")
    ResponseEntity<Resource> photo(Actor actor, @PathVariable UUID id, @RequestParam @Nullable String size) {
        actor.require(Verb.PETITION_READ);
        return shown.answer(actor.regencyCode(), queries.photo(actor, id).orElseThrow(Refusal::notFound), size);
    }

    @PostMapping("/{id}/case")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.VISIT_REVIEW);
        petitions.open(actor, id);
    }

    @PostMapping("/{id}/link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(Actor actor, @PathVariable UUID id, @RequestBody LinkForm form) {
        actor.require(Verb.VISIT_REVIEW);
        petitions.link(actor, id, given(form.caseNumber()), given(form.reason()));
    }

    @PostMapping("/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(Actor actor, @PathVariable UUID id, @RequestBody DeclineForm form) {
        actor.require(Verb.VISIT_REVIEW);
        DeclineReason reason =
                DeclineReason.findByKey(given(form.reason())).orElseThrow(() -> Refusal.invalid("/reason", "unknown"));
        petitions.decline(actor, id, reason, given(form.note()));
    }

    @DeleteMapping("/{id}/phone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deletePhone(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.VISIT_REVIEW);
        petitions.deletePhone(actor, id);
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
