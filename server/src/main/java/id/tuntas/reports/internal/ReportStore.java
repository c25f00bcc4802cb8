package id.tuntas.reports.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports that were asked for, and their files. */
@Component
class ReportStore {

    private static final String COLUMNS = """
            r.id, r.round_id, r.kind, r.format, r.regions, r.region, r.standing, r.zero, r.day, r.purpose, r.asked_by, r.asked_at, r.as_of,
            r.data_sha256, r.sha256, r.size, r.file is not null as kept
            """;

    /**
     * @param state of its job: queued, running, done, failed
     * @param kept whether the file is still there
     */
    record Report(
            UUID id,
            UUID roundId,
            ReportKind kind,
            ReportFormat format,
            List<String> regions,
            @Nullable String region,
            @Nullable Standing standing,
            @Nullable ZeroFilter zero,
            LocalDate day,
            @Nullable String purpose,
            UUID askedBy,
            Instant askedAt,
            @Nullable Instant asOf,
            @Nullable String dataSha256,
            @Nullable String sha256,
            @Nullable Long size,
            boolean kept,
            String state) {}

    /** What was read, as JSON. */
    record Facts(String json, Instant asOf) {}

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ReportStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Ask ask) {
        jdbc.sql("""
                insert into reports.report (regency_code, id, round_id, kind, format, regions, region, standing, zero, day, purpose, asked_by,
                    asked_at)
                values (:regency, :id, :round, :kind, :format, :regions, :region, :standing, :zero, :day, :purpose, :by, :at)
                """)
                .param("regency", ask.regencyCode())
                .param("id", ask.id())
                .param("round", ask.round().id())
                .param("kind", ask.kind().key())
                .param("format", ask.format().key())
                .param("regions", ask.regions().toArray(String[]::new))
                .param("region", ask.region())
                .param(
                        "standing",
                        ask.standing() == null ? null : ask.standing().key())
                .param("zero", ask.zero() == null ? null : ask.zero().key())
                .param("day", ask.day())
                .param("purpose", ask.purpose())
                .param("by", ask.actor().id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    Optional<Report> find(String regencyCode, UUID id) {
        return jdbc.sql("select " + COLUMNS + """
                , j.state from reports.report r join platform.job j on j.regency_code = r.regency_code and j.id = r.id
                where r.regency_code = :regency and r.id = :id
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .query((row, n) -> report(row))
                .optional();
    }

    /** Those that the actor asked for himself, the newest first. @param before the last one seen */
    List<Report> list(Actor actor, UUID roundId, @Nullable UUID before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                , j.state from reports.report r join platform.job j on j.regency_code = r.regency_code and j.id = r.id
                where r.regency_code = :regency and r.asked_by = :me and r.round_id = :round
                    and (cast(:before as uuid) is null or r.id < :before)
                order by r.id desc limit :limit
                """)
                .param("regency", actor.regencyCode())
                .param("me", actor.id())
                .param("round", roundId)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> report(row))
                .list();
    }

    private static Report report(ResultSet row) throws SQLException {
        String standing = row.getString("standing");
        String zero = row.getString("zero");
        Timestamp asOf = row.getTimestamp("as_of");
        return new Report(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                ReportKind.findByKey(row.getString("kind")).orElseThrow(),
                ReportFormat.findByKey(row.getString("format")).orElseThrow(),
                Arrays.asList((String[]) row.getArray("regions").getArray()),
                row.getString("region"),
                standing == null ? null : Standing.findByKey(standing).orElseThrow(),
                zero == null ? null : ZeroFilter.findByKey(zero).orElseThrow(),
                row.getObject("day", LocalDate.class),
                row.getString("purpose"),
                row.getObject("asked_by", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                asOf == null ? null : asOf.toInstant(),
                row.getString("data_sha256"),
                row.getString("sha256"),
                row.getObject("size", Long.class),
                row.getBoolean("kept"),
                row.getString("state"));
    }

    Optional<Facts> facts(String regencyCode, UUID id) {
        return jdbc.sql("""
                select facts, as_of from reports.report where regency_code = :regency and id = :id and facts is not null
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .query((row, n) -> new Facts(
                        row.getString("facts"), row.getTimestamp("as_of").toInstant()))
                .optional();
    }

    void keepFacts(String regencyCode, UUID id, Facts facts) {
        jdbc.sql("update reports.report set facts = :facts, as_of = :at where regency_code = :regency and id = :id")
                .param("facts", facts.json())
                .param("at", Timestamp.from(facts.asOf()))
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    Optional<byte[]> paper(String regencyCode, UUID id, String name) {
        return jdbc.sql("""
                select content from reports.paper where regency_code = :regency and report_id = :id and name = :name
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("name", name)
                .query(byte[].class)
                .optional();
    }

    void keepPaper(String regencyCode, UUID id, String name, byte[] content) {
        jdbc.sql(
                        "insert into reports.paper (regency_code, report_id, name, content) values (:regency, :id, :name, :content)")
                .param("regency", regencyCode)
                .param("id", id)
                .param("name", name)
                .param("content", content)
                .update();
    }

    /** What it was made of is not needed any more. */
    void finish(String regencyCode, UUID id, String dataSha256, String sha256, byte[] file) {
        jdbc.sql("delete from reports.paper where regency_code = :regency and report_id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .update();
        jdbc.sql("""
                update reports.report set facts = null, data_sha256 = :data, sha256 = :sha256, size = :size, file = :file
                where regency_code = :regency and id = :id
                """)
                .param("data", dataSha256)
                .param("sha256", sha256)
                .param("size", file.length)
                .param("file", file)
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    Optional<byte[]> file(String regencyCode, UUID id) {
        return jdbc.sql("""
                select file from reports.report where regency_code = :regency and id = :id and file is not null
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** Files in which families stand by name, asked for before a moment, are kept no longer; that they were made stays known. */
    void forget(String regencyCode, Instant before) {
        jdbc.sql("""
                update reports.report set file = null
                where regency_code = :regency and purpose is not null and asked_at < :before and file is not null
                """)
                .param("regency", regencyCode)
                .param("before", Timestamp.from(before))
                .update();
    }
}
