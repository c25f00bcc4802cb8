package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.forms.Words;
import id.tuntas.interventions.Confirmations;
import id.tuntas.interventions.Delivery;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions;
import id.tuntas.interventions.internal.InterventionStore.Drawn;
import id.tuntas.interventions.internal.InterventionStore.Locked;
import id.tuntas.interventions.internal.QuotaRoom.Full;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import id.tuntas.regions.Distance;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class InterventionDesk implements Interventions, Confirmations {

    /** How long an agency may take to answer, and then to name a day. */
    private static final int DAYS_TO_ANSWER = 14;

    private final InterventionStore store;
    private final InterventionQueries queries;
    private final Needs needs;
    private final Programmes programmes;
    private final Cases cases;
    private final Regions regions;
    private final Evidence evidence;
    private final Ledger ledger;
    private final BusinessClock clock;

    InterventionDesk(
            InterventionStore store,
            InterventionQueries queries,
            Needs needs,
            Programmes programmes,
            Cases cases,
            Regions regions,
            Evidence evidence,
            Ledger ledger,
            BusinessClock clock) {
        this.store = store;
        this.queries = queries;
        this.needs = needs;
        this.programmes = programmes;
        this.cases = cases;
        this.regions = regions;
        this.evidence = evidence;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID propose(Actor actor, UUID caseId, UUID programmeId, Need need, String reason) {
        actor.require(Verb.NEED_CONFIRM);
        String village = needs.villageOf(actor, Verb.NEED_CONFIRM, caseId);
        Programme programme = programmes.get(actor.regencyCode(), programmeId);
        if (!programme.active()) {
            throw new Refusal(HttpStatus.CONFLICT, "programme-paused");
        }
        if (!programme.needs().contains(need)) {
            throw new Refusal(HttpStatus.CONFLICT, "need-not-served");
        }
        cases.lock(actor.regencyCode(), caseId).orElseThrow(Refusal::notFound);
        if (needs.isDeclined(actor.regencyCode(), caseId, need)) {
            throw new Refusal(HttpStatus.CONFLICT, "need-declined");
        }
        List<String> clashing = store.standing(actor.regencyCode(), caseId).stream()
                .filter(programme.notWith()::contains)
                .toList();
        if (!clashing.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "intervention-clash", String.join(", ", clashing));
        }
        LocalDate received = store.receivedOn(actor.regencyCode(), caseId, programmeId)
                .filter(day -> clock.today().isBefore(programme.unit().againFrom(day)))
                .orElse(null);
        if (received != null && reason.isBlank()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "intervention-received",
                    programme.name(),
                    Words.ofDay(received),
                    Words.ofDay(programme.unit().againFrom(received)));
        }
        boolean ruledOut = needs.isRuledOut(actor, Verb.NEED_CONFIRM, caseId, programme);
        StepCheck.refuse(StepCheck.ofRequest(ruledOut, reason));
        String againstRule = ruledOut || received != null ? reason : "";
        int units = needs.units(actor, Verb.NEED_CONFIRM, caseId, programme);
        draw(actor, programme, village, clock.today().getYear(), units, null).ifPresent(full -> {
            throw full.refusal(regions);
        });
        UUID id = store.insert(actor, caseId, programmeId, need, units, answerBy(), againstRule);
        if (id == null) {
            throw new Refusal(HttpStatus.CONFLICT, "intervention-there");
        }
        record(
                actor,
                InterventionState.PROPOSED.key(),
                caseId,
                village,
                Map.of("intervention", id.toString(), "programme", programme.code(), "need", need.key()),
                againstRule);
        return id;
    }

    /** The quota of which too little is left; the others that hold the village are held until the transaction ends. */
    private Optional<Full> draw(
            Actor actor, Programme programme, String village, int year, int units, @Nullable Long amount) {
        if (programme.quotas(year, village).isEmpty()) {
            return Optional.empty();
        }
        store.holdQuota(actor.regencyCode(), programme.id());
        return new QuotaRoom(store, actor.regencyCode()).draw(programme, village, year, units, amount);
    }

    @Override
    public List<Asked> of(Actor actor, UUID caseId) {
        return queries.ofCase(actor, caseId).stream()
                .map(one -> new Asked(one.id(), one.programmeId(), one.need(), one.state(), one.version()))
                .toList();
    }

    @Override
    public List<Request> requests(String regencyCode) {
        return store.requests(regencyCode);
    }

    @Override
    public List<QuotaUse> quotas(String regencyCode) {
        int year = clock.today().getYear();
        return programmes.list(regencyCode).stream()
                .flatMap(programme -> programme.quotas().stream()
                        .filter(quota -> quota.year() == year)
                        .map(quota -> {
                            Drawn drawn = store.drawnIn(regencyCode, programme.id(), year, quota.area());
                            return new QuotaUse(
                                    programme.id(),
                                    quota.area(),
                                    quota.units(),
                                    drawn.units(),
                                    quota.rupiah(),
                                    drawn.rupiah());
                        }))
                .toList();
    }

    @Override
    @Transactional
    public void step(Actor actor, UUID id, int version, Step step) {
        Locked intervention = locked(actor, id, version, step.state());
        StepCheck.refuse(StepCheck.of(step, intervention.promisedOn(), clock.today()));
        TakenStep taken = TakenStep.of(step);
        taken.movesTo(intervention.quotaYear()).ifPresent(year -> refuseOverdrawn(actor, intervention, year, taken));
        take(actor, Ids.next(), id, intervention, taken, List.of());
    }

    private void refuseOverdrawn(Actor actor, Locked intervention, int year, TakenStep plan) {
        Programme programme = programmes.get(actor.regencyCode(), intervention.programmeId());
        draw(actor, programme, intervention.village(), year, intervention.units(), plan.amount())
                .ifPresent(full -> {
                    throw full.refusalOfPlan(regions);
                });
    }

    @Override
    @Transactional
    public void deliver(Actor actor, UUID id, int version, Delivery delivery) {
        Locked intervention = locked(actor, id, version, InterventionState.DELIVERED);
        StepCheck.refuse(StepCheck.of(delivery, intervention.askedOn(), clock.today()));
        take(actor, Ids.next(), id, intervention, TakenStep.of(delivery), delivery.proofs());
    }

    @Override
    @Transactional
    public boolean say(Actor officer, UUID id, int version, Word word) {
        officer.require(Verb.VISIT_SUBMIT);
        Locked intervention = store.lockOfOfficer(officer, id).orElseThrow(Refusal::notFound);
        if (store.isTaken(officer, word.id())) {
            return false;
        }
        check(intervention, version, word.state());
        LocalDate deliveredOn = Objects.requireNonNull(intervention.deliveredOn());
        StepCheck.refuse(StepCheck.of(word, deliveredOn, clock.today()));
        take(officer, word.id(), id, intervention, TakenStep.of(word, away(intervention, word.place())), word.proofs());
        return true;
    }

    @Override
    @Transactional
    public void withdraw(Actor actor, UUID id, int version, String reason) {
        Locked intervention = store.lockOfWithdrawer(actor, id).orElseThrow(Refusal::notFound);
        checkVersion(intervention, version);
        InterventionState next = intervention.state().withoutMistake().orElseThrow(InterventionDesk::noStep);
        StepCheck.refuse(StepCheck.of(
                new Step(InterventionState.WITHDRAWN, null, null, reason), intervention.promisedOn(), clock.today()));
        boolean word = intervention.state().isSeenByOfficer();
        if (word) {
            refuseWhatRestsOn(actor.regencyCode(), id, intervention);
        }
        TakenStep step = TakenStep.of(next, null, intervention.deliveredOn(), intervention.amount(), reason);
        store.update(actor, Ids.next(), id, step, due(step, intervention.promisedOn()));
        record(
                actor,
                word ? "unsaid" : next.key(),
                intervention.familyId(),
                intervention.village(),
                Map.of("intervention", id.toString(), "programme", intervention.programme()),
                reason);
    }

    private void refuseWhatRestsOn(String regencyCode, UUID id, Locked intervention) {
        cases.lock(regencyCode, intervention.familyId()).orElseThrow(Refusal::notFound);
        if (store.isAskedAgain(regencyCode, id)) {
            throw new Refusal(HttpStatus.CONFLICT, "intervention-there");
        }
        if (!store.isInNeed(regencyCode, intervention.familyId())) {
            throw new Refusal(HttpStatus.CONFLICT, "intervention-graduated");
        }
    }

    /** Metres from where the family was visited, else from the middle of its village. */
    private @Nullable Double away(Locked intervention, @Nullable Place place) {
        if (place == null) {
            return null;
        }
        if (intervention.lat() != null && intervention.lng() != null) {
            return Distance.metres(place.lat(), place.lng(), intervention.lat(), intervention.lng());
        }
        Region village = regions.find(intervention.village()).orElse(null);
        return village == null || village.lat() == null || village.lng() == null
                ? null
                : Distance.metres(place.lat(), place.lng(), village.lat(), village.lng());
    }

    private Locked locked(Actor actor, UUID id, int version, InterventionState next) {
        Locked intervention = store.lock(actor, id).orElseThrow(Refusal::notFound);
        check(intervention, version, next);
        if (intervention.struck() != null && next.isTowardsTheFamily()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "intervention-struck",
                    intervention.struck().words().toArray());
        }
        return intervention;
    }

    private static void check(Locked intervention, int version, InterventionState next) {
        checkVersion(intervention, version);
        if (!intervention.state().mayBecome(next)) {
            throw noStep();
        }
    }

    private static void checkVersion(Locked intervention, int version) {
        if (intervention.version() != version) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
    }

    private static Refusal noStep() {
        return new Refusal(HttpStatus.CONFLICT, "intervention-step");
    }

    private void take(Actor actor, UUID stepId, UUID id, Locked intervention, TakenStep step, List<Proof> proofs) {
        List<String> shownBy = proofs.stream()
                .map(Proof::file)
                .map(EvidenceFile::sha256)
                .distinct()
                .toList();
        evidence.register(
                actor.regencyCode(), proofs.stream().map(Proof::file).distinct().toList());
        store.update(actor, stepId, id, step, due(step, intervention.promisedOn()));
        store.insertProofs(actor.regencyCode(), stepId, proofs);
        Map<String, Object> detail =
                new HashMap<>(Map.of("intervention", id.toString(), "programme", intervention.programme()));
        if (step.day() != null) {
            detail.put("day", step.day().toString());
        }
        if (!shownBy.isEmpty()) {
            detail.put("proofs", shownBy);
        }
        record(
                actor,
                step.state().key(),
                intervention.familyId(),
                intervention.village(),
                detail,
                step + " " + shownBy);
    }

    /** A plan is due on the first day that was promised, however often it is moved. */
    private @Nullable LocalDate due(TakenStep step, @Nullable LocalDate promisedOn) {
        return switch (step.state()) {
            case PROPOSED, ACCEPTED, MISSING, DIFFERENT -> answerBy();
            case PLANNED -> promisedOn != null ? promisedOn : step.plannedOn();
            case REFUSED, DELIVERED, FAILED, STOPPED, RECEIVED, WITHDRAWN -> null;
        };
    }

    private LocalDate answerBy() {
        return clock.today().plusDays(DAYS_TO_ANSWER);
    }

    /** On the family's record, so that its history tells of it. */
    private void record(
            Actor actor, String act, UUID familyId, String village, Map<String, Object> detail, String content) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "intervention." + act,
                "case",
                familyId,
                village,
                detail,
                content.getBytes(StandardCharsets.UTF_8)));
    }
}
