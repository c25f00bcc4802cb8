package id.tuntas.decrees;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.Hall;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.roster.Deliveries;
import id.tuntas.roster.RosterSummary;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.PaperReader;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VisitsTest
@Import({Hall.class, Chancery.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandingOutTheAnnexTest {

    private static final String NIK = "5108010107800002";

    /** A spreadsheet would compute it if it were not text. */
    private static final String ADDRESS = "-1+1 Jl. Melati 3";

    @Autowired
    private Chancery chancery;

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JsonMapper mapper;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private FamilyCase ofRoster;
    private String number;
    private String scan;
    private byte[] draft;
    private String draftTag;

    @BeforeAll
    void aDecreeOfAFamilyOfTheRosterAndOfOneOfNone() throws IOException {
        field.renew();
        String village = hall.village();
        String code = village.replace(".", "");
        RosterSummary roster = deliveries.checked(
                Deliveries.csv(
                        "keluarga.csv",
                        "ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK;Alamat;Jenis Kelamin;Tanggal Lahir",
                        "LAMPIRAN-1;" + code + ";I Made Contoh;" + NIK + ";" + ADDRESS + ";Laki-laki;01-07-1980"),
                Deliveries.csv(
                        "anggota.csv",
                        "ID Keluarga P3KE;Kode Kemdagri;Nama;NIK;Hubungan dengan Kepala Keluarga;Jenis Kelamin;Tanggal Lahir",
                        "LAMPIRAN-1;" + code + ";I Made Contoh;" + NIK + ";Kepala Keluarga;Laki-laki;01-07-1980"));
        deliveries.committed(roster, field.round().code());
        ofRoster = field.assigned("rai", "LAMPIRAN-1");
        hall.approve(field.sent("rai", Post.of(ofRoster).withAllPhotos()));
        UUID meeting = hall.opened(village);
        hall.agreed(meeting, ofRoster.id());
        hall.closed(meeting);
        chancery.signed(meeting);
        draft = http.as("fajar")
                .header("Accept-Language", "en")
                .download(chancery.path() + "/draft.pdf?purpose=ministry")
                .body();
        draftTag = chancery.show("wira").get("tag").asString();
        number = chancery.number();
        chancery.locked(number);
        scan = chancery.scan();
    }

    private Map<String, String> sheets(byte[] workbook) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private String workbook(String query) {
        return chancery.path() + "/annex.xlsx" + query;
    }

    @Test
    void theWorkbookGoesBackInTheRostersOwnColumnsAndHoldsNoFormula() throws IOException {
        HttpResponse<byte[]> answer = http.as("citra").download(workbook("?purpose=ministry"));
        assertThat(answer.statusCode()).isEqualTo(200);

        Map<String, String> parts = sheets(answer.body());
        assertThat(parts.get("xl/workbook.xml")).contains("Keluarga", "Anggota", "Jumlah");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("ID Keluarga P3KE", "Jenis Lantai", "Nomor SK", number, "Miskin ekstrem")
                .contains(
                        "<is><t>" + NIK + "</t></is>",
                        "<is><t>" + ADDRESS + "</t></is>",
                        ofRoster.number().text())
                .doesNotContain("<f>", "<v>");
        assertThat(parts.get("xl/worksheets/sheet2.xml"))
                .contains("<is><t>" + NIK + "</t></is>", "<is><t>LAKI-LAKI</t></is>", "<is><t>01-07-1980</t></is>");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("Seluruhnya");

        Path file = Files.write(folder.resolve("lampiran.xlsx"), answer.body());
        RosterSummary read = deliveries.checked(Deliveries.file(file));
        JsonNode report = http.as("citra").get("/api/v1/rosters/" + read.id()).json();
        assertThat(report.get("groups").findValuesAsString("severity")).doesNotContain("error");
        assertThat(report.get("groups").findValuesAsString("code")).doesNotContain("code-unknown", "date-ambiguous");
        assertThat(report.get("accepted").asInt()).isEqualTo(1);
        assertThat(report.get("members").asInt()).isEqualTo(1);
    }

    @Test
    void theWorkbookAsksForWhatAndIsRecorded() {
        assertThat(http.as("citra").get(workbook("")).status()).isEqualTo(422);
        assertThat(http.as("citra").get(workbook("?purpose=lain")).status()).isEqualTo(422);
        for (String persona : List.of("budi", "oka", "eka", "dewa")) {
            assertThat(http.as(persona).get(workbook("?purpose=audit")).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(http.as("citra")
                        .get(workbook("?purpose=audit&on=2023-02-09"))
                        .status())
                .isEqualTo(404);
        assertThat(handedOut("workbook", "audit")).isEmpty();

        assertThat(http.as("citra").download(workbook("?purpose=audit")).statusCode())
                .isEqualTo(200);

        assertThat(handedOut("workbook", "audit")).singleElement().satisfies(entry -> {
            assertThat(entry.detail()).containsEntry("purpose", "audit").containsEntry("families", 1);
            assertThat(entry.actorId()).isEqualTo(field.actor("citra").id());
        });
    }

    /** The regent's office and the auditor read every family, and see no number in full. */
    @Test
    void theWorkbookOfWhoMaySeeNoNumbersHasThemMasked() throws IOException {
        for (String persona : List.of("wira", "fajar")) {
            HttpResponse<byte[]> answer = http.as(persona).download(workbook("?purpose=ministry"));
            assertThat(answer.statusCode()).as(persona).isEqualTo(200);

            Map<String, String> parts = sheets(answer.body());
            for (String sheet : List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")) {
                assertThat(parts.get(sheet))
                        .contains("I Made Contoh", "5108••••••••0002")
                        .doesNotContain(NIK);
            }
        }
        assertThat(handedOut("workbook-masked", "ministry"))
                .extracting(Entry::actorId)
                .contains(field.actor("wira").id(), field.actor("fajar").id());
    }

    private List<Entry> handedOut(String form, String purpose) {
        return ledger.latest(REGENCY, null, null, 200).stream()
                .filter(entry -> entry.verb().equals("decree.exported")
                        && form.equals(entry.detail().get("form"))
                        && purpose.equals(entry.detail().get("purpose")))
                .toList();
    }

    @Test
    void thePaperIsAnArchiveByNameAndAddressWithTotalsAndHashesAndWithoutANik() {
        HttpResponse<byte[]> answer =
                http.as("fajar").header("Accept-Language", "en").download(paper(1, "audit"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PaperReader.faultsOfAnArchive(answer.body())).isEmpty();
        JsonNode decree = chancery.show("citra").at("/decrees/0");
        String text = PaperReader.text(answer.body());
        assertThat(text)
                .contains("Lampiran Keputusan Bupati, Kabupaten Buleleng, nomor " + number, "10 Februari 2023")
                .contains("I Made Contoh", ADDRESS, ofRoster.number().text(), "Seluruhnya")
                .contains("Daftar yang berlaku: 1 keluarga")
                .doesNotContainPattern("(?<![0-9a-f])\\d{16}(?![0-9a-f])");
        assertThat(text.replace(" ", ""))
                .contains(decree.get("root").asString())
                .contains(blockOfTheDecree());
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    @Test
    void thePaperAsksForWhatAndIsRecorded() {
        assertThat(http.as("citra").get(chancery.path() + "/1/annex.pdf").status())
                .isEqualTo(422);
        assertThat(http.as("citra").get(paper(1, "lain")).status()).isEqualTo(422);
        assertThat(http.as("citra").get(paper(2, "audit")).status()).isEqualTo(404);
        for (String persona : List.of("budi", "oka", "eka", "dewa", "gita")) {
            assertThat(http.as(persona).get(paper(1, "audit")).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(handedOut("paper", "agency")).isEmpty();

        assertThat(http.as("wira").download(paper(1, "agency")).statusCode()).isEqualTo(200);

        assertThat(handedOut("paper", "agency"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry("form", "paper")
                        .containsEntry("purpose", "agency")
                        .containsEntry("families", 1));
    }

    @Test
    void theSignedPaperAsksForWhatAndIsRecorded() {
        String path = chancery.path() + "/1/scan";
        assertThat(http.as("wira").get(path).json().at("/errors/0/pointer").asString())
                .isEqualTo("/purpose");
        assertThat(http.as("wira").get(path + "?purpose=lain").status()).isEqualTo(422);
        assertThat(handedOut("signed", "correction")).isEmpty();

        assertThat(http.as("wira").get(path + "?purpose=correction").body()).isEqualTo(scan);

        assertThat(handedOut("signed", "correction")).singleElement().satisfies(entry -> {
            assertThat(entry.actorId()).isEqualTo(field.actor("wira").id());
            assertThat(entry.detail()).containsEntry("ordinal", 1).containsEntry("families", 1);
        });
    }

    private String paper(int ordinal, String purpose) {
        return chancery.path() + "/" + ordinal + "/annex.pdf?purpose=" + purpose;
    }

    @Test
    void aDraftSaysWhichItIs() {
        assertThat(PaperReader.faultsOfAnArchive(draft)).isEmpty();
        assertThat(PaperReader.text(draft))
                .contains("Konsep lampiran Keputusan Bupati", "Belum ditetapkan", "I Made Contoh", "Seluruhnya")
                .contains("Tanda konsep: " + draftTag.substring(0, 12))
                .contains("Keputusan Bupati Buleleng", "Menimbang", "Instruksi Presiden Nomor 4 Tahun 2022")
                .contains("Menetapkan 1 keluarga, 3 jiwa menurut nama dan alamat", "Ditetapkan di", "Bupati Buleleng,")
                .doesNotContain(NIK);
        assertThat(handedOut("draft", "ministry")).hasSize(1);
    }

    @Test
    void onceThereIsADecreeItsDraftIsHandedOutToNobody() {
        assertThat(http.as("oka").get(chancery.path() + "/draft.pdf").status()).isEqualTo(403);
        Answer answer = http.as("wira").get(chancery.path() + "/draft.pdf?purpose=ministry");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("decree-locked");
    }

    /** As the ledger keeps it. */
    private String blockOfTheDecree() {
        return jdbc.sql("""
                select encode(b.hash, 'hex') from ledger.entry e
                join ledger.leaf l on l.regency_code = e.regency_code and l.entry_id = e.id
                join ledger.block b on b.regency_code = l.regency_code and b.number = l.block_number
                where e.verb = 'decree.locked' order by e.id desc limit 1
                """).query(String.class).single();
    }

    /** The last ones: the others read the list before them. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void thePaperOfAnAmendmentSaysWhatChangedAndWhy() {
        FamilyCase late = chancery.agreed();
        String amendment = chancery.number();
        HttpResponse<byte[]> printed = amendmentDraft("wira", late);
        byte[] draft = printed.body();
        String tag = printed.headers().firstValue("ETag").orElseThrow().replace("\"", "");
        Map<String, String> fields = Map.of("number", amendment, "decidedOn", "2023-02-10", "after", "1", "draft", tag);
        Map<UUID, String> added = Map.of(late.id(), "Musyawarahnya menyusul");
        assertThat(chancery.amend("wira", fields, added, Map.of(ofRoster.id(), "Alasan lain"))
                        .status())
                .as("not what was printed")
                .isEqualTo(412);
        Answer locked = chancery.amend("wira", fields, added, Map.of(ofRoster.id(), "Pindah ke Lombok"));
        assertThat(locked.status()).as(locked.body()).isEqualTo(200);

        assertThat(PaperReader.faultsOfAnArchive(draft)).isEmpty();
        List<String> pages = PaperReader.pages(draft);
        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1))
                    .startsWith("Konsep perubahan Keputusan Bupati, Kabupaten Buleleng, sesudah nomor " + number
                            + ", tanda " + tag.substring(0, 12))
                    .contains(page + " / " + pages.size());
        }
        assertThat(PaperReader.text(draft).replaceAll("\\s+", " "))
                .contains("bertentangan dengan kunjungan yang disetujui dan musyawarah desa ke-1, 10 Februari 2023")
                .contains(
                        "Perubahan atas Keputusan Nomor " + number,
                        "Ditetapkan di",
                        "Konsep perubahan",
                        "Belum ditetapkan",
                        "Musyawarahnya menyusul",
                        "Pindah ke Lombok")
                .contains(late.number().text(), "Tanda konsep: " + tag.substring(0, 12))
                .doesNotContain(NIK);
        assertThat(handedOut("draft", "signing").getFirst().actorId())
                .isEqualTo(field.actor("wira").id());
        assertThat(amendmentDraft("wira", late).statusCode())
                .as("somebody was faster")
                .isEqualTo(412);
        assertThat(amendmentDraft("citra", late).statusCode()).isEqualTo(403);
        byte[] pdf = http.as("citra").download(paper(2, "ministry")).body();

        assertThat(PaperReader.faultsOfAnArchive(pdf)).isEmpty();
        assertThat(PaperReader.pages(pdf))
                .allMatch(page ->
                        page.startsWith("Lampiran perubahan Keputusan Bupati, Kabupaten Buleleng, nomor " + amendment));
        assertThat(PaperReader.text(pdf).replaceAll("\\s+", " "))
                .contains(
                        "Lampiran perubahan",
                        "bertentangan dengan kunjungan yang disetujui",
                        "nomor " + amendment.replace("/HK/2023", ""),
                        "Musyawarahnya menyusul",
                        "Pindah ke Lombok",
                        late.number().text());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theWorkbookNamesTheDecreeThatListedEachRow() throws IOException {
        List<String> before = chancery.listed("");
        String former = chancery.show("citra").at("/decrees/1/number").asString();
        FamilyCase late = chancery.agreed();
        String amendment = chancery.number();
        Answer amended = chancery.amend(
                "wira",
                Map.of("number", amendment, "decidedOn", "2023-02-10", "after", "2"),
                Map.of(late.id(), "Musyawarahnya menyusul"),
                Map.of());
        assertThat(amended.status()).as(amended.body()).isEqualTo(200);

        String families = sheets(
                        http.as("citra").download(workbook("?purpose=ministry")).body())
                .get("xl/worksheets/sheet1.xml");

        assertThat(before)
                .hasSize(1)
                .allSatisfy(row -> assertThat(decreeOf(row, families)).isEqualTo(former));
        assertThat(decreeOf(late.number().text(), families)).isEqualTo(amendment);
    }

    /** What stands beside the number of its case. */
    private static String decreeOf(String number, String sheet) {
        String cells = sheet.substring(sheet.indexOf("<t>" + number + "</t>"));
        Matcher next = Pattern.compile("<t>(460/[^<]*)</t>").matcher(cells);
        assertThat(next.find()).isTrue();
        return next.group(1);
    }

    private HttpResponse<byte[]> amendmentDraft(String persona, FamilyCase late) {
        return http.as(persona)
                .header("Accept-Language", "id")
                .download(
                        chancery.path() + "/amendments/draft.pdf",
                        Map.of(
                                "after",
                                1,
                                "added",
                                List.of(Map.of("familyId", late.id(), "reason", "Musyawarahnya menyusul")),
                                "struck",
                                List.of(Map.of("familyId", ofRoster.id(), "reason", "Pindah ke Lombok"))));
    }

    @Test
    void whetherAFamilyWasOnTheListIsProvenToAnybody() {
        FamilyCase other = chancery.agreed();
        String root = chancery.show("citra").at("/decrees/0/root").asString();

        AnnexProof on = proof(ofRoster.number().text(), "");
        AnnexProof off = proof(other.number().text(), "&on=2023-02-10");

        assertThat(on.listed()).isTrue();
        assertThat(on.coversTheDecree()).isTrue();
        assertThat(on.holdsFrom()).isEqualTo(Field.TODAY);
        assertThat(on.holds(root)).isTrue();
        assertThat(on.ledgerBlock()).isEqualTo(off.ledgerBlock()).isEqualTo(blockOfTheDecree());
        assertThat(on.row()).contains("I Made Contoh").doesNotContain(NIK);
        assertThat(off.listed()).isFalse();
        assertThat(off.holds(root)).isTrue();
        assertThat(mapper.writeValueAsString(off)).doesNotContain("Contoh");
        assertThat(handedOut("proof", "proving"))
                .extracting(entry -> entry.detail().get("families"))
                .contains(1, 0);
        String path = chancery.path() + "/proof?number=" + other.number();
        assertThat(http.as("citra").get(path + "&on=2023-02-09").status()).isEqualTo(404);
        assertThat(http.as("citra").get(chancery.path() + "/proof").status()).isEqualTo(422);
        for (String persona : List.of("oka", "eka", "gita")) {
            assertThat(http.as(persona).get(path).status()).as(persona).isEqualTo(403);
        }
    }

    @Test
    void aDayToComeHasNoListYet() {
        String tomorrow = "on=" + Field.TODAY.plusDays(1);
        for (String question :
                List.of("/proof?number=" + ofRoster.number() + "&", "/annex.xlsx?purpose=audit&", "/families?")) {
            Answer answer = http.as("citra").get(chancery.path() + question + tomorrow);

            assertThat(answer.status()).as(question).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("decree-day-late");
        }
    }

    private AnnexProof proof(String number, String day) {
        Answer answer = http.as("fajar").get(chancery.path() + "/proof?number=" + number + day);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return mapper.readValue(answer.body(), AnnexProof.class);
    }
}
