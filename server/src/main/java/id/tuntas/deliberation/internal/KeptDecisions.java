package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.DecideSubject;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.Finding;
import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every decision of a meeting is what the entry of its taking is a digest of, or came over from the edition before as it stood there. */
@Component
class KeptDecisions implements KeptContent {

    private static final int FETCHED = 1_000;
    private static final List<String> VERBS = List.of(
            MeetingLedger.decided(Outcome.AGREED),
            MeetingLedger.decided(Outcome.DISPUTED),
            MeetingLedger.decided(Outcome.REVISIT));

    /** What was decided on a subject in a meeting, then what the ledger says of it. */
    private static final String BESIDE_EACH_OTHER = """
            select d.regency_code, d.meeting_id, d.subject_id, cast(null as uuid) as entry, cast(null as bytea) as digest, d.decided_by as by,
                d.id, d.replaces, d.outcome, d.reason, d.dissent, d.held, d.decided_at,
                case when d.visit_told then d.visit_id end as seen,
                d.replaces is null and exists (
                    select from deliberation.meeting m
                    join deliberation.meeting former on former.regency_code = m.regency_code and former.round_id = m.round_id
                        and former.village_code = m.village_code and former.edition = m.edition - 1
                    join deliberation.decision o on o.regency_code = former.regency_code and o.meeting_id = former.id
                        and o.subject_id = d.subject_id
                    where m.regency_code = d.regency_code and m.id = d.meeting_id
                        and (o.outcome, o.reason, o.dissent, o.held, o.visit_id, o.contact, o.finding, o.decided_by, o.decided_at)
                            is not distinct from
                            (d.outcome, d.reason, d.dissent, d.held, d.visit_id, d.contact, d.finding, d.decided_by, d.decided_at)) as came_over
            from deliberation.decision d
            union all
            select regency_code, cast(detail ->> 'meeting' as uuid), subject_id, id, digest, actor_id,
                null, null, null, null, null, null, null, null, false
            from ledger.entry where verb in (:verbs)
            order by 1, 2, 3, 4 nulls first, id
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final TransactionTemplate transaction;

    KeptDecisions(JdbcClient jdbc, Json json, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
    }

    /** In a transaction, without which the driver would read all rows at once. */
    @Override
    public Optional<Misfit> firstMisfit() {
        return transaction.execute(status -> jdbc.sql(BESIDE_EACH_OTHER)
                .param("verbs", VERBS)
                .withFetchSize(FETCHED)
                .query((ResultSetExtractor<Optional<Misfit>>) this::heldTogether));
    }

    private Optional<Misfit> heldTogether(ResultSet row) throws SQLException {
        @Nullable Subject subject = null;
        Map<String, String> unspoken = new LinkedHashMap<>();
        while (row.next()) {
            Subject next = Subject.of(row);
            if (!next.equals(subject) && !unspoken.isEmpty()) {
                break;
            }
            subject = next;
            String entry = row.getString("entry");
            if (entry == null) {
                if (!row.getBoolean("came_over")) {
                    unspoken.put(print(row), row.getString("id"));
                }
            } else if (unspoken.remove(mark(row.getBytes("digest"), row)) == null) {
                return Optional.of(
                        unspoken.isEmpty()
                                ? Misfit.of(subject.regency(), "entry", entry, "decision-gone")
                                : Misfit.of(
                                        subject.regency(),
                                        "entry",
                                        entry,
                                        "decision-changed",
                                        unspoken.values().iterator().next()));
            }
        }
        String regency = subject == null ? "" : subject.regency();
        return unspoken.values().stream()
                .findFirst()
                .map(decision -> Misfit.of(regency, "decision", decision, "unspoken"));
    }

    private record Subject(String regency, String meeting, String id) {

        static Subject of(ResultSet row) throws SQLException {
            return new Subject(row.getString("regency_code"), row.getString("meeting_id"), row.getString("subject_id"));
        }
    }

    private String print(ResultSet row) throws SQLException {
        String held = row.getString("held");
        DecideSubject decision = new DecideSubject(
                row.getObject("id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getObject("replaces", UUID.class),
                Outcome.findByKey(row.getString("outcome")).orElseThrow(),
                row.getString("reason"),
                row.getString("dissent"),
                held == null ? null : Finding.findByCode(held).orElseThrow(),
                row.getObject("seen", UUID.class),
                row.getTimestamp("decided_at").toInstant());
        return mark(Hashes.sha256(json.write(decision).getBytes(StandardCharsets.UTF_8)), row);
    }

    private static String mark(byte[] digest, ResultSet row) throws SQLException {
        return Hashes.hex(digest) + " " + row.getString("by");
    }
}
