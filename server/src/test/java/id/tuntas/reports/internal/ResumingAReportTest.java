package id.tuntas.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.access.Actor;
import id.tuntas.platform.JobHandler.Progress;
import id.tuntas.platform.Json;
import id.tuntas.reports.internal.ReportDesk.Done;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServerTest
class ResumingAReportTest {

    private static final LocalDate DAY = LocalDate.of(2099, 1, 1);
    private static final Progress ALIVE = (stage, done, total) -> {};

    @Autowired
    private ReportDesk desk;

    @Autowired
    private ReportStore store;

    @Autowired
    private CaseData data;

    @Autowired
    private Personas personas;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Json json;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void goesOnWithWhatItHadReadAndThePapersItHadMade() throws IOException {
        Round round = data.openRound("LANJUT-" + UUID.randomUUID().toString().substring(0, 8));
        for (int village = 1; village <= 3; village++) {
            data.families(round, Personas.SUKASADA + ".200" + village, 1);
        }
        UUID report = notToBeTaken(personas.actor("budi"), round);

        assertThatThrownBy(() -> run(report, (stage, done, total) -> {
                    if (done == 2) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        List<byte[]> made = papers(report);
        assertThat(made).hasSize(2);
        data.families(round, Personas.SUKASADA + ".2004", 1);
        Done done = run(report, ALIVE);

        byte[] file = store.file(Personas.REGENCY, report).orElseThrow();
        assertThat(entries(file))
                .hasSize(3)
                .anySatisfy(paper -> assertThat(paper).isEqualTo(made.getFirst()));
        assertThat(papers(report)).as("gone when the file is whole").isEmpty();
        assertThat(run(report, ALIVE)).as("done once is done").isEqualTo(done);
    }

    private Done run(UUID report, Progress progress) throws IOException {
        return desk.run(Personas.REGENCY, report, json.read("{}", JsonNode.class), progress);
    }

    /** A report whose job no worker takes. */
    private UUID notToBeTaken(Actor actor, Round round) {
        return transaction.execute(status -> {
            UUID report = desk.start(
                    id -> new Ask(
                            id,
                            actor,
                            round,
                            ReportKind.VILLAGE_LETTERS,
                            ReportFormat.ZIP,
                            List.of(Personas.SUKASADA),
                            null,
                            null,
                            null,
                            DAY,
                            "Uji"),
                    actor);
            jdbc.sql("update platform.job set state = 'done' where id = :id")
                    .param("id", report)
                    .update();
            return report;
        });
    }

    private List<byte[]> papers(UUID report) {
        return jdbc.sql("select content from reports.paper where report_id = :id order by name")
                .param("id", report)
                .query(byte[].class)
                .list();
    }

    private static List<byte[]> entries(byte[] zip) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                entries.add(in.readAllBytes());
            }
        }
        return entries;
    }
}
