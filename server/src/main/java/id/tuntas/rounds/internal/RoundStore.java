package id.tuntas.rounds.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.PhotoKind;
import id.tuntas.platform.Json;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

@Component
class RoundStore {

    private static final String SELECT = """
            select r.*, (select jsonb_agg(jsonb_build_object('from', l.from_day, 'extreme', l.extreme, 'poor', l.poor) order by l.from_day)
                from rounds.poverty_line l where l.regency_code = r.regency_code and l.round_id = r.id) as lines
            from rounds.round r where r.regency_code = :regency
            """;

    private final JdbcClient jdbc;
    private final Json json;

    RoundStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Round> findByCode(String regencyCode, String code) {
        return jdbc.sql(SELECT + " and r.code = :code")
                .param("regency", regencyCode)
                .param("code", code)
                .query(this::round)
                .optional();
    }

    Optional<Round> find(String regencyCode, UUID id) {
        return jdbc.sql(SELECT + " and r.id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .query(this::round)
                .optional();
    }

    Optional<Round> current(String regencyCode) {
        return jdbc.sql(SELECT + " and r.state = 'open' order by r.opens desc, r.id desc limit 1")
                .param("regency", regencyCode)
                .query(this::round)
                .optional();
    }

    List<Round> list(String regencyCode) {
        return jdbc.sql(SELECT + " order by r.opens desc, r.id desc")
                .param("regency", regencyCode)
                .query(this::round)
                .list();
    }

    /** Returns false when the code is taken. */
    boolean insert(String regencyCode, UUID id, NewRound round) {
        int inserted = jdbc.sql("""
                insert into rounds.round (regency_code, id, code, name, opens, deadline, zero_date, form_id, form_version, evidence,
                    attempts_before_not_found, answer_days, phone_days, state)
                values (:regency, :id, :code, :name, :opens, :deadline, :zero, :formId, :formVersion, cast(:evidence as jsonb),
                    :attempts, :answerDays, :phoneDays, :state)
                on conflict (regency_code, code) do nothing
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("code", round.code())
                .params(columns(round))
                .update();
        if (inserted == 0) {
            return false;
        }
        insertLines(regencyCode, id, round.povertyLines());
        return true;
    }

    boolean update(String regencyCode, UUID id, int version, NewRound round) {
        int updated = jdbc.sql("""
                update rounds.round set name = :name, opens = :opens, deadline = :deadline, zero_date = :zero, form_id = :formId,
                    form_version = :formVersion, evidence = cast(:evidence as jsonb), attempts_before_not_found = :attempts,
                    answer_days = :answerDays, phone_days = :phoneDays, state = :state, version = version + 1
                where regency_code = :regency and id = :id and version = :version
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .param("version", version)
                .params(columns(round))
                .update();
        if (updated == 0) {
            return false;
        }
        jdbc.sql("delete from rounds.poverty_line where regency_code = :regency and round_id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .update();
        insertLines(regencyCode, id, round.povertyLines());
        return true;
    }

    private Map<String, Object> columns(NewRound round) {
        return Map.ofEntries(
                Map.entry("name", round.name()),
                Map.entry("opens", round.opens()),
                Map.entry("deadline", round.deadline()),
                Map.entry("zero", round.zeroDate()),
                Map.entry("formId", round.formId()),
                Map.entry("formVersion", round.formVersion()),
                Map.entry("evidence", json.write(keys(round.evidence()))),
                Map.entry("attempts", round.attemptsBeforeNotFound()),
                Map.entry("answerDays", round.answerDays()),
                Map.entry("phoneDays", round.phoneDays()),
                Map.entry("state", round.state().key()));
    }

    private void insertLines(String regencyCode, UUID id, List<DatedPovertyLine> lines) {
        for (DatedPovertyLine line : lines) {
            jdbc.sql("insert into rounds.poverty_line values (:regency, :id, :from, :extreme, :poor)")
                    .param("regency", regencyCode)
                    .param("id", id)
                    .param("from", line.from())
                    .param("extreme", line.extreme())
                    .param("poor", line.poor())
                    .update();
        }
    }

    boolean formExists(String regencyCode, String formId, String version) {
        return jdbc.sql("""
                select exists (select from forms.form_version
                    where regency_code = :regency and form_id = :formId and version = :version)
                """)
                .param("regency", regencyCode)
                .param("formId", formId)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    private Round round(ResultSet row, int n) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getObject("opens", LocalDate.class),
                row.getObject("deadline", LocalDate.class),
                row.getObject("zero_date", LocalDate.class),
                row.getString("form_id"),
                row.getString("form_version"),
                json.read(row.getString("lines"), new TypeReference<List<DatedPovertyLine>>() {}),
                rules(json.read(row.getString("evidence"), new TypeReference<Map<String, List<String>>>() {})),
                row.getInt("attempts_before_not_found"),
                row.getInt("answer_days"),
                row.getInt("phone_days"),
                RoundState.findByKey(row.getString("state")).orElseThrow(),
                row.getInt("version"));
    }

    static Map<String, List<String>> keys(EvidenceRules rules) {
        Map<String, List<String>> keys = new TreeMap<>();
        rules.required()
                .forEach((contact, photos) -> keys.put(
                        contact.key(), photos.stream().map(PhotoKind::key).toList()));
        return keys;
    }

    private static EvidenceRules rules(Map<String, List<String>> keys) {
        Map<ContactResult, List<PhotoKind>> required = new EnumMap<>(ContactResult.class);
        keys.forEach((contact, photos) -> required.put(
                ContactResult.findByKey(contact).orElseThrow(),
                photos.stream()
                        .map(photo -> PhotoKind.findByKey(photo).orElseThrow())
                        .toList()));
        return new EvidenceRules(required);
    }
}
