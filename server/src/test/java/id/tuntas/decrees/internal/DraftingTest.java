package id.tuntas.decrees.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseState;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftingTest {

    private static final UUID VISIT = UUID.randomUUID();
    private static final UUID EARLIER_VISIT = UUID.randomUUID();

    /** A family of five on the roster, four of whom the visit met, extremely poor, agreed in a closed meeting. */
    private static Family agreed() {
        return new Family(
                false,
                CaseState.APPROVED,
                ContactResult.FOUND,
                Finding.EXTREMELY_POOR,
                true,
                new Candidate.Word(Outcome.AGREED, VISIT, null));
    }

    private record Family(
            boolean nominated,
            CaseState state,
            @Nullable ContactResult contact,
            @Nullable Finding finding,
            boolean closed,
            Candidate.@Nullable Word word) {

        Family found(@Nullable Finding other) {
            return new Family(nominated, state, contact, other, closed, word);
        }

        Family met(ContactResult other) {
            return new Family(nominated, state, other, null, closed, word);
        }

        Family in(CaseState other) {
            return new Family(nominated, other, contact, finding, closed, word);
        }

        Family whileTheMeetingIsOpen() {
            return new Family(nominated, state, contact, finding, false, word);
        }

        Family ofNoRoster() {
            return new Family(true, state, contact, finding, closed, word);
        }

        Family about(Candidate.@Nullable Word other) {
            return new Family(nominated, state, contact, finding, closed, other);
        }

        Candidate candidate() {
            LocalDate heldOn = closed ? LocalDate.of(2023, 3, 1) : null;
            return new Candidate(
                    UUID.randomUUID(),
                    "000123-3",
                    "Ni Luh Contoh",
                    "Jalan Contoh 1",
                    "Kaja",
                    "51.08.04",
                    "51.08.04.2001",
                    nominated,
                    nominated ? null : "P3KE-1",
                    null,
                    nominated ? 0 : 5,
                    4,
                    state,
                    state.hasVisit() ? VISIT : null,
                    contact,
                    finding,
                    new Candidate.Meeting(UUID.randomUUID(), 1, heldOn, heldOn, word));
        }

        Verdict verdict() {
            return candidate().verdict();
        }
    }

    private static Candidate.Word holding(Finding held) {
        return new Candidate.Word(Outcome.DISPUTED, VISIT, held);
    }

    @Test
    void whomAClosedMeetingAgreedToBeExtremelyPoorIsOnTheList() {
        assertThat(agreed().verdict()).isEqualTo(Verdict.LISTED);
        assertThat(agreed().ofNoRoster().verdict()).isEqualTo(Verdict.LISTED);
    }

    @Test
    void whoIsNotExtremelyPoorIsNot() {
        assertThat(agreed().found(Finding.POOR).verdict()).isEqualTo(Verdict.POOR);
        assertThat(agreed().found(Finding.NOT_POOR).verdict()).isEqualTo(Verdict.NOT_POOR);
    }

    @Test
    void theMeetingsWordGoesBeforeTheReviews() {
        assertThat(agreed().about(holding(Finding.POOR)).verdict()).isEqualTo(Verdict.OVERRULED);
        assertThat(agreed().about(holding(Finding.NOT_POOR)).verdict()).isEqualTo(Verdict.OVERRULED);
        assertThat(agreed().found(Finding.POOR)
                        .about(holding(Finding.EXTREMELY_POOR))
                        .verdict())
                .isEqualTo(Verdict.LISTED);
        assertThat(agreed().found(Finding.POOR).about(holding(Finding.NOT_POOR)).verdict())
                .isEqualTo(Verdict.NOT_POOR);
    }

    @Test
    void anObjectionThatHoldsNothingElseLeavesTheFindingAlone() {
        assertThat(agreed().about(new Candidate.Word(Outcome.DISPUTED, VISIT, null))
                        .verdict())
                .isEqualTo(Verdict.LISTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ContactResult.class,
            names = {"MOVED", "DECEASED", "NOT_FOUND", "DUPLICATE", "REFUSED"})
    void aHouseholdThatWasNotMetIsStruckForThatReason(ContactResult contact) {
        assertThat(agreed().met(contact).verdict().key()).isEqualTo(contact.key());
    }

    @Test
    void nothingIsSettledBeforeTheVillagesMeetingIsClosed() {
        assertThat(agreed().whileTheMeetingIsOpen().verdict()).isEqualTo(Verdict.VILLAGE_OPEN);
        assertThat(withoutMeeting(agreed().candidate()).verdict()).isEqualTo(Verdict.VILLAGE_OPEN);
    }

    private static Candidate withoutMeeting(Candidate family) {
        return new Candidate(
                family.id(),
                family.number(),
                family.name(),
                family.address(),
                family.hamlet(),
                family.district(),
                family.village(),
                family.nominated(),
                family.rosterKey(),
                family.rosterRelease(),
                family.listed(),
                family.persons(),
                family.state(),
                family.visitId(),
                family.contact(),
                family.finding(),
                null);
    }

    @ParameterizedTest
    @EnumSource(value = CaseState.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void aFamilyThatIsNotReviewedWaits(CaseState state) {
        assertThat(agreed().in(state).about(null).verdict()).isEqualTo(Verdict.NOT_REVIEWED);
        assertThat(agreed().in(state).about(null).ofNoRoster().verdict()).isEqualTo(Verdict.NEWCOMER);
        assertThat(agreed().in(state)
                        .about(new Candidate.Word(Outcome.REVISIT, EARLIER_VISIT, null))
                        .verdict())
                .isEqualTo(Verdict.SENT_BACK);
    }

    @Test
    void anotherVisitThanTheMeetingKnewWaitsForTheNextMeeting() {
        assertThat(agreed().about(new Candidate.Word(Outcome.AGREED, EARLIER_VISIT, null))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(agreed().about(new Candidate.Word(Outcome.REVISIT, EARLIER_VISIT, null))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(agreed().about(null).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void everyRosterFamilyIsKeptStruckOrWaitsInFamiliesAndInPersons() {
        List<Candidate> families = List.of(
                agreed().candidate(),
                agreed().candidate(),
                agreed().ofNoRoster().candidate(),
                agreed().found(Finding.POOR).candidate(),
                agreed().found(Finding.POOR).ofNoRoster().candidate(),
                agreed().met(ContactResult.MOVED).candidate(),
                agreed().whileTheMeetingIsOpen().candidate(),
                agreed().whileTheMeetingIsOpen().ofNoRoster().candidate());

        Draft draft = Draft.of(families);

        assertThat(draft.all()).isEqualTo(new Count(3, 10, 12));
        assertThat(draft.kept()).isEqualTo(new Count(2, 10, 8));
        assertThat(draft.added()).isEqualTo(new Count(1, 0, 4));
        assertThat(draft.struck())
                .containsOnlyKeys(Verdict.POOR, Verdict.MOVED)
                .containsEntry(Verdict.POOR, new Count(1, 5, 4));
        assertThat(draft.unsettled()).isEqualTo(new Count(1, 5, 4));
        assertThat(draft.pending()).containsOnly(Map.entry(Verdict.VILLAGE_OPEN, new Count(2, 5, 8)));
        Count told = draft.struck().values().stream()
                .reduce(draft.kept(), Count::plus)
                .plus(draft.unsettled());
        assertThat(told).isEqualTo(draft.roster()).isEqualTo(new Count(5, 25, 20));
    }

    @Test
    void everyVerdictIsOnOneSide() {
        Set<Verdict> in = EnumSet.noneOf(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            assertThat(Verdict.findByKey(verdict.key())).contains(verdict);
            if (verdict.kind() == Verdict.Kind.IN) {
                in.add(verdict);
            }
        }
        assertThat(in).containsExactly(Verdict.LISTED);
    }
}
