package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.PaperReader;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Hall.class)
class KeepingTheMinutesTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private BusinessClock clock;

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void saysWhatTheMeetingDecidedAndLasts() {
        String village = hall.village();
        FamilyCase agreed = hall.reviewed(village);
        FamilyCase overruled = hall.reviewed(village);
        FamilyCase again = hall.reviewed(village);
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, agreed.id());
        hall.decide(
                "oka",
                meeting,
                Hall.with(
                        Hall.decision(overruled.id(), "disputed"),
                        "reason",
                        "Motor <milik> kakaknya",
                        "dissent",
                        "Made Contoh",
                        "held",
                        "poor"),
                Hall.with(Hall.decision(again.id(), "revisit"), "reason", "Rumah lain yang dikunjungi"));
        hall.note(
                "oka",
                meeting,
                1,
                Hall.with(
                        Hall.SHEET,
                        "newcomers",
                        List.of(Map.of("name", "Ni Baru Contoh", "hamlet", "Dusun Contoh", "reason", "Janda"))));
        hall.end(meeting);

        byte[] paper = paper(meeting);

        assertThat(PaperReader.faultsOfAnArchive(paper)).isEmpty();
        assertThat(PaperReader.text(paper))
                .contains("Berita Acara Musyawarah Desa", "Edisi 1")
                .contains("Jumat, tanggal sepuluh bulan Februari tahun dua ribu dua puluh tiga (10 Februari 2023)")
                .contains("pukul 09.00 WITA, bertempat di Balai Desa")
                .contains("Undang-Undang Nomor 13 Tahun 2011", "Pasal 54", "Nomor 4 Tahun 2022")
                .contains("dipimpin oleh I Nyoman Contoh", "notulis Komang Contoh", "pendamping Ani Contoh")
                .contains("Yang hadir: 4 orang", "2 orang: Ketut Contoh, Gede Contoh", "(BPD), 1 orang: Made Contoh")
                .containsPattern(
                        "Keluarga terverifikasi yang dibahas 3 \\d+ Disepakati 1 \\d+ Disertai keberatan 1 \\d+")
                .containsPattern("kelayakan lain menurut musyawarah 1 \\d+ Dikunjungi ulang 1 \\d+")
                .containsPattern("Miskin ekstrem menurut musyawarah 1 \\d+")
                .contains("untuk dikunjungi: 1", "Ni Baru Contoh, Dusun Contoh, Janda")
                .contains(
                        agreed.headName(),
                        agreed.number().text(),
                        again.number().text())
                .contains("Motor <milik> kakaknya. Yang berbeda pendapat: Made Contoh")
                .doesNotContainPattern("\\d{16}");
    }

    @Test
    void isMadeOnceAndItsHashIsInTheLedger() {
        UUID meeting = hall.closedOn(hall.reviewed(hall.village()));

        byte[] paper = paper(meeting);
        String sha256 = Hashes.hex(Hashes.sha256(paper));

        assertThat(paper(meeting)).isEqualTo(paper);
        JsonNode minutes = hall.show(meeting).get("minutes");
        assertThat(minutes.get("sha256").asString()).isEqualTo(sha256);
        assertThat(entries(meeting, "minutes.made"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry("sha256", sha256)
                        .containsEntry("edition", 1));
        assertThat(PaperReader.text(paper))
                .contains(entries(meeting, "meeting.closed").getFirst().leafHash());
    }

    @Test
    void leadsToThePageThatChecksIt() throws Exception {
        UUID meeting = hall.closedOn(hall.reviewed(hall.village()));
        String code = hall.show(meeting).at("/minutes/code").asString();

        byte[] paper = paper(meeting);

        assertThat(code).matches("[0-9A-F]{12}");
        assertThat(PaperReader.text(paper)).contains(code.substring(0, 4) + "-" + code.substring(4, 8) + "-");
        assertThat(qr(paper)).endsWith("/periksa/" + code).startsWith("https://");
    }

    @Test
    void aMeetingThatIsOpenedAgainKeepsItsFormerMinutesAndGetsItsOwn() {
        UUID first = hall.closedOn(hall.reviewed(hall.village()));
        byte[] former = paper(first);

        clock.playOn(Field.TODAY.plusDays(1));
        UUID second = UUID.fromString(
                hall.reopen("citra", first, "Satu nama keliru").json().get("id").asString());
        Answer meanwhile = http.as("oka").get(Hall.path(second) + "/minutes.pdf?purpose=audit");
        clock.playOn(Field.TODAY.plusDays(2));
        hall.closed(second);

        assertThat(meanwhile.status()).isEqualTo(409);
        assertThat(meanwhile.code()).isEqualTo("meeting-not-closed");
        assertThat(paper(first)).isEqualTo(former);
        assertThat(PaperReader.text(former)).contains("Pada hari ini, Jumat");
        assertThat(PaperReader.text(paper(second)).replaceAll("\\s+", " "))
                .contains("Edisi 2", "(10 Februari 2023)")
                .containsPattern(
                        "dibuka kembali pada hari Sabtu, [^(]+\\(11 Februari 2023\\) oleh Citra, karena: Satu nama keliru\\.")
                .containsPattern("Edisi ini ditutup pada hari Minggu, [^(]+\\(12 Februari 2023\\) oleh Oka\\.")
                .doesNotContain("Pada hari ini");
    }

    @Test
    void isForWhoeverReadsTheFamiliesOfTheVillage() {
        String path = Hall.path(hall.closedOn(hall.reviewed(hall.village()))) + "/minutes.pdf?purpose=audit";

        assertThat(http.as("hana").get(path).status()).isEqualTo(404);
        assertThat(http.as("fajar").download(path).statusCode()).isEqualTo(200);
        for (String persona : List.of("rai", "dewa", "eka", "gita")) {
            assertThat(http.as(persona).get(path).status()).as(persona).isEqualTo(403);
        }
        assertThat(http.withoutSession().get(path).status()).isEqualTo(401);
    }

    private byte[] paper(UUID meeting) {
        HttpResponse<byte[]> answer = http.as("oka").download(Hall.path(meeting) + "/minutes.pdf?purpose=audit");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    private List<Entry> entries(UUID meeting, String verb) {
        return ledger.of("51.08", meeting).stream()
                .filter(entry -> entry.verb().equals(verb))
                .toList();
    }

    /** As somebody reads it who holds a telephone over the printed page that has it. */
    private static String qr(byte[] paper) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            int page = pageWithAPicture(document);
            BufferedImageLuminanceSource seen =
                    new BufferedImageLuminanceSource(new PDFRenderer(document).renderImageWithDPI(page, 300));
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(seen)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }

    private static int pageWithAPicture(PDDocument document) {
        int page = 0;
        while (!document.getPage(page)
                .getResources()
                .getXObjectNames()
                .iterator()
                .hasNext()) {
            page++;
        }
        return page;
    }
}
