package id.tuntas.interventions.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.tuntas.interventions.Gaps.FamilyGaps;
import id.tuntas.interventions.Gaps.Means;
import id.tuntas.interventions.Gaps.Offer;
import id.tuntas.interventions.Interventions.QuotaUse;
import id.tuntas.interventions.Interventions.Request;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs.FittingFamily;
import id.tuntas.programmes.Needs.OpenNeeds;
import id.tuntas.programmes.Programme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which programmes would meet what families need, and what is left of this year's quotas and money for them. A decision on values. */
final class Offers {

    private final List<Programme> offered;
    private final Map<UUID, List<QuotaUse>> uses;
    private final Map<UUID, FittingFamily> families;
    private final Map<UUID, Set<String>> standing;

    Offers(List<Programme> programmes, List<QuotaUse> uses, List<FittingFamily> fitting, List<Request> requests) {
        this.offered = programmes.stream().filter(Programme::active).toList();
        this.uses = uses.stream().collect(groupingBy(QuotaUse::programmeId));
        this.families = fitting.stream().collect(toMap(FittingFamily::caseId, Function.identity()));
        this.standing = requests.stream()
                .filter(Request::excludes)
                .collect(groupingBy(Request::caseId, mapping(Request::programme, toSet())));
    }

    /** Those that fit the family and may come together with what was asked for it; first those of which enough is left. */
    List<Offer> of(OpenNeeds family, Need need) {
        return offered.stream()
                .filter(one -> one.needs().contains(need) && units(one, family) > 0)
                .map(one -> offer(one, units(one, family), family.village()))
                .sorted(Comparator.comparing(Offer::lacks))
                .toList();
    }

    /** By agency and programme, every quota of this year that holds families for whom somebody has to ask, or that is over. */
    List<Means> means(List<FamilyGaps> open) {
        List<Means> means = new ArrayList<>();
        for (Programme one : offered) {
            List<OpenNeeds> waiting = open.stream()
                    .filter(family -> family.gaps().stream()
                            .anyMatch(gap ->
                                    gap.lack().waitsForARequest() && one.needs().contains(gap.need())))
                    .map(FamilyGaps::family)
                    .filter(family -> units(one, family) > 0)
                    .toList();
            for (QuotaUse use : uses.getOrDefault(one.id(), List.of())) {
                List<OpenNeeds> here = waiting.stream()
                        .filter(family -> use.holds(family.village()))
                        .toList();
                int units = here.stream().mapToInt(family -> units(one, family)).sum();
                Means quota = new Means(
                        one.agencyId(),
                        one.agency(),
                        one.name(),
                        use.area(),
                        here.size(),
                        units,
                        use.unitsLeft(),
                        one.cost(units),
                        use.rupiahLeft());
                boolean seen = open.stream()
                        .anyMatch(family -> use.holds(family.family().village()));
                if (units > 0 || quota.over() && seen) {
                    means.add(quota);
                }
            }
        }
        means.sort(Comparator.comparing(Means::agency)
                .thenComparing(Means::programme)
                .thenComparing(Means::area));
        return means;
    }

    /** How many the family takes; 0 when it does not fit or may not have it beside what it was asked for in. */
    private int units(Programme programme, OpenNeeds family) {
        boolean apart = Collections.disjoint(programme.notWith(), standing.getOrDefault(family.caseId(), Set.of()));
        return apart ? families.get(family.caseId()).fits().getOrDefault(programme.id(), 0) : 0;
    }

    private Offer offer(Programme programme, int units, String village) {
        List<QuotaUse> holding = uses.getOrDefault(programme.id(), List.of()).stream()
                .filter(use -> use.holds(village))
                .toList();
        return new Offer(
                programme.name(),
                programme.agency(),
                units,
                least(holding, QuotaUse::unitsLeft),
                programme.cost(units),
                least(holding, QuotaUse::rupiahLeft));
    }

    private static <T extends Comparable<T>> @Nullable T least(
            List<QuotaUse> holding, Function<QuotaUse, @Nullable T> left) {
        return holding.stream()
                .map(left)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
