package id.tuntas.nominations.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.nominations.Nominations;
import id.tuntas.nominations.internal.LikelyCases.LikelyCase;
import id.tuntas.nominations.internal.NominationQueries.NominationView;
import id.tuntas.nominations.internal.NominationQueries.State;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class NominationController {

    private final Nominations nominations;
    private final NominationQueries queries;
    private final LikelyCases likely;

    NominationController(Nominations nominations, NominationQueries queries, LikelyCases likely) {
        this.nominations = nominations;
        this.queries = queries;
        this.likely = likely;
    }

    /** @param state waiting, accepted, listed or declined; all unless said */
    @GetMapping("/nominations")
    Page<NominationView> list(
            Actor actor,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable UUID after,
            @RequestParam @Nullable Integer limit) {
        actor.require(Verb.VISIT_REVIEW);
        State wanted = state == null || state.isBlank()
                ? null
                : State.findByKey(state).orElseThrow(() -> Refusal.invalid("/state", "unknown"));
        return queries.list(actor, wanted, after, Page.limit(limit));
    }

    /** What became of the families that the officer proposed. */
    @GetMapping("/me/nominations")
    Page<NominationView> mine(Actor officer) {
        officer.require(Verb.VISIT_SUBMIT);
        return new Page<>(queries.of(officer), null);
    }

    /** Families on the list that the nominated one may be. */
    @GetMapping("/nominations/{id}/likely-cases")
    Page<LikelyCase> likely(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.VISIT_REVIEW);
        return new Page<>(likely.of(actor, id), null);
    }

    /** @param ifMatch version of the nomination's visit */
    @PostMapping("/nominations/{id}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        actor.require(Verb.VISIT_REVIEW);
        nominations.accept(actor, id, IfMatch.version(ifMatch));
    }
}
