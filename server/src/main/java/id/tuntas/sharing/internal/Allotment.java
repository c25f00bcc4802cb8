package id.tuntas.sharing.internal;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that may be shared out, and what is given of it. */
@PlanningSolution
class Allotment {

    static final String CHOICES = "choices";
    static final int HARD_LEVELS = 1;
    static final int SOFT_LEVELS = 5;

    @ValueRangeProvider(id = CHOICES)
    private final List<Boolean> choices = List.of(false, true);

    @ProblemFactCollectionProperty
    private List<VillageNeeds> villages;

    @PlanningEntityCollectionProperty
    private List<Share> shares;

    @PlanningScore(bendableHardLevelsSize = HARD_LEVELS, bendableSoftLevelsSize = SOFT_LEVELS)
    private @Nullable BendableLongScore score;

    /** For the search, which makes copies. */
    @SuppressWarnings("NullAway.Init")
    Allotment() {}

    Allotment(List<VillageNeeds> villages, List<Share> shares) {
        this.villages = villages;
        this.shares = shares;
    }

    List<VillageNeeds> villages() {
        return villages;
    }

    /** The worst off first. */
    List<Share> shares() {
        return shares;
    }

    @Nullable BendableLongScore score() {
        return score;
    }
}
