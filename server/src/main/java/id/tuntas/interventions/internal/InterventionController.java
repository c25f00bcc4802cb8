package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions;
import id.tuntas.interventions.Interventions.Step;
import id.tuntas.interventions.internal.InterventionQueries.InterventionView;
import id.tuntas.interventions.internal.InterventionQueries.WorkList;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Need;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
class InterventionController {

    record ProposalForm(
            @Nullable UUID programmeId,
            @Nullable String need,
            @Nullable String reason) {}

    record StepForm(
            @Nullable String state,
            @Nullable LocalDate plannedOn,
            @Nullable Long amount,
            @Nullable String reason) {}

    record WithdrawalForm(@Nullable String reason) {}

    private final Interventions interventions;
    private final InterventionQueries queries;

    InterventionController(Interventions interventions, InterventionQueries queries) {
        this.interventions = interventions;
        this.queries = queries;
    }

    /** What the caller may work on, the longest overdue first. @param state only of this state; all unless said */
    @GetMapping("/interventions")
    WorkList list(
            Actor actor,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable UUID after,
            @RequestParam @Nullable Integer limit) {
        requireWork(actor);
        InterventionState wanted = state == null || state.isBlank() ? null : state(state);
        return queries.list(actor, wanted, after, Page.limit(limit));
    }

    /** @param ifMatch version of the intervention */
    @PostMapping("/interventions/{id}/steps")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void step(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody StepForm form) {
        requireWork(actor);
        InterventionState next = state(form.state() == null ? "" : form.state());
        interventions.step(
                actor,
                id,
                IfMatch.version(ifMatch),
                new Step(
                        next,
                        form.plannedOn(),
                        form.amount(),
                        form.reason() == null ? "" : form.reason().strip()));
    }

    /** Takes back the request, or what the officer said last. @param ifMatch version of the intervention */
    @PostMapping("/interventions/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WithdrawalForm form) {
        actor.require(Verb.NEED_CONFIRM);
        interventions.withdraw(
                actor,
                id,
                IfMatch.version(ifMatch),
                form.reason() == null ? "" : form.reason().strip());
    }

    @GetMapping("/cases/{id}/interventions")
    Page<InterventionView> ofCase(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.CASE_READ);
        return new Page<>(queries.ofCase(actor, id), null);
    }

    /** Asks a programme for a family; answers with all that were asked for it. */
    @PostMapping("/cases/{id}/interventions")
    @ResponseStatus(HttpStatus.CREATED)
    Page<InterventionView> propose(Actor actor, @PathVariable UUID id, @RequestBody ProposalForm form) {
        actor.require(Verb.NEED_CONFIRM);
        Need need = Need.findByKey(form.need() == null ? "" : form.need())
                .orElseThrow(() -> Refusal.invalid("/need", "unknown"));
        if (form.programmeId() == null) {
            throw Refusal.invalid("/programmeId", "required");
        }
        interventions.propose(
                actor,
                id,
                form.programmeId(),
                need,
                form.reason() == null ? "" : form.reason().strip());
        return ofCase(actor, id);
    }

    private static InterventionState state(String key) {
        return InterventionState.findByKey(key).orElseThrow(() -> Refusal.invalid("/state", "unknown"));
    }

    static void requireWork(Actor actor) {
        if (!actor.may(Verb.INTERVENTION_WORK)) {
            actor.require(Verb.INTERVENTION_MANAGE);
        }
    }
}
