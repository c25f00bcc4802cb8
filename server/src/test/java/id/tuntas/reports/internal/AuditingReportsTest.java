package id.tuntas.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import id.tuntas.platform.Jobs;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class AuditingReportsTest {

    @Autowired
    private Ledger ledger;

    @Autowired
    private CaseData data;

    @Autowired
    private Http http;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UUID made(String kind, String format) {
        Round round = data.openRound("AUDIT-" + UUID.randomUUID().toString().substring(0, 8));
        UUID report = UUID.fromString(http.as("citra")
                .post(
                        "/api/v1/rounds/" + round.code() + "/reports",
                        Map.of("kind", kind, "format", format, "purpose", "Pemeriksaan"))
                .json()
                .get("jobId")
                .asString());
        assertThat(jobs.await(Personas.REGENCY, report, Duration.ofMinutes(1)).state())
                .isEqualTo("done");
        return report;
    }

    private Optional<Misfit> misfitAfter(String sql, UUID report) {
        return transaction.execute(status -> {
            jdbc.sql("set local role postgres").update();
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(sql).param("report", report).update()).isEqualTo(1);
            status.setRollbackOnly();
            return ledger.verify().firstMisfit();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update reports.report set file = file || '\\x20' where id = :report",
                "update reports.report set sha256 = repeat('0', 64) where id = :report",
                "update reports.report set purpose = 'Lain' where id = :report",
                "update reports.report set purpose = null where id = :report"
            })
    void namesAReportThatIsNotWhatWasAskedForAndMade(String tampering) {
        UUID report = made("familyList", "csv");
        assertThat(ledger.verify().firstMisfit()).isEmpty();

        assertThat(misfitAfter(tampering, report).orElseThrow().why())
                .isEqualTo(Text.of("misfit.report-changed", report));
    }

    @Test
    void namesOneThatIsGone() {
        assertThat(misfitAfter("delete from reports.report where id = :report", made("familyList", "csv"))
                        .orElseThrow()
                        .why())
                .isEqualTo(Text.of("misfit.report-gone"));
    }

    @Test
    void namesOneOfWhichNoEntrySpeaks() {
        UUID report = made("familyList", "csv");

        Misfit misfit = misfitAfter("update reports.report set id = gen_random_uuid() where id = :report", report)
                .orElseThrow();

        assertThat(misfit.why()).isIn(Text.of("misfit.unspoken"), Text.of("misfit.report-gone"));
    }

    /** What names families is deleted after its time, and its hash left; what names none is there for good. */
    @Test
    void missesOnlyAFileThatNamesNobody() {
        String deletion = "update reports.report set file = null where id = :report";

        assertThat(misfitAfter(deletion, made("familyList", "csv"))).isEmpty();
        assertThat(misfitAfter(deletion, made("onePage", "pdf"))).isPresent();
    }
}
