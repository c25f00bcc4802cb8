package id.tuntas.roster.internal;

import id.tuntas.platform.Json;
import id.tuntas.roster.RosterFamily;
import id.tuntas.roster.RosterFamily.Member;
import id.tuntas.roster.RosterFamily.Value;
import id.tuntas.roster.RosterFamily.Warning;
import id.tuntas.roster.RosterRows;
import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.ProblemTexts;
import id.tuntas.rosterfile.RosterProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

@Component
class ListedRows implements RosterRows {

    private final JdbcClient jdbc;
    private final Json json;
    private final RosterTexts texts;

    ListedRows(JdbcClient jdbc, Json json, RosterTexts texts) {
        this.jdbc = jdbc;
        this.json = json;
        this.texts = texts;
    }

    @Override
    public Optional<RosterFamily> of(String regencyCode, UUID releaseId, String familyKey, Locale locale) {
        return jdbc.sql("""
                select f.*, o.source, o.released_on, o.family_columns, i.name as file
                from roster.release asked
                join roster.release r on r.regency_code = asked.regency_code and r.round_id = asked.round_id
                    and r.state = 'committed'
                join roster.family f on f.regency_code = r.regency_code and f.release_id = r.id and f.family_key = :family
                join roster.release o on o.regency_code = f.regency_code and o.id = coalesce(f.carried_from, f.release_id)
                join roster.file i on i.regency_code = o.regency_code and i.release_id = o.id and i.ordinal = f.file_ordinal
                where asked.regency_code = :regency and asked.id = :release
                order by r.id = asked.id desc, r.committed_at desc, r.id desc limit 1
                """)
                .param("regency", regencyCode)
                .param("release", releaseId)
                .param("family", familyKey)
                .query((row, n) -> family(regencyCode, row, locale))
                .optional();
    }

    private RosterFamily family(String regencyCode, ResultSet row, Locale locale) throws SQLException {
        UUID releaseId = row.getObject("release_id", UUID.class);
        String key = row.getString("family_key");
        String sheet = row.getString("sheet");
        return new RosterFamily(
                releaseId,
                row.getString("source"),
                row.getObject("released_on", LocalDate.class),
                row.getString("file"),
                sheet.isEmpty() ? null : sheet,
                row.getInt("row_number"),
                key,
                row.getString("head_name"),
                values(row, locale),
                members(regencyCode, releaseId, key),
                warnings(regencyCode, releaseId, key, row.getString("file"), locale));
    }

    /** JSON in the database has no order of its own; the release remembers that of its columns. */
    private List<Value> values(ResultSet row, Locale locale) throws SQLException {
        Map<String, String> cells = json.read(row.getString("cells"), new TypeReference<Map<String, String>>() {});
        Set<String> order = new LinkedHashSet<>(
                List.of((String[]) row.getArray("family_columns").getArray()));
        order.addAll(cells.keySet());
        List<Value> values = new ArrayList<>();
        for (String field : order) {
            String value = cells.get(field);
            if (value != null) {
                values.add(new Value(field, texts.label(field, locale), value));
            }
        }
        return values;
    }

    private List<Member> members(String regencyCode, UUID releaseId, String familyKey) {
        return jdbc.sql("""
                select * from roster.member where regency_code = :regency and release_id = :release and family_key = :family
                order by head desc, position
                """)
                .param("regency", regencyCode)
                .param("release", releaseId)
                .param("family", familyKey)
                .query((row, n) -> new Member(
                        row.getInt("row_number"),
                        row.getString("name"),
                        row.getString("nik"),
                        row.getString("relationship"),
                        row.getString("sex"),
                        row.getObject("birth_date", LocalDate.class)))
                .list();
    }

    private List<Warning> warnings(String regencyCode, UUID releaseId, String familyKey, String file, Locale locale) {
        ProblemTexts words = ProblemTexts.in(locale);
        return jdbc.sql("""
                select * from roster.problem where regency_code = :regency and release_id = :release and family_key = :family
                    and severity = 'warning' order by ordinal
                """)
                .param("regency", regencyCode)
                .param("release", releaseId)
                .param("family", familyKey)
                .query((row, n) -> {
                    ProblemCode code = ProblemCode.get(row.getString("code"));
                    return new Warning(
                            code.key(),
                            words.message(new RosterProblem(
                                    code, file, null, null, null, row.getString("value"), row.getString("related"))));
                })
                .list();
    }
}
