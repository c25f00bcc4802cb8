package id.tuntas.decrees.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.CaseState;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a decree is made of: the families of a round, each with the word of its village's newest meeting. */
@Component
class DraftQueries {

    private static final String CANDIDATES = """
            with latest as (
                select distinct on (village_code) village_code, id, edition,
                    case when closed_at is not null then cast(sheet ->> 'heldOn' as date) end as held_on,
                    case when edition > 1 then cast(closed_at at time zone :zone as date) end as closed_again_on
                from deliberation.meeting
                where regency_code = :regency and round_id = :round order by village_code, edition desc)
            select f.*, m.id as meeting_id, m.edition, m.held_on, greatest(m.held_on, m.closed_again_on) as settled_on, s.outcome, s.held, s.visit_id as decided_visit,
                coalesce(p.persons, 0) as listed, coalesce(v.people, p.persons, 0) as persons
            from cases.family f
            left join latest m on m.village_code = f.village_code
            left join deliberation.standing s on s.regency_code = f.regency_code and s.meeting_id = m.id and s.family_id = f.id
            left join visits.visit v on v.regency_code = f.regency_code and v.id = f.visit_id
            left join lateral (select cast(count(*) as int) as persons from cases.member p
                where p.regency_code = f.regency_code and p.family_id = f.id and not p.dropped) p on true
            where f.regency_code = :regency and f.round_id = :round and f.village_code like any(:scope)
            """;

    private final JdbcClient jdbc;

    DraftQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the villages in which the actor may do this. */
    List<Candidate> candidates(Actor actor, Verb verb, UUID roundId) {
        return jdbc.sql(CANDIDATES)
                .param("zone", BusinessClock.ZONE.getId())
                .param("regency", actor.regencyCode())
                .param("round", roundId)
                .param("scope", actor.scope(verb))
                .query(DraftQueries::candidate)
                .list();
    }

    /**
     * What is open beside the families.
     *
     * @param unsigned villages whose newest meeting is closed and whose minutes have not come back signed
     * @param secondLooks drawn visits that nobody has looked at again, or that somebody doubts, while they still stand for their family
     * @param conflicts visits that contradict something; nominations left out
     * @param petitions what citizens propose or dispute, and nobody has judged; what was judged is a family that waits
     */
    record Open(int unsigned, int secondLooks, int conflicts, int nominations, int petitions) {

        boolean any() {
            return unsigned + secondLooks + conflicts + nominations + petitions > 0;
        }
    }

    Open open(Actor actor, UUID roundId) {
        return jdbc.sql("""
                select
                    (select count(*) from (
                        select distinct on (m.village_code) m.id, m.closed_at from deliberation.meeting m
                        where m.regency_code = :regency and m.round_id = :round and m.village_code like any(:scope)
                        order by m.village_code, m.edition desc) latest
                        where latest.closed_at is not null and not exists (select from deliberation.signed_minutes s
                            where s.regency_code = :regency and s.meeting_id = latest.id)) as unsigned,
                    (select count(*) from review.sampled_visit s
                        join visits.visit v on v.regency_code = s.regency_code and v.id = s.visit_id
                        join cases.family f on f.regency_code = v.regency_code and f.visit_id = v.id
                        where s.regency_code = :regency and v.round_id = :round and s.outcome is distinct from 'upheld'
                            and f.village_code like any(:scope)) as second_looks,
                    (select count(*) from visits.visit v
                        where v.regency_code = :regency and v.state = 'conflict' and coalesce(v.round_id, :round) = :round
                            and coalesce(v.village_code, v.region_code) like any(:scope)
                            and not exists (select from nominations.nomination n
                                where n.regency_code = v.regency_code and n.visit_id = v.id)) as conflicts,
                    (select count(*) from nominations.nomination n
                        join visits.visit v on v.regency_code = n.regency_code and v.id = n.visit_id
                        where n.regency_code = :regency and n.family_id is null and v.family_id is null and v.state = 'conflict'
                            and n.village_code like any(:scope)) as nominations,
                    (select count(*) from citizens.petition p
                        where p.regency_code = :regency and p.round_id = :round and p.judgement is null
                            and p.village_code like any(:scope)) as petitions
                """)
                .param("regency", actor.regencyCode())
                .param("round", roundId)
                .param("scope", actor.scope(Verb.PROGRESS_READ))
                .query((row, n) -> new Open(
                        row.getInt("unsigned"),
                        row.getInt("second_looks"),
                        row.getInt("conflicts"),
                        row.getInt("nominations"),
                        row.getInt("petitions")))
                .single();
    }

    private static Candidate candidate(ResultSet row, int n) throws SQLException {
        boolean nominated = row.getString("roster_status").equals("nominated");
        return new Candidate(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("head_name"),
                row.getString("address"),
                row.getString("hamlet"),
                row.getString("district_code"),
                row.getString("village_code"),
                nominated,
                row.getString("roster_family_key"),
                row.getObject("roster_release_id", UUID.class),
                nominated ? 0 : row.getInt("listed"),
                row.getInt("persons"),
                CaseState.findByKey(row.getString("state")).orElseThrow(),
                row.getObject("visit_id", UUID.class),
                contact(row.getString("contact")),
                finding(row.getString("finding")),
                meeting(row));
    }

    private static Candidate.@Nullable Meeting meeting(ResultSet row) throws SQLException {
        UUID id = row.getObject("meeting_id", UUID.class);
        if (id == null) {
            return null;
        }
        String outcome = row.getString("outcome");
        return new Candidate.Meeting(
                id,
                row.getInt("edition"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("settled_on", LocalDate.class),
                outcome == null
                        ? null
                        : new Candidate.Word(
                                Outcome.findByKey(outcome).orElseThrow(),
                                row.getObject("decided_visit", UUID.class),
                                finding(row.getString("held"))));
    }

    private static @Nullable ContactResult contact(@Nullable String code) {
        return code == null ? null : ContactResult.findByCode(code).orElseThrow();
    }

    private static @Nullable Finding finding(@Nullable String code) {
        return code == null ? null : Finding.findByCode(code).orElseThrow();
    }
}
