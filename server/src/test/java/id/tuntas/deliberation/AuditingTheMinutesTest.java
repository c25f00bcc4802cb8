package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.ledger.AuditWatch.Stage;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import id.tuntas.platform.Paper;
import id.tuntas.platform.StorageSettings;
import id.tuntas.testing.Http;
import id.tuntas.visits.VisitsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is tampered with is put back, since other tests share the server. */
@VisitsTest
@Import(Hall.class)
class AuditingTheMinutesTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private StorageSettings storage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UUID meeting;
    private JsonNode minutes;

    @BeforeEach
    void minutesThatCameBackSigned() {
        meeting = hall.closedOn(hall.reviewed(hall.village()));
        byte[] scan = Paper.pdf("Pindaian " + meeting, Locale.of("id"), "", "<p>Bertanda tangan</p>");
        assertThat(http.as("oka")
                        .upload(Hall.path(meeting) + "/minutes/signed", "pindaian.pdf", scan)
                        .status())
                .isEqualTo(200);
        minutes = hall.show(meeting).get("minutes");
    }

    @Test
    void aPaperThatIsGoneOrAnotherOneIsFoundByReadingAllFiles() throws IOException {
        assertThat(withFiles()).isEmpty();

        for (String sha256 : new String[] {
            minutes.get("sha256").asString(), minutes.at("/signed/0/sha256").asString()
        }) {
            Path file = storage.data()
                    .resolve("evidence/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4))
                    .resolve(sha256);
            byte[] kept = Files.readAllBytes(file);
            try {
                Files.writeString(file, "%PDF-1.7 yang lain");
                assertThat(withFiles()).hasValue(broken(sha256));
                Files.delete(file);
                assertThat(withFiles()).hasValue(broken(sha256));
            } finally {
                Files.write(file, kept);
            }
        }
        Map<Stage, Long> reached = new EnumMap<>(Stage.class);
        assertThat(ledger.verifyWithFiles((stage, done, total) -> {
                            assertThat(done).isBetween(reached.getOrDefault(stage, 0L), total);
                            reached.put(stage, done);
                        })
                        .firstMisfit())
                .isEmpty();
        assertThat(reached).containsOnlyKeys(Stage.values());
        assertThat(reached.get(Stage.FILES))
                .isEqualTo(jdbc.sql("select count(*) from evidence.file")
                        .query(Long.class)
                        .single());
    }

    private Optional<Misfit> withFiles() {
        return ledger.verifyWithFiles((stage, done, total) -> {}).firstMisfit();
    }

    private Misfit broken(String sha256) {
        return Misfit.of("51.08", "file", sha256, "file-broken").keptBy(List.of(Text.of("misfit.minutes", meeting)));
    }

    @Test
    void aPaperOfWhichTheLedgerKnowsNothingIsFoundAndOneThatIsNoLongerInItsPlace() {
        tampered("delete from deliberation.signed_minutes where meeting_id = :meeting", "misfit.minutes-gone");
        tampered("""
                update deliberation.minutes set sha256 = (select sha256 from deliberation.signed_minutes where meeting_id = :meeting)
                where meeting_id = :meeting
                """, "misfit.minutes-gone");
        tampered("""
                insert into deliberation.signed_minutes (regency_code, meeting_id, sha256, received_by, received_at)
                select regency_code, meeting_id, (select sha256 from deliberation.minutes where meeting_id = :meeting), received_by, received_at
                from deliberation.signed_minutes where meeting_id = :meeting
                """, "misfit.minutes-unspoken");
    }

    private void tampered(String statement, String why) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql(statement).param("meeting", meeting).update();
            assertFound(why);
        });
    }

    private void assertFound(String why) {
        assertThat(ledger.verify().firstMisfit().orElseThrow().why().key()).isEqualTo(why);
    }
}
