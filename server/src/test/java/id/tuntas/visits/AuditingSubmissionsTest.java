package id.tuntas.visits;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import id.tuntas.platform.StorageSettings;
import id.tuntas.testing.Personas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Somebody with a way into the tables changes what an officer sent. Everything is rolled back: the tests share one ledger. */
@VisitsTest
class AuditingSubmissionsTest {

    @Autowired
    private Field field;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<KeptContent> kept;

    @Autowired
    private StorageSettings storage;

    private UUID submission;
    private UUID entry;

    @BeforeEach
    void send() {
        submission = UUID.fromString(
                field.sent("ani", Post.of(field.familyOf("ani"))).get("id").asString());
        entry = ledger.of(Personas.REGENCY, submission).stream()
                .filter(one -> one.verb().equals("visit.sent"))
                .map(Entry::id)
                .findFirst()
                .orElseThrow();
    }

    /** Other tests put submissions into the tables themselves, with later ids than any that were sent. */
    @Test
    void findsNothingWrongWithWhatWasSent() {
        assertThat(ledger.verify().firstMisfit().map(Misfit::what))
                .isNotEqualTo(Optional.of(Text.of("misfit.entry", entry)))
                .isNotEqualTo(Optional.of(Text.of("misfit.submission", submission)));
    }

    @Test
    void namesASubmissionWhoseAnswersWereChanged() {
        assertThat(misfitAfter(
                        "update visits.submission set xml = replace(encode(xml, 'escape'), 'livestock', 'car')::bytea"
                                + " where id = :submission"))
                .hasValue(Misfit.of(Personas.REGENCY, "entry", entry, "submission-changed", submission));
    }

    @Test
    void namesASubmissionThatIsGone() {
        assertThat(misfitAfter("delete from visits.submission where id = :submission"))
                .hasValue(Misfit.of(Personas.REGENCY, "entry", entry, "submission-gone"));
    }

    @Test
    void namesASubmissionOfWhichNoEntrySpeaks() {
        assertThat(misfitAfter("""
                insert into visits.submission
                select regency_code, gen_random_uuid(), 'uuid:forged', content_hash, deprecated_id, form_id, form_version,
                    officer_id, device_id, skew_seconds, client, xml, file_names, received_at, interpreted_at, attempts,
                    files_came
                from visits.submission where id = :submission
                """))
                .hasValueSatisfying(misfit -> assertThat(misfit.why()).isEqualTo(Text.of("misfit.unspoken")));
    }

    @Test
    void namesTheVisitAndTheFamilyOfAFileThatIsAnotherOne() throws IOException {
        FamilyCase family = field.familyOf("ani");
        JsonNode visit = field.sent("ani", Post.of(family).withPhotos(Post.PHOTOS.getFirst()));
        String photo = visit.at("/attachments/0/sha256").asString();
        Path file = storage.data()
                .resolve("evidence/" + photo.substring(0, 2) + "/" + photo.substring(2, 4))
                .resolve(photo);
        byte[] bytes = Files.readAllBytes(file);
        Files.writeString(file, "yang lain");
        try {
            assertThat(kept.stream().flatMap(room -> room.firstBrokenFile((stage, done, total) -> {}).stream()))
                    .containsExactly(Misfit.of(Personas.REGENCY, "file", photo, "file-broken")
                            .keptBy(List.of(Text.of(
                                    "misfit.of-family",
                                    visit.get("id").asString(),
                                    family.number().text()))));
        } finally {
            Files.write(file, bytes);
        }
    }

    private Optional<Misfit> misfitAfter(String sql) {
        return transaction.execute(status -> {
            jdbc.sql("set local role postgres").update();
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).param("submission", submission).update();
            status.setRollbackOnly();
            return ledger.verify().firstMisfit();
        });
    }
}
