package id.tuntas.visits.internal;

import id.tuntas.ledger.Ledger.Prepared;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.internal.Situation.Former;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What officers sent and nobody has read yet: taken one by one, with the files that came with it. */
@Component
class WaitingSubmissions {

    /** A submission as it is read back for its interpretation. */
    record StoredSubmission(
            String regencyCode,
            UUID id,
            String instanceId,
            @Nullable String deprecatedId,
            String formId,
            String formVersion,
            UUID officerId,
            byte[] xml,
            String[] fileNames,
            Instant receivedAt,
            @Nullable Long skewSeconds,
            boolean interpreted,
            int attempts) {}

    /**
     * The files of a submission.
     *
     * @param came whether any has come
     * @param conflicts names under which something came that is no evidence, and names under which two different files came
     */
    record Files(boolean came, Map<ConflictCode, String> conflicts) {}

    private final JdbcClient jdbc;

    WaitingSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the oldest submission that waits, of an officer of whom no other is in hand: an edit comes after what it edits. What is
     * interpreted in the database alone can be done again, so the commit of this transaction does not wait for the disk.
     */
    Optional<StoredSubmission> take() {
        return jdbc.sql("""
                with waiting as materialized (
                    select regency_code, id, officer_id from visits.submission where interpreted_at is null or files_came
                    order by id limit 64
                ), free as materialized (
                    select regency_code, id from waiting
                    where pg_try_advisory_xact_lock(hashtextextended('visits.officer:' || officer_id, 0)) limit 1
                )
                select s.regency_code, s.id, instance_id, deprecated_id, form_id, form_version, officer_id, xml, file_names,
                    received_at, skew_seconds, interpreted_at, attempts, set_config('synchronous_commit', 'off', true)
                from visits.submission s join free on free.regency_code = s.regency_code and free.id = s.id
                where interpreted_at is null or files_came for update of s skip locked
                """).query(WaitingSubmissions::submission).optional();
    }

    private static StoredSubmission submission(ResultSet row, int n) throws SQLException {
        return new StoredSubmission(
                row.getString("regency_code"),
                row.getObject("id", UUID.class),
                row.getString("instance_id"),
                row.getString("deprecated_id"),
                row.getString("form_id"),
                row.getString("form_version"),
                row.getObject("officer_id", UUID.class),
                row.getBytes("xml"),
                (String[]) row.getArray("file_names").getArray(),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("skew_seconds", Long.class),
                row.getTimestamp("interpreted_at") != null,
                row.getInt("attempts"));
    }

    boolean anyWaiting() {
        return jdbc.sql("""
                select exists (select from visits.submission where interpreted_at is null or files_came)
                """).query(Boolean.class).single();
    }

    /** Marks it, and puts the entry of its sending, which waited with it, into the ledger together with that of what became of it. */
    void interpreted(StoredSubmission submission, Prepared act, Instant at) {
        jdbc.sql("""
                with marked as (
                    update visits.submission set interpreted_at = :at, files_came = false, entry = null
                    where regency_code = :regency and id = :id
                )
                select ledger.record(jsonb_build_array(cast(:act as jsonb)) || coalesce(cast(entry as jsonb), '[]'))
                from visits.submission where regency_code = :regency and id = :id
                """)
                .param("at", Timestamp.from(at))
                .param("act", act.json())
                .param("regency", submission.regencyCode())
                .param("id", submission.id())
                .query(row -> {});
    }

    void filesLookedAt(StoredSubmission submission) {
        jdbc.sql("update visits.submission set files_came = false where regency_code = :regency and id = :id")
                .param("regency", submission.regencyCode())
                .param("id", submission.id())
                .update();
    }

    void failed(StoredSubmission submission) {
        jdbc.sql("""
                update visits.submission set attempts = attempts + 1 where regency_code = :regency and id = :id
                """)
                .param("regency", submission.regencyCode())
                .param("id", submission.id())
                .update();
    }

    /** Files of the visit that an edit names again without sending them again. */
    void inheritFiles(StoredSubmission submission, Former former) {
        jdbc.sql("""
                insert into visits.attachment (regency_code, instance_id, officer_id, name, sha256, received_at)
                select a.regency_code, :instance, :officer, a.name, a.sha256, a.received_at from visits.attachment a
                where a.regency_code = :regency and a.instance_id = :former and a.officer_id = :formerOfficer
                    and a.name = any(:names)
                    and not exists (select from visits.attachment b
                        where b.regency_code = a.regency_code and b.instance_id = :instance
                            and b.officer_id = :officer and b.name = a.name)
                on conflict do nothing
                """)
                .param("instance", submission.instanceId())
                .param("regency", submission.regencyCode())
                .param("officer", submission.officerId())
                .param("former", submission.deprecatedId())
                .param("formerOfficer", former.officerId())
                .param("names", submission.fileNames())
                .update();
    }

    Files files(StoredSubmission submission) {
        return jdbc.sql("""
                select count(*) > 0 as came, string_agg(distinct a.name, ', ') filter (where not f.accepted) as strange,
                    (select string_agg(name, ', ') from (
                        select name from visits.attachment
                        where regency_code = :regency and instance_id = :instance and officer_id = :officer
                        group by name having count(*) > 1 order by name) n) as doubled
                from visits.attachment a
                join evidence.file f on f.regency_code = a.regency_code and f.sha256 = a.sha256
                where a.regency_code = :regency and a.instance_id = :instance and a.officer_id = :officer
                """)
                .param("regency", submission.regencyCode())
                .param("instance", submission.instanceId())
                .param("officer", submission.officerId())
                .query((row, n) -> {
                    Map<ConflictCode, String> conflicts = new HashMap<>();
                    put(conflicts, ConflictCode.ATTACHMENT_TYPE, row.getString("strange"));
                    put(conflicts, ConflictCode.ATTACHMENT_CONFLICT, row.getString("doubled"));
                    return new Files(row.getBoolean("came"), conflicts);
                })
                .single();
    }

    private static void put(Map<ConflictCode, String> conflicts, ConflictCode code, @Nullable String names) {
        if (names != null) {
            conflicts.put(code, names);
        }
    }
}
