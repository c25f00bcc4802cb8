package id.tuntas.review.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.review.Reviews;
import id.tuntas.review.internal.ReviewQueries.Filter;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ReviewController {

    private final Reviews reviews;
    private final ReviewQueries queries;
    private final VisitShows shows;
    private final Rounds rounds;

    ReviewController(Reviews reviews, ReviewQueries queries, VisitShows shows, Rounds rounds) {
        this.reviews = reviews;
        this.queries = queries;
        this.shows = shows;
        this.rounds = rounds;
    }

    /** @param round code of a round; the open one unless said */
    @GetMapping("/reviews")
    ReviewQueries.Queue queue(
            Actor actor,
            @RequestParam @Nullable String round,
            @RequestParam @Nullable String district,
            @RequestParam(defaultValue = "all") String filter,
            @RequestParam @Nullable UUID after,
            @RequestParam @Nullable Integer limit) {
        actor.require(Verb.VISIT_REVIEW);
        Filter wanted = Filter.findByKey(filter).orElseThrow(() -> Refusal.invalid("/filter", "unknown"));
        if (wanted == Filter.SAMPLE) {
            actor.require(Verb.VISIT_SAMPLE);
        }
        Optional<Round> asked = round == null || round.isBlank()
                ? rounds.current(actor.regencyCode())
                : Optional.of(rounds.get(actor.regencyCode(), round));
        return queries.queue(
                actor,
                asked.map(Round::id).orElse(null),
                district == null || district.isBlank() ? null : district,
                wanted,
                after,
                Page.limit(limit));
    }

    @GetMapping("/visits/{id}")
    ResponseEntity<VisitShow> show(Actor actor, @PathVariable UUID id, Locale locale) {
        return answer(shows.show(actor, id, locale));
    }

    @PostMapping("/visits/{id}/decision")
    ResponseEntity<VisitShow> decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DecisionForm form,
            Locale locale) {
        actor.require(Verb.VISIT_REVIEW);
        reviews.decide(actor, id, IfMatch.version(ifMatch), form.toDecision());
        return answer(shows.show(actor, id, locale));
    }

    private static ResponseEntity<VisitShow> answer(VisitShow visit) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(visit.etag())
                .body(visit);
    }
}
