package id.tuntas.roster;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseMember;
import id.tuntas.cases.Cases;
import id.tuntas.ledger.Ledger;
import id.tuntas.roster.UploadRoster.NewFile;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.JsonNode;

/** What a person mends by hand: columns that nobody knows, and rows that were kept out. */
@ServerTest
class MendingARosterTest {

    private static final String FAMILIES = "ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK;Alamat";
    private static final String MEMBERS =
            "ID Keluarga P3KE;Kode Kemdagri;ID Individu;Nama;NIK;Hubungan dengan Kepala Keluarga";
    private static final String OWN_HEADER = "Berkas %s;Wilayah Tinggal;Penanggung;Nomor Identitas;Tempat";

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseData data;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    private JsonNode report(UUID roster) {
        return http.as("citra")
                .header("Accept-Language", "en")
                .get("/api/v1/rosters/" + roster)
                .json();
    }

    private HttpResponse<byte[]> rejects(RosterSummary roster) {
        return http.as("citra").download("/api/v1/rosters/" + roster.id() + "/rejects.xlsx?purpose=correction");
    }

    @Test
    void asksOnceWhatTheColumnsOfAnUnknownSheetAre() throws IOException {
        String header = OWN_HEADER.formatted("A");
        NewFile first =
                Deliveries.csv("desa-a.csv", "Daftar desa", header, "7;5108052001;Kadek Uji;5108050101700001;Kaja");

        RosterSummary unknown = deliveries.checked(first);

        assertThat(unknown.state()).isEqualTo(RosterState.NEEDS_MAPPING);
        JsonNode report = report(unknown.id());
        assertThat(report.get("unmatched").get(0).get("headers").findValuesAsString("header"))
                .containsExactly("Berkas A", "Wilayah Tinggal", "Penanggung", "Nomor Identitas", "Tempat");
        assertThat(report.get("fields").findValuesAsString("name")).contains("family_id", "head_name", "nik", "roof");
        var mapped = http.as("citra")
                .put(
                        "/api/v1/rosters/" + unknown.id() + "/mapping",
                        mapping(
                                "desa-a.csv",
                                Map.of(
                                        "family_id",
                                        "A",
                                        "village_code",
                                        "B",
                                        "head_name",
                                        "C",
                                        "nik",
                                        "D",
                                        "address",
                                        "E")));
        assertThat(mapped.status()).isEqualTo(202);
        deliveries.await(UUID.fromString(mapped.json().get("jobId").asString()));
        assertThat(report(unknown.id()).get("state").asString()).isEqualTo("checked");
        assertThat(report(unknown.id()).get("accepted").asInt()).isEqualTo(1);

        RosterSummary next = deliveries.checked(
                Deliveries.csv("desa-b.csv", header, "8;5108052001;Made Uji;5108050201710002;Kelod"));

        assertThat(next.state()).isEqualTo(RosterState.CHECKED);
        assertThat(next.accepted()).isEqualTo(1);
    }

    private static Map<String, Object> mapping(String file, Map<String, String> columns) {
        return Map.of("name", "Daftar desa", "file", file, "columns", columns);
    }

    @Test
    void namesWhatAMappingStillLacks() throws IOException {
        RosterSummary unknown = deliveries.checked(
                Deliveries.csv("desa.csv", OWN_HEADER.formatted("B"), "7;5108052001;Kadek Uji;5108050101700001;Kaja"));
        String mapping = "/api/v1/rosters/" + unknown.id() + "/mapping";

        var incomplete = http.as("citra").put(mapping, mapping("desa.csv", Map.of("family_id", "A", "head_name", "C")));
        var foreign = http.as("citra").put(mapping, mapping("desa.csv", Map.of("family_id", "Z")));
        var nowhere = http.as("citra").put(mapping, mapping("lain.csv", Map.of("family_id", "A")));

        assertThat(incomplete.json().get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/columns/village_code", "/columns/nik");
        assertThat(foreign.json().get("errors").findValuesAsString("pointer")).containsExactly("/columns/family_id");
        assertThat(nowhere.json().get("errors").findValuesAsString("pointer")).containsExactly("/sheet");
        assertThat(http.as("citra").put(mapping, Map.of()).status()).isEqualTo(422);
        assertThat(http.as("budi").put(mapping, Map.of()).code()).isEqualTo("forbidden");
    }

    @Test
    void takesRejectedRowsBackOnceTheyAreMended() throws IOException {
        Round round = data.openRound("PERBAIKI-1");
        RosterSummary first = deliveries.checked(
                Deliveries.csv(
                        "keluarga.csv",
                        FAMILIES,
                        "M1;5108052001;Kadek Uji;5108050101700001;Kaja",
                        "M2;5108052001;Made Uji;51080502017;Kaja"),
                Deliveries.csv(
                        "anggota.csv",
                        MEMBERS,
                        "M1;5108052001;P1;Kadek Uji;5108050101700001;KEPALA KELUARGA",
                        "M1;5108052001;P2;Luh Uji;51080502020;ANAK",
                        "M2;5108052001;P3;Made Uji;5108050201710003;KEPALA KELUARGA"));
        deliveries.committed(first, round.code());
        assertThat(cases.findByRosterKey(REGENCY, round.id(), "M2")).isEmpty();

        assertThat(http.as("citra")
                        .get("/api/v1/rosters/" + first.id() + "/rejects.xlsx")
                        .status())
                .isEqualTo(422);
        HttpResponse<byte[]> workbook = rejects(first);

        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        assertThat(text(workbook.body())).contains("Alasan ditolak").contains("51080502017");
        assertThat(ledger.of(REGENCY, first.id()))
                .filteredOn(entry -> entry.verb().equals("roster.rejectsTaken"))
                .as("it holds numbers in clear")
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("purpose", "correction"));
        byte[] mended = replace(
                workbook.body(), Map.of("51080502017<", "5108050201710002<", "51080502020<", "5108054202010004<"));
        RosterSummary second = deliveries.checked(new NewFile("diperbaiki.xlsx", new ByteArrayResource(mended)));

        assertThat(second.rejected()).isZero();
        deliveries.committed(second, round.code());

        var kadek = cases.findByRosterKey(REGENCY, round.id(), "M1").orElseThrow();
        var made = cases.findByRosterKey(REGENCY, round.id(), "M2").orElseThrow();
        assertThat(kadek.rosterStatus()).isNotEqualTo("dropped");
        assertThat(cases.members(REGENCY, kadek.id()))
                .filteredOn(member -> !member.dropped())
                .extracting(CaseMember::name)
                .containsExactlyInAnyOrder("Kadek Uji", "Luh Uji");
        assertThat(cases.members(REGENCY, made.id()))
                .extracting(CaseMember::name)
                .containsExactly("Made Uji");
    }

    private static String text(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    /** As a person does who types over cells. */
    private static byte[] replace(byte[] workbook, Map<String, String> texts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (Map.Entry<String, String> one : texts.entrySet()) {
                    text = text.replace(one.getKey(), one.getValue());
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void namesThePlaceTheValueAndTheMendOfEveryProblemPageByPage() throws IOException {
        RosterSummary checked = deliveries.checked(Deliveries.csv(
                "keluarga.csv",
                FAMILIES,
                "N1;5108052001;Kadek Uji;51080501;Kaja",
                "N2;5108052001;Made Uji;51080502;Kaja",
                "N3;5108052001;Nengah Uji;;Kaja"));
        String problems = "/api/v1/rosters/" + checked.id() + "/problems";
        List<JsonNode> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = http.as("citra")
                    .header("Accept-Language", "en")
                    .get(problems + "?code=nik-length&severity=error&limit=1" + after)
                    .json();
            page.get("items").forEach(found::add);
            after = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asString();
        } while (after != null);

        assertThat(found).hasSize(2);
        JsonNode one = found.getFirst();
        assertThat(one.get("file").asString()).isEqualTo("keluarga.csv");
        assertThat(one.get("sheet").isNull()).isTrue();
        assertThat(one.get("row").asInt()).isEqualTo(2);
        assertThat(one.get("column").asString()).isEqualTo("D");
        assertThat(one.get("value").asString()).isEqualTo("51080501");
        assertThat(one.get("head").asString()).isEqualTo("Kadek Uji");
        assertThat(one.get("village").asString()).isNotBlank();
        assertThat(one.get("message").asString()).isEqualTo("NIK \"51080501\" is not 16 digits.");
        assertThat(one.get("mend").asString()).startsWith("Write the 16 digits");
        assertThat(http.as("citra")
                        .get(problems + "?severity=warning")
                        .json()
                        .get("items")
                        .findValuesAsString("code"))
                .containsExactly("nik-missing");
        assertThat(http.as("citra").get(problems + "?after=kemarin").code()).isEqualTo("invalid");
        JsonNode group = report(checked.id()).get("groups").get(0);
        assertThat(group.get("count").asInt()).isEqualTo(2);
        assertThat(group.get("columns").get(0).asString()).isEqualTo("NIK");
    }
}
