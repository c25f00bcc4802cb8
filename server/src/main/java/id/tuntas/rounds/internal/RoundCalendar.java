package id.tuntas.rounds.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundRevised;
import id.tuntas.rounds.Rounds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class RoundCalendar implements Rounds {

    private final RoundStore store;
    private final Ledger ledger;
    private final Json json;

    private final ApplicationEventPublisher events;

    RoundCalendar(RoundStore store, Ledger ledger, Json json, ApplicationEventPublisher events) {
        this.store = store;
        this.ledger = ledger;
        this.json = json;
        this.events = events;
    }

    @Override
    public Round get(String regencyCode, String code) {
        return store.findByCode(regencyCode, code).orElseThrow(Refusal::notFound);
    }

    @Override
    public Optional<Round> find(String regencyCode, UUID id) {
        return store.find(regencyCode, id);
    }

    @Override
    public Optional<Round> current(String regencyCode) {
        return store.current(regencyCode);
    }

    @Override
    public List<Round> list(String regencyCode) {
        return store.list(regencyCode);
    }

    @Override
    @Transactional
    public Round create(Actor actor, NewRound round) {
        actor.require(Verb.ROUND_MANAGE, actor.regencyCode());
        check(actor, round);
        UUID id = Ids.next();
        if (!store.insert(actor.regencyCode(), id, round)) {
            throw Refusal.invalid("/code", "taken");
        }
        record(actor, "round.created", id, round);
        return store.find(actor.regencyCode(), id).orElseThrow();
    }

    @Override
    @Transactional
    public Round revise(Actor actor, String code, int version, NewRound round) {
        actor.require(Verb.ROUND_MANAGE, actor.regencyCode());
        Round before = get(actor.regencyCode(), code);
        check(actor, round);
        if (!round.code().equals(code)) {
            throw Refusal.invalid("/code", "fixed");
        }
        if (!before.state().mayBecome(round.state())) {
            throw Refusal.invalid("/state", "round-not-a-draft-again");
        }
        if (!store.update(actor.regencyCode(), before.id(), version, round)) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        record(actor, "round.revised", before.id(), round);
        events.publishEvent(new RoundRevised(actor.regencyCode(), before.id(), before.state(), round.state()));
        return get(actor.regencyCode(), code);
    }

    private void check(Actor actor, NewRound round) {
        List<FieldProblem> problems = RoundCheck.problemsOf(round);
        if (!store.formExists(actor.regencyCode(), round.formId(), round.formVersion())) {
            problems.add(new FieldProblem("/formVersion", "unknown", List.of()));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private void record(Actor actor, String verb, UUID id, NewRound round) {
        Map<String, Object> detail = Map.of(
                "code", round.code(),
                "state", round.state().key(),
                "opens", round.opens().toString(),
                "deadline", round.deadline().toString(),
                "form", round.formId() + " " + round.formVersion());
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "round",
                id,
                actor.regencyCode(),
                detail,
                json.write(round).getBytes(StandardCharsets.UTF_8)));
    }
}
