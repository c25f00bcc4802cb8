package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.ConflictTexts;
import id.tuntas.visits.VisitConflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What keeps an officer's visits from standing for their families, told to him as the office sees it. */
@Component
class FieldConflicts {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration REST = Duration.ofMillis(20);

    private static final String SELECT = """
            select v.id, v.instance_id, v.family_id, c.code, c.detail, c.at from visits.conflict c
            join visits.visit v on v.regency_code = c.regency_code and v.id = c.visit_id
            where c.regency_code = :regency and v.officer_id = :me and c.resolved_at is null and c.code = any(:holding)
                and v.state = 'conflict'
            """;

    record FieldConflict(
            UUID visitId,
            String instanceId,
            @Nullable UUID caseId,
            ConflictCode code,
            String detail,
            String message,
            Instant at) {}

    private final JdbcClient jdbc;
    private final ConflictTexts texts;

    FieldConflicts(JdbcClient jdbc, ConflictTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    List<FieldConflict> of(Actor officer, Locale locale) {
        return jdbc.sql(SELECT + "order by v.id, c.code")
                .param("regency", officer.regencyCode())
                .param("me", officer.id())
                .param("holding", holding())
                .query((row, n) -> conflict(row, locale))
                .list();
    }

    /** Those of one visit. Its interpretation follows its receipt closely and is waited for, but not for long. */
    List<FieldConflict> ofVisit(Actor officer, UUID visitId, Locale locale) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isInterpreted(officer.regencyCode(), visitId) && System.nanoTime() < end) {
            LockSupport.parkNanos(REST.toNanos());
        }
        return jdbc.sql(SELECT + "and v.id = :visit order by c.code")
                .param("regency", officer.regencyCode())
                .param("me", officer.id())
                .param("holding", holding())
                .param("visit", visitId)
                .query((row, n) -> conflict(row, locale))
                .list();
    }

    private boolean isInterpreted(String regencyCode, UUID visitId) {
        return jdbc.sql("""
                select interpreted_at is not null from visits.submission where regency_code = :regency and id = :id
                """)
                .param("regency", regencyCode)
                .param("id", visitId)
                .query(Boolean.class)
                .single();
    }

    private static String[] holding() {
        return Arrays.stream(ConflictCode.values())
                .filter(ConflictCode::isHolding)
                .map(ConflictCode::key)
                .toArray(String[]::new);
    }

    private FieldConflict conflict(ResultSet row, Locale locale) throws SQLException {
        VisitConflict conflict = new VisitConflict(
                ConflictCode.findByKey(row.getString("code")).orElseThrow(),
                row.getString("detail"),
                row.getTimestamp("at").toInstant(),
                null);
        return new FieldConflict(
                row.getObject("id", UUID.class),
                row.getString("instance_id"),
                row.getObject("family_id", UUID.class),
                conflict.code(),
                conflict.detail(),
                texts.of(conflict, locale),
                conflict.at());
    }
}
