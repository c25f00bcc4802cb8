package id.tuntas.reports;

import static id.tuntas.reports.Reports.ask;
import static id.tuntas.reports.Reports.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NewFamily;
import id.tuntas.graduation.Zeroing;
import id.tuntas.interventions.Requests;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Jobs.Job;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.PaperReader;
import id.tuntas.testing.Personas;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VisitsTest
@Import({Decreed.class, Requests.class, Zeroing.class})
class ListingFamiliesTest {

    private static final String VILLAGE = "51.08.05.2005";

    @Autowired
    private Field field;

    @Autowired
    private Decreed decreed;

    @Autowired
    private Zeroing zeroing;

    @Autowired
    private CaseData data;

    @Autowired
    private Http http;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper mapper;

    private Reports reports;

    @BeforeEach
    void aRound() {
        reports = new Reports(http, jobs, field.round().code());
    }

    @Test
    void theCsvIsPlainAndProvesItsOwnData() throws IOException {
        FamilyCase family = decreed.family("ani", Map.of());
        FamilyCase tricky = open("daftar-csv", "=HYPERLINK(\"http://a.test\")", "Jalan \"Melati\", 3");

        Job job = reports.done("budi", Map.of("kind", "familyList", "format", "csv", "purpose", "Rapat\r\nkoordinasi"));
        HttpResponse<byte[]> answer = reports.fetched("budi", job.id());
        byte[] csv = answer.body();

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("daftar-keluarga-" + field.round().code() + "-2023-02-10.csv");
        assertThat(Hashes.hex(Hashes.sha256(csv)))
                .isEqualTo(job.result().get("sha256").asString());
        assertThat(HexFormat.of().formatHex(csv, 0, 3)).isNotEqualTo("efbbbf");
        String text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("#Daftar keluarga menurut nama dan alamat\r\n")
                .contains("#Wilayah: kecamatan Sukasada")
                .contains("#Satuan: keluarga", "#Keadaan pada: 10 Februari 2023", "#Dibuat oleh: Budi (budi)")
                .contains("#Keperluan: Rapat koordinasi");
        String table = text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\r\n")) + "\r\n";
        assertThat(text)
                .contains("#SHA-256 data: " + Hashes.hex(Hashes.sha256(table.getBytes(StandardCharsets.UTF_8))));
        List<CsvRecord> rows = read(csv);
        assertThat(rows).allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(15));
        assertThat(row(rows, family)).contains("Miskin ekstrem", "2023-02-03").doesNotContain("");
        assertThat(row(rows, tricky))
                .contains("'=HYPERLINK(\"http://a.test\")", "Jalan \"Melati\", 3", "Belum diverifikasi");
    }

    @Test
    void everyFormatHoldsTheSameFamiliesAndSaysSo() throws IOException {
        FamilyCase family = decreed.family("ani", Map.of());
        open("daftar-semua", "Kepala Semua", "Jalan Kamboja 8");
        Map<String, Object> ask = with(ask("familyList", "csv"), "region", VILLAGE);
        String digest = digest(new String(reports.file("citra", ask), StandardCharsets.UTF_8));

        byte[] pdf = reports.file("citra", with(ask, "format", "pdf"));
        String book = sheets(reports.file("citra", with(ask, "format", "xlsx")));
        JsonNode map = mapper.readTree(reports.file("citra", with(ask, "format", "geojson")));

        assertThat(PaperReader.faultsOfAnArchive(pdf)).isEmpty();
        assertThat(PaperReader.text(pdf).replace(" ", "")).contains(digest).contains("KepalaSemuaJalanKamboja8");
        assertThat(book).contains(digest, "Kepala Semua", "Jalan Kamboja 8");
        assertThat(map.at("/about/SHA-256 data").asString()).isEqualTo(digest);
        assertThat(map.get("features")
                        .valueStream()
                        .map(one -> one.at("/properties/name").asString()))
                .contains("Kepala Semua")
                .doesNotContain(family.headName());
        assertThat(map.has("bbox")).as("nobody is placed here").isFalse();
    }

    /** RFC 7946: longitude first, a box from south-west to north-east, a feature without a place has no geometry. */
    @Test
    void theMapPromisesNoMoreThanThePhoneKnew() {
        FamilyCase placed = decreed.family("ani", Map.of());
        FamilyCase unplaced = open("daftar-peta", "Kepala Peta", "Jalan Peta 1");
        record Spot(double lat, double lng, double accuracy) {}
        Spot spot = jdbc.sql("select lat, lng, accuracy from visits.visit where id = :id")
                .param("id", field.family(placed.id()).visitId())
                .query((row, n) -> new Spot(row.getDouble(1), row.getDouble(2), row.getDouble(3)))
                .single();

        JsonNode map = mapper.readTree(reports.file("budi", ask("familyList", "geojson")));

        assertThat(map.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(feature(map, unplaced).get("geometry").isNull()).isTrue();
        JsonNode point = feature(map, placed);
        assertThat(point.at("/geometry/type").asString()).isEqualTo("Point");
        assertThat(point.at("/geometry/coordinates/0").asDouble()).isBetween(114.0, 116.0);
        assertThat(point.at("/geometry/coordinates/1").asDouble()).isBetween(-9.0, -8.0);
        assertThat(Math.abs(point.at("/geometry/coordinates/1").asDouble() - spot.lat()) * 111_320)
                .isLessThanOrEqualTo(spot.accuracy());
        assertThat(point.at("/geometry/coordinates/1").asString().length()).isLessThan("-8.123456".length());
        assertThat(point.at("/properties/accuracyMetres").asDouble()).isEqualTo(spot.accuracy());
        double[] box =
                map.get("bbox").valueStream().mapToDouble(JsonNode::asDouble).toArray();
        assertThat(box).hasSize(4);
        map.get("features")
                .valueStream()
                .filter(one -> !one.get("geometry").isNull())
                .forEach(one -> {
                    assertThat(one.at("/geometry/coordinates/0").asDouble()).isBetween(box[0], box[2]);
                    assertThat(one.at("/geometry/coordinates/1").asDouble()).isBetween(box[1], box[3]);
                });
    }

    @Test
    void aPastDayKnowsNothingOfWhatCameLater() throws IOException {
        FamilyCase family = decreed.family("ani", Map.of());

        assertThat(row(read(reports.file("budi", ask("familyList", "csv"))), family))
                .contains("Miskin ekstrem");
        Map<String, Object> before = with(ask("familyList", "csv"), "day", LocalDate.of(2023, 2, 9));
        byte[] past = reports.file("budi", before);
        assertThat(new String(past, StandardCharsets.UTF_8))
                .contains("#Keadaan pada akhir: 9 Februari 2023")
                .contains("#Nama, alamat, dan jiwa: menurut saat dibaca, bukan hari itu");
        assertThat(read(past))
                .noneMatch(row -> row.getField(0).equals(family.number().text()));
        assertThat(read(reports.file("budi", with(ask("familyList", "csv"), "standing", "open"))))
                .noneMatch(row -> row.getField(0).equals(family.number().text()));
        assertThat(row(read(reports.file("budi", with(ask("familyList", "csv"), "standing", "extremelyPoor"))), family))
                .isNotEmpty();
    }

    @Test
    void theListSaysWhereAFamilyStandsOnTheWayToZeroAndNamesThoseThatAreOpen() throws IOException {
        field.renew();
        aRound();
        FamilyCase graduated = zeroing.graduated();
        FamilyCase open = decreed.family("ani", Map.of());
        FamilyCase gone = decreed.found("ani", Map.of(), "notPoor");

        List<CsvRecord> all = read(reports.file("citra", ask("familyList", "csv")));
        List<CsvRecord> left = read(reports.file("citra", with(ask("familyList", "csv"), "zero", "open")));
        List<CsvRecord> helped = read(reports.file("citra", with(ask("familyList", "csv"), "zero", "graduated")));

        assertThat(row(all, graduated)).contains("Miskin ekstrem", "Graduasi");
        assertThat(row(all, open)).contains("Menunggu musyawarah").endsWith("2");
        assertThat(row(all, gone)).contains("Mampu");
        assertThat(left).hasSize(2);
        assertThat(row(left, open)).isNotEmpty();
        assertThat(helped).hasSize(2);
        assertThat(row(helped, graduated)).isNotEmpty();
        JsonNode place = http.as("citra")
                .get("/api/v1/rounds/" + field.round().code() + "/zero")
                .json()
                .get("place");
        assertThat(place.at("/roster/awaitingMeeting/families").asInt()).isEqualTo(left.size() - 1);
    }

    @Test
    void askingMakingAndFetchingAreInTheLedgerWithTheFilesOwnHash() {
        field.familyOf("ani");
        Job job = reports.done("budi", ask("familyList", "csv"));
        byte[] file = reports.fetched("budi", job.id()).body();
        String sha256 = Hashes.hex(Hashes.sha256(file));

        List<Entry> entries = ledger.of(Personas.REGENCY, job.id());

        assertThat(entries).extracting(Entry::verb).containsExactly("report.asked", "report.made", "report.fetched");
        assertThat(entries.getLast().detail()).containsEntry("sha256", sha256);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.detail().toString()).doesNotContain("Rapat"));
        assertThat(jdbc.sql(
                                "select encode(digest, 'hex') from ledger.entry where subject_id = :id and verb = 'report.made'")
                        .param("id", job.id())
                        .query(String.class)
                        .single())
                .isEqualTo(sha256);
        JsonNode listed = http.as("budi").get(reports.path()).json().at("/items/0");
        assertThat(listed.get("id").asString()).isEqualTo(job.id().toString());
        assertThat(listed.get("sha256").asString()).isEqualTo(sha256);
        assertThat(listed.get("state").asString()).isEqualTo("done");
    }

    @Test
    void aFileWithNamesIsDeletedAfterNinetyDaysAndMadeAnewOnDemand() {
        Job old = reports.done("budi", ask("familyList", "csv"));
        Job page = reports.done("budi", ask("onePage", "pdf"));
        jdbc.sql("update reports.report set asked_at = asked_at - interval '91 days' where id in (:ids)")
                .param("ids", List.of(old.id(), page.id()))
                .update();

        reports.done("budi", ask("familyList", "csv"));

        assertThat(reports.fetched("budi", old.id()).statusCode()).isEqualTo(410);
        assertThat(reports.fetched("budi", page.id()).statusCode()).isEqualTo(200);
    }

    private FamilyCase open(String key, String name, String address) {
        data.open(field.round(), List.of(new NewFamily(key, VILLAGE, name, address, "", null, 0, List.of())));
        return field.assigned("ani", key);
    }

    private static List<CsvRecord> read(byte[] csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    private static List<String> row(List<CsvRecord> rows, FamilyCase family) {
        return rows.stream()
                .filter(row -> row.getField(0).equals(family.number().text()))
                .findFirst()
                .orElseThrow()
                .getFields();
    }

    private static JsonNode feature(JsonNode map, FamilyCase family) {
        return map.get("features")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(family.number().text()))
                .findFirst()
                .orElseThrow();
    }

    private static String digest(String csv) {
        return csv.lines()
                .filter(line -> line.startsWith("#SHA-256 data: "))
                .findFirst()
                .orElseThrow()
                .substring("#SHA-256 data: ".length());
    }

    /** Its sheets as they are written. */
    private static String sheets(byte[] book) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
