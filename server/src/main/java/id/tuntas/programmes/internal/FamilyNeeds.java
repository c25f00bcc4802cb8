package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs.FittingFamily;
import id.tuntas.programmes.Needs.OpenNeeds;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import id.tuntas.programmes.Unit;
import id.tuntas.programmes.internal.CompiledRule.ReadFact;
import id.tuntas.programmes.internal.CompiledRule.Verdict;
import id.tuntas.programmes.internal.DecreedFamilies.Family;
import id.tuntas.programmes.internal.NeedStore.Decision;
import id.tuntas.programmes.internal.RuleLanguage.Answer;
import id.tuntas.programmes.internal.RuleLanguage.Asking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a family lacks, why, and what it could get for it. */
@Component
class FamilyNeeds {

    /**
     * One need.
     *
     * @param proposed what the answers say
     * @param facts the answers it was proposed by
     * @param decision a person's last word; null when nobody has looked
     * @param open whether something has to be done: confirmed, or proposed and not declined
     * @param programmes those that serve the need: that fit, then that may fit, then that do not; only for an open one
     */
    record NeedView(
            Need need,
            Answer proposed,
            List<ReadFact> facts,
            @Nullable Decision decision,
            boolean open,
            List<Recommendation> programmes) {}

    /**
     * @param units that the family takes
     * @param clashes codes of programmes that fit as well and may not come together with this one
     */
    record Recommendation(
            UUID id,
            String code,
            String name,
            String agency,
            int pillar,
            Unit unit,
            int units,
            @Nullable Long amount,
            Verdict verdict,
            List<String> clashes) {}

    private final DecreedFamilies families;
    private final NeedRules rules;
    private final NeedStore store;
    private final Programmes programmes;
    private final RuleLanguage language;

    FamilyNeeds(
            DecreedFamilies families, NeedRules rules, NeedStore store, Programmes programmes, RuleLanguage language) {
        this.families = families;
        this.rules = rules;
        this.store = store;
        this.programmes = programmes;
        this.language = language;
    }

    /** Throws {@link Refusal} 404 outside the actor's region or for a family that neither is extremely poor nor was before a decree struck it. */
    List<NeedView> of(Actor actor, UUID caseId) {
        Family family = families.findKnown(actor, caseId).orElseThrow(Refusal::notFound);
        Map<Need, Decision> decisions = store.of(actor.regencyCode(), caseId);
        Map<Programme, Judged> verdicts = new LinkedHashMap<>();
        offered(actor.regencyCode())
                .forEach((programme, rule) ->
                        verdicts.put(programme, new Judged(rule.of(family.facts()), units(programme, rule, family))));
        List<NeedView> needs = new ArrayList<>();
        for (Need need : Need.values()) {
            Asking asking = rules.of(need);
            Answer proposed = asking.of(family.facts());
            Decision decision = decisions.get(need);
            boolean open = isOpen(decision, proposed);
            needs.add(new NeedView(
                    need,
                    proposed,
                    asking.read(family.facts()),
                    decision,
                    open,
                    open ? serving(need, verdicts) : List.of()));
        }
        return needs;
    }

    private record Judged(Verdict verdict, int units) {

        Answer fits() {
            return verdict.fits();
        }
    }

    /** Throws {@link Refusal} 404 where the family must be looked at and is not extremely poor, or lies elsewhere. */
    int units(Actor actor, Verb verb, UUID caseId, Programme programme) {
        if (programme.unit() != Unit.PERSON) {
            return 1;
        }
        Family family = families.find(actor, verb, caseId).orElseThrow(Refusal::notFound);
        return CompiledRule.of(programme.rule(), language).people(family.facts());
    }

    /** Throws {@link Refusal} 404 unless the family is extremely poor and lies where the actor may do this. */
    boolean isRuledOut(Actor actor, Verb verb, UUID caseId, Programme programme) {
        Family family = families.find(actor, verb, caseId).orElseThrow(Refusal::notFound);
        return CompiledRule.of(programme.rule(), language).of(family.facts()).fits() == Answer.NO;
    }

    private static int units(Programme programme, CompiledRule rule, Family family) {
        return programme.unit() == Unit.PERSON ? rule.people(family.facts()) : 1;
    }

    List<OpenNeeds> open(Actor actor, Verb verb) {
        Map<UUID, Map<Need, Decision>> decisions = store.all(actor.regencyCode());
        return families.of(actor, verb).stream()
                .map(family -> new OpenNeeds(
                        family.id(),
                        family.number(),
                        family.name(),
                        family.village(),
                        open(family, decisions.getOrDefault(family.id(), Map.of()))))
                .sorted(Comparator.comparing(OpenNeeds::village).thenComparing(OpenNeeds::number))
                .toList();
    }

    private Set<Need> open(Family family, Map<Need, Decision> decisions) {
        Set<Need> open = EnumSet.noneOf(Need.class);
        for (Need need : Need.values()) {
            if (isOpen(decisions.get(need), rules.of(need).of(family.facts()))) {
                open.add(need);
            }
        }
        return open;
    }

    List<FittingFamily> fitting(Actor actor, Verb verb) {
        Map<UUID, Map<Need, Decision>> decisions = store.all(actor.regencyCode());
        Map<Programme, CompiledRule> offered = offered(actor.regencyCode());
        return families.of(actor, verb).stream()
                .map(family -> fitting(family, decisions.getOrDefault(family.id(), Map.of()), offered))
                .toList();
    }

    private FittingFamily fitting(Family family, Map<Need, Decision> decisions, Map<Programme, CompiledRule> offered) {
        Map<Need, Boolean> needs = new EnumMap<>(Need.class);
        open(family, decisions).forEach(need -> needs.put(need, decisions.containsKey(need)));
        Map<UUID, Integer> fits = new HashMap<>();
        Set<UUID> untold = new HashSet<>();
        offered.forEach((programme, rule) -> {
            switch (rule.of(family.facts()).fits()) {
                case YES -> fits.put(programme.id(), units(programme, rule, family));
                case UNKNOWN, GAVE_UP -> untold.add(programme.id());
                case NO -> {}
            }
        });
        return new FittingFamily(
                family.id(),
                family.village(),
                FamilyFacts.people(family.facts()),
                FamilyFacts.spendingEach(family.facts()),
                needs,
                fits,
                untold);
    }

    private Map<Programme, CompiledRule> offered(String regencyCode) {
        Map<Programme, CompiledRule> offered = new LinkedHashMap<>();
        programmes.list(regencyCode).stream()
                .filter(Programme::active)
                .forEach(one -> offered.put(one, CompiledRule.of(one.rule(), language)));
        return offered;
    }

    /** A person's word goes before what the answers propose. */
    private static boolean isOpen(@Nullable Decision decision, Answer proposed) {
        return decision == null ? proposed == Answer.YES : decision.confirmed();
    }

    private static List<Recommendation> serving(Need need, Map<Programme, Judged> verdicts) {
        List<String> fitting = verdicts.entrySet().stream()
                .filter(one -> one.getValue().fits() == Answer.YES)
                .map(one -> one.getKey().code())
                .toList();
        return verdicts.entrySet().stream()
                .filter(one -> one.getKey().needs().contains(need))
                .map(one -> recommendation(one.getKey(), one.getValue(), fitting))
                .sorted(Comparator.comparing(
                                (Recommendation one) -> likelihood(one.verdict().fits()))
                        .thenComparing(Recommendation::name))
                .toList();
    }

    private static int likelihood(Answer fits) {
        return switch (fits) {
            case YES -> 0;
            case UNKNOWN, GAVE_UP -> 1;
            case NO -> 2;
        };
    }

    private static Recommendation recommendation(Programme programme, Judged judged, List<String> fitting) {
        return new Recommendation(
                programme.id(),
                programme.code(),
                programme.name(),
                programme.agency(),
                programme.pillar(),
                programme.unit(),
                judged.units(),
                programme.amount(),
                judged.verdict(),
                fitting.stream().filter(programme.notWith()::contains).toList());
    }
}
