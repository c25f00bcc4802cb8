package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.forms.FormDefinition.FormQuestion;
import id.tuntas.forms.Forms;
import id.tuntas.forms.Words;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What keeps an officer's visits from standing for their families, and what the office noted beside them, told to him as the office sees it. */
@Component
class FieldConflicts {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration REST = Duration.ofMillis(20);
    /** Of a row of a repeat. */
    private static final Pattern NUMBER = Pattern.compile("\\[\\d+]");

    private static final String SELECT = """
            select v.id, v.instance_id, v.family_id, v.form_id, v.form_version, c.code, c.detail, c.at from visits.conflict c
            join visits.visit v on v.regency_code = c.regency_code and v.id = c.visit_id
            where c.regency_code = :regency and v.officer_id = :me and c.resolved_at is null
            """;

    private static final String HOLDING = "and c.code = any(:holding) and v.state = 'conflict' ";
    private static final String BESIDE =
            "and c.code <> all(:holding) and v.state in ('received', 'returned', 'conflict') ";

    /** @param question that a broken rule of the form is about */
    record FieldConflict(
            UUID visitId,
            String instanceId,
            @Nullable UUID caseId,
            ConflictCode code,
            String detail,
            @Nullable Words question,
            String message,
            Instant at) {}

    private final JdbcClient jdbc;
    private final ConflictTexts texts;
    private final Forms forms;

    FieldConflicts(JdbcClient jdbc, ConflictTexts texts, Forms forms) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.forms = forms;
    }

    List<FieldConflict> of(Actor officer, Locale locale) {
        return list(officer, HOLDING, locale);
    }

    /** What the office noted of visits that it has not decided on, and that holds none of them back. */
    List<FieldConflict> beside(Actor officer, Locale locale) {
        return list(officer, BESIDE, locale);
    }

    private List<FieldConflict> list(Actor officer, String which, Locale locale) {
        return jdbc.sql(SELECT + which + "order by v.id, c.code")
                .param("regency", officer.regencyCode())
                .param("me", officer.id())
                .param("holding", holding())
                .query((row, n) -> conflict(row, officer, locale))
                .list();
    }

    /** Those of one visit. Its interpretation follows its receipt closely and is waited for, but not for long. */
    List<FieldConflict> ofVisit(Actor officer, UUID visitId, Locale locale) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isInterpreted(officer.regencyCode(), visitId) && System.nanoTime() < end) {
            LockSupport.parkNanos(REST.toNanos());
        }
        return jdbc.sql(SELECT + HOLDING + "and v.id = :visit order by c.code")
                .param("regency", officer.regencyCode())
                .param("me", officer.id())
                .param("holding", holding())
                .param("visit", visitId)
                .query((row, n) -> conflict(row, officer, locale))
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

    private FieldConflict conflict(ResultSet row, Actor officer, Locale locale) throws SQLException {
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
                conflict.code() == ConflictCode.CONSTRAINT ? question(row, officer, conflict.detail()) : null,
                texts.of(conflict, locale),
                conflict.at());
    }

    private @Nullable Words question(ResultSet row, Actor officer, String node) throws SQLException {
        return forms.find(officer.regencyCode(), row.getString("form_id"), row.getString("form_version"))
                .flatMap(form -> form.findQuestion(NUMBER.matcher(node).replaceAll("")))
                .map(FormQuestion::label)
                .orElse(null);
    }
}
