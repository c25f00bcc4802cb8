package id.tuntas.sharing.internal;

import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.heuristic.selector.common.decorator.SelectionFilter;
import ai.timefold.solver.core.impl.heuristic.selector.move.generic.SwapMove;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/**
 * Looks for the best sharing and says what one is worth. It counts moves, never time: the same inputs and seed lead to the same sharing on
 * every machine.
 */
@Component
class Sharer {

    /** The search goes in legs, so that it can tell how far it is. */
    static final int LEGS = 20;

    /** In each leg. More than so many for each share make no sharing better that we have tried, and take their time. */
    private static final long MOVES_FOR_EACH_SHARE = 8;

    private static final long FEWEST_MOVES = 1_500;
    private static final long MOST_MOVES = 40_000;

    /** How much worse a step may be at first, by level; each leg cools down to nothing and begins cooler than the one before. */
    private static final long[] HEAT = {1_000, 8, 4_000, 40_000_000, 8};

    private final SolutionManager<Allotment, BendableLongScore> worth = SolutionManager.create(factory(0, 0, 1));

    /** Fills what nobody has decided. @param told after each leg how many are done */
    Allotment solve(Allotment open, long seed, IntConsumer told) {
        WorstOffFirst.fill(open);
        Allotment best = open;
        long moves = Math.clamp(open.shares().size() * MOVES_FOR_EACH_SHARE, FEWEST_MOVES, MOST_MOVES);
        for (int leg = 0; leg < LEGS; leg++) {
            best = factory(seed + leg, LEGS - leg, moves).buildSolver().solve(best);
            told.accept(leg + 1);
        }
        return best;
    }

    ScoreAnalysis<BendableLongScore> analyse(Allotment allotment) {
        return worth.analyze(allotment);
    }

    private static SolverFactory<Allotment> factory(long seed, int heat, long moves) {
        return SolverFactory.create(new SolverConfig()
                .withSolutionClass(Allotment.class)
                .withEntityClasses(Share.class)
                .withConstraintProviderClass(SharingConstraints.Provider.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(seed)
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(new UnionMoveSelectorConfig()
                                .withMoveSelectors(
                                        new ChangeMoveSelectorConfig(),
                                        new SwapMoveSelectorConfig().withFilterClass(Exchange.class)))
                        .withAcceptorConfig(
                                new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature(heat(heat)))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                        .withTerminationConfig(new TerminationConfig().withMoveCountLimit(moves))));
    }

    private static String heat(int part) {
        long[] heat = Arrays.stream(HEAT).map(full -> full * part / LEGS).toArray();
        return BendableLongScore.of(new long[Allotment.HARD_LEVELS], heat).toString();
    }

    /** Only what one gives up and the other can take: the same programme, the same family or the same purse. */
    public static class Exchange implements SelectionFilter<Allotment, SwapMove<Allotment>> {

        @Override
        public boolean accept(ScoreDirector<Allotment> director, SwapMove<Allotment> move) {
            Share one = (Share) move.getLeftEntity();
            Share other = (Share) move.getRightEntity();
            return one.given() != other.given()
                    && (one.programme().id().equals(other.programme().id())
                            || one.household() == other.household()
                            || one.programme().funding() == other.programme().funding());
        }
    }
}
