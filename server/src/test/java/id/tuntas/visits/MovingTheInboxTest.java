package id.tuntas.visits;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Actor;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Ids;
import id.tuntas.visits.Submission.Client;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A submission lies in the inbox until it is moved to the others, with its entry, once. */
@VisitsTest
class MovingTheInboxTest {

    @Autowired
    private Field field;

    @Autowired
    private Visits visits;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    /** As after a kill between the receipt and the move. */
    @Test
    void whatACrashLeftIsMovedWithItsEntryAndInterpreted() {
        Post post = Post.of(field.familyOf("ani"));
        UUID sent = UUID.fromString(field.sent("ani", post).get("id").asString());
        String instance = "uuid:" + Ids.next();
        UUID left = leaveInInbox(sent, instance, post.xml() + " ");

        visits.interpretWaiting();

        assertThat(field.visit(instance).get("id").asString()).isEqualTo(left.toString());
        assertThat(verbs(left)).containsExactly("visit.sent", "visit.interpreted");
    }

    /** As when a post arrives in the moment in which the same content is moved. */
    @Test
    void whatIsThereAlreadyIsDroppedWithItsEntry() {
        Post post = Post.of(field.familyOf("ani"));
        UUID sent = UUID.fromString(field.sent("ani", post).get("id").asString());
        UUID repeat = leaveInInbox(sent, post.instanceId(), post.xml());

        visits.interpretWaiting();

        assertThat(field.visits(post.instanceId())).hasSize(1);
        assertThat(verbs(sent)).containsExactly("visit.sent", "visit.interpreted");
        assertThat(verbs(repeat)).isEmpty();
    }

    @Test
    void theSameContentFromSeveralAtOnceHasOneReceiptWhileOthersAreMoved() throws Exception {
        Actor ani = field.actor("ani");
        try (ExecutorService phones = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                byte[] xml = Post.of(field.familyOf("ani")).xml().getBytes(StandardCharsets.UTF_8);
                Callable<IntakeOutcome> sending =
                        () -> visits.submit(ani, new Submission(xml, List.of(), Client.COLLECT, null));
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

    private List<String> verbs(UUID submission) {
        return ledger.of(REGENCY, submission).stream().map(Entry::verb).toList();
    }

    /** Puts what another submission holds beside it, with content and instance of its own. */
    private UUID leaveInInbox(UUID like, String instanceId, String xml) {
        UUID id = Ids.next();
        byte[] content = xml.getBytes(StandardCharsets.UTF_8);
        Act act =
                new Act(REGENCY, field.actor("ani").id(), "visit.sent", "visit", id, Field.VILLAGE, Map.of(), content);
        jdbc.sql("""
                insert into visits.inbox (regency_code, id, instance_id, content_hash, form_id, form_version, officer_id, client, xml,
                    file_names, received_at, entry)
                select regency_code, :id, :instance, sha256(:xml), form_id, form_version, officer_id, client, :xml, file_names,
                    received_at, cast(:entry as jsonb)
                from visits.submission where id = :like
                """)
                .param("id", id)
                .param("instance", instanceId)
                .param("xml", content)
                .param("entry", ledger.prepare(List.of(act)).getFirst().json())
                .param("like", like)
                .update();
        return id;
    }
}
