package id.tuntas.sharing.internal;

import static id.tuntas.sharing.internal.SharingConstraints.COST;
import static id.tuntas.sharing.internal.SharingConstraints.NEEDS;
import static id.tuntas.sharing.internal.SharingConstraints.PILLARS;
import static id.tuntas.sharing.internal.SharingConstraints.REQUESTS;

import ai.timefold.solver.core.api.score.analysis.ConstraintAnalysis;
import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import id.tuntas.programmes.Need;
import id.tuntas.sharing.Sharing.Figures;
import id.tuntas.sharing.internal.Share.Draw;
import id.tuntas.sharing.internal.Share.Key;
import id.tuntas.sharing.internal.Share.Meets;
import id.tuntas.sharing.internal.SharingConstraints.Clash;
import id.tuntas.sharing.internal.SharingConstraints.Exceeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A sharing that can be read, and tried with something else given; every number is the search's own. */
class Worked {

    private final Sharer sharer;
    private final Allotment allotment;
    private final Map<Key, Share> byKey;
    private final Map<UUID, List<Share>> byFamily;

    Worked(Sharer sharer, Allotment allotment) {
        this.sharer = sharer;
        this.allotment = allotment;
        this.byKey = allotment.shares().stream().collect(Collectors.toMap(Share::key, share -> share));
        this.byFamily = allotment.shares().stream()
                .collect(Collectors.groupingBy(share -> share.household().id()));
    }

    Optional<Share> find(Key key) {
        return Optional.ofNullable(byKey.get(key));
    }

    List<Share> shares() {
        return allotment.shares();
    }

    List<VillageNeeds> villages() {
        return allotment.villages();
    }

    List<Share> of(UUID family) {
        return byFamily.getOrDefault(family, List.of());
    }

    /** Needs of a family that what is given would meet. */
    Set<Need> met(UUID family) {
        Set<Need> met = EnumSet.noneOf(Need.class);
        of(family).stream().filter(Share::given).forEach(share -> met.addAll(share.serves()));
        return met;
    }

    Figures figures() {
        ScoreAnalysis<BendableLongScore> analysis = sharer.analyse(allotment);
        long inequality = allotment.villages().stream()
                        .mapToLong(village -> village.inequality(0))
                        .sum()
                - analysis.score().softScore(2);
        return new Figures(
                (int) byFamily.values().stream()
                        .filter(shares -> shares.stream().anyMatch(Share::given))
                        .count(),
                matches(analysis, NEEDS),
                of(analysis, NEEDS).score().softScore(0),
                matches(analysis, PILLARS),
                inequality,
                -of(analysis, COST).score().softScore(3),
                matches(analysis, REQUESTS));
    }

    private static ConstraintAnalysis<BendableLongScore> of(ScoreAnalysis<BendableLongScore> analysis, String name) {
        return analysis.getConstraintAnalysis(name);
    }

    private static int matches(ScoreAnalysis<BendableLongScore> analysis, String name) {
        return of(analysis, name).matchCount();
    }

    /** Whether it keeps every quota, budget and exclusion. */
    boolean isFeasible() {
        return sharer.analyse(allotment).score().isFeasible();
    }

    private List<Exceeded> exceeded() {
        return broken(SharingConstraints.LIMIT, Exceeded.class);
    }

    private <T> List<T> broken(String constraint, Class<T> kind) {
        return sharer.analyse(allotment).getConstraintAnalysis(constraint).matches().stream()
                .map(match -> kind.cast(match.justification()))
                .toList();
    }

    /** Everything that stands in the way of one more; the sharing is as before afterwards. */
    List<Object> obstacles(Share share) {
        share.give(true);
        try {
            List<Object> obstacles = new ArrayList<>(exceeded());
            obstacles.addAll(broken(SharingConstraints.CLASH, Clash.class));
            return obstacles;
        } finally {
            share.give(false);
        }
    }

    /**
     * Gives something and takes away from the least badly off as little as keeps every limit; never what people decided.
     *
     * @return what was taken away; empty when there is no room that way
     */
    Optional<List<Share>> makeRoom(Share wanted) {
        wanted.give(true);
        List<Share> moved = new ArrayList<>();
        for (Clash clash : broken(SharingConstraints.CLASH, Clash.class)) {
            Share other = clash.one() == wanted ? clash.other() : clash.one();
            if (other.pinned()) {
                return Optional.empty();
            }
            take(other, moved);
        }
        for (List<Exceeded> exceeded = exceeded(); !exceeded.isEmpty(); exceeded = exceeded()) {
            Cap cap = exceeded.getFirst().cap();
            Optional<Share> least = holders(cap).stream()
                    .filter(share -> !share.pinned() && share != wanted)
                    .min(Comparator.comparing((Share share) -> share.household().weight())
                            .thenComparing(share -> share.key().household())
                            .thenComparing(share -> share.key().programme()));
            if (least.isEmpty()) {
                return Optional.empty();
            }
            take(least.get(), moved);
        }
        return Optional.of(moved);
    }

    private static void take(Share share, List<Share> moved) {
        share.give(false);
        moved.add(share);
    }

    /** Who is given something of what is scarce. */
    List<Share> holders(Cap cap) {
        return allotment.shares().stream()
                .filter(share ->
                        share.given() && share.draws().stream().map(Draw::cap).anyMatch(cap::equals))
                .toList();
    }

    /** What nothing else that is given meets. */
    Set<Need> onlyBy(Share share) {
        Set<Need> only = EnumSet.noneOf(Need.class);
        share.meets().stream().map(Meets::need).forEach(only::add);
        of(share.household().id()).stream()
                .filter(other -> other != share && other.given())
                .forEach(other -> only.removeAll(other.serves()));
        return only;
    }
}
