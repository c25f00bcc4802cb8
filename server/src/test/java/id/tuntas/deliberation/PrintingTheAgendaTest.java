package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Ledger;
import id.tuntas.testing.Http;
import id.tuntas.testing.PaperReader;
import id.tuntas.testing.Pdf;
import id.tuntas.visits.VisitsTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Hall.class)
class PrintingTheAgendaTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Http http;

    @Test
    void hasARowToTickForEveryFamilyAndNoNumberOfAPerson() {
        String village = hall.village();
        FamilyCase family = hall.reviewed(village);
        UUID meeting = hall.opened(village);

        String text = text(meeting, "id");

        assertThat(text)
                .contains("Daftar musyawarah", "Sepakat", "Keberatan", "Kunjungan ulang", "1 keluarga dan usulan")
                .contains("Hasil miskin ekstrem: dibahas satu per satu")
                .contains(family.headName(), family.number().text(), "Miskin ekstrem")
                .contains("menurut nomor kasusnya", "Daftar hadir", "Kelian banjar dinas", "Tanda tangan")
                .doesNotContain("nomor barisnya sama")
                .doesNotContainPattern("\\d{16}");
        assertThat(text(meeting, "en")).contains("Tick one box in every row");
    }

    @Test
    void isForWhoeverReadsTheFamiliesOfTheVillage() {
        String village = hall.village();
        hall.reviewed(village);
        String path = Hall.path(hall.opened(village)) + "/agenda.pdf?purpose=meeting";

        assertThat(http.as("hana").get(path).status()).isEqualTo(404);
        assertThat(http.as("fajar").get(path).status()).isEqualTo(200);
        for (String persona : List.of("rai", "dewa", "eka", "gita")) {
            assertThat(http.as(persona).get(path).status()).as(persona).isEqualTo(403);
        }
    }

    @Test
    void everyPaperOfAMeetingLeavesTheHouseForAPurposeThatTheLedgerKeeps() {
        UUID meeting = hall.closedOn(hall.reviewed(hall.village()));
        JsonNode signed = http.as("oka")
                .upload(Hall.path(meeting) + "/minutes/signed", "pindaian.pdf", Pdf.page(meeting.toString()))
                .json();
        Map<String, String> papers = Map.of(
                "agenda",
                "/agenda.pdf",
                "minutes",
                "/minutes.pdf",
                "signed",
                "/minutes/signed/" + signed.at("/minutes/signed/0/sha256").asString());
        papers.forEach((form, paper) -> {
            String path = Hall.path(meeting) + paper;
            assertThat(http.as("oka").get(path).status()).as(form).isEqualTo(422);
            assertThat(http.as("oka").get(path + "?purpose=lain").status())
                    .as(form)
                    .isEqualTo(422);
            assertThat(http.as("oka").download(path + "?purpose=agency").statusCode())
                    .as(form)
                    .isEqualTo(200);
        });

        assertThat(ledger.of("51.08", meeting))
                .filteredOn(entry -> entry.verb().equals("meeting.exported"))
                .allSatisfy(entry -> assertThat(entry.detail()).containsEntry("purpose", "agency"))
                .extracting(entry -> entry.detail().get("form"))
                .containsExactlyInAnyOrder("agenda", "minutes", "signed");
    }

    private String text(UUID meeting, String language) {
        HttpResponse<byte[]> answer = http.as("oka")
                .header("Accept-Language", language)
                .download(Hall.path(meeting) + "/agenda.pdf?purpose=meeting");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return PaperReader.text(answer.body());
    }
}
