package id.tuntas.sharing.internal;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import id.tuntas.sharing.internal.Share.Draw;
import id.tuntas.sharing.internal.Share.Meets;

/** What a good sharing is. A later level never outweighs an earlier one. */
final class SharingConstraints {

    static final String LIMIT = "limit";
    static final String CLASH = "clash";
    static final String NEEDS = "needs";
    static final String PILLARS = "pillars";
    static final String VILLAGES = "villages";
    static final String COST = "cost";
    static final String REQUESTS = "requests";

    /** A quota or a budget that is given out beyond what is left of it. */
    record Exceeded(Cap cap, long over) implements ConstraintJustification {}

    /** Two programmes that a family may not have together. */
    record Clash(Share one, Share other) implements ConstraintJustification {}

    private SharingConstraints() {}

    /** Public for the search, which makes one by reflection. */
    public static class Provider implements ConstraintProvider {

        @Override
        public Constraint[] defineConstraints(ConstraintFactory factory) {
            return new Constraint[] {
                limit(factory),
                clash(factory),
                needs(factory),
                pillars(factory),
                villages(factory),
                cost(factory),
                requests(factory)
            };
        }
    }

    private static UniConstraintStream<Share> given(ConstraintFactory factory) {
        return factory.forEach(Share.class).filter(Share::given);
    }

    private static UniConstraintStream<Meets> met(ConstraintFactory factory) {
        return given(factory).flattenLast(Share::meets).distinct();
    }

    private static Constraint limit(ConstraintFactory factory) {
        return given(factory)
                .flattenLast(Share::draws)
                .groupBy(Draw::cap, ConstraintCollectors.sumLong(Draw::amount))
                .filter((cap, drawn) -> drawn > cap.left())
                .penalizeLong(hard(), (cap, drawn) -> drawn - cap.left())
                .justifyWith((cap, drawn, score) -> new Exceeded(cap, drawn - cap.left()))
                .asConstraint(LIMIT);
    }

    private static Constraint clash(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        Share.class, Joiners.equal(share -> share.key().household()))
                .filter((one, other) -> one.given() && other.given() && one.clashesWith(other))
                .penalizeLong(hard(), (one, other) -> 1)
                .justifyWith((one, other, score) -> new Clash(one, other))
                .asConstraint(CLASH);
    }

    private static Constraint needs(ConstraintFactory factory) {
        return met(factory)
                .rewardLong(soft(0), meets -> meets.household().weight())
                .asConstraint(NEEDS);
    }

    private static Constraint pillars(ConstraintFactory factory) {
        return given(factory)
                .filter(Share::opensPillar)
                .map(Share::pillar)
                .distinct()
                .rewardLong(soft(1), pillar -> 1)
                .asConstraint(PILLARS);
    }

    private static Constraint villages(ConstraintFactory factory) {
        return met(factory)
                .groupBy(meets -> meets.household().village(), ConstraintCollectors.countLong())
                .join(VillageNeeds.class, Joiners.equal((village, met) -> village, VillageNeeds::village))
                .rewardLong(soft(2), (village, met, needs) -> needs.relief(met))
                .asConstraint(VILLAGES);
    }

    private static Constraint cost(ConstraintFactory factory) {
        return given(factory).penalizeLong(soft(3), Share::cost).asConstraint(COST);
    }

    private static Constraint requests(ConstraintFactory factory) {
        return given(factory).penalizeLong(soft(4), share -> 1).asConstraint(REQUESTS);
    }

    private static BendableLongScore hard() {
        return BendableLongScore.ofHard(Allotment.HARD_LEVELS, Allotment.SOFT_LEVELS, 0, 1);
    }

    private static BendableLongScore soft(int level) {
        return BendableLongScore.ofSoft(Allotment.HARD_LEVELS, Allotment.SOFT_LEVELS, level, 1);
    }
}
