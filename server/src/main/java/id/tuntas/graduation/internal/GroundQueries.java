package id.tuntas.graduation.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.internal.Grounds.Reassessment;
import id.tuntas.platform.BusinessClock;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a graduation would rest on. */
@Component
class GroundQueries {

    /** Joins to {@code f}, a family: {@code received} and {@code received_on}, {@code decreed}, and {@code v}, its newest approved re-visit. */
    static final String JOINS = """
            left join lateral (select count(*) as received, max(i.delivered_on) as received_on from interventions.received i
                where i.regency_code = f.regency_code and i.family_id = f.id) i on true
            left join lateral (select exists (select from programmes.decreed_family p
                where p.regency_code = f.regency_code and p.id = f.id) as decreed) p on true
            left join lateral (select v.id as seen_id, v.visited_at, v.contact, v.expenditure, v.people, v.confirmed,
                    (select count(*) from visits.attachment a
                    join evidence.file e on e.regency_code = a.regency_code and e.sha256 = a.sha256
                    where a.regency_code = v.regency_code and a.instance_id = v.instance_id and a.officer_id = v.officer_id
                        and e.accepted and e.media_type like 'image/%') as photos
                from visits.visit v
                where v.regency_code = f.regency_code and v.family_id = f.id and v.revisit_id is not null and v.state = 'approved'
                order by v.visited_at desc, v.id desc limit 1) v on true
            """;

    private final JdbcClient jdbc;
    private final RuleStore rules;
    private final Rounds rounds;

    GroundQueries(JdbcClient jdbc, RuleStore rules, Rounds rounds) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.rounds = rounds;
    }

    Grounds of(String regencyCode, UUID roundId, UUID familyId) {
        Round round = rounds.find(regencyCode, roundId).orElseThrow();
        GraduationRule rule = rules.of(regencyCode, roundId);
        return jdbc.sql("select i.*, p.*, v.* from cases.family f " + JOINS
                        + " where f.regency_code = :regency and f.id = :family")
                .param("regency", regencyCode)
                .param("family", familyId)
                .query((row, n) -> grounds(row, rule, round))
                .single();
    }

    static Grounds grounds(ResultSet row, GraduationRule rule, Round round) throws SQLException {
        Reassessment seen = reassessment(row);
        return new Grounds(
                rule,
                row.getBoolean("decreed"),
                row.getObject("received_on", LocalDate.class),
                seen,
                seen == null ? 0 : rule.line().of(round.povertyLineOn(seen.day())));
    }

    /** Whether the actor himself paid an approved visit to the family. */
    boolean visitedBy(String regencyCode, UUID actorId, UUID familyId) {
        return jdbc.sql("""
                select exists (select from visits.visit where regency_code = :regency and family_id = :family and officer_id = :me
                    and state = 'approved')
                """)
                .param("regency", regencyCode)
                .param("family", familyId)
                .param("me", actorId)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Reassessment reassessment(ResultSet row) throws SQLException {
        UUID visit = row.getObject("seen_id", UUID.class);
        return visit == null
                ? null
                : new Reassessment(
                        visit,
                        BusinessClock.dayOf(row.getTimestamp("visited_at").toInstant()),
                        Optional.ofNullable(row.getString("contact"))
                                .flatMap(ContactResult::findByCode)
                                .orElse(null),
                        row.getObject("expenditure", Long.class),
                        row.getInt("people"),
                        Optional.ofNullable(row.getString("confirmed"))
                                .flatMap(Finding::findByCode)
                                .orElse(null),
                        row.getInt("photos"));
    }
}
