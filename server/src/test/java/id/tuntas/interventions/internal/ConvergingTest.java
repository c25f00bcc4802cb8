package id.tuntas.interventions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Gaps.Gap;
import id.tuntas.interventions.Lack;
import id.tuntas.interventions.internal.Convergence.Asked;
import id.tuntas.interventions.internal.Convergence.Counts;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs.OpenNeeds;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConvergingTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 6, 30);
    private static final UUID FAMILY = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID AGENCY = UUID.fromString("01890000-0000-7000-8000-00000000000a");

    @Test
    void aNeedIsMetByNothingButAReceivedProgrammeThatServesIt() {
        for (Lack lack : Lack.values()) {
            Convergence convergence = of(Set.of(Need.HOUSING), asked(lack, 10, Need.HOUSING));

            assertThat(convergence.converged()).as(lack.key()).isEqualTo(lack == Lack.NOTHING ? 1 : 0);
            assertThat(gap(convergence).lack()).isEqualTo(lack);
        }
        Convergence other = of(Set.of(Need.HOUSING), asked(Lack.NOTHING, 10, Need.TOILET));
        assertThat(other.converged()).isZero();
        assertThat(gap(other).lack()).isEqualTo(Lack.REQUEST);
    }

    @Test
    void aProgrammeThatServesSeveralNeedsMeetsThemAll() {
        Convergence convergence =
                of(EnumSet.of(Need.FOOD, Need.SCHOOL), asked(Lack.NOTHING, 3, Need.FOOD, Need.SCHOOL));

        assertThat(convergence.converged()).isEqualTo(1);
    }

    @Test
    void aFamilyConvergesOnlyWithItsLastNeed() {
        Convergence convergence = of(
                EnumSet.of(Need.FOOD, Need.HOUSING),
                asked(Lack.NOTHING, 3, Need.FOOD),
                asked(Lack.WORD, 3, Need.HOUSING));

        assertThat(convergence.converged()).isZero();
        assertThat(convergence.byNeed())
                .extracting(Counts::key, Counts::lacks)
                .containsExactly(tuple("housing", Map.of(Lack.WORD, 1)), tuple("food", Map.of(Lack.NOTHING, 1)));
    }

    @Test
    void ofSeveralRequestsTheNearestToBeingMetCounts() {
        Convergence convergence = of(
                Set.of(Need.HOUSING),
                asked(Lack.TURNED_DOWN, 90, Need.HOUSING),
                asked(Lack.DELIVERY, 7, Need.HOUSING),
                asked(Lack.ANSWER, 30, Need.HOUSING));

        assertThat(gap(convergence).lack()).isEqualTo(Lack.DELIVERY);
        assertThat(gap(convergence).days()).isEqualTo(7);
        assertThat(convergence.byAgency())
                .extracting(Counts::key, Counts::needs, Counts::longest)
                .containsExactly(tuple(AGENCY.toString(), 1, 7L));
    }

    @Test
    void whatNobodyWasAskedForWaitsSinceTheNeedIsKnownAndForNoAgency() {
        Convergence convergence = of(Set.of(Need.WATER));

        assertThat(gap(convergence).days()).isEqualTo(100);
        assertThat(convergence.byAgency()).extracting(Counts::key).containsExactly(Gaps.NO_AGENCY);
    }

    @Test
    void aFamilyWithoutAKnownNeedIsListedAndNotCounted() {
        Convergence convergence = of(Set.of());

        assertThat(convergence.all()).hasSize(1);
        assertThat(convergence.families()).isEmpty();
        assertThat(convergence.converged()).isZero();
    }

    private static Convergence of(Set<Need> needs, Asked... asked) {
        return new Convergence(
                List.of(new OpenNeeds(FAMILY, "BLL-000001-1", "Ni Contoh", "51.08.05.2001", needs)),
                List.of(asked),
                Map.of(FAMILY, TODAY.minusDays(100)),
                new Offers(List.of(), List.of(), List.of(), List.of()),
                TODAY);
    }

    private static Asked asked(Lack lack, int daysAgo, Need... serves) {
        return new Asked(FAMILY, Set.of(serves), lack, AGENCY, "Dinas Contoh", "Program", TODAY.minusDays(daysAgo));
    }

    private static Gap gap(Convergence convergence) {
        return convergence.families().getFirst().gaps().getFirst();
    }
}
