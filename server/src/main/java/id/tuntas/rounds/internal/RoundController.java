package id.tuntas.rounds.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundView;
import id.tuntas.rounds.Rounds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rounds")
class RoundController {

    private final Rounds rounds;

    RoundController(Rounds rounds) {
        this.rounds = rounds;
    }

    @GetMapping
    Page<RoundView> list(Actor actor) {
        requireAnyRole(actor);
        return new Page<>(
                rounds.list(actor.regencyCode()).stream().map(RoundView::of).toList(), null);
    }

    @GetMapping("/{code}")
    ResponseEntity<RoundView> show(Actor actor, @PathVariable String code) {
        requireAnyRole(actor);
        return tagged(HttpStatus.OK, rounds.get(actor.regencyCode(), code));
    }

    @PostMapping
    ResponseEntity<RoundView> create(Actor actor, @RequestBody RoundForm form) {
        actor.require(Verb.ROUND_MANAGE);
        return tagged(HttpStatus.CREATED, rounds.create(actor, form.toRound()));
    }

    @PutMapping("/{code}")
    ResponseEntity<RoundView> revise(
            Actor actor,
            @PathVariable String code,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RoundForm form) {
        actor.require(Verb.ROUND_MANAGE);
        return tagged(HttpStatus.OK, rounds.revise(actor, code, IfMatch.version(ifMatch), form.toRound()));
    }

    /** The dates of a round are for everybody who has some part in it, and for nobody else. */
    private static void requireAnyRole(Actor actor) {
        if (actor.grants().isEmpty()) {
            throw Refusal.forbidden();
        }
    }

    private static ResponseEntity<RoundView> tagged(HttpStatus status, Round round) {
        return ResponseEntity.status(status).eTag(IfMatch.tag(round.version())).body(RoundView.of(round));
    }
}
