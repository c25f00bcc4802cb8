package id.tuntas.decrees.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.decrees.internal.DecreeShows.FamilyShow;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rounds/{code}/decree")
class DecreeController {

    private final DecreeShows shows;

    DecreeController(DecreeShows shows) {
        this.shows = shows;
    }

    @GetMapping
    ResponseEntity<DecreeShow> show(Actor actor, @PathVariable String code) {
        actor.require(Verb.PROGRESS_READ);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shows.show(actor, code));
    }

    /** Families of the round with their verdict in the draft. @param verdict only these; the list's own by default */
    @GetMapping("/draft")
    ResponseEntity<Page<FamilyShow>> draft(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "listed") String verdict,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after) {
        actor.require(Verb.CASE_READ);
        Verdict wanted = Verdict.findByKey(verdict).orElseThrow(() -> Refusal.invalid("/verdict", "unknown"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(shows.families(actor, code, wanted, after == null ? "" : after, Page.limit(limit)));
    }
}
