package id.tuntas.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseMember;
import id.tuntas.cases.CaseNumber;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.demo.internal.DemoPlan.Road;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.FindingProposal;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.SubmissionCheck;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.Hashes;
import id.tuntas.regions.Region;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FillingInForTheDemoTest {

    private static final SubmissionCheck CHECK = new SubmissionCheck(VervalForm.definition());

    private static final Round ROUND = new Round(
            UUID.randomUUID(),
            "BLL-2023-1",
            "Putaran",
            DemoPlan.OPENS,
            DemoPlan.DEADLINE,
            DemoPlan.ZERO_DATE,
            VervalForm.FORM_ID,
            VervalForm.definition().version(),
            List.of(new DatedPovertyLine(LocalDate.of(2023, 1, 1), 322_170, 500_000)),
            EvidenceRules.standard(),
            2,
            30,
            30,
            RoundState.OPEN,
            1);

    @ParameterizedTest
    @EnumSource
    void theAnswersFitTheFormAndProposeThePlannedFinding(DemoOutcome outcome) {
        for (int family = 0; family < 60; family++) {
            DemoVisit visit = visit(family, outcome, null);

            VervalAnswers answers = DemoAnswers.of(visit);

            assertThat(CHECK.check(DemoInstance.xml(visit, answers, "Kabupaten")))
                    .isEmpty();
            assertThat(FindingProposal.of(answers, ROUND.povertyLineOn(visit.day()))
                            .finding()
                            .orElse(null))
                    .isEqualTo(outcome.finding());
            assertThat(answers.contact().result()).isEqualTo(outcome.contact());
            assertThat(ROUND.evidence().missing(answers)).isEmpty();
        }
    }

    @Test
    void aCorrectionSpeaksOfTheSameFamily() {
        DemoVisit first = visit(3, DemoOutcome.POOR, null);
        DemoVisit again = visit(3, DemoOutcome.POOR, first.instanceId());

        assertThat(again.instanceId()).isNotEqualTo(first.instanceId());
        assertThat(DemoAnswers.of(again).header().deprecatedId()).isEqualTo(first.instanceId());
        assertThat(DemoAnswers.of(again).livelihood())
                .isEqualTo(DemoAnswers.of(first).livelihood());
    }

    @Test
    void theSameVisitIsWrittenTheSameAgain() {
        DemoVisit visit = visit(9, DemoOutcome.NOT_POOR, null);

        assertThat(DemoInstance.xml(visit, DemoAnswers.of(visit), "Kabupaten"))
                .isEqualTo(DemoInstance.xml(visit, DemoAnswers.of(visit), "Kabupaten"));
    }

    @ParameterizedTest
    @EnumSource
    void drawsAnotherPhotoEveryTime(PhotoKind kind) throws IOException {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            byte[] photo = DemoPhotos.photo(kind, new Random(i));
            seen.add(Hashes.hex(Hashes.sha256(photo)));
            assertThat(ImageIO.read(new ByteArrayInputStream(photo)).getWidth()).isEqualTo(400);
        }
        assertThat(seen).hasSize(20);
    }

    private static DemoVisit visit(int number, DemoOutcome outcome, String replaces) {
        LocalDate day = LocalDate.of(2023, 2, 1);
        UUID id = UUID.nameUUIDFromBytes(new byte[] {(byte) number});
        FamilyCase family = new FamilyCase(
                DemoPeople.REGENCY,
                id,
                ROUND.id(),
                CaseNumber.of(number + 1),
                "510800000000" + number,
                null,
                "listed",
                0,
                "51.08.05",
                "51.08.05.2001",
                "I Wayan Contoh",
                "Jalan Melati",
                "Kaja",
                null,
                CaseState.ASSIGNED,
                id,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1);
        List<CaseMember> members = List.of(
                member(id, 1, "Kepala Keluarga", "LAKI-LAKI", LocalDate.of(1975, 3, 4)),
                member(id, 2, "Istri", "PEREMPUAN", LocalDate.of(1980, 5, 6)),
                member(id, 3, "Anak", "PEREMPUAN", LocalDate.of(2008 + number % 12, 7, 8)),
                member(id, 4, "Lainnya", "PEREMPUAN", LocalDate.of(1950, 9, 10)));
        return new DemoVisit(
                4,
                new Road(number, DemoDistrict.SUKASADA, outcome, day, null, null, day.plusDays(1)),
                family,
                members,
                new Region("51.08.05.2001", "village", "51.08.05", "Pancasari", "desa", -8.24, 115.15),
                ROUND,
                day,
                LocalTime.of(11, 5),
                replaces,
                false);
    }

    private static CaseMember member(UUID family, int ordinal, String relationship, String sex, LocalDate born) {
        return new CaseMember(
                UUID.nameUUIDFromBytes(new byte[] {(byte) ordinal}),
                family,
                ordinal,
                "Orang " + ordinal,
                null,
                relationship,
                sex,
                born,
                null,
                false);
    }
}
