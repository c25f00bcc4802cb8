package id.tuntas.reports;

import static id.tuntas.reports.Reports.ask;
import static id.tuntas.reports.Reports.with;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Jobs;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.PaperReader;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@VisitsTest
@Import({Decreed.class, Requests.class})
class ReportingToOthersTest {

    @Autowired
    private Field field;

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private CaseData data;

    @Autowired
    private Http http;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    private Reports reports;

    @BeforeEach
    void aRound() {
        reports = new Reports(http, jobs, field.round().code());
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void theMeetingsPaperIsOnePageWithWhatMovedAndWhatWaitsLongest() throws IOException {
        decreed.family("ani", Map.of());
        for (int district = 1; district <= 9; district++) {
            data.families(field.round(), "51.08.0" + district + ".2002", 2);
        }
        clock.playOn(Field.TODAY.plusDays(6));

        byte[] pdf = reports.file("citra", ask("onePage", "pdf"));

        assertThat(PaperReader.faultsOfAnArchive(pdf)).isEmpty();
        assertThat(pages(pdf)).isEqualTo(1);
        assertThat(PaperReader.text(pdf))
                .contains("Bahan rapat koordinasi, 16 Februari 2023", "Batas verval 25 Februari 2023, 9 hari lagi")
                .contains("Tanpa tambahan kunjungan, padahal masih ada sisa:", "Gerokgak")
                .contains("Keluarga belum punya petugas")
                .contains("Kebutuhan: belum dimintakan", "SHA-256 data:");
    }

    @Test
    void onceAllAreVisitedTheMeetingsPaperSpeaksOfWhatIsLeftToZero() throws IOException {
        field.renew();
        aRound();
        decreed.family("ani", Map.of());
        decreed.found("ani", Map.of(), "notPoor");

        byte[] pdf = reports.file("citra", ask("onePage", "pdf"));

        assertThat(pages(pdf)).isEqualTo(1);
        assertThat(PaperReader.text(pdf))
                .contains("2 keluarga: 1 belum tuntas (+1), yaitu 0 menunggu bantuan, 0 menunggu keputusan bupati,")
                .contains(
                        "1 menunggu musyawarah,",
                        "0 bantuan diterima (0), 0 keluarga tertolong dan lulus (0)",
                        "1 keluar karena pemeriksaan (+1), bukan karena bantuan")
                .contains("Target nol 31 Desember 2023, 324 hari lagi; 1 keluarga belum tuntas.")
                .contains("Peta desa menurut banyaknya keluarga yang belum tuntas", "0 dari 1 desa sudah nol")
                .contains("Tidak berkurang, padahal masih ada yang belum tuntas: Sukasada.")
                .doesNotContain("Batas verval");
        data.nominated(field.round(), Field.VILLAGE);
        assertThat(PaperReader.text(reports.file("citra", ask("onePage", "pdf"))))
                .as("a citizen's family comes at any time")
                .contains("2 keluarga dalam data dan 1 keluarga usulan: 2 belum tuntas")
                .contains("Semua keluarga dalam data sudah dikunjungi. 1 keluarga usulan belum dikunjungi. Target nol")
                .contains("Usulan ikut dihitung.");
    }

    @Test
    void onceTheDeadlineIsOverTheMeetingsPaperSpeaksOfZeroWhoeverIsStillToBeVisited() {
        field.renew();
        aRound();
        field.familyOf("ani");
        clock.playOn(Field.DEADLINE);
        assertThat(PaperReader.text(reports.file("citra", ask("onePage", "pdf"))))
                .contains("Batas verval 25 Februari 2023, hari ini; 1 keluarga belum dikunjungi, perlu 1 sehari");

        clock.playOn(Field.DEADLINE.plusDays(1));
        data.nominated(field.round(), Field.VILLAGE);

        assertThat(PaperReader.text(reports.file("citra", ask("onePage", "pdf"))))
                .contains("1 keluarga belum dikunjungi, padahal batas verval 25 Februari 2023 sudah lewat. "
                        + "1 keluarga usulan belum dikunjungi. Target nol")
                .contains("Peta desa menurut banyaknya keluarga yang belum tuntas");
    }

    @Test
    void theMeetingsPaperOfOneVillageKnowsNothingElse() throws IOException {
        decreed.family("ani", Map.of());
        data.families(field.round(), "51.08.09.2002", 1);

        byte[] pdf = reports.file("budi", with(ask("onePage", "pdf"), "region", Field.VILLAGE));

        assertThat(pages(pdf)).isEqualTo(1);
        assertThat(PaperReader.text(pdf)).contains("desa Pancasari").doesNotContain("Tejakula");
    }

    @Test
    void theQuarterlyReportFollowsWhatThePresidentInstructs() {
        FamilyCase family = decreed.family("ani", Map.of());
        requests.asked("citra", family, Requests.HOUSING, "housing");

        byte[] pdf = reports.file("eka", ask("quarterly", "pdf"));
        byte[] xlsx = reports.file("eka", ask("quarterly", "xlsx"));

        assertThat(PaperReader.faultsOfAnArchive(pdf)).isEmpty();
        assertThat(PaperReader.text(pdf))
                .contains("triwulan I tahun 2023", "Kepada Yth. Menteri Dalam Negeri")
                .contains("Instruksi Presiden Nomor 4 Tahun 2022", "1 Januari 2023 sampai 10 Februari 2023")
                .contains("Data sasaran belum ditetapkan dengan keputusan bupati")
                .contains("Pengurangan beban pengeluaran", "Peningkatan pendapatan", "Penurunan kantong kemiskinan")
                .contains(requests.programme(Requests.HOUSING).get("name").asString())
                .contains("menurut tinjauan kunjungan pertama")
                .contains("Capaian menuju nol", "keluar dari daftar karena pemeriksaan, bukan karena bantuan")
                .doesNotContain(family.headName());
        assertThat(new String(xlsx, StandardCharsets.ISO_8859_1)).startsWith("PK");
    }

    @Test
    void eachAgencyIsWrittenWhatWaitsForItAndWhatIsLate() throws IOException {
        FamilyCase family = decreed.family("ani", Map.of());
        requests.asked("citra", family, Requests.HOUSING, "housing");
        clock.playOn(Field.TODAY.plusDays(20));

        Map<String, byte[]> letters = unzipped(reports.file("citra", ask("agencyLetters", "zip")));

        JsonNode programme = requests.programme(Requests.HOUSING);
        String agency = programme.get("agency").asString();
        byte[] letter = letters.get(fileOf(programme));
        assertThat(PaperReader.faultsOfAnArchive(letter)).isEmpty();
        assertThat(PaperReader.text(letter))
                .contains("Kepala " + agency, family.headName(), family.number().text(), "Menunggu jawaban")
                .contains("24 Februari 2023 6");
    }

    @Test
    void agencyAndVillageAreWrittenByHowMuchAPlanIsOverTheBudget() throws IOException {
        JsonNode before = requests.programme("JAMBAN");
        String path = "/api/v1/programmes/" + before.get("id").asString();
        revise(
                path,
                draft -> draft.put("amount", 1_500_000)
                        .putArray("quotas")
                        .addObject()
                        .put("year", 2023)
                        .put("area", Field.VILLAGE)
                        .put("rupiah", 100_000_000));
        JsonNode asked = requests.asked("citra", decreed.family("ani", Map.of()), "JAMBAN", "toilet");
        decreed.family("ani", Map.of());
        long left = http.as("budi")
                .get("/api/v1/convergence")
                .json()
                .get("means")
                .valueStream()
                .filter(one -> one.get("programme").equals(before.get("name")))
                .findFirst()
                .orElseThrow()
                .get("rupiahLeft")
                .asLong();
        requests.step("citra", asked, Map.of("state", "accepted"));
        requests.step("citra", requests.seen("citra", asked), Requests.planned("2023-02-10", left + 2_200_000));

        String agency = PaperReader.text(
                unzipped(reports.file("citra", ask("agencyLetters", "zip"))).get(fileOf(before)));
        String village = PaperReader.text(unzipped(reports.file("budi", ask("villageLetters", "zip")))
                .get("Sukasada/51.08.05.2001 Pancasari.pdf"));

        requests.step("citra", requests.seen("citra", asked), Map.of("state", "stopped", "reason", "Pagu tidak cukup"));
        revise(path, draft -> draft.putNull("amount").putArray("quotas"));
        assertThat(agency).contains("Rencana yang lewat kuota atau pagu (1)", "Pancasari", "700.000");
        assertThat(village.replaceAll("\\s+", "")).contains("rencanaOPDsudahlewatpaguRp700.000");
    }

    private void revise(String path, Consumer<ObjectNode> change) {
        JsonNode now = http.as("citra").get(path).json();
        ObjectNode draft = (ObjectNode) now.deepCopy();
        change.accept(draft);
        assertThat(http.as("citra")
                        .header("If-Match", '"' + now.get("version").asString() + '"')
                        .put(path, draft)
                        .status())
                .isEqualTo(200);
    }

    private static String fileOf(JsonNode programme) {
        return programme.get("agency").asString().replaceAll("[^\\p{L}\\p{N} .()-]", "-") + ".pdf";
    }

    @Test
    void eachVillageIsWrittenWhatIsOpenThere() throws IOException {
        FamilyCase poor = decreed.family("ani", Map.of());
        FamilyCase open = field.familyOf("ani");
        FamilyCase elsewhere = field.familyOf("iwan");

        Map<String, byte[]> letters = unzipped(reports.file("budi", ask("villageLetters", "zip")));

        assertThat(letters.keySet()).allMatch(name -> name.startsWith("Sukasada/51.08.05."));
        byte[] letter = letters.get("Sukasada/51.08.05.2001 Pancasari.pdf");
        assertThat(letter).as(letters.keySet().toString()).isNotNull();
        String text = PaperReader.text(letter);
        assertThat(text).contains("Perbekel Pancasari", poor.number().text(), "Belum dimintakan");
        assertThat(text).contains(open.headName()).doesNotContain(elsewhere.headName());
        assertThat(unzipped(reports.file("citra", with(ask("villageLetters", "zip"), "region", "51.08.01.2001"))))
                .as("where nothing is open")
                .containsOnlyKeys("Tidak ada yang perlu disurati.pdf");
        byte[] all = reports.file("citra", ask("villageLetters", "pdf"));
        assertThat(PaperReader.faultsOfAnArchive(all)).isEmpty();
        assertThat(PaperReader.text(all)).contains(open.headName(), elsewhere.headName());
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
