package id.tuntas.interventions.internal;

import static id.tuntas.interventions.InterventionState.DELIVERED;
import static id.tuntas.interventions.InterventionState.PLANNED;
import static id.tuntas.interventions.InterventionState.PROPOSED;
import static id.tuntas.interventions.InterventionState.RECEIVED;
import static id.tuntas.interventions.InterventionState.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Gaps.Gap;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions.Request;
import id.tuntas.interventions.Lack;
import id.tuntas.interventions.internal.Convergence.Counts;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs.OpenNeeds;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Rule;
import id.tuntas.programmes.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConvergingTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 6, 30);
    private static final UUID FAMILY = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID AGENCY = UUID.fromString("01890000-0000-7000-8000-00000000000a");

    private static final Programme PROGRAMME = new Programme(
            UUID.fromString("01890000-0000-7000-8000-0000000000b0"),
            "PROGRAM",
            "Program",
            1,
            AGENCY,
            "Dinas Contoh",
            Funding.APBD_REGENCY,
            Unit.FAMILY,
            null,
            Set.of(),
            Set.of(),
            true,
            new Rule(List.of(), List.of()),
            1,
            Instant.EPOCH,
            List.of(),
            1);

    @Test
    void aNeedIsMetByNothingButAReceivedProgrammeThatServesIt() {
        for (InterventionState state : InterventionState.values()) {
            Convergence convergence = of(Set.of(Need.HOUSING), asked(state, 10, Need.HOUSING));

            assertThat(convergence.converged()).as(state.key()).isEqualTo(state == RECEIVED ? 1 : 0);
            assertThat(gap(convergence).lack()).isEqualTo(Lack.of(state));
        }
        Convergence other = of(Set.of(Need.HOUSING), asked(RECEIVED, 10, Need.TOILET));
        assertThat(other.converged()).isZero();
        assertThat(gap(other).lack()).isEqualTo(Lack.REQUEST);
    }

    @Test
    void whatWasReceivedMeetsANeedUntilItsTermIsOver() {
        Request last = received(TODAY.plusDays(1), Need.FOOD);
        Request over = received(TODAY, Need.FOOD);
        Request longOver = received(TODAY.minusDays(40), Need.FOOD);

        assertThat(of(Set.of(Need.FOOD), longOver, last).converged()).isEqualTo(1);
        Convergence open = of(Set.of(Need.FOOD), over);
        assertThat(open.converged()).isZero();
        assertThat(gap(open)).isEqualTo(new Gap(Need.FOOD, Lack.REQUEST, null, null, null, TODAY, 0, List.of()));
        assertThat(open.byAgency()).extracting(Counts::key).containsExactly(Gaps.NO_AGENCY);
        assertThat(gap(of(Set.of(Need.FOOD), longOver)).days()).isEqualTo(40);
        assertThat(gap(of(Set.of(Need.FOOD), over, asked(PROPOSED, 3, Need.FOOD)))
                        .lack())
                .isEqualTo(Lack.ANSWER);
    }

    @Test
    void aProgrammeThatServesSeveralNeedsMeetsThemAll() {
        Convergence convergence = of(EnumSet.of(Need.FOOD, Need.SCHOOL), asked(RECEIVED, 3, Need.FOOD, Need.SCHOOL));

        assertThat(convergence.converged()).isEqualTo(1);
    }

    @Test
    void aFamilyConvergesOnlyWithItsLastNeed() {
        Convergence convergence = of(
                EnumSet.of(Need.FOOD, Need.HOUSING), asked(RECEIVED, 3, Need.FOOD), asked(DELIVERED, 3, Need.HOUSING));

        assertThat(convergence.converged()).isZero();
        assertThat(convergence.byNeed())
                .extracting(Counts::key, Counts::lacks)
                .containsExactly(tuple("housing", Map.of(Lack.WORD, 1)), tuple("food", Map.of(Lack.NOTHING, 1)));
    }

    @Test
    void ofSeveralRequestsTheNearestToBeingMetCounts() {
        Convergence convergence = of(
                Set.of(Need.HOUSING),
                asked(REFUSED, 90, Need.HOUSING),
                asked(PLANNED, 7, Need.HOUSING),
                asked(PROPOSED, 30, Need.HOUSING));

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

    private static Convergence of(Set<Need> needs, Request... requests) {
        return new Convergence(
                List.of(new OpenNeeds(FAMILY, "BLL-000001-1", "Ni Contoh", "51.08.05.2001", needs)),
                List.of(requests),
                Map.of(PROGRAMME.id(), PROGRAMME),
                Map.of(FAMILY, TODAY.minusDays(100)),
                new Offers(List.of(), List.of(), List.of(), List.of()),
                TODAY);
    }

    private static Request asked(InterventionState state, int daysAgo, Need... serves) {
        LocalDate againFrom = state == RECEIVED ? TODAY.plusYears(1) : null;
        return request(state, TODAY.minusDays(daysAgo), againFrom, serves);
    }

    private static Request received(LocalDate againFrom, Need... serves) {
        return request(RECEIVED, TODAY.minusYears(1), againFrom, serves);
    }

    private static Request request(
            InterventionState state, LocalDate askedOn, @Nullable LocalDate againFrom, Need... serves) {
        return new Request(
                FAMILY,
                PROGRAMME.id(),
                PROGRAMME.code(),
                1,
                PROGRAMME.funding(),
                Set.of(serves),
                state,
                askedOn,
                againFrom,
                true,
                2023,
                1,
                null);
    }

    private static Gap gap(Convergence convergence) {
        return convergence.families().getFirst().gaps().getFirst();
    }
}
