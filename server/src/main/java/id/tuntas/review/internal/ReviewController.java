package id.tuntas.review.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.review.DrawnSample;
import id.tuntas.review.Reviews;
import id.tuntas.review.SecondLook;
import id.tuntas.review.internal.ReviewQueries.Filter;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ReviewController {

    record MatchForm(@Nullable String caseNumber) {}

    record SampleForm(@Nullable Integer perDistrict) {}

    record RecheckForm(@Nullable String outcome, @Nullable String reason) {}

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

    /** A visit that names no family gets the one that it was paid to. */
    @PostMapping("/visits/{id}/case")
    ResponseEntity<VisitShow> match(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MatchForm form,
            Locale locale) {
        actor.require(Verb.VISIT_REVIEW);
        reviews.match(actor, id, IfMatch.version(ifMatch), form.caseNumber() == null ? "" : form.caseNumber());
        return answer(shows.show(actor, id, locale));
    }

    @PostMapping("/rounds/{code}/samples")
    @ResponseStatus(HttpStatus.CREATED)
    DrawnSample draw(Actor actor, @PathVariable String code, @RequestBody SampleForm form) {
        return reviews.draw(actor, code, form.perDistrict() == null ? 0 : form.perDistrict());
    }

    @PostMapping("/visits/{id}/recheck")
    ResponseEntity<VisitShow> recheck(
            Actor actor, @PathVariable UUID id, @RequestBody RecheckForm form, Locale locale) {
        actor.require(Verb.VISIT_SAMPLE);
        SecondLook outcome = Optional.ofNullable(form.outcome())
                .flatMap(SecondLook::findByKey)
                .orElseThrow(() -> Refusal.invalid("/outcome", "unknown"));
        reviews.recheck(actor, id, outcome, form.reason() == null ? "" : form.reason());
        return answer(shows.show(actor, id, locale));
    }

    private static ResponseEntity<VisitShow> answer(VisitShow visit) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(visit.etag())
                .body(visit);
    }
}
