package id.tuntas.evidence.internal;

import id.tuntas.evidence.EvidenceFile;
import id.tuntas.evidence.PhotoTrace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EvidenceStore {

    private static final String INSERT = """
            insert into evidence.file (regency_code, sha256, size, media_type, width, height, taken_at, taken_lat, taken_lng,
                accepted, stored_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    /** A file that waits for its thumbnail. */
    record Waiting(String regencyCode, String sha256) {}

    /** @param accepted otherwise it lies aside */
    record Known(String regencyCode, String sha256, boolean accepted) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    EvidenceStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(String regencyCode, Collection<EvidenceFile> files, Instant at) {
        template.batchUpdate(
                INSERT, files.stream().map(file -> row(regencyCode, file, at)).toList());
    }

    /** False when it is known already. */
    boolean insertNew(String regencyCode, EvidenceFile file, Instant at) {
        return template.update(INSERT, row(regencyCode, file, at)) == 1;
    }

    void insertPrinted(String regencyCode, String sha256, Instant at) {
        jdbc.sql("insert into evidence.printed values (:regency, :sha256, :at) on conflict do nothing")
                .param("regency", regencyCode)
                .param("sha256", sha256)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean printed(String regencyCode, String sha256) {
        return jdbc.sql("""
                select exists (select from evidence.printed where regency_code = :regency and sha256 = :sha256)
                """)
                .param("regency", regencyCode)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Object[] row(String regencyCode, EvidenceFile file, Instant at) {
        PhotoTrace trace = file.trace();
        Instant takenAt = trace == null ? null : trace.takenAt();
        return new @Nullable Object[] {
            regencyCode,
            file.sha256(),
            file.size(),
            file.mediaType(),
            file.width(),
            file.height(),
            takenAt == null ? null : Timestamp.from(takenAt),
            trace == null ? null : trace.lat(),
            trace == null ? null : trace.lng(),
            file.accepted(),
            Timestamp.from(at)
        };
    }

    Map<String, EvidenceFile> find(String regencyCode, Collection<String> sha256) {
        Map<String, EvidenceFile> found = new HashMap<>();
        jdbc.sql("""
                select sha256, size, media_type, width, height, taken_at, taken_lat, taken_lng, accepted from evidence.file
                where regency_code = :regency and sha256 = any(:sha256)
                """)
                .param("regency", regencyCode)
                .param("sha256", sha256.toArray(String[]::new))
                .query(EvidenceStore::file)
                .list()
                .forEach(file -> found.put(file.sha256(), file));
        return found;
    }

    private static EvidenceFile file(ResultSet row, int n) throws SQLException {
        return new EvidenceFile(
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("media_type"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                trace(row),
                row.getBoolean("accepted"));
    }

    private static @Nullable PhotoTrace trace(ResultSet row) throws SQLException {
        Timestamp takenAt = row.getTimestamp("taken_at");
        Double lat = row.getObject("taken_lat", Double.class);
        return takenAt == null && lat == null
                ? null
                : new PhotoTrace(
                        takenAt == null ? null : takenAt.toInstant(), lat, row.getObject("taken_lng", Double.class));
    }

    long count() {
        return jdbc.sql("select count(*) from evidence.file").query(Long.class).single();
    }

    /** The next files of all regencies, by regency and hash. @param last null for the first ones */
    List<Known> after(@Nullable Known last, int limit) {
        return jdbc.sql("""
                select regency_code, sha256, accepted from evidence.file
                where (regency_code, sha256) > (:regency, :sha256) order by regency_code, sha256 limit :limit
                """)
                .param("regency", last == null ? "" : last.regencyCode())
                .param("sha256", last == null ? "" : last.sha256())
                .param("limit", limit)
                .query((row, n) ->
                        new Known(row.getString("regency_code"), row.getString("sha256"), row.getBoolean("accepted")))
                .list();
    }

    /** Images without a thumbnail, the oldest first. */
    List<Waiting> withoutThumbnail(int limit) {
        return jdbc.sql("""
                select regency_code, sha256 from evidence.file
                where thumbnail_at is null and accepted and media_type like 'image/%'
                order by stored_at limit :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new Waiting(row.getString("regency_code"), row.getString("sha256")))
                .list();
    }

    void thumbnailTried(Waiting file, Instant at) {
        jdbc.sql("""
                update evidence.file set thumbnail_at = :at where regency_code = :regency and sha256 = :sha256
                """)
                .param("at", Timestamp.from(at))
                .param("regency", file.regencyCode())
                .param("sha256", file.sha256())
                .update();
    }
}
