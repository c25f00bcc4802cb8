package id.tuntas.forms;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.forms.VervalAnswers.Contact;
import id.tuntas.forms.VervalAnswers.Header;
import id.tuntas.forms.VervalAnswers.Housing;
import id.tuntas.forms.VervalAnswers.KkCard;
import id.tuntas.forms.VervalAnswers.Livelihood;
import id.tuntas.forms.VervalInstance.Family;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritingASubmissionTest {
    private static final SubmissionCheck CHECK = new SubmissionCheck(VervalForm.definition());
    private static final Family FAMILY =
            new Family("I Made <Contoh>", "Jl. Melati 3", "Banjar Dinas Kaja", "Pejarakan", "Gerokgak", 3);

    @Test
    void whatIsWrittenIsSoundAndReadBackTheSame() {
        VervalAnswers answers = VervalAnswers.read(SubmissionSample.bytes(SubmissionSample.found()));

        byte[] written = VervalInstance.write(answers, FAMILY, EvidenceRules.standard(), 2);

        assertThat(CHECK.check(written)).isEmpty();
        assertThat(VervalAnswers.read(written)).isEqualTo(answers);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOUND")
    void aShortVisitIsSound(ContactResult result) {
        VervalAnswers answers = shortVisit(result);

        byte[] written = VervalInstance.write(answers, FAMILY, EvidenceRules.standard(), 2);

        assertThat(CHECK.check(written)).isEmpty();
        assertThat(VervalAnswers.read(written)).isEqualTo(answers);
        assertThat(EvidenceRules.standard().missing(answers)).isEmpty();
    }

    @Test
    void aCorrectionNamesTheSubmissionItReplaces() {
        byte[] written = VervalInstance.write(shortVisit(ContactResult.MOVED), FAMILY, EvidenceRules.standard(), 2);

        assertThat(Answers.read(written, VervalForm.definition().repeats()).deprecatedId())
                .isEqualTo("uuid:0000");
    }

    private static VervalAnswers shortVisit(ContactResult result) {
        boolean photo = result != ContactResult.DUPLICATE && result != ContactResult.NOBODY_HOME;
        boolean told = result != ContactResult.REFUSED && result != ContactResult.NOBODY_HOME;
        return new VervalAnswers(
                new Header(
                        "2023020302",
                        "uuid:1111",
                        "uuid:0000",
                        Instant.parse("2023-02-03T01:00:00Z"),
                        Instant.parse("2023-02-03T01:20:00Z"),
                        "tuntas:1"),
                "BLL-000017-4",
                new Contact(
                        result,
                        2,
                        List.of(
                                new VervalAnswers.Attempt(LocalDate.of(2023, 2, 1), "morning"),
                                new VervalAnswers.Attempt(LocalDate.of(2023, 2, 3), "evening")),
                        told ? "hamlet_head" : null,
                        result == ContactResult.MOVED ? "outside" : null,
                        result == ContactResult.DUPLICATE ? "BLL-000018-2" : null,
                        "Rumah kosong & terkunci"),
                null,
                List.of(),
                null,
                new Livelihood(null, null, null, null, null, null),
                new Housing(null, null, null, null, null, null, null, null, null, null, null, null, null, null),
                List.of(),
                List.of(),
                List.of(),
                new KkCard(null, null),
                new VervalAnswers.Location(-8.15, 114.49, 10.0, 6.0),
                null,
                photo ? Map.of(PhotoKind.PLACE, "place.jpg") : Map.of(),
                null,
                "Didatangi dua kali");
    }
}
