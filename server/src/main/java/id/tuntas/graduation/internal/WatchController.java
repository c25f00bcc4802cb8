package id.tuntas.graduation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.graduation.Watches;
import id.tuntas.graduation.Watches.PoorAgain;
import id.tuntas.graduation.Watches.Sample;
import id.tuntas.graduation.Watches.Unsent;
import id.tuntas.graduation.Watches.Watch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Rounds;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rounds/{code}")
class WatchController {

    record WatchForm(@Nullable LocalDate opensOn, @Nullable Integer perStratum) {}

    record CallOffForm(@Nullable String reason) {}

    record Drawn(int drawn) {}

    record Sent(int sent) {}

    /** @param dueOn the first day on which a graduated family can be drawn for one; null while none waits */
    record Samples(
            List<Sample> items,
            @Nullable String next,
            @Nullable LocalDate dueOn) {}

    private final Watches watches;
    private final Rounds rounds;

    WatchController(Watches watches, Rounds rounds) {
        this.watches = watches;
        this.rounds = rounds;
    }

    @GetMapping("/watches")
    Page<Watch> list(Actor actor, @PathVariable String code) {
        actor.require(Verb.PROGRESS_READ);
        return new Page<>(
                watches.list(
                        actor.regencyCode(),
                        rounds.get(actor.regencyCode(), code).id()),
                null);
    }

    @PostMapping("/watches")
    @ResponseStatus(HttpStatus.CREATED)
    Page<Watch> prepare(Actor actor, @PathVariable String code, @RequestBody WatchForm form) {
        actor.require(Verb.VISIT_SAMPLE, actor.regencyCode());
        if (form.opensOn() == null) {
            throw Refusal.invalid("/opensOn", "required");
        }
        watches.prepare(actor, code, form.opensOn(), form.perStratum() == null ? 0 : form.perStratum());
        return list(actor, code);
    }

    /** Calls off one that is prepared. */
    @PostMapping("/watches/{id}/call-off")
    Page<Watch> callOff(Actor actor, @PathVariable String code, @PathVariable UUID id, @RequestBody CallOffForm form) {
        actor.require(Verb.VISIT_SAMPLE, actor.regencyCode());
        watches.callOff(
                actor, code, id, form.reason() == null ? "" : form.reason().strip());
        return list(actor, code);
    }

    /** Draws the one that is prepared. */
    @PostMapping("/watches/draw")
    Drawn draw(Actor actor, @PathVariable String code) {
        actor.require(Verb.VISIT_SAMPLE, actor.regencyCode());
        return new Drawn(watches.draw(actor, code));
    }

    /** Asks officers for drawn families, of watches and samples, for which there was none. */
    @PostMapping("/draws/send")
    Sent send(Actor actor, @PathVariable String code) {
        actor.require(Verb.VISIT_SAMPLE, actor.regencyCode());
        return new Sent(watches.send(actor, code));
    }

    /** Drawn families, of watches and samples, for which there is no officer who may visit them. */
    @GetMapping("/draws/unsent")
    ResponseEntity<Page<Unsent>> unsent(Actor actor, @PathVariable String code) {
        actor.require(Verb.VISIT_SAMPLE, actor.regencyCode());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page<>(watches.unsent(actor, code), null));
    }

    /** Families that left the count and were found extremely poor again. */
    @GetMapping("/poor-again")
    ResponseEntity<Page<PoorAgain>> poorAgain(Actor actor, @PathVariable String code) {
        actor.require(Verb.CASE_READ);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page<>(watches.poorAgain(actor, code), null));
    }

    @GetMapping("/graduation-samples")
    Samples samples(Actor actor, @PathVariable String code) {
        actor.require(Verb.PROGRESS_READ);
        UUID round = rounds.get(actor.regencyCode(), code).id();
        return new Samples(
                watches.samples(actor.regencyCode(), round),
                null,
                watches.sampleDueOn(actor.regencyCode(), round).orElse(null));
    }

    /** Draws the samples of graduated families that have come due. */
    @PostMapping("/graduation-samples")
    Drawn sample(Actor actor, @PathVariable String code) {
        actor.require(Verb.VISIT_SAMPLE, actor.regencyCode());
        return new Drawn(watches.drawSamples(actor, code));
    }
}
