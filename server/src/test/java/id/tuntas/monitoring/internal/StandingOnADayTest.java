package id.tuntas.monitoring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseState;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.monitoring.Standing;
import id.tuntas.monitoring.internal.FamilyFacts.Act;
import id.tuntas.monitoring.internal.FamilyFacts.Approval;
import id.tuntas.monitoring.internal.FamilyFacts.Graduation;
import id.tuntas.monitoring.internal.FamilyFacts.Line;
import id.tuntas.monitoring.internal.FamilyFacts.Word;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingOnADayTest {

    private static final LocalDate DAY = LocalDate.of(2023, 2, 20);
    private static final UUID VISIT = UUID.randomUUID();
    private static final UUID OFFICER = UUID.randomUUID();
    private static final UUID REVIEWER = UUID.randomUUID();
    private static final UUID RECORDER = UUID.randomUUID();
    private static final UUID REGENT = UUID.randomUUID();

    private static FamilyFacts facts(
            CaseState state,
            @Nullable ContactResult contact,
            @Nullable Finding finding,
            @Nullable Approval approval,
            @Nullable Word word,
            @Nullable Line line,
            boolean graduated) {
        return new FamilyFacts(
                UUID.randomUUID(),
                "000001-1",
                "Ni Contoh",
                "51.08.05.2001",
                false,
                3,
                state,
                contact,
                finding,
                DAY,
                approval,
                word != null,
                word,
                line,
                graduated ? new Graduation(REGENT, DAY) : null,
                false);
    }

    private static FamilyFacts found(Finding finding, @Nullable Word word, @Nullable Line line) {
        return facts(CaseState.APPROVED, ContactResult.FOUND, finding, approval(finding), word, line, false);
    }

    private static Approval approval(@Nullable Finding proposed) {
        return new Approval(VISIT, REVIEWER, OFFICER, ContactResult.FOUND, proposed);
    }

    private static Word word(UUID visit, @Nullable Finding held) {
        return new Word(held == null ? Outcome.AGREED : Outcome.DISPUTED, visit, held, RECORDER, DAY);
    }

    private static Line line(boolean listed, LocalDate day) {
        return new Line("460/101/HK/2023", listed, REGENT, day);
    }

    private static Standing unseen(CaseState state) {
        return facts(state, null, null, null, null, null, false).standing();
    }

    private static Standing met(ContactResult contact) {
        return facts(
                        CaseState.APPROVED,
                        contact,
                        null,
                        new Approval(VISIT, REVIEWER, OFFICER, contact, null),
                        null,
                        null,
                        false)
                .standing();
    }

    @Test
    void nothingCountsBeforeAReviewHasApprovedIt() {
        assertThat(unseen(CaseState.LISTED)).isEqualTo(Standing.NOT_VERIFIED);
        assertThat(unseen(CaseState.ASSIGNED)).isEqualTo(Standing.NOT_VERIFIED);
        for (CaseState state : new CaseState[] {CaseState.VISITED, CaseState.RETURNED}) {
            FamilyFacts family = facts(state, ContactResult.FOUND, Finding.NOT_POOR, null, null, null, false);
            assertThat(family.standing()).isEqualTo(Standing.IN_REVIEW);
            assertThat(family.act()).isEmpty();
        }
    }

    @Test
    void whoRefusesIsStillOpen() {
        assertThat(met(ContactResult.REFUSED)).isEqualTo(Standing.REFUSED);
        assertThat(met(ContactResult.MOVED)).isEqualTo(Standing.MOVED);
        assertThat(met(ContactResult.DECEASED)).isEqualTo(Standing.DECEASED);
        assertThat(met(ContactResult.NOT_FOUND)).isEqualTo(Standing.NOT_FOUND);
        assertThat(met(ContactResult.DUPLICATE)).isEqualTo(Standing.DUPLICATE);
    }

    @Test
    void anExtremelyPoorFamilyWaitsForMeetingDecreeAndHelp() {
        Finding poor = Finding.EXTREMELY_POOR;
        assertThat(found(poor, null, null).standing()).isEqualTo(Standing.AWAITING_MEETING);
        assertThat(found(poor, word(UUID.randomUUID(), Finding.POOR), null).standing())
                .as("a word on an earlier visit")
                .isEqualTo(Standing.AWAITING_MEETING);
        assertThat(found(poor, word(VISIT, null), null).standing()).isEqualTo(Standing.AWAITING_DECREE);
        assertThat(found(poor, word(VISIT, null), line(true, DAY)).standing()).isEqualTo(Standing.AWAITING_HELP);
        assertThat(facts(
                                CaseState.APPROVED,
                                ContactResult.FOUND,
                                poor,
                                approval(poor),
                                word(VISIT, null),
                                line(true, DAY),
                                true)
                        .standing())
                .isEqualTo(Standing.GRADUATED);
    }

    @Test
    void theDecreeHoldsUntilAnAmendmentSaysOtherwise() {
        assertThat(found(Finding.POOR, null, line(true, DAY)).standing())
                .as("found better off, and listed all the same")
                .isEqualTo(Standing.AWAITING_HELP);
        FamilyFacts struck = found(Finding.EXTREMELY_POOR, word(VISIT, null), line(false, DAY));
        assertThat(struck.standing()).isEqualTo(Standing.STRUCK);
        assertThat(struck.standing().kind()).as("nobody has found it less poor").isEqualTo(Standing.Kind.OPEN);
        assertThat(struck.act()).isEmpty();
        assertThat(found(Finding.POOR, null, line(false, DAY)).standing()).isEqualTo(Standing.POOR);
        assertThat(found(Finding.EXTREMELY_POOR, word(VISIT, Finding.POOR), line(false, DAY))
                        .standing())
                .as("struck as the meeting found it")
                .isEqualTo(Standing.POOR);
        assertThat(found(Finding.EXTREMELY_POOR, word(VISIT, null), line(false, DAY.minusDays(1)))
                        .standing())
                .as("found extremely poor after it was struck")
                .isEqualTo(Standing.AWAITING_DECREE);
    }

    @Test
    void aMeetingThatAgreesAgainAfterAStrikeLeadsBackToTheDecree() {
        LocalDate later = DAY.plusDays(3);
        Word again = new Word(Outcome.AGREED, VISIT, null, RECORDER, later);
        assertThat(found(Finding.EXTREMELY_POOR, again, line(false, later)).standing())
                .isEqualTo(Standing.STRUCK);
        assertThat(found(Finding.EXTREMELY_POOR, again, line(false, later.minusDays(1)))
                        .standing())
                .isEqualTo(Standing.AWAITING_DECREE);
    }

    @Test
    void whoTookAFamilyOffTheListIsTheOneWhoSaidSoFirst() {
        FamilyFacts proposed = found(Finding.NOT_POOR, word(VISIT, null), null);
        assertThat(proposed.act()).contains(Act.PROPOSED);
        assertThat(proposed.actor()).contains(OFFICER);

        FamilyFacts corrected = facts(
                CaseState.APPROVED,
                ContactResult.FOUND,
                Finding.POOR,
                approval(Finding.EXTREMELY_POOR),
                null,
                null,
                false);
        assertThat(corrected.act()).contains(Act.CORRECTED);
        assertThat(corrected.actor()).contains(REVIEWER);

        FamilyFacts overruled = found(Finding.EXTREMELY_POOR, word(VISIT, Finding.POOR), null);
        assertThat(overruled.standing()).isEqualTo(Standing.POOR);
        assertThat(overruled.act()).contains(Act.OVERRULED);
        assertThat(overruled.actor()).contains(RECORDER);

        FamilyFacts raised = found(Finding.POOR, word(VISIT, Finding.EXTREMELY_POOR), null);
        assertThat(raised.standing()).isEqualTo(Standing.AWAITING_DECREE);
        assertThat(raised.act()).isEmpty();
    }
}
