package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.internal.DecreedFamilies.Family;
import id.tuntas.programmes.internal.FamilyNeeds.NeedView;
import id.tuntas.programmes.internal.FamilyNeeds.Recommendation;
import id.tuntas.programmes.internal.NeedStore.Decision;
import id.tuntas.programmes.internal.RuleLanguage.Answer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class NeedDesk implements Needs {

    private static final int LONGEST_REASON = 1_000;

    private final DecreedFamilies families;
    private final FamilyNeeds familyNeeds;
    private final NeedRules rules;
    private final NeedStore store;
    private final Cases cases;
    private final Ledger ledger;

    NeedDesk(
            DecreedFamilies families,
            FamilyNeeds familyNeeds,
            NeedRules rules,
            NeedStore store,
            Cases cases,
            Ledger ledger) {
        this.families = families;
        this.familyNeeds = familyNeeds;
        this.rules = rules;
        this.store = store;
        this.cases = cases;
        this.ledger = ledger;
    }

    @Override
    public String villageOf(Actor actor, Verb verb, UUID caseId) {
        return families.villageOf(actor, verb, caseId);
    }

    @Override
    public void requireKnown(Actor actor, UUID caseId) {
        families.requireKnown(actor, caseId);
    }

    @Override
    public List<OpenNeeds> open(Actor actor, Verb verb) {
        return familyNeeds.open(actor, verb);
    }

    @Override
    public Map<Need, List<UUID>> fitting(Actor actor, UUID caseId) {
        Map<Need, List<UUID>> fitting = new EnumMap<>(Need.class);
        for (NeedView view : familyNeeds.of(actor, caseId)) {
            if (view.open()) {
                fitting.put(
                        view.need(),
                        view.programmes().stream()
                                .filter(one -> one.verdict().fits() == Answer.YES)
                                .map(Recommendation::id)
                                .toList());
            }
        }
        return fitting;
    }

    @Override
    public List<FittingFamily> fitting(Actor actor, Verb verb) {
        return familyNeeds.fitting(actor, verb);
    }

    @Override
    public int units(Actor actor, Verb verb, UUID caseId, Programme programme) {
        return familyNeeds.units(actor, verb, caseId, programme);
    }

    @Override
    public boolean isRuledOut(Actor actor, Verb verb, UUID caseId, Programme programme) {
        return familyNeeds.isRuledOut(actor, verb, caseId, programme);
    }

    @Override
    public boolean isDeclined(String regencyCode, UUID caseId, Need need) {
        Decision last = store.of(regencyCode, caseId).get(need);
        return last != null && !last.confirmed();
    }

    @Override
    @Transactional
    public void decide(Actor actor, UUID caseId, Need need, boolean confirmed, String reason) {
        actor.require(Verb.NEED_CONFIRM);
        Family family = families.find(actor, Verb.NEED_CONFIRM, caseId).orElseThrow(Refusal::notFound);
        cases.lock(actor.regencyCode(), caseId).orElseThrow(Refusal::notFound);
        Answer proposed = rules.of(need).of(family.facts());
        boolean against = proposed == (confirmed ? Answer.NO : Answer.YES);
        if (against && reason.isBlank()) {
            throw Refusal.invalid("/reason", "required");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("/reason", "too-long", LONGEST_REASON);
        }
        Decision last = store.of(actor.regencyCode(), caseId).get(need);
        if (last != null && last.confirmed() == confirmed) {
            throw new Refusal(HttpStatus.CONFLICT, "need-decided");
        }
        store.insert(actor, caseId, need, confirmed, proposed, reason.strip());
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                confirmed ? "need.confirmed" : "need.declined",
                "case",
                caseId,
                family.village(),
                Map.of("need", need.key(), "proposed", proposed.name()),
                reason.getBytes(StandardCharsets.UTF_8)));
    }
}
