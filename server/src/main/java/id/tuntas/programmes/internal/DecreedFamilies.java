package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.forms.Answers;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.Forms;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The families that programmes are for ({@code programmes.decreed_family}), with what their approved visits say and whether their house was repaired here. */
@Component
class DecreedFamilies {

    private static final String SELECT = """
            select f.*, v.form_id, v.form_version, s.xml,
                array(select m.id::text from cases.member m where m.regency_code = f.regency_code and m.family_id = f.id
                    and m.nik is not null) as with_nik,
                (select r.year from programmes.repaired_house r where r.regency_code = f.regency_code and r.family_id = f.id) as repaired
            from %s f
            join visits.visit v on v.regency_code = f.regency_code and v.id = f.visit_id
            join visits.submission s on s.regency_code = v.regency_code and s.id = v.id
            where f.regency_code = :regency and f.village_code like any(:scope)
            """;

    private static final String KNOWN = "programmes.family_once_decreed";

    /** @param facts as {@link FamilyFacts} has them, for this year's rules */
    record Family(UUID id, String number, String name, String village, Map<String, Object> facts) {}

    private final JdbcClient jdbc;
    private final Forms forms;
    private final BusinessClock clock;

    DecreedFamilies(JdbcClient jdbc, Forms forms, BusinessClock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.clock = clock;
    }

    /** Those that have not graduated ({@code programmes.family_in_need}) and lie where the actor may do this. */
    List<Family> of(Actor actor, Verb verb) {
        return jdbc.sql(SELECT.formatted("programmes.family_in_need") + " order by f.village_code, f.id")
                .param("regency", actor.regencyCode())
                .param("scope", actor.scope(verb))
                .query((row, n) -> family(actor.regencyCode(), row))
                .list();
    }

    Optional<Family> find(Actor actor, Verb verb, UUID id) {
        return find("programmes.decreed_family", actor, verb, id);
    }

    /** One that the actor may read, also when a decree has struck it since. */
    Optional<Family> findKnown(Actor actor, UUID id) {
        return find(KNOWN, actor, Verb.CASE_READ, id);
    }

    private Optional<Family> find(String families, Actor actor, Verb verb, UUID id) {
        return jdbc.sql(SELECT.formatted(families) + " and f.id = :id")
                .param("regency", actor.regencyCode())
                .param("scope", actor.scope(verb))
                .param("id", id)
                .query((row, n) -> family(actor.regencyCode(), row))
                .optional();
    }

    /** Throws Refusal 404 unless it is such a family and lies where the actor may do this. */
    String villageOf(Actor actor, Verb verb, UUID id) {
        return villageOf("programmes.decreed_family", actor, verb, id);
    }

    /** Throws Refusal 404 unless it is {@link #findKnown known}. */
    void requireKnown(Actor actor, UUID id) {
        villageOf(KNOWN, actor, Verb.CASE_READ, id);
    }

    private String villageOf(String families, Actor actor, Verb verb, UUID id) {
        return jdbc.sql("""
                select village_code from %s
                where regency_code = :regency and id = :id and village_code like any(:scope)
                """.formatted(families))
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("scope", actor.scope(verb))
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private Family family(String regencyCode, ResultSet row) throws SQLException {
        Set<String> repeats = forms.find(regencyCode, row.getString("form_id"), row.getString("form_version"))
                .map(FormDefinition::repeats)
                .orElseGet(() -> VervalForm.definition().repeats());
        VervalAnswers answers = VervalAnswers.of(Answers.read(row.getBytes("xml"), repeats));
        Set<String> withNik = Set.of((String[]) row.getArray("with_nik").getArray());
        return new Family(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("head_name"),
                row.getString("village_code"),
                FamilyFacts.of(
                        answers,
                        withNik,
                        row.getObject("repaired", Integer.class),
                        clock.today().getYear()));
    }
}
