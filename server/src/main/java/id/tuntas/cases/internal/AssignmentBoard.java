package id.tuntas.cases.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.cases.AssignmentProposal;
import id.tuntas.cases.AssignmentProposal.OfficerShare;
import id.tuntas.cases.AssignmentProposal.Spread;
import id.tuntas.cases.AssignmentProposal.VillageShare;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.internal.AssignmentStore.Holding;
import id.tuntas.cases.internal.AssignmentStore.StoredProposal;
import id.tuntas.cases.internal.BalancedPlan.Part;
import id.tuntas.cases.internal.BalancedPlan.PlanOfficer;
import id.tuntas.cases.internal.BalancedPlan.PlanVillage;
import id.tuntas.cases.internal.StoredPlan.StoredShare;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AssignmentBoard implements Assignments {

    private static final String UNIT = "family";

    private final AssignmentStore store;
    private final HandOver handOver;
    private final Rounds rounds;
    private final Accounts accounts;
    private final Regions regions;

    AssignmentBoard(AssignmentStore store, HandOver handOver, Rounds rounds, Accounts accounts, Regions regions) {
        this.store = store;
        this.handOver = handOver;
        this.rounds = rounds;
        this.accounts = accounts;
        this.regions = regions;
    }

    @Override
    @Transactional
    public AssignmentProposal propose(Actor actor, String roundCode, List<String> districts, boolean onlyUnassigned) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        districts.forEach(district -> actor.require(Verb.CASE_ASSIGN, district));
        HandOver.refuseWhenClosed(round);
        Map<String, Integer> pool = new TreeMap<>();
        Map<UUID, Map<String, Integer>> keeps = new HashMap<>();
        Map<UUID, Map<String, Integer>> dealt = new HashMap<>();
        for (Holding holding : store.holdings(actor.regencyCode(), round.id())) {
            boolean asked = actor.may(Verb.CASE_ASSIGN, holding.village())
                    && (districts.isEmpty()
                            || districts.stream()
                                    .anyMatch(district -> holding.village().startsWith(district + ".")));
            boolean pooled = asked && poolStates(onlyUnassigned).contains(holding.state());
            if (pooled) {
                pool.merge(holding.village(), holding.families(), Integer::sum);
            }
            if (holding.officerId() != null) {
                (pooled ? dealt : keeps)
                        .computeIfAbsent(holding.officerId(), id -> new TreeMap<>())
                        .merge(holding.village(), holding.families(), Integer::sum);
            }
        }
        List<PlanOfficer> officers = officers(actor.regencyCode(), keeps);
        if (officers.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "no-officers", regions.name(actor.regencyCode()));
        }
        BalancedPlan.Plan plan = BalancedPlan.of(officers, villages(pool));
        List<StoredShare> shares = plan.shares().stream()
                .map(share -> {
                    Map<String, Integer> has = dealt.getOrDefault(share.officerId(), Map.of());
                    int kept = sum(keeps.getOrDefault(share.officerId(), Map.of()));
                    return new StoredShare(
                            share.officerId(), share.district(), kept + sum(has), kept, has, share.parts());
                })
                .toList();
        UUID id = Ids.next();
        StoredPlan stored = new StoredPlan(onlyUnassigned, plan.unplaced(), shares);
        store.insertProposal(actor, id, round.id(), stored);
        return view(actor.regencyCode(), new StoredProposal(id, round.id(), stored, false));
    }

    private static int sum(Map<String, Integer> families) {
        return families.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Set<CaseState> poolStates(boolean onlyUnassigned) {
        return onlyUnassigned ? Set.of(CaseState.LISTED) : Set.of(CaseState.LISTED, CaseState.ASSIGNED);
    }

    private List<PlanOfficer> officers(String regencyCode, Map<UUID, Map<String, Integer>> keeps) {
        return accounts.withRole(regencyCode, Role.OFFICER, regencyCode).stream()
                .map(account -> new PlanOfficer(
                        account.id(),
                        account.name(),
                        account.roles().stream()
                                .filter(grant -> grant.role() == Role.OFFICER)
                                .map(Grant::region)
                                .toList(),
                        keeps.getOrDefault(account.id(), Map.of())))
                .toList();
    }

    private List<PlanVillage> villages(Map<String, Integer> pool) {
        return pool.entrySet().stream()
                .map(entry -> {
                    Region region = regions.find(entry.getKey()).orElse(null);
                    boolean placed = region != null && region.lat() != null && region.lng() != null;
                    return new PlanVillage(
                            entry.getKey(), placed ? region.lat() : 0, placed ? region.lng() : 0, entry.getValue());
                })
                .toList();
    }

    @Override
    public AssignmentProposal find(Actor actor, UUID proposalId) {
        StoredProposal proposal =
                store.findProposal(actor.regencyCode(), proposalId).orElseThrow(Refusal::notFound);
        return view(actor.regencyCode(), inScope(actor, proposal));
    }

    @Override
    @Transactional
    public AssignmentProposal adjust(Actor actor, UUID proposalId, List<Move> moves) {
        StoredProposal proposal = lockUncommitted(actor, proposalId);
        StoredPlan plan = proposal.plan();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            String pointer = "/moves/" + i;
            if (!actor.may(Verb.CASE_ASSIGN, move.village())) {
                throw Refusal.invalid(pointer + "/village", "unknown");
            }
            handOver.requireOfficer(actor.regencyCode(), move.toOfficer(), move.village(), pointer + "/toOfficer");
            if (plan.of(move.toOfficer()).isEmpty()) {
                plan = plan.withOfficer(newcomer(actor.regencyCode(), proposal, plan, move));
            }
            plan = plan.moved(move, pointer);
        }
        store.updatePlan(actor.regencyCode(), proposalId, plan);
        return view(actor.regencyCode(), new StoredProposal(proposalId, proposal.roundId(), plan, false));
    }

    /** An officer whom the proposal did not know before somebody moved families to him. */
    private StoredShare newcomer(String regencyCode, StoredProposal proposal, StoredPlan plan, Move move) {
        int has = store.holdings(regencyCode, proposal.roundId()).stream()
                .filter(holding -> move.toOfficer().equals(holding.officerId()))
                .mapToInt(Holding::families)
                .sum();
        return new StoredShare(
                move.toOfficer(), RosterIntake.districtOf(move.village()), has, has, Map.of(), List.of());
    }

    @Override
    @Transactional
    public int commit(Actor actor, UUID proposalId) {
        StoredProposal proposal = lockUncommitted(actor, proposalId);
        Round round = rounds.find(actor.regencyCode(), proposal.roundId()).orElseThrow();
        HandOver.refuseWhenClosed(round);
        Map<String, Map<UUID, Integer>> turns = turns(proposal.plan());
        List<FamilyCase> pool = store.lockPool(
                actor.regencyCode(),
                round.id(),
                turns.keySet(),
                poolStates(proposal.plan().onlyUnassigned()));
        Map<FamilyCase, UUID> officers = deal(pool, turns);
        if (officers.size() < pool.size() || turns.values().stream().anyMatch(left -> !left.isEmpty())) {
            throw outdated();
        }
        officers.values().stream()
                .distinct()
                .forEach(officer -> accounts.find(actor.regencyCode(), officer)
                        .filter(account -> !account.disabled())
                        .orElseThrow(AssignmentBoard::outdated));
        int handed = handOver.hand(actor, round.id(), officers, "");
        store.markCommitted(actor.regencyCode(), proposalId);
        return handed;
    }

    /** For each village the officers in the order of the plan, and how many families of it each one gets. */
    private static Map<String, Map<UUID, Integer>> turns(StoredPlan plan) {
        Map<String, Map<UUID, Integer>> turns = new TreeMap<>();
        for (StoredShare share : plan.shares()) {
            for (Part part : share.parts()) {
                turns.computeIfAbsent(part.village(), village -> new LinkedHashMap<>())
                        .put(share.officerId(), part.families());
            }
        }
        return turns;
    }

    /** Uses up the turns: whoever has a family keeps it as long as it is his turn, the others go to the next in the plan. */
    private static Map<FamilyCase, UUID> deal(List<FamilyCase> pool, Map<String, Map<UUID, Integer>> turns) {
        List<FamilyCase> inOrder = pool.stream()
                .sorted(Comparator.comparing(FamilyCase::hamlet)
                        .thenComparing(FamilyCase::address)
                        .thenComparing(FamilyCase::id))
                .toList();
        Map<FamilyCase, UUID> officers = new LinkedHashMap<>();
        for (FamilyCase family : inOrder) {
            UUID holder = family.officerId();
            if (holder != null && turns.get(family.villageCode()).containsKey(holder)) {
                officers.put(family, take(turns.get(family.villageCode()), holder));
            }
        }
        for (FamilyCase family : inOrder) {
            Map<UUID, Integer> left = turns.get(family.villageCode());
            if (!officers.containsKey(family) && !left.isEmpty()) {
                officers.put(family, take(left, left.keySet().iterator().next()));
            }
        }
        return officers;
    }

    private static UUID take(Map<UUID, Integer> left, UUID officer) {
        left.computeIfPresent(officer, (id, families) -> families == 1 ? null : families - 1);
        return officer;
    }

    private static Refusal outdated() {
        return new Refusal(HttpStatus.CONFLICT, "proposal-outdated");
    }

    @Override
    @Transactional
    public int assign(Actor actor, AssignFamilies command) {
        return handOver.assign(actor, command);
    }

    private StoredProposal lockUncommitted(Actor actor, UUID proposalId) {
        StoredProposal proposal = inScope(
                actor, store.lockProposal(actor.regencyCode(), proposalId).orElseThrow(Refusal::notFound));
        if (proposal.committed()) {
            throw new Refusal(HttpStatus.CONFLICT, "proposal-committed");
        }
        return proposal;
    }

    /** A proposal belongs to everybody who may assign in all of its districts, and to nobody else; one without any to the regency. */
    private static StoredProposal inScope(Actor actor, StoredProposal proposal) {
        actor.require(Verb.CASE_ASSIGN);
        Set<String> districts = new TreeSet<>();
        proposal.plan().shares().forEach(share -> districts.add(share.district()));
        if (districts.isEmpty()) {
            districts.add(actor.regencyCode());
        }
        if (!districts.stream().allMatch(district -> actor.may(Verb.CASE_ASSIGN, district))) {
            throw Refusal.notFound();
        }
        return proposal;
    }

    private AssignmentProposal view(String regencyCode, StoredProposal proposal) {
        StoredPlan plan = proposal.plan();
        Map<UUID, String> names = accounts.names(
                regencyCode, plan.shares().stream().map(StoredShare::officerId).collect(Collectors.toSet()));
        List<OfficerShare> officers = new ArrayList<>();
        for (StoredShare share : plan.shares()) {
            officers.add(new OfficerShare(
                    share.officerId(),
                    names.getOrDefault(share.officerId(), ""),
                    share.district(),
                    share.current(),
                    share.keeps() + share.families(),
                    share.parts().stream()
                            .map(part -> new VillageShare(
                                    part.village(), regions.name(part.village()), part.families(), share.added(part)))
                            .toList()));
        }
        IntSummaryStatistics loads =
                officers.stream().mapToInt(OfficerShare::proposed).summaryStatistics();
        Spread spread = officers.isEmpty()
                ? new Spread(0, 0, 0)
                : new Spread(loads.getMin(), loads.getMax(), loads.getAverage());
        return new AssignmentProposal(proposal.id(), UNIT, proposal.committed(), plan.unplaced(), officers, spread);
    }
}
