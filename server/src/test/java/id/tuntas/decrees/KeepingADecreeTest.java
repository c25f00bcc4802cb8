package id.tuntas.decrees;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.Hall;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.StorageSettings;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@VisitsTest
@Import({Hall.class, Chancery.class})
class KeepingADecreeTest {

    @Autowired
    private Chancery chancery;

    @Autowired
    private Field field;

    @Autowired
    private Ledger ledger;

    @Autowired
    private List<KeptContent> kept;

    @Autowired
    private StorageSettings storage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BusinessClock clock;

    private FamilyCase family;

    @BeforeEach
    void aRoundWithAFamilyThatItsVillageAgreedOn() {
        field.renew();
        family = chancery.agreed();
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void noStatementChangesIt() {
        chancery.locked();

        for (String table : List.of("decrees.decree", "decrees.family")) {
            for (String statement : List.of(
                    "update " + table + " set number = 'x'",
                    "delete from " + table,
                    "delete from " + table + " where number = 'tidak ada'",
                    "truncate " + table)) {
                assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                            jdbc.sql("set local role postgres").update();
                            jdbc.sql(statement).update();
                        }))
                        .as(statement)
                        .hasStackTraceContaining("a locked decree never changes");
            }
        }
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into decrees.family (regency_code, decree_id, family_id, number, change, reason, content)
                        select regency_code, decree_id, :other, 'x', change, reason, content from decrees.family where family_id = :family
                        """)
                        .param("other", chancery.agreed().id())
                        .param("family", family.id())
                        .update())
                .hasStackTraceContaining("takes no more families");
    }

    @Test
    void theApplicationsOwnRoleMayNotEvenTry() {
        chancery.locked();

        for (String table : List.of("decrees.decree", "decrees.family")) {
            for (String statement :
                    List.of("update " + table + " set number = 'x'", "delete from " + table, "truncate " + table)) {
                assertThatThrownBy(() -> jdbc.sql(statement).update())
                        .as(statement)
                        .hasStackTraceContaining("permission denied for table");
            }
        }
    }

    @Test
    void itsEntryInTheLedgerIsADigestOfTheWholeAnnex() {
        chancery.locked();

        Entry entry = ledger.latest(REGENCY, null, null, 20).stream()
                .filter(one -> one.verb().equals("decree.locked"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.detail()).containsEntry("families", 1).containsKey("root");
        assertThat(ledger.of(REGENCY, family.id()).getLast().verb()).isEqualTo("decree.listed");
        assertThat(ledger.verify().firstMisfit()).isEmpty();

        tampered(
                "family set content = replace(content, '%s', 'Orang Lain')".formatted(family.headName()),
                () -> assertThat(misfit()).isEqualTo("misfit.decree-changed"));
    }

    @Test
    void anAuditFindsAColumnThatSaysOtherwiseThanWhatWasLocked() {
        chancery.locked();

        for (String change : List.of(
                "decree set number = 'Lain'",
                "decree set decided_on = decided_on - 1",
                "decree set root = sha256(root)",
                "decree set root_version = 1",
                "decree set persons = persons + 1",
                "family set number = '999999-9'")) {
            tampered(change, () -> assertThat(misfit()).as(change).isEqualTo("misfit.decree-columns"));
        }
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    /** Whoever can write a decree, its content and its entry anew has still to find a list that leads to the root. */
    @Test
    void anAuditFindsARootOfAnotherList() {
        chancery.locked();

        tampered(
                "decree set root = sha256(root), content = replace(content, encode(root, 'hex'), encode(sha256(root), 'hex'))",
                () -> {
                    jdbc.sql("""
                            update ledger.entry e set digest = sha256(convert_to(
                                d.content || E'\\nlisted ' || f.content || E'\\n' || f.reason, 'UTF8'))
                            from decrees.decree d join decrees.family f on f.decree_id = d.id
                            where d.round_id = :round and e.verb = 'decree.locked' and e.subject_id = d.id
                            """).param("round", field.round().id()).update();
                    assertThat(kept.stream().flatMap(one -> one.firstMisfit().stream()))
                            .extracting(misfit -> misfit.why().key())
                            .containsExactly("misfit.decree-root");
                });
    }

    @Test
    void anAuditFindsASignedPaperThatIsGone() throws IOException {
        chancery.locked();
        String scan = Hashes.hex(Hashes.sha256(chancery.scan().getBytes(StandardCharsets.US_ASCII)));
        UUID decree = jdbc.sql("select id from decrees.decree where round_id = :round")
                .param("round", field.round().id())
                .query(UUID.class)
                .single();
        Path file = storage.data()
                .resolve("evidence/" + scan.substring(0, 2) + "/" + scan.substring(2, 4))
                .resolve(scan);

        Files.delete(file);
        try {
            assertThat(ledger.verifyWithFiles((stage, done, total) -> {}).firstMisfit())
                    .hasValue(Misfit.of(REGENCY, "file", scan, "file-broken")
                            .keptBy(List.of(Text.of("misfit.decree", decree))));
        } finally {
            Files.writeString(file, chancery.scan());
        }
    }

    /** What is changed in the round's decree is there for the check alone. */
    private void tampered(String change, Runnable check) {
        String which = change.startsWith("decree")
                ? " where round_id = :round"
                : " where decree_id in (select id from decrees.decree where round_id = :round)";
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local role postgres").update();
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update decrees." + change + which)
                    .param("round", field.round().id())
                    .update();
            check.run();
        });
    }

    private String misfit() {
        return ledger.verify().firstMisfit().orElseThrow().why().key();
    }
}
