package id.tuntas.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.StorageSettings;
import id.tuntas.roster.UploadRoster.NewFile;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.JsonNode;

/** Files that may not be read, and releases that are taken away again. */
@ServerTest
class RefusingARosterTest {

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Rosters rosters;

    @Autowired
    private CaseData data;

    @Autowired
    private Ledger ledger;

    @Autowired
    private StorageSettings storage;

    @Autowired
    private Http http;

    private JsonNode refusal(String language, NewFile file) throws IOException {
        RosterSummary refused = deliveries.checked(file);
        assertThat(refused.state()).isEqualTo(RosterState.REFUSED);
        assertThat(refused.accepted()).isZero();
        return http.as("citra")
                .header("Accept-Language", language)
                .get("/api/v1/rosters/" + refused.id())
                .json()
                .get("refusal");
    }

    private static NewFile bytes(String name, byte[] bytes) {
        return new NewFile(name, new ByteArrayResource(bytes));
    }

    private static byte[] zip(String... partsAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < partsAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(partsAndTexts[i]));
                zip.write(partsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void saysInOneSentenceThatAPdfIsNoTable() throws IOException {
        byte[] pdf = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal("id", bytes("p3ke.xlsx", pdf)).get("detail").asString())
                .contains("p3ke.xlsx")
                .contains("PDF");
        JsonNode english = refusal("en", bytes("roster.xlsx", pdf));
        assertThat(english.get("code").asString()).isEqualTo("file-unreadable");
        assertThat(english.get("detail").asString())
                .isEqualTo("File roster.xlsx is a PDF, not a table. Ask for the original data as .xlsx or .csv.");
    }

    @Test
    void refusesAWorkbookThatDeclaresEntities() throws IOException {
        byte[] workbook = zip(
                "[Content_Types].xml",
                "<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Types>&x;</Types>",
                "xl/workbook.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>",
                "xl/worksheets/sheet1.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>");

        assertThat(refusal("en", bytes("daftar.xlsx", workbook)).toString()).doesNotContain("root:");
    }

    @Test
    void refusesTenThousandColumns() throws IOException {
        String header = IntStream.range(0, 10_000).mapToObj(n -> "kolom" + n).collect(Collectors.joining(";"));

        JsonNode refusal = refusal("en", Deliveries.csv("lebar.csv", header, header));

        assertThat(refusal.get("code").asString()).isEqualTo("file-too-large");
        assertThat(refusal.get("detail").asString()).contains("1,000 columns");
    }

    @Test
    void doesNotCommitWhatWasRefused() throws IOException {
        data.openRound("TOLAK-1");
        RosterSummary refused = deliveries.checked(bytes("p3ke.xlsx", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> rosters.commit(deliveries.citra(), refused.id(), "TOLAK-1", true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("roster-not-checked"));
    }

    @Test
    void takesAReleaseAwayWithItsRowsAndFilesUntilItIsCommitted() throws IOException {
        data.openRound("TOLAK-2");
        RosterSummary checked = deliveries.checked(Deliveries.file(Deliveries.sample(5, 31, 0)));
        Path folder = storage.data()
                .toAbsolutePath()
                .resolve("rosters")
                .resolve(checked.id().toString());
        assertThat(Files.list(folder)).isNotEmpty();
        String path = "/api/v1/rosters/" + checked.id();

        assertThat(http.as("citra").delete(path).status()).isEqualTo(204);

        assertThat(http.as("citra").get(path).status()).isEqualTo(404);
        assertThat(http.as("citra").delete(path).status()).isEqualTo(404);
        assertThat(folder).doesNotExist();
        assertThat(ledger.of(Personas.REGENCY, checked.id()))
                .extracting(Entry::verb)
                .containsExactly("roster.uploaded", "roster.deleted");
        RosterSummary kept = deliveries.checked(Deliveries.file(Deliveries.sample(5, 32, 0)));
        deliveries.committed(kept, "TOLAK-2");
        assertThat(http.as("citra").delete("/api/v1/rosters/" + kept.id()).code())
                .isEqualTo("roster-committed");
    }
}
