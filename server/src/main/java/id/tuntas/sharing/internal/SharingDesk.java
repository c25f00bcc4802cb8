package id.tuntas.sharing.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.sharing.Sharing;
import id.tuntas.sharing.SharingState;
import id.tuntas.sharing.Terms;
import id.tuntas.sharing.internal.Inputs.FamilyInput;
import id.tuntas.sharing.internal.Share.Key;
import id.tuntas.sharing.internal.SharingStore.Named;
import id.tuntas.sharing.internal.SharingStore.Plan;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class SharingDesk implements Sharing {

    private final SharingStore store;
    private final InputReader reader;
    private final Sharer sharer;
    private final Rounds rounds;
    private final Regions regions;
    private final Jobs jobs;
    private final Ledger ledger;
    private final Json json;

    SharingDesk(
            SharingStore store,
            InputReader reader,
            Sharer sharer,
            Rounds rounds,
            Regions regions,
            Jobs jobs,
            Ledger ledger,
            Json json) {
        this.store = store;
        this.reader = reader;
        this.sharer = sharer;
        this.rounds = rounds;
        this.regions = regions;
        this.jobs = jobs;
        this.ledger = ledger;
        this.json = json;
    }

    /** Throws {@link Refusal} 403 unless the actor answers for the whole regency. */
    static void require(Actor actor) {
        actor.require(Verb.INTERVENTION_MANAGE, actor.regencyCode());
    }

    @Override
    public boolean isBegun(String regencyCode, String roundCode) {
        return !store.list(regencyCode, rounds.get(regencyCode, roundCode).id(), null, 1)
                .isEmpty();
    }

    @Override
    @Transactional
    public Started start(Actor actor, String roundCode, Terms terms) {
        require(actor);
        Round round = rounds.get(actor.regencyCode(), roundCode);
        Inputs inputs = reader.read(actor, round, terms);
        if (inputs.families().stream().map(FamilyInput::fits).allMatch(List::isEmpty)) {
            throw new Refusal(HttpStatus.CONFLICT, "sharing-nothing");
        }
        UUID id = Ids.next();
        UUID job = work(actor, SolveSharing.KIND, id);
        store.insert(actor, id, round.id(), terms, job);
        record(actor, id, "sharing.started", Map.of("round", round.code()), json.write(terms));
        return new Started(id, job);
    }

    @Override
    @Transactional
    public Started again(Actor actor, UUID id, int version) {
        Plan plan = locked(actor, id, version);
        if (plan.state() != SharingState.STOPPED) {
            requireOpen(plan);
        }
        UUID job = work(actor, SolveSharing.KIND, plan.id());
        store.state(actor.regencyCode(), id, SharingState.SOLVING, job);
        record(actor, id, "sharing.again", Map.of("job", job.toString()), "");
        return new Started(id, job);
    }

    @Override
    @Transactional(readOnly = true)
    public Effect preview(Actor actor, UUID id, Choice choice) {
        require(actor);
        Plan plan = store.find(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
        requireOpen(plan);
        return tried(actor, plan, choice).effect();
    }

    @Override
    @Transactional
    public Effect change(Actor actor, UUID id, int version, Choice choice) {
        Plan plan = open(actor, id, version);
        Tried tried = tried(actor, plan, choice);
        tried.said().forEach((key, said) -> store.choose(actor.regencyCode(), id, key, said));
        store.state(actor.regencyCode(), id, SharingState.PROPOSED, plan.jobId());
        Map<String, Object> detail = new HashMap<>(Map.of(
                "family",
                choice.caseId().toString(),
                "programme",
                choice.programmeId().toString(),
                "moved",
                tried.effect().moved().size()));
        detail.put("given", choice.given() == null ? "free" : choice.given().toString());
        record(actor, id, "sharing.changed", detail, json.write(tried.effect()));
        return tried.effect();
    }

    private record Tried(Effect effect, Map<Key, Inputs.Choice> said) {}

    private Tried tried(Actor actor, Plan plan, Choice choice) {
        Worked worked = worked(actor.regencyCode(), plan);
        Key key = new Key(choice.caseId(), choice.programmeId());
        Share share = worked.find(key).orElseThrow(Refusal::notFound);
        Figures before = worked.figures();
        Map<Key, Inputs.Choice> said = new HashMap<>();
        List<Share> moved = List.of();
        if (choice.given() != null && choice.given() && !share.given()) {
            moved = worked.makeRoom(share).orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "sharing-no-room"));
            moved.forEach(one -> said.put(one.key(), new Inputs.Choice(false, false)));
        } else if (choice.given() != null) {
            share.give(choice.given());
        }
        said.put(key, new Inputs.Choice(share.given(), choice.given() != null));
        return new Tried(new Effect(before, worked.figures(), named(actor.regencyCode(), moved)), said);
    }

    private List<Moved> named(String regencyCode, List<Share> shares) {
        Map<UUID, Named> names = store.names(
                regencyCode, shares.stream().map(one -> one.key().household()).toList());
        return shares.stream()
                .map(one -> {
                    Named named = Objects.requireNonNull(names.get(one.key().household()));
                    return new Moved(
                            one.key().household(),
                            named.number(),
                            named.name(),
                            regions.name(named.village()),
                            one.key().programme(),
                            one.programme().name());
                })
                .toList();
    }

    Worked worked(String regencyCode, Plan plan) {
        Inputs inputs = Objects.requireNonNull(plan.inputs());
        return new Worked(sharer, inputs.allotment(store.choices(regencyCode, plan.id()), false));
    }

    @Override
    @Transactional
    public Started commit(Actor actor, UUID id, int version) {
        Plan plan = open(actor, id, version);
        Round round = rounds.find(actor.regencyCode(), plan.roundId()).orElseThrow();
        if (!reader.read(actor, round, plan.terms()).digest(json).equals(plan.digest())) {
            throw new Refusal(HttpStatus.CONFLICT, "sharing-outdated");
        }
        if (!worked(actor.regencyCode(), plan).isFeasible()) {
            throw new Refusal(HttpStatus.CONFLICT, "sharing-no-room");
        }
        UUID job = work(actor, CommitSharing.KIND, id);
        store.state(actor.regencyCode(), id, SharingState.COMMITTING, job);
        record(
                actor,
                id,
                "sharing.committed",
                Map.of("requests", store.toAsk(actor.regencyCode(), id).size()),
                Objects.requireNonNull(plan.digest()));
        return new Started(id, job);
    }

    private Plan open(Actor actor, UUID id, int version) {
        Plan plan = locked(actor, id, version);
        requireOpen(plan);
        return plan;
    }

    private Plan locked(Actor actor, UUID id, int version) {
        require(actor);
        Plan plan = store.lock(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
        if (plan.version() != version) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        return plan;
    }

    private static void requireOpen(Plan plan) {
        switch (plan.state()) {
            case PROPOSED -> {}
            case COMMITTED -> throw new Refusal(HttpStatus.CONFLICT, "sharing-committed");
            case STOPPED -> throw new Refusal(HttpStatus.CONFLICT, "sharing-unworked");
            case SOLVING, COMMITTING -> throw new Refusal(HttpStatus.CONFLICT, "sharing-busy");
        }
    }

    private UUID work(Actor actor, String kind, UUID id) {
        return jobs.start(actor.regencyCode(), kind, new Payload(id, actor.id()), actor.id());
    }

    /** @param askedBy whose rights the work has */
    record Payload(UUID plan, UUID askedBy) {}

    private void record(Actor actor, UUID id, String verb, Map<String, Object> detail, String content) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "sharing",
                id,
                actor.regencyCode(),
                detail,
                content.getBytes(StandardCharsets.UTF_8)));
    }
}
