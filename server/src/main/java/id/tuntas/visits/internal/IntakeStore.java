package id.tuntas.visits.internal;

import id.tuntas.ledger.Ledger.Prepared;
import id.tuntas.platform.Hashes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes posts, many with one statement, since each statement is a trip to the database and back. */
@Component
class IntakeStore {

    private static final String INSERT = """
            insert into visits.submission as s (regency_code, id, instance_id, content_hash, deprecated_id, form_id,
                form_version, officer_id, device_id, skew_seconds, client, xml, file_names, received_at, entry)
            select p.regency_code, p.id, p.instance_id, p.content_hash, p.deprecated_id, p.form_id, p.form_version,
                p.officer_id, p.device_id, p.skew_seconds, p.client, p.xml, cast(p.file_names as text[]), p.received_at,
                cast(p.entry as json)
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as p (regency_code, id, instance_id, content_hash,
                deprecated_id, form_id, form_version, officer_id, device_id, skew_seconds, client, xml, file_names, received_at, entry)
            on conflict (regency_code, instance_id, content_hash) do nothing
            returning s.id, (select o.id from visits.submission o
                where o.regency_code = s.regency_code and o.instance_id = s.instance_id
                order by o.regency_code, o.instance_id, o.content_hash limit 1) is not null as again
            """;

    /**
     * What is kept of an instance already, by its content.
     *
     * @param entryId of its sending, while it waits beside the submission; null once the ledger has it
     */
    record Kept(
            UUID id,
            UUID officerId,
            Instant receivedAt,
            @Nullable UUID entryId) {}

    record ContentKey(String regencyCode, String instanceId, String contentHash) {}

    record FileKey(String regencyCode, String instanceId, UUID officerId, String name) {}

    /** An attachment to be: one file under one name of one instance. */
    record NewFile(String regencyCode, String instanceId, UUID officerId, String name, String sha256, Instant at) {}

    private final JdbcTemplate jdbc;

    IntakeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes those that are new, each with the entry that the interpretation will put into the ledger.
     *
     * @param entries one for each submission, in their order
     * @return the ids of those that are new, and for each whether another content of its instance was kept before
     */
    Map<UUID, Boolean> insert(List<NewSubmission> submissions, List<Prepared> entries) {
        Map<UUID, Boolean> inserted = new HashMap<>();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(INSERT);
                    Columns columns = new Columns(statement, submissions);
                    columns.add("text", NewSubmission::regencyCode);
                    columns.add("uuid", NewSubmission::id);
                    columns.add("text", NewSubmission::instanceId);
                    columns.add("bytea", NewSubmission::contentHash);
                    columns.add("text", NewSubmission::deprecatedId);
                    columns.add("text", NewSubmission::formId);
                    columns.add("text", NewSubmission::formVersion);
                    columns.add("uuid", NewSubmission::officerId);
                    columns.add("text", NewSubmission::deviceId);
                    columns.add("int8", NewSubmission::skewSeconds);
                    columns.add("text", submission -> submission.client().key());
                    columns.add("bytea", NewSubmission::xml);
                    columns.add(
                            "text",
                            submission -> connection
                                    .createArrayOf(
                                            "text", submission.fileNames().toArray())
                                    .toString());
                    columns.add("timestamptz", submission -> Timestamp.from(submission.receivedAt()));
                    statement.setArray(
                            columns.at + 1,
                            connection.createArrayOf(
                                    "text", entries.stream().map(Prepared::json).toArray()));
                    return statement;
                },
                (ResultSet row) -> {
                    inserted.put(row.getObject("id", UUID.class), row.getBoolean("again"));
                });
        return inserted;
    }

    /** Binds a column of all rows as one array, so that the statement's text is the same for any number of them. */
    private static final class Columns {

        interface Value {
            @Nullable Object of(NewSubmission submission) throws SQLException;
        }

        private final PreparedStatement statement;
        private final List<NewSubmission> rows;
        private int at;

        Columns(PreparedStatement statement, List<NewSubmission> rows) {
            this.statement = statement;
            this.rows = rows;
        }

        void add(String type, Value value) throws SQLException {
            Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.of(rows.get(i));
            }
            statement.setArray(++at, statement.getConnection().createArrayOf(type, values));
        }
    }

    Map<ContentKey, Kept> find(Collection<ContentKey> keys) {
        Map<ContentKey, Kept> found = new HashMap<>();
        for (ContentKey key : keys) {
            jdbc.query(
                    """
                    select id, officer_id, received_at, cast(entry ->> 'id' as uuid) as entry_id from visits.submission
                    where regency_code = ? and instance_id = ? and content_hash = decode(?, 'hex')
                    """,
                    (ResultSet row) -> {
                        found.put(
                                key,
                                new Kept(
                                        row.getObject("id", UUID.class),
                                        row.getObject("officer_id", UUID.class),
                                        row.getTimestamp("received_at").toInstant(),
                                        row.getObject("entry_id", UUID.class)));
                    },
                    key.regencyCode(),
                    key.instanceId(),
                    key.contentHash());
        }
        return found;
    }

    /** Adds files to their instances. Returns the names that are new or came with another content. */
    Set<FileKey> attach(List<NewFile> files) {
        String rows = String.join(", ", Collections.nCopies(files.size(), "(?, ?, ?, ?, ?, ?)"));
        Set<FileKey> added = new HashSet<>();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement("""
                            insert into visits.attachment (regency_code, instance_id, officer_id, name, sha256, received_at)
                            values %s on conflict do nothing returning regency_code, instance_id, officer_id, name
                            """.formatted(rows));
                    int at = 0;
                    for (NewFile file : files) {
                        statement.setString(++at, file.regencyCode());
                        statement.setString(++at, file.instanceId());
                        statement.setObject(++at, file.officerId());
                        statement.setString(++at, file.name());
                        statement.setString(++at, file.sha256());
                        statement.setTimestamp(++at, Timestamp.from(file.at()));
                    }
                    return statement;
                },
                (ResultSet row) -> {
                    added.add(fileKey(row));
                });
        return added;
    }

    /** Names of files that have come for the given instances. */
    Set<FileKey> attached(String regencyCode, Collection<String> instanceIds) {
        Set<FileKey> found = new HashSet<>();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement("""
                            select regency_code, instance_id, officer_id, name from visits.attachment
                            where regency_code = ? and instance_id = any(?)
                            """);
                    statement.setString(1, regencyCode);
                    statement.setArray(2, connection.createArrayOf("text", instanceIds.toArray()));
                    return statement;
                },
                (ResultSet row) -> {
                    found.add(fileKey(row));
                });
        return found;
    }

    /** Has the interpretation look at an instance again, since more of its files have come. */
    void filesCame(String regencyCode, String instanceId) {
        jdbc.update(
                "update visits.submission set files_came = true where regency_code = ? and instance_id = ?",
                regencyCode,
                instanceId);
    }

    private static FileKey fileKey(ResultSet row) throws SQLException {
        return new FileKey(
                row.getString("regency_code"),
                row.getString("instance_id"),
                row.getObject("officer_id", UUID.class),
                row.getString("name"));
    }

    static ContentKey key(NewSubmission submission) {
        return new ContentKey(submission.regencyCode(), submission.instanceId(), Hashes.hex(submission.contentHash()));
    }
}
