package id.tuntas.visits;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Actor;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Prepared;
import id.tuntas.platform.Ids;
import id.tuntas.visits.Submission.Client;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The entry of a sending waits beside its submission, and the interpretation puts it into the ledger, once. */
@VisitsTest
class RecordingASendingTest {

    /** Before every other, so that it is the first that does not fit: other tests put submissions into the tables themselves. */
    private static final UUID FIRST = new UUID(0, 1);

    @Autowired
    private Field field;

    @Autowired
    private Visits visits;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Actor ani;
    private String xml;
    private UUID like;

    @BeforeEach
    void send() {
        Post post = Post.of(field.familyOf("ani"));
        ani = field.actor("ani");
        xml = post.xml() + " ";
        like = UUID.fromString(field.sent("ani", post).get("id").asString());
    }

    /** As after a kill between the receipt and the interpretation. */
    @Test
    void whatACrashLeftIsRecordedWithTheEntryOfItsReceipt() {
        UUID left = Ids.next();
        Prepared entry = entry(left, xml);
        leave(left, xml, entry);

        visits.interpretWaiting();

        assertThat(ledger.of(REGENCY, left)).extracting(Entry::verb).containsExactly("visit.sent", "visit.interpreted");
        assertThat(ledger.of(REGENCY, left).getFirst().id()).isEqualTo(entry.id());
    }

    @Test
    void whatWaitsWithItsEntryFitsTheLedger() {
        assertThat(misfitWith(FIRST, xml, entry(FIRST, xml)).toString()).doesNotContain(FIRST.toString());
    }

    @Test
    void namesASubmissionThatWaitsAndWasChanged() {
        Prepared entry = entry(FIRST, xml);

        assertThat(misfitWith(FIRST, xml.replace("livestock", "car"), entry))
                .hasValue(Misfit.of(REGENCY, "entry", entry.id(), "submission-changed", FIRST));
    }

    @Test
    void theSameContentFromSeveralAtOnceHasOneReceiptWhileItIsInterpreted() throws Exception {
        try (ExecutorService phones = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 20; i++) {
                byte[] content = Post.of(field.familyOf("ani")).xml().getBytes(StandardCharsets.UTF_8);
                Callable<IntakeOutcome> sending =
                        () -> visits.submit(ani, new Submission(content, List.of(), Client.COLLECT, null));
                Set<Receipt> receipts = new HashSet<>();
                for (Future<IntakeOutcome> outcome : phones.invokeAll(Collections.nCopies(4, sending))) {
                    receipts.add(receipt(outcome.get()));
                }
                visits.interpretWaiting();
                receipts.add(receipt(sending.call()));

                assertThat(receipts).hasSize(1);
                Receipt receipt = receipts.iterator().next();
                assertThat(ledger.of(REGENCY, receipt.visitId()))
                        .filteredOn(entry -> entry.verb().equals("visit.sent"))
                        .extracting(Entry::id)
                        .containsExactly(receipt.entryId());
            }
        }
    }

    private static Receipt receipt(IntakeOutcome outcome) {
        return switch (outcome) {
            case IntakeOutcome.Accepted first -> first.receipt();
            case IntakeOutcome.AlreadyHave again -> again.receipt();
            default -> throw new AssertionError(outcome);
        };
    }

    private Prepared entry(UUID submission, String content) {
        return ledger.prepare(List.of(new Act(
                        REGENCY,
                        ani.id(),
                        "visit.sent",
                        "visit",
                        submission,
                        Field.VILLAGE,
                        Map.of(),
                        content.getBytes(StandardCharsets.UTF_8))))
                .getFirst();
    }

    private Optional<Misfit> misfitWith(UUID id, String content, Prepared entry) {
        return transaction.execute(status -> {
            leave(id, content, entry);
            status.setRollbackOnly();
            return ledger.verify().firstMisfit();
        });
    }

    private void leave(UUID id, String content, Prepared entry) {
        jdbc.sql("""
                insert into visits.submission (regency_code, id, instance_id, content_hash, form_id, form_version, officer_id, client, xml,
                    file_names, received_at, entry)
                select regency_code, :id, :instance, sha256(:xml), form_id, form_version, officer_id, client, :xml, file_names,
                    received_at, cast(:entry as json)
                from visits.submission where id = :like
                """)
                .param("id", id)
                .param("instance", "uuid:" + id)
                .param("xml", content.getBytes(StandardCharsets.UTF_8))
                .param("entry", entry.json())
                .param("like", like)
                .update();
    }
}
