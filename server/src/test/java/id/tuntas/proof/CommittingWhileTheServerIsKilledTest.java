package id.tuntas.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tuntas.ledger.Ledger;
import id.tuntas.rosterfile.sample.RosterSample;
import id.tuntas.rosterfile.sample.SampleLayout;
import id.tuntas.rosterfile.sample.SampleOrder;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@Tag("server")
class CommittingWhileTheServerIsKilledTest {

    private static final int FAMILIES = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ROUND = "BUKTI";
    private static final String BOUNDARY = "batas-daftar";

    /** All that a commit writes. */
    private static final List<String> WRITTEN = List.of(
            "cases.family",
            "cases.member",
            "cases.step",
            "cases.village_tally",
            "roster.standing",
            "ledger.entry where verb = 'roster.committed'");

    @TempDir
    private Path folder;

    @Test
    void aCommitKilledHalfWayLeavesNothingHalfDoneAndIsDoneOnceAfterTheRestart() throws Exception {
        Path data = folder.resolve("data");
        String roster;
        String job;
        try (ServerProcess server = ServerProcess.start(data);
                ConfigurableApplicationContext parts = server.join()) {
            parts.getBean(CaseData.class).openRound(ROUND);
            roster = checked(parts);
            try (Connection hold = parts.getBean(DataSource.class).getConnection();
                    Statement statement = hold.createStatement()) {
                hold.setAutoCommit(false);
                statement.execute("lock table roster.standing in share mode");
                job = commit(parts, roster);
                int held = awaitHeldCommit(parts);
                assertThat(bytesOnDisk(parts, "cases.family")).isPositive();
                server.kill();
                hold.rollback();
                awaitEndOf(parts, held);
            }

            assertThat(WRITTEN)
                    .allSatisfy(rows -> assertThat(count(parts, rows)).isZero());
            assertThat(count(parts, "roster.release where state = 'committed'")).isZero();
        }

        try (ServerProcess server = ServerProcess.start(data);
                ConfigurableApplicationContext parts = server.join()) {
            assertThat(commit(parts, roster)).isEqualTo(job);
            JsonNode done = awaited(parts, job);

            assertThat(done.get("result").get("added").asInt()).isEqualTo(FAMILIES);
            assertThat(count(parts, "cases.family")).isEqualTo(FAMILIES);
            assertThat(count(parts, "cases.step")).isEqualTo(FAMILIES);
            assertThat(count(parts, "roster.standing")).isEqualTo(FAMILIES);
            assertThat(count(parts, "cases.member"))
                    .isEqualTo(done.get("result").get("members").asLong())
                    .isGreaterThan(FAMILIES);
            assertThat(count(parts, "ledger.entry where verb = 'roster.committed'"))
                    .isEqualTo(1);
            assertThat(parts.getBean(Ledger.class).verify().firstMisfit()).isEmpty();
        }
    }

    private static long count(ApplicationContext parts, String rows) {
        return parts.getBean(JdbcClient.class)
                .sql("select count(*) from " + rows)
                .query(Long.class)
                .single();
    }

    private static long bytesOnDisk(ApplicationContext parts, String table) {
        return parts.getBean(JdbcClient.class)
                .sql("select pg_relation_size(cast(:table as regclass))")
                .param("table", table)
                .query(Long.class)
                .single();
    }

    /** The commit has written its families and waits for the lock; returns the process of the database that works for it. */
    private static int awaitHeldCommit(ApplicationContext parts) {
        return await().atMost(PATIENCE)
                .until(
                        () -> parts.getBean(JdbcClient.class)
                                .sql(
                                        "select pid from pg_locks where relation = 'roster.standing'::regclass and not granted")
                                .query(Integer.class)
                                .list(),
                        waiting -> !waiting.isEmpty())
                .getFirst();
    }

    private static void awaitEndOf(ApplicationContext parts, int process) {
        await().atMost(PATIENCE).until(() -> count(parts, "pg_stat_activity where pid = " + process) == 0);
    }

    /** Hands a made-up list over and returns its id once it is checked. */
    private String checked(ApplicationContext parts) throws IOException {
        Path file = RosterSample.write(
                new SampleOrder(FAMILIES, 5_108, 0, SampleLayout.P3KE_2022, Map.of()),
                Files.createDirectories(folder.resolve("list")));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        Answer uploaded = parts.getBean(Http.class)
                .as("citra")
                .send(
                        "POST",
                        "/api/v1/rosters",
                        BodyPublishers.ofByteArray(body.toByteArray()),
                        "multipart/form-data; boundary=" + BOUNDARY);
        assertThat(uploaded.status()).isEqualTo(202);
        awaited(parts, uploaded.json().get("jobId").asString());
        return uploaded.json().get("rosterId").asString();
    }

    private static String commit(ApplicationContext parts, String roster) {
        Answer started = parts.getBean(Http.class)
                .as("citra")
                .post("/api/v1/rosters/" + roster + "/commit", Map.of("round", ROUND, "acknowledgedRejects", true));
        assertThat(started.status()).isEqualTo(202);
        return started.json().get("jobId").asString();
    }

    private static JsonNode awaited(ApplicationContext parts, String job) {
        JsonNode ended = await().atMost(PATIENCE)
                .until(
                        () -> parts.getBean(Http.class)
                                .as("citra")
                                .get("/api/v1/jobs/" + job)
                                .json(),
                        shown -> List.of("done", "failed")
                                .contains(shown.get("state").asString()));
        assertThat(ended.get("state").asString()).isEqualTo("done");
        return ended;
    }
}
