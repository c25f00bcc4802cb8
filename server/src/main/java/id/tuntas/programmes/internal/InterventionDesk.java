package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.programmes.InterventionState;
import id.tuntas.programmes.Interventions;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import id.tuntas.programmes.internal.DecreedFamilies.Family;
import id.tuntas.programmes.internal.InterventionStore.Locked;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class InterventionDesk implements Interventions {

    /** How long an agency may take to answer, and then to name a day. */
    private static final int DAYS_TO_ANSWER = 14;

    private static final int LONGEST_REASON = 1_000;
    private static final long MOST_RUPIAH = 1_000_000_000_000L;

    private final InterventionStore store;
    private final DecreedFamilies families;
    private final Programmes programmes;
    private final Cases cases;
    private final Ledger ledger;
    private final BusinessClock clock;

    InterventionDesk(
            InterventionStore store,
            DecreedFamilies families,
            Programmes programmes,
            Cases cases,
            Ledger ledger,
            BusinessClock clock) {
        this.store = store;
        this.families = families;
        this.programmes = programmes;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID propose(Actor actor, UUID caseId, UUID programmeId, Need need) {
        actor.require(Verb.NEED_CONFIRM);
        Family family = families.find(actor, Verb.NEED_CONFIRM, caseId).orElseThrow(Refusal::notFound);
        Programme programme = programmes.get(actor.regencyCode(), programmeId);
        if (!programme.active()) {
            throw new Refusal(HttpStatus.CONFLICT, "programme-paused");
        }
        if (!programme.needs().contains(need)) {
            throw new Refusal(HttpStatus.CONFLICT, "need-not-served");
        }
        cases.lock(actor.regencyCode(), caseId).orElseThrow(Refusal::notFound);
        List<String> clashing = store.standing(actor.regencyCode(), caseId).stream()
                .filter(programme.notWith()::contains)
                .toList();
        if (!clashing.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "intervention-clash", String.join(", ", clashing));
        }
        UUID id = store.insert(actor, caseId, programmeId, need, answerBy());
        if (id == null) {
            throw new Refusal(HttpStatus.CONFLICT, "intervention-there");
        }
        record(
                actor,
                InterventionState.PROPOSED,
                caseId,
                family.village(),
                Map.of("intervention", id.toString(), "programme", programme.code(), "need", need.key()),
                "");
        return id;
    }

    @Override
    @Transactional
    public void step(Actor actor, UUID id, int version, Step step) {
        Locked intervention = store.lock(actor, id).orElseThrow(Refusal::notFound);
        if (intervention.version() != version) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        if (!intervention.state().mayBecome(step.state())) {
            throw new Refusal(HttpStatus.CONFLICT, "intervention-step");
        }
        check(step);
        store.update(actor, id, step, due(step));
        Map<String, Object> detail =
                new HashMap<>(Map.of("intervention", id.toString(), "programme", intervention.programme()));
        if (step.plannedOn() != null) {
            detail.put("day", step.plannedOn().toString());
        }
        record(actor, step.state(), intervention.familyId(), intervention.village(), detail, step.toString());
    }

    private void check(Step step) {
        boolean planned = step.state() == InterventionState.PLANNED;
        List<FieldProblem> problems = new ArrayList<>();
        if (planned && step.plannedOn() == null) {
            problems.add(new FieldProblem("/plannedOn", "required", List.of()));
        } else if (planned && step.plannedOn().isBefore(clock.today())) {
            problems.add(new FieldProblem("/plannedOn", "day-passed", List.of()));
        } else if (!planned && (step.plannedOn() != null || step.amount() != null)) {
            problems.add(new FieldProblem("/plannedOn", "only-with-a-plan", List.of()));
        }
        if (step.amount() != null && (step.amount() < 1 || step.amount() > MOST_RUPIAH)) {
            problems.add(new FieldProblem("/amount", "out-of-range", List.of()));
        }
        if (step.state().asksWhy() && step.reason().isBlank()) {
            problems.add(new FieldProblem("/reason", "required", List.of()));
        }
        if (step.reason().length() > LONGEST_REASON) {
            problems.add(new FieldProblem("/reason", "too-long", List.of(LONGEST_REASON)));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private @Nullable LocalDate due(Step step) {
        return switch (step.state()) {
            case PROPOSED, ACCEPTED -> answerBy();
            case PLANNED -> step.plannedOn();
            case REFUSED, STOPPED -> null;
        };
    }

    private LocalDate answerBy() {
        return clock.today().plusDays(DAYS_TO_ANSWER);
    }

    /** On the family's record, so that its history tells of it. */
    private void record(
            Actor actor,
            InterventionState state,
            UUID familyId,
            String village,
            Map<String, Object> detail,
            String content) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "intervention." + state.key(),
                "case",
                familyId,
                village,
                detail,
                content.getBytes(StandardCharsets.UTF_8)));
    }
}
