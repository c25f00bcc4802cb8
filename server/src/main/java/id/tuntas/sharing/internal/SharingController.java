package id.tuntas.sharing.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Funding;
import id.tuntas.sharing.Sharing;
import id.tuntas.sharing.Sharing.Choice;
import id.tuntas.sharing.Sharing.Effect;
import id.tuntas.sharing.Sharing.Started;
import id.tuntas.sharing.Terms;
import id.tuntas.sharing.internal.SharingQueries.FamilyLine;
import id.tuntas.sharing.internal.SharingQueries.PlanSummary;
import id.tuntas.sharing.internal.SharingQueries.PlanView;
import java.util.EnumMap;
import java.util.Map;
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

/** Quota and budget shared out; for whoever manages the interventions of the whole regency. */
@RestController
@RequestMapping("/api/v1/sharings")
class SharingController {

    /** @param budgets rupiah by funding; who is not named has no limit */
    record StartForm(
            @Nullable String round,
            @Nullable Map<String, Long> budgets,
            @Nullable Integer step,
            @Nullable Boolean confirmedOnly,
            @Nullable Long seed) {}

    /** @param given null takes an earlier word back */
    record ChoiceForm(
            @Nullable UUID caseId,
            @Nullable UUID programmeId,
            @Nullable Boolean given) {}

    private static final int USUAL_STEP = 10;

    private final Sharing sharing;
    private final SharingQueries queries;

    SharingController(Sharing sharing, SharingQueries queries) {
        this.sharing = sharing;
        this.queries = queries;
    }

    @GetMapping
    Page<PlanSummary> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after) {
        SharingDesk.require(actor);
        if (round == null) {
            throw Refusal.invalid("/round", "required");
        }
        return queries.list(actor, round, after, Page.limit(limit));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started start(Actor actor, @RequestBody StartForm form) {
        SharingDesk.require(actor);
        if (form.round() == null) {
            throw Refusal.invalid("/round", "required");
        }
        return sharing.start(actor, form.round(), terms(form));
    }

    @GetMapping("/{id}")
    PlanView get(Actor actor, @PathVariable UUID id) {
        return queries.view(actor, id);
    }

    /** @param only {@code lacking} for families with a need that stays open */
    @GetMapping("/{id}/families")
    Page<FamilyLine> families(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String village,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return queries.families(actor, id, village, "lacking".equals(only), Math.max(0, after), Page.limit(limit));
    }

    /** Every programme that serves an open need of the family, and why it gets it or does not. */
    @GetMapping("/{id}/families/{caseId}")
    Page<Explanation> explain(Actor actor, @PathVariable UUID id, @PathVariable UUID caseId) {
        return new Page<>(queries.explain(actor, id, caseId), null);
    }

    /** What a change would do; nothing is kept. */
    @PostMapping("/{id}/preview")
    Effect preview(Actor actor, @PathVariable UUID id, @RequestBody ChoiceForm form) {
        SharingDesk.require(actor);
        return sharing.preview(actor, id, choice(form));
    }

    @PostMapping("/{id}/choices")
    Effect choose(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChoiceForm form) {
        SharingDesk.require(actor);
        return sharing.change(actor, id, IfMatch.version(ifMatch), choice(form));
    }

    /** Works it out again from what holds now; what people decided stays. */
    @PostMapping("/{id}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started again(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        SharingDesk.require(actor);
        return sharing.again(actor, id, IfMatch.version(ifMatch));
    }

    @PostMapping("/{id}/commit")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started commit(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        SharingDesk.require(actor);
        return sharing.commit(actor, id, IfMatch.version(ifMatch));
    }

    private static Choice choice(ChoiceForm form) {
        if (form.caseId() == null) {
            throw Refusal.invalid("/caseId", "required");
        }
        if (form.programmeId() == null) {
            throw Refusal.invalid("/programmeId", "required");
        }
        return new Choice(form.caseId(), form.programmeId(), form.given());
    }

    private static Terms terms(StartForm form) {
        Map<Funding, Long> budgets = new EnumMap<>(Funding.class);
        if (form.budgets() != null) {
            form.budgets().forEach((key, rupiah) -> {
                Funding funding =
                        Funding.findByKey(key).orElseThrow(() -> Refusal.invalid("/budgets/" + key, "unknown"));
                if (rupiah == null || rupiah < 0) {
                    throw Refusal.invalid("/budgets/" + key, "out-of-range");
                }
                budgets.put(funding, rupiah);
            });
        }
        int step = form.step() == null ? USUAL_STEP : form.step();
        if (step < Terms.SMALLEST_STEP || step > Terms.LARGEST_STEP) {
            throw Refusal.invalid("/step", "out-of-range");
        }
        return new Terms(
                budgets, step, !Boolean.FALSE.equals(form.confirmedOnly()), form.seed() == null ? 0 : form.seed());
    }
}
