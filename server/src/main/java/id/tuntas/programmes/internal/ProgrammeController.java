package id.tuntas.programmes.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.forms.FormDefinition.FormChoice;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.KeptRule;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import id.tuntas.programmes.Rule;
import id.tuntas.programmes.internal.ProgrammeForm.RuleForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ProgrammeController {

    /** @param type int, bool, string, or a list or map of them, as CEL writes it */
    record FactView(String name, String type, List<FormChoice> choices) {}

    record RuleVersion(int version, Rule rule, @Nullable String savedBy, Instant savedAt) {}

    /** @param set which programmes; {@code usual} is the only set there is */
    record StartForm(@Nullable String set) {}

    record TrialForm(@Nullable RuleForm rule) {}

    private final Programmes programmes;
    private final RuleTrial trial;
    private final Accounts accounts;

    ProgrammeController(Programmes programmes, RuleTrial trial, Accounts accounts) {
        this.programmes = programmes;
        this.trial = trial;
        this.accounts = accounts;
    }

    @GetMapping("/programmes")
    Page<Programme> list(Actor actor) {
        actor.require(Verb.PROGRAMME_READ);
        return new Page<>(programmes.list(actor.regencyCode()), null);
    }

    @GetMapping("/programmes/{id}")
    ResponseEntity<Programme> show(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.PROGRAMME_READ);
        return tagged(HttpStatus.OK, programmes.get(actor.regencyCode(), id));
    }

    /** Every version of the rule, the newest first. */
    @GetMapping("/programmes/{id}/rules")
    Page<RuleVersion> rules(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.PROGRAMME_READ);
        List<KeptRule> kept = programmes.rules(actor.regencyCode(), id);
        Map<UUID, String> names = accounts.names(
                actor.regencyCode(), kept.stream().map(KeptRule::savedBy).collect(Collectors.toSet()));
        return new Page<>(
                kept.stream()
                        .map(one -> new RuleVersion(one.version(), one.rule(), names.get(one.savedBy()), one.savedAt()))
                        .toList(),
                null);
    }

    @PostMapping("/programmes")
    ResponseEntity<Programme> create(Actor actor, @RequestBody ProgrammeForm form) {
        actor.require(Verb.PROGRAMME_MANAGE);
        return tagged(HttpStatus.CREATED, programmes.create(actor, form.toProgramme()));
    }

    /** Starts an empty catalogue with the usual programmes. */
    @PostMapping("/programmes/start")
    @ResponseStatus(HttpStatus.CREATED)
    Page<Programme> start(Actor actor, @RequestBody StartForm form) {
        actor.require(Verb.PROGRAMME_MANAGE);
        if (!"usual".equals(form.set())) {
            throw Refusal.invalid("/set", "unknown");
        }
        return new Page<>(programmes.addUsual(actor), null);
    }

    @PutMapping("/programmes/{id}")
    ResponseEntity<Programme> revise(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ProgrammeForm form) {
        actor.require(Verb.PROGRAMME_MANAGE);
        return tagged(HttpStatus.OK, programmes.revise(actor, id, IfMatch.version(ifMatch), form.toProgramme()));
    }

    /** Tries a rule on the families there are; nothing is kept. */
    @PostMapping("/programme-trials")
    RuleTrial.Outcome trial(Actor actor, @RequestBody TrialForm form) {
        actor.require(Verb.PROGRAMME_MANAGE);
        if (form.rule() == null) {
            throw Refusal.invalid("/rule", "required");
        }
        return trial.of(actor, form.rule().rule());
    }

    /** The words that a rule can use. */
    @GetMapping("/programme-facts")
    Page<FactView> facts(Actor actor) {
        actor.require(Verb.PROGRAMME_READ);
        return new Page<>(
                FamilyFacts.all().values().stream()
                        .map(fact -> new FactView(fact.name(), fact.type().name(), fact.choices()))
                        .toList(),
                null);
    }

    private static ResponseEntity<Programme> tagged(HttpStatus status, Programme programme) {
        return ResponseEntity.status(status)
                .eTag(IfMatch.tag(programme.version()))
                .body(programme);
    }
}
