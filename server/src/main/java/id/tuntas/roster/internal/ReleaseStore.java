package id.tuntas.roster.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Json;
import id.tuntas.roster.RosterAbout;
import id.tuntas.roster.RosterScope;
import id.tuntas.roster.RosterState;
import id.tuntas.roster.RosterSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Releases and their files; their rows are {@link StagedRows}. */
@Component
class ReleaseStore {

    static final String SELECT = """
            select r.*,
                case when j.state = 'failed' and r.state = 'reading' then 'failed'
                    when j.state = 'failed' and r.state = 'committing' then 'checked'
                    else r.state end as standing,
                (select jsonb_agg(jsonb_build_object('name', f.name, 'sha256', f.sha256, 'size', f.size) order by f.ordinal)
                    from roster.file f where f.regency_code = r.regency_code and f.release_id = r.id) as files
            from roster.release r
            left join platform.job j on j.regency_code = r.regency_code and j.id = r.job_id
            where r.regency_code = :regency
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final BusinessClock clock;

    ReleaseStore(JdbcClient jdbc, Json json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Release> find(String regencyCode, UUID id) {
        return jdbc.sql(SELECT + " and r.id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .query(this::release)
                .optional();
    }

    /** Reads a release and holds it until the transaction ends. */
    Optional<Release> lock(String regencyCode, UUID id) {
        return jdbc.sql(SELECT + " and r.id = :id for no key update of r")
                .param("regency", regencyCode)
                .param("id", id)
                .query(this::release)
                .optional();
    }

    /** The newest first. */
    List<Release> list(String regencyCode, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + " and (cast(:after as uuid) is null or r.id < :after) order by r.id desc limit :limit")
                .param("regency", regencyCode)
                .param("after", after)
                .param("limit", limit)
                .query(this::release)
                .list();
    }

    void insert(Actor actor, UUID id, RosterAbout about, List<RosterSummary.File> files) {
        jdbc.sql("""
                insert into roster.release (regency_code, id, source, released_on, bast_number, scope, scope_reason, state, uploaded_by,
                    uploaded_at)
                values (:regency, :id, :source, :releasedOn, :bast, :scope, :reason, 'reading', :actor, :at)
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("source", text(about.source()))
                .param("releasedOn", about.releasedOn())
                .param("bast", text(about.bastNumber()))
                .param("scope", scope(about).key())
                .param("reason", about.scope() == null ? "first" : Release.SAID)
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
        for (int i = 0; i < files.size(); i++) {
            RosterSummary.File file = files.get(i);
            jdbc.sql("insert into roster.file values (:regency, :id, :ordinal, :name, :sha256, :size)")
                    .param("regency", actor.regencyCode())
                    .param("id", id)
                    .param("ordinal", i + 1)
                    .param("name", file.name())
                    .param("sha256", file.sha256())
                    .param("size", file.size())
                    .update();
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static RosterScope scope(RosterAbout about) {
        return about.scope() == null ? RosterScope.FULL : about.scope();
    }

    /** What is not said stays as it is. */
    void describe(Release release, RosterAbout about) {
        jdbc.sql("""
                update roster.release set source = coalesce(nullif(:source, ''), source),
                    released_on = coalesce(:releasedOn, released_on), bast_number = coalesce(nullif(:bast, ''), bast_number),
                    scope = coalesce(:scope, scope), scope_reason = case when :scope is null then scope_reason else 'said' end
                where regency_code = :regency and id = :id
                """)
                .param("source", text(about.source()))
                .param("releasedOn", about.releasedOn())
                .param("bast", text(about.bastNumber()))
                .param("scope", about.scope() == null ? null : about.scope().key())
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .update();
    }

    void setJob(String regencyCode, UUID id, RosterState state, UUID jobId) {
        jdbc.sql("""
                update roster.release set state = :state, job_id = :job where regency_code = :regency and id = :id
                """)
                .param("state", state.key())
                .param("job", jobId)
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    void setState(String regencyCode, UUID id, RosterState state) {
        jdbc.sql("update roster.release set state = :state where regency_code = :regency and id = :id")
                .param("state", state.key())
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }

    /** Ends a check: what it found, and where the release stands now. */
    void checked(Release release, RosterState state, StoredReport report, RowCounts counts) {
        String source = report.sheets().stream()
                .map(StoredReport.Sheet::layout)
                .flatMap(layout -> RosterLayouts.source(String.valueOf(layout)).stream())
                .findFirst()
                .orElse("");
        jdbc.sql("""
                update roster.release set state = :state, report = cast(:report as jsonb), families = :families, members = :members,
                    accepted = :accepted, rejected = :rejected, warned = :warned, villages = :villages,
                    source = case when source = '' then :source else source end
                where regency_code = :regency and id = :id
                """)
                .param("state", state.key())
                .param("report", json.write(report))
                .param("families", counts.families())
                .param("members", counts.members())
                .param("accepted", counts.accepted())
                .param("rejected", Math.max(0, counts.families() - counts.accepted()))
                .param("warned", counts.warned())
                .param("villages", counts.villages())
                .param("source", source)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .update();
    }

    /** Families as read, accepted, warned, and villages of the accepted ones; members as read. */
    record RowCounts(long families, long members, long accepted, long warned, long villages) {

        static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);
    }

    void setColumns(Release release, List<String> ofFamilies, List<String> ofMembers) {
        jdbc.sql("""
                update roster.release set family_columns = :families, member_columns = :members
                where regency_code = :regency and id = :id
                """)
                .param("families", ofFamilies.toArray(String[]::new))
                .param("members", ofMembers.toArray(String[]::new))
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .update();
    }

    void committed(Release release, UUID roundId, UUID actorId) {
        jdbc.sql("""
                update roster.release set state = 'committed', round_id = :round, committed_by = :actor, committed_at = :at
                where regency_code = :regency and id = :id
                """)
                .param("round", roundId)
                .param("actor", actorId)
                .param("at", Timestamp.from(clock.now()))
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .update();
    }

    void delete(Release release) {
        for (String table : List.of("problem", "difference", "member", "family", "file")) {
            jdbc.sql("delete from roster." + table + " where regency_code = :regency and release_id = :id")
                    .param("regency", release.regencyCode())
                    .param("id", release.id())
                    .update();
        }
        jdbc.sql("delete from roster.release where regency_code = :regency and id = :id")
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .update();
    }

    /** The newest earlier release of exactly these files; a committed one before one that is not. */
    Optional<Release> findTwin(Release release) {
        String[] hashes = release.files().stream()
                .map(RosterSummary.File::sha256)
                .sorted()
                .toArray(String[]::new);
        return jdbc.sql(SELECT + """
                 and r.id < :id and r.id in (select f.release_id from roster.file f where f.regency_code = :regency
                    and f.sha256 = any(:hashes)) and (select array_agg(f.sha256 order by f.sha256) from roster.file f
                    where f.regency_code = r.regency_code and f.release_id = r.id) = cast(:hashes as text[])
                order by r.committed_at is null, r.id desc limit 1
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("hashes", hashes)
                .query(this::release)
                .optional();
    }

    private Release release(ResultSet row, int n) throws SQLException {
        Timestamp committedAt = row.getTimestamp("committed_at");
        String report = row.getString("report");
        String comparison = row.getString("comparison");
        String files = row.getString("files");
        return new Release(
                row.getString("regency_code"),
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                given(row.getString("source")),
                row.getObject("released_on", LocalDate.class),
                given(row.getString("bast_number")),
                RosterScope.findByKey(row.getString("scope")).orElseThrow(),
                row.getString("scope_reason"),
                RosterState.ofKey(row.getString("standing")),
                row.getObject("job_id", UUID.class),
                row.getInt("families"),
                row.getInt("members"),
                row.getInt("accepted"),
                row.getInt("rejected"),
                row.getInt("warned"),
                row.getInt("villages"),
                report == null ? null : json.read(report, StoredReport.class),
                comparison == null ? null : json.read(comparison, Release.Compared.class),
                row.getObject("compared_to", UUID.class),
                row.getObject("uploaded_by", UUID.class),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getObject("committed_by", UUID.class),
                committedAt == null ? null : committedAt.toInstant(),
                files == null ? List.of() : json.read(files, new TypeReference<List<RosterSummary.File>>() {}));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
