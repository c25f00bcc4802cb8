package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.programmes.KeptRule;
import id.tuntas.programmes.NewProgramme;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class Catalogue implements Programmes {

    private final ProgrammeStore store;
    private final ProgrammeCheck check;
    private final RuleCheck ruleCheck;
    private final UsualProgrammes usual;
    private final Ledger ledger;
    private final Json json;

    Catalogue(
            ProgrammeStore store,
            ProgrammeCheck check,
            RuleCheck ruleCheck,
            UsualProgrammes usual,
            Ledger ledger,
            Json json) {
        this.store = store;
        this.check = check;
        this.ruleCheck = ruleCheck;
        this.usual = usual;
        this.ledger = ledger;
        this.json = json;
    }

    @Override
    public List<Programme> list(String regencyCode) {
        return store.list(regencyCode);
    }

    @Override
    public Programme get(String regencyCode, UUID id) {
        return store.find(regencyCode, id).orElseThrow(Refusal::notFound);
    }

    @Override
    public List<KeptRule> rules(String regencyCode, UUID id) {
        get(regencyCode, id);
        return store.rules(regencyCode, id);
    }

    @Override
    @Transactional
    public Programme create(Actor actor, NewProgramme programme) {
        actor.require(Verb.PROGRAMME_MANAGE, actor.regencyCode());
        return add(actor, programme, codes(actor));
    }

    @Override
    @Transactional
    public Programme revise(Actor actor, UUID id, int version, NewProgramme programme) {
        actor.require(Verb.PROGRAMME_MANAGE, actor.regencyCode());
        Programme before = get(actor.regencyCode(), id);
        check(actor, programme, codes(actor));
        if (!programme.code().equals(before.code())) {
            throw Refusal.invalid("/code", "fixed");
        }
        if (!store.update(actor, before, version, programme)) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        Programme after = get(actor.regencyCode(), id);
        record(actor, "programme.revised", after);
        return after;
    }

    @Override
    @Transactional
    public List<Programme> addUsual(Actor actor) {
        actor.require(Verb.PROGRAMME_MANAGE, actor.regencyCode());
        if (!store.list(actor.regencyCode()).isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "catalogue-begun");
        }
        List<NewProgramme> programmes = usual.list();
        Set<String> codes = programmes.stream().map(NewProgramme::code).collect(Collectors.toSet());
        programmes.forEach(programme -> add(actor, programme, codes));
        return list(actor.regencyCode());
    }

    private Programme add(Actor actor, NewProgramme programme, Set<String> codes) {
        check(actor, programme, codes);
        UUID id = store.insert(actor, programme);
        if (id == null) {
            throw Refusal.invalid("/code", "taken");
        }
        Programme added = get(actor.regencyCode(), id);
        record(actor, "programme.created", added);
        return added;
    }

    private Set<String> codes(Actor actor) {
        return store.list(actor.regencyCode()).stream().map(Programme::code).collect(Collectors.toSet());
    }

    private void check(Actor actor, NewProgramme programme, Set<String> codes) {
        List<FieldProblem> problems = check.problemsOf(actor.regencyCode(), programme, codes);
        problems.addAll(ruleCheck.problemsOf(programme.rule(), "/rule"));
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private void record(Actor actor, String verb, Programme programme) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "programme",
                programme.id(),
                actor.regencyCode(),
                Map.of("code", programme.code(), "version", programme.version(), "rule", programme.ruleVersion()),
                json.write(programme).getBytes(StandardCharsets.UTF_8)));
    }
}
