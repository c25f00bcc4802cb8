package id.tuntas.cases;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.NewFamily.NewMember;
import id.tuntas.ledger.Ledger;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintingAnOfficersSheetTest {

    private static final String NIK = "5108050105700009";
    private static final String KK = "5108052203040008";
    private static final NewRound ROUND = CaseData.round("LEMBAR-1", RoundState.OPEN, LocalDate.of(2091, 2, 1));

    @Autowired
    private CaseData data;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Cases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Personas personas;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Http http;

    private Round round;

    @BeforeAll
    void fortyFamiliesOfOneOfficer() {
        data.aForm();
        round = rounds.create(personas.actor("citra"), ROUND);
        List<NewFamily> families = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            families.add(new NewFamily(
                    "k" + i,
                    "51.08.05.2003",
                    "Ni Luh Kepala <" + i + "> & Co",
                    "Jalan Kenanga " + i,
                    "Banjar Dinas Kaja",
                    KK,
                    0,
                    List.of(new NewMember(
                            1, "Ni Luh Kepala " + i, NIK, "Kepala Keluarga", "P", LocalDate.of(1970, 5, 1)))));
        }
        data.open(round, families);
        List<UUID> ids = families.stream()
                .map(family -> cases.findByRosterKey(Personas.REGENCY, round.id(), family.familyKey())
                        .orElseThrow()
                        .id())
                .toList();
        assignments.assign(
                personas.actor("citra"),
                new AssignFamilies(personas.actor("ani").id(), ids, List.of(), null));
    }

    @AfterAll
    void closeTheRound() {
        rounds.revise(
                personas.actor("citra"),
                round.code(),
                round.version(),
                CaseData.round("LEMBAR-1", RoundState.CLOSED, LocalDate.of(2091, 2, 1)));
    }

    @Test
    void leavesTheHouseForAPurposeThatTheLedgerKeeps() {
        UUID ani = personas.actor("ani").id();
        for (String form : List.of("sheet", "slips")) {
            String paper = "/api/v1/officers/" + ani + "/" + form + ".pdf";
            assertThat(http.as("budi").get(paper).status()).as(form).isEqualTo(422);
            assertThat(http.as("budi").get(paper + "?purpose=lain").status())
                    .as(form)
                    .isEqualTo(422);

            assertThat(http.as("budi").download(paper + "?purpose=meeting").statusCode())
                    .isEqualTo(200);

            assertThat(ledger.of(Personas.REGENCY, ani))
                    .filteredOn(entry -> personas.actor("budi").id().equals(entry.actorId())
                            && form.equals(entry.detail().get("form"))
                            && "meeting".equals(entry.detail().get("purpose")))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.verb()).isEqualTo("officer.exported"));
        }
    }

    private String path(String officer) {
        return "/api/v1/officers/" + personas.actor(officer).id() + "/sheet.pdf?purpose=fieldwork";
    }

    private byte[] pdf(String persona, String language) {
        HttpResponse<byte[]> answer =
                http.as(persona).header("Accept-Language", language).download(path("ani"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void listsEveryFamilyOnA4WithoutAnyNumberOfAPerson() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf("ani", "id"))) {
            String text = text(document);
            assertThat(text)
                    .contains("Daftar kunjungan – Ani")
                    .contains("40 keluarga per")
                    .contains("batas waktu 25 Februari 2091")
                    .contains("Jalan Kenanga 1, Banjar Dinas Kaja")
                    .contains("tanda tangan petugas")
                    .doesNotContain(NIK)
                    .doesNotContain(KK);
            for (int i = 1; i <= 40; i++) {
                assertThat(text).contains("Ni Luh Kepala <" + i + "> & Co");
            }
            for (OfficerFamily work :
                    cases.familiesOf(Personas.REGENCY, personas.actor("ani").id())) {
                if (work.family().roundId().equals(round.id())) {
                    assertThat(text).contains(work.family().number().text());
                }
            }
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            PDRectangle size = document.getPage(0).getMediaBox();
            assertThat(Math.round(size.getWidth())).isEqualTo(Math.round(PDRectangle.A4.getWidth()));
            for (COSName font : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void speaksEnglishWhenAsked() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf("budi", "en"))) {
            assertThat(text(document)).contains("Visit list").contains("deadline 25 February 2091");
        }
    }

    @Test
    void isForTheOfficerAndThoseWhoReadHisFamilies() {
        assertThat(http.as("citra").get(path("ani")).status()).isEqualTo(200);
        assertThat(http.as("iwan").get(path("ani")).status()).isEqualTo(404);
        assertThat(http.as("hana").get(path("ani")).status()).isEqualTo(404);
        assertThat(http.as("lina").get(path("ani")).status()).isEqualTo(404);
        assertThat(http.as("dewa").get(path("ani")).status()).isEqualTo(403);
        assertThat(http.as("citra").get(path("budi")).status())
                .as("somebody who is no officer")
                .isEqualTo(404);
        assertThat(http.withoutSession().get(path("ani")).status()).isEqualTo(401);
    }

    @Test
    void slipsWithAFamilysOwnCodeAreForTheOfficerAndWhoDealsOutTheWork() {
        String slips = path("ani").replace("sheet.pdf", "slips.pdf");
        for (String persona : List.of("ani", "budi", "citra")) {
            assertThat(http.as(persona).get(slips).status()).as(persona).isEqualTo(200);
        }
        for (String persona : List.of("fajar", "wira")) {
            assertThat(http.as(persona).get(slips).status()).as(persona).isEqualTo(403);
        }
    }

    @Test
    void listsTheOfficersOfTheAskersRegionWithTheirLoad() {
        var budisOfficers = http.as("budi").get("/api/v1/officers").json().get("items");

        assertThat(budisOfficers.findValuesAsString("username")).contains("ani").doesNotContain("iwan");
        budisOfficers.forEach(officer -> {
            if (officer.get("username").asString().equals("ani")) {
                assertThat(officer.get("families").asInt()).isEqualTo(40);
                assertThat(officer.get("districtName").asString()).isEqualTo("Sukasada");
            }
        });
        assertThat(http.as("citra")
                        .get("/api/v1/officers?district=51.08.09")
                        .json()
                        .get("items")
                        .findValuesAsString("username"))
                .contains("iwan")
                .doesNotContain("ani");
        assertThat(http.as("ani").get("/api/v1/officers").status()).isEqualTo(403);
        assertThat(http.as("gita").get("/api/v1/officers").status()).isEqualTo(403);
        assertThat(http.withoutSession().get("/api/v1/officers").status()).isEqualTo(401);
    }
}
