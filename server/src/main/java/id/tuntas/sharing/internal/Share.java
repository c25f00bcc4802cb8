package id.tuntas.sharing.internal;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import id.tuntas.programmes.Need;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One programme that fits one family and would meet a need of it; the search decides whether it is given. */
@PlanningEntity
class Share {

    /** What it takes of something that is scarce. */
    record Draw(Cap cap, long amount) {}

    /** A need of a family, which counts once however many programmes meet it. */
    record Meets(Household household, Need need) {}

    /** A kind of help for a family. */
    record Pillar(Household household, int number) {}

    record Key(UUID household, UUID programme) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::household).thenComparing(Key::programme);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    @PlanningId
    private Key key;

    private Household household;
    private ProgrammeInput programme;
    private int units;
    private Set<Need> serves;
    private List<Draw> draws;

    @PlanningPin
    private boolean pinned;

    @PlanningVariable(valueRangeProviderRefs = Allotment.CHOICES)
    private @Nullable Boolean given;

    /** For the search, which makes copies. */
    @SuppressWarnings("NullAway.Init")
    Share() {}

    Share(
            Household household,
            ProgrammeInput programme,
            int units,
            Set<Need> serves,
            List<Draw> draws,
            boolean pinned,
            boolean given) {
        this.key = new Key(household.id(), programme.id());
        this.household = household;
        this.programme = programme;
        this.units = units;
        this.serves = serves;
        this.draws = draws;
        this.pinned = pinned;
        this.given = given;
    }

    Key key() {
        return key;
    }

    Household household() {
        return household;
    }

    ProgrammeInput programme() {
        return programme;
    }

    int units() {
        return units;
    }

    /** Rupiah a year. */
    long cost() {
        return programme.cost() * units;
    }

    /** Open needs of the family that it would meet. */
    Set<Need> serves() {
        return serves;
    }

    List<Meets> meets() {
        return serves.stream().map(need -> new Meets(household, need)).toList();
    }

    Pillar pillar() {
        return new Pillar(household, programme.pillar());
    }

    boolean opensPillar() {
        return !household.pillars().contains(programme.pillar());
    }

    List<Draw> draws() {
        return draws;
    }

    boolean pinned() {
        return pinned;
    }

    boolean given() {
        return Boolean.TRUE.equals(given);
    }

    void give(boolean given) {
        this.given = given;
    }

    boolean clashesWith(Share other) {
        return programme.notWith().contains(other.programme.code())
                || other.programme.notWith().contains(programme.code());
    }
}
