package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.testing.Http;
import id.tuntas.testing.PaperReader;
import id.tuntas.visits.VisitsTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@VisitsTest
@Import(Hall.class)
class PrintingTheAgendaTest {

    @Autowired
    private Hall hall;

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
                .doesNotContainPattern("\\d{16}");
        assertThat(text(meeting, "en")).contains("Tick one box in every row");
    }

    @Test
    void isForWhoeverReadsTheFamiliesOfTheVillage() {
        String village = hall.village();
        hall.reviewed(village);
        String path = Hall.path(hall.opened(village)) + "/agenda.pdf";

        assertThat(http.as("hana").get(path).status()).isEqualTo(404);
        assertThat(http.as("fajar").get(path).status()).isEqualTo(200);
        for (String persona : List.of("rai", "dewa", "eka", "gita")) {
            assertThat(http.as(persona).get(path).status()).as(persona).isEqualTo(403);
        }
    }

    private String text(UUID meeting, String language) {
        HttpResponse<byte[]> answer =
                http.as("oka").header("Accept-Language", language).download(Hall.path(meeting) + "/agenda.pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return PaperReader.text(answer.body());
    }
}
