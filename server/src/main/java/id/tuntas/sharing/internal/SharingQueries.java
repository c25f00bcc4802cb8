package id.tuntas.sharing.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.sharing.Sharing.Figures;
import id.tuntas.sharing.SharingState;
import id.tuntas.sharing.Terms;
import id.tuntas.sharing.internal.Cap.Kind;
import id.tuntas.sharing.internal.Inputs.FamilyInput;
import id.tuntas.sharing.internal.SharingStore.Named;
import id.tuntas.sharing.internal.SharingStore.Plan;
import id.tuntas.sharing.internal.SharingStore.PlanLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A proposal as its page shows it. */
@Component
class SharingQueries {

    /** @param by who asked for it @param families that it gives something to @param requests one for each family and programme */
    record PlanSummary(
            UUID id, SharingState state, @Nullable String by, Instant createdAt, int families, int requests) {}

    /** @param figures null until it was worked out */
    record PlanView(
            UUID id,
            SharingState state,
            Terms terms,
            UUID jobId,
            int version,
            @Nullable String digest,
            @Nullable Figures figures,
            List<ProgrammeLine> programmes,
            List<BudgetLine> budgets,
            List<VillageLine> villages) {}

    /** @param fits families it may be given to @param quotas of this year */
    record ProgrammeLine(
            UUID id,
            String name,
            int pillar,
            Funding funding,
            int fits,
            int given,
            long cost,
            List<QuotaLine> quotas) {}

    /** @param given units */
    /** @param rupiah whether it counts rupiah instead of units */
    record QuotaLine(String areaName, boolean rupiah, long units, long asked, long given) {}

    record BudgetLine(String funding, long rupiah, long asked, long given) {}

    /** @param needs open ones @param asked of them served by what was asked before @param met by this sharing */
    record VillageLine(String village, String villageName, long needs, long asked, int met) {}

    /** @param rank from 1, the worst off first @param met of the open needs by this sharing */
    record FamilyLine(
            UUID caseId,
            String number,
            String name,
            String villageName,
            int rank,
            int people,
            @Nullable Long spending,
            Set<Need> needs,
            Set<Need> asked,
            Set<Need> met,
            List<GivenLine> given) {}

    record GivenLine(UUID id, String name, boolean pinned) {}

    private final SharingStore store;
    private final SharingDesk desk;
    private final Accounts accounts;
    private final Rounds rounds;
    private final Regions regions;

    SharingQueries(SharingStore store, SharingDesk desk, Accounts accounts, Rounds rounds, Regions regions) {
        this.store = store;
        this.desk = desk;
        this.accounts = accounts;
        this.rounds = rounds;
        this.regions = regions;
    }

    /** The newest first. @param after the last one seen */
    Page<PlanSummary> list(Actor actor, String roundCode, @Nullable UUID after, int limit) {
        SharingDesk.require(actor);
        Round round = rounds.get(actor.regencyCode(), roundCode);
        List<PlanLine> plans = store.list(actor.regencyCode(), round.id(), after, limit + 1);
        Map<UUID, String> names = accounts.names(
                actor.regencyCode(), plans.stream().map(PlanLine::createdBy).toList());
        return Page.of(
                plans.stream()
                        .map(plan -> new PlanSummary(
                                plan.id(),
                                plan.state(),
                                names.get(plan.createdBy()),
                                plan.createdAt(),
                                plan.families(),
                                plan.requests()))
                        .toList(),
                limit,
                plan -> plan.id().toString());
    }

    /** Throws {@link Refusal} 404 for one that is not there. */
    Plan plan(Actor actor, UUID id) {
        SharingDesk.require(actor);
        return store.find(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
    }

    PlanView view(Actor actor, UUID id) {
        Plan plan = plan(actor, id);
        Inputs inputs = plan.inputs();
        if (inputs == null) {
            return new PlanView(
                    id,
                    plan.state(),
                    plan.terms(),
                    plan.jobId(),
                    plan.version(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of());
        }
        Worked worked = desk.worked(actor.regencyCode(), plan);
        return new PlanView(
                id,
                plan.state(),
                plan.terms(),
                plan.jobId(),
                plan.version(),
                plan.digest(),
                worked.figures(),
                inputs.programmes().stream()
                        .map(one -> programme(one, inputs, worked))
                        .filter(one -> one.fits() > 0)
                        .sorted(Comparator.comparing(ProgrammeLine::pillar).thenComparing(ProgrammeLine::name))
                        .toList(),
                inputs.caps().stream()
                        .filter(cap -> cap.kind() == Kind.BUDGET)
                        .map(cap -> new BudgetLine(cap.owner(), cap.limit(), cap.used(), cost(worked.holders(cap))))
                        .toList(),
                villages(worked));
    }

    private ProgrammeLine programme(ProgrammeInput programme, Inputs inputs, Worked worked) {
        List<Share> shares = worked.shares().stream()
                .filter(share -> share.programme().equals(programme))
                .toList();
        List<Share> given = shares.stream().filter(Share::given).toList();
        return new ProgrammeLine(
                programme.id(),
                programme.name(),
                programme.pillar(),
                programme.funding(),
                shares.size(),
                given.size(),
                cost(given),
                inputs.caps().stream()
                        .filter(cap -> cap.kind() != Kind.BUDGET
                                && cap.owner().equals(programme.id().toString()))
                        .map(cap -> new QuotaLine(
                                regions.name(cap.area()),
                                cap.kind() == Kind.MONEY,
                                cap.limit(),
                                cap.used(),
                                worked.holders(cap).stream()
                                        .mapToLong(cap.kind() == Kind.MONEY ? Share::cost : Share::units)
                                        .sum()))
                        .toList());
    }

    private static long cost(List<Share> shares) {
        return shares.stream().mapToLong(Share::cost).sum();
    }

    /** The one with the smallest part of its needs met first. */
    private List<VillageLine> villages(Worked worked) {
        Map<String, Integer> met = new HashMap<>();
        worked.shares().stream()
                .map(share -> share.household())
                .distinct()
                .forEach(family ->
                        met.merge(family.village(), worked.met(family.id()).size(), Integer::sum));
        return worked.villages().stream()
                .map(one -> new VillageLine(
                        one.village(),
                        regions.name(one.village()),
                        one.open(),
                        one.met(),
                        met.getOrDefault(one.village(), 0)))
                .sorted(Comparator.comparing((VillageLine one) -> (double) (one.asked() + one.met()) / one.needs())
                        .thenComparing(VillageLine::villageName))
                .toList();
    }

    /** The worst off first. @param lacking only those with a need that stays open @param after rank of the last one seen */
    Page<FamilyLine> families(Actor actor, UUID id, @Nullable String village, boolean lacking, int after, int limit) {
        Plan plan = plan(actor, id);
        Inputs inputs = plan.inputs();
        if (inputs == null) {
            return new Page<>(List.of(), null);
        }
        Worked worked = desk.worked(actor.regencyCode(), plan);
        List<Integer> ranks = new ArrayList<>();
        for (int rank = after + 1; rank <= inputs.families().size() && ranks.size() <= limit; rank++) {
            FamilyInput family = inputs.families().get(rank - 1);
            boolean open = !worked.met(family.id()).containsAll(family.needs());
            if ((village == null || village.equals(family.village())) && (!lacking || open)) {
                ranks.add(rank);
            }
        }
        Map<UUID, Named> names = store.names(
                actor.regencyCode(),
                ranks.stream().map(rank -> inputs.families().get(rank - 1).id()).toList());
        return Page.of(
                ranks.stream()
                        .map(rank -> family(rank, inputs.families().get(rank - 1), worked, names))
                        .toList(),
                limit,
                line -> Integer.toString(line.rank()));
    }

    private FamilyLine family(int rank, FamilyInput family, Worked worked, Map<UUID, Named> names) {
        Named named = Objects.requireNonNull(names.get(family.id()));
        return new FamilyLine(
                family.id(),
                named.number(),
                named.name(),
                regions.name(family.village()),
                rank,
                family.people(),
                family.spending(),
                family.needs(),
                family.met(),
                worked.met(family.id()),
                worked.of(family.id()).stream()
                        .filter(Share::given)
                        .map(share -> new GivenLine(
                                share.programme().id(), share.programme().name(), share.pinned()))
                        .toList());
    }

    List<Explanation> explain(Actor actor, UUID id, UUID caseId) {
        Plan plan = plan(actor, id);
        Inputs inputs = plan.inputs();
        if (inputs == null) {
            throw Refusal.notFound();
        }
        FamilyInput family = inputs.families().stream()
                .filter(one -> one.id().equals(caseId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Worked worked = desk.worked(actor.regencyCode(), plan);
        Map<UUID, ProgrammeInput> programmes =
                inputs.programmes().stream().collect(Collectors.toMap(ProgrammeInput::id, Function.identity()));
        List<Explanation> all = new ArrayList<>();
        worked.of(caseId).forEach(share -> all.add(Explanation.of(share, worked, regions)));
        family.barred()
                .forEach((programme, bar) ->
                        all.add(Explanation.barred(Objects.requireNonNull(programmes.get(programme)), bar)));
        return all;
    }
}
