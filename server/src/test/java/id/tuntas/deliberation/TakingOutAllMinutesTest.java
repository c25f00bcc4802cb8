package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Jobs.Job;
import id.tuntas.platform.Json;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.PaperReader;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TakingOutAllMinutesTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Map<String, String> PURPOSE = Map.of("purpose", "Lampiran usulan SK Bupati");

    @Autowired
    private Http http;

    @Autowired
    private CaseData data;

    @Autowired
    private Regions regions;

    @Autowired
    private Personas personas;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Json json;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Ledger ledger;

    private Round round;

    @BeforeEach
    void aRound() {
        round = data.openRound("BA-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** No entry speaks of decisions that nobody took; an audit by another test would find them. */
    @AfterEach
    void withoutItsDecisions() {
        jdbc.sql("""
                delete from deliberation.decision d using deliberation.meeting m
                where m.regency_code = d.regency_code and m.id = d.meeting_id and m.round_id = :round
                """).param("round", round.id()).update();
    }

    @Test
    void makesThoseOf148VillagesInOneJob() throws IOException {
        List<Region> villages = regions.list("village", Personas.REGENCY);
        villages.forEach(village -> closed(village.code(), 3));

        Job job = done("citra");

        assertThat(villages).hasSize(148);
        assertThat(job.result().get("villages").asInt()).isEqualTo(148);
        byte[] zip = fetch("citra", job.id());
        assertThat(Hashes.hex(Hashes.sha256(zip)))
                .isEqualTo(job.result().get("sha256").asString());
        assertThat(zip.length).isEqualTo(job.result().get("size").asInt());
        assertThat(fetch("citra", job.id())).isEqualTo(zip);
        Map<String, byte[]> files = unzipped(zip);
        assertThat(files).hasSize(149);
        List<String> list = new String(files.remove("daftar.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(list)
                .hasSize(149)
                .first()
                .isEqualTo("Kode desa;Desa;Kecamatan;Edisi;Tanggal;Kode berita acara;SHA-256;Berkas;Perihal");
        files.forEach((name, paper) -> assertThat(list)
                .as(name)
                .anyMatch(line -> line.contains(";" + Hashes.hex(Hashes.sha256(paper)) + ";" + name + ";")));
        byte[] banyuatis = files.get("Banjar/51.08.04.2004 Banyuatis edisi 1.pdf");
        assertThat(PaperReader.faultsOfAnArchive(banyuatis)).isEmpty();
        assertThat(PaperReader.text(banyuatis)).contains("Musyawarah Desa Banyuatis", "dibahas 3 6", "Kepala 3");
    }

    @Test
    void holdsEveryMeetingOnGraduationsToo() throws IOException {
        String village = "51.08.04.2004";
        closed(village, 1);
        closed(village, "graduation", 1);
        closed(village, "graduation", 2);

        Job job = done("citra");

        assertThat(job.result().get("villages").asInt()).isEqualTo(1);
        Map<String, byte[]> files = unzipped(fetch("citra", job.id()));
        assertThat(files.keySet())
                .containsExactly(
                        "daftar.csv",
                        "Banjar/51.08.04.2004 Banyuatis edisi 1.pdf",
                        "Banjar/51.08.04.2004 Banyuatis graduasi 1.pdf",
                        "Banjar/51.08.04.2004 Banyuatis graduasi 2.pdf");
        assertThat(new String(files.get("daftar.csv"), StandardCharsets.UTF_8).lines())
                .element(3)
                .asString()
                .endsWith("graduasi 2.pdf;graduasi keluarga dari kemiskinan ekstrem");
    }

    @Test
    void asksForAPurposeAndIsInTheLedger() {
        closed("51.08.04.2004", 1);

        Answer none = http.as("citra").post(path(), Map.of("purpose", "  "));
        Answer long1 = http.as("citra").post(path(), Map.of("purpose", "x".repeat(501)));
        Job job = done("citra");

        assertThat(none.status()).isEqualTo(422);
        assertThat(none.json().at("/errors/0/code").asString()).isEqualTo("required");
        assertThat(long1.json().at("/errors/0/code").asString()).isEqualTo("too-long");
        List<Entry> entries = ledger.of(Personas.REGENCY, round.id());
        assertThat(entries).extracting(Entry::verb).containsSubsequence("minutes.exported", "minutes.bundled");
        assertThat(entries.getLast().detail())
                .containsEntry("sha256", job.result().get("sha256").asString())
                .containsEntry("villages", 1);
        assertThat(jdbc.sql("select purpose from deliberation.minutes_bundle where id = :id")
                        .param("id", job.id())
                        .query(String.class)
                        .single())
                .isEqualTo(PURPOSE.get("purpose"));
    }

    @Test
    void holdsOnlyVillagesWhoseNewestMeetingIsClosed() throws IOException {
        assertThat(http.as("citra").post(path(), PURPOSE).code()).isEqualTo("no-minutes");
        closed("51.08.04.2004", 1);
        UUID reopened = closed("51.08.04.2005", 1);
        http.as("citra").post(Hall.path(reopened) + "/reopen", Map.of("reason", "Satu nama keliru"));

        Map<String, byte[]> files = unzipped(fetch("citra", done("citra").id()));

        assertThat(files.keySet()).containsExactly("daftar.csv", "Banjar/51.08.04.2004 Banyuatis edisi 1.pdf");
    }

    @Test
    void aDistrictCoordinatorTakesOutHisDistrictAlone() throws IOException {
        closed("51.08.04.2004", 1);
        closed(Personas.SUKASADA + ".2001", 1);

        Map<String, byte[]> files = unzipped(fetch("budi", done("budi").id()));

        assertThat(files.keySet())
                .hasSize(2)
                .allMatch(name -> name.equals("daftar.csv") || name.startsWith("Sukasada/"));
    }

    @Test
    void isFetchedByWhoeverAskedForIt() {
        closed("51.08.04.2004", 1);
        Job job = done("citra");

        for (String persona : List.of("fajar", "hana", "lina")) {
            assertThat(http.as(persona).get(path() + "/" + job.id() + ".zip").status())
                    .as(persona)
                    .isEqualTo(404);
        }
        for (String persona : List.of("rai", "dewa", "eka", "gita")) {
            assertThat(http.as(persona).get(path() + "/" + job.id() + ".zip").status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(http.as(persona).post(path(), PURPOSE).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(http.withoutSession().post(path(), PURPOSE).status()).isEqualTo(401);
        assertThat(http.as("citra")
                        .get(path() + "/" + UUID.randomUUID() + ".zip")
                        .status())
                .isEqualTo(404);
    }

    /** A meeting that was over before minutes were made at its end. */
    private UUID closed(String village, int families) {
        UUID meeting = closed(village, "verification", 1);
        for (UUID family : data.families(round, village, families)) {
            jdbc.sql("""
                    insert into deliberation.decision (regency_code, id, meeting_id, family_id, outcome, finding, decided_by, decided_at,
                        received_at)
                    values (:regency, :id, :meeting, :family, 'agreed', 'extremely_poor', :by, now(), now())
                    """)
                    .param("regency", Personas.REGENCY)
                    .param("id", Ids.next())
                    .param("meeting", meeting)
                    .param("family", family)
                    .param("by", personas.actor("citra").id())
                    .update();
        }
        return meeting;
    }

    private UUID closed(String village, String purpose, int edition) {
        UUID meeting = Ids.next();
        jdbc.sql("""
                insert into deliberation.every_meeting (regency_code, id, round_id, village_code, purpose, edition, state, sheet, opened_by,
                    opened_at, closed_by, closed_at)
                values (:regency, :id, :round, :village, :purpose, :edition, 'closed', cast(:sheet as jsonb), :by, now(), :by, now())
                """)
                .param("regency", Personas.REGENCY)
                .param("id", meeting)
                .param("round", round.id())
                .param("village", village)
                .param("purpose", purpose)
                .param("edition", edition)
                .param("sheet", json.write(Hall.with(Hall.SHEET, "newcomers", List.of())))
                .param("by", personas.actor("citra").id())
                .update();
        return meeting;
    }

    private Job done(String persona) {
        Answer answer = http.as(persona).post(path(), PURPOSE);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        Job job = jobs.await(
                Personas.REGENCY, UUID.fromString(answer.json().get("jobId").asString()), LONG);
        assertThat(job.state()).isEqualTo("done");
        return job;
    }

    private byte[] fetch(String persona, UUID job) {
        HttpResponse<byte[]> answer = http.as(persona).download(path() + "/" + job + ".zip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        return answer.body();
    }

    private String path() {
        return "/api/v1/rounds/" + round.code() + "/minutes";
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
