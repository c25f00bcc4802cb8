package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.DecideSubject;
import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.deliberation.Outcome;
import id.tuntas.deliberation.internal.AgendaItem.Kind;
import id.tuntas.deliberation.internal.AgendaItem.Measured;
import id.tuntas.deliberation.internal.AgendaItem.Standing;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings and what they speak of. */
@Component
class MeetingQueries {

    /** A closed meeting is read as it closed: what has become of a family since is not its business. An open one speaks of the visit that stands. */
    private static final String AGENDA = """
            with standing as materialized (
                select * from deliberation.standing where regency_code = :regency and meeting_id = :meeting)
            select * from (
                select f.id as subject, 'FAMILY' as kind, f.number, v.id as reviewed,
                    case when :open then f.approved_at end as since, f.head_name, f.address, f.hamlet,
                    f.roster_status = 'nominated' as nominated,
                    coalesce(v.people, (select cast(count(*) as int) from cases.member m
                        where m.regency_code = f.regency_code and m.family_id = f.id and not m.dropped)) as people,
                    case when :open then f.contact else coalesce(s.contact, f.contact) end as met,
                    case when :open then f.finding else coalesce(s.finding, f.finding) end as found,
                    :open and s.visit_id is distinct from f.visit_id as outdated,
                    cast(null as bigint) as per_person, cast(null as bigint) as line, s.id, s.outcome, s.reason, s.dissent, s.held, s.decided_by, s.decided_at
                from cases.family f
                left join standing s on s.family_id = f.id
                left join visits.visit v on v.regency_code = f.regency_code
                    and v.id = case when :open then f.visit_id else coalesce(s.visit_id, f.visit_id) end
                where f.regency_code = :regency and f.round_id = :round and f.village_code = :village
                    and case when :open then f.state = 'approved' else s.id is not null end
                union all
                select n.id, 'NOMINATION', null, null, case when :open then n.proposed_at end, n.head_name, n.address, n.hamlet, true, v.people, null, null, false,
                    null, null, s.id, s.outcome, s.reason, s.dissent, s.held, s.decided_by, s.decided_at
                from nominations.nomination n
                join visits.visit v on v.regency_code = n.regency_code and v.id = n.visit_id
                left join standing s on s.nomination_id = n.id
                where n.regency_code = :regency and n.village_code = :village
                    and (s.id is not null or :open and n.family_id is null and v.family_id is null and v.state = 'conflict')) agenda
            order by kind, array_position(array['extremely_poor', 'poor', 'not_poor'], found), hamlet, head_name, subject
            """;

    /** An open meeting on graduations speaks of those that wait, a closed one of those whose word it is. */
    private static final String GRADUATIONS = """
            select g.id as subject, 'GRADUATION' as kind, f.number, v.id as reviewed, case when :open then g.proposed_at end as since,
                f.head_name, f.address, f.hamlet, f.roster_status = 'nominated' as nominated, v.people, v.contact as met, v.confirmed as found,
                false as outdated, g.per_person, g.line, s.id, s.outcome, s.reason, s.dissent, s.held, s.decided_by, s.decided_at
            from graduation.graduation g
            join cases.family f on f.regency_code = g.regency_code and f.id = g.family_id
            join visits.visit v on v.regency_code = g.regency_code and v.id = g.visit_id
            left join deliberation.standing s on s.regency_code = g.regency_code and s.graduation_id = g.id and s.meeting_id = :meeting
            where g.regency_code = :regency and g.round_id = :round and f.village_code = :village
                and case when :open then g.state = 'proposed' else g.village_meeting = :meeting end
            order by f.hamlet, f.head_name, g.id
            """;

    private final JdbcClient jdbc;
    private final Json json;

    MeetingQueries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Reads a meeting and holds it until the transaction ends. */
    Optional<Meeting> lock(String regencyCode, UUID id) {
        return jdbc.sql(
                        "select * from deliberation.every_meeting where regency_code = :regency and id = :id for no key update")
                .param("regency", regencyCode)
                .param("id", id)
                .query(this::meeting)
                .optional();
    }

    Optional<Meeting> find(String regencyCode, UUID id) {
        return jdbc.sql("select * from deliberation.every_meeting where regency_code = :regency and id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .query(this::meeting)
                .optional();
    }

    /** The newest edition first. */
    List<Meeting> editions(String regencyCode, UUID roundId, String village, MeetingPurpose purpose) {
        return jdbc.sql("""
                select * from deliberation.every_meeting
                where regency_code = :regency and round_id = :round and village_code = :village and purpose = :purpose
                order by edition desc
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("village", village)
                .param("purpose", purpose.key())
                .query(this::meeting)
                .list();
    }

    /** What the meeting speaks of, without what waits for the next edition. */
    List<AgendaItem> spokenOf(Meeting meeting) {
        return agenda(meeting).stream()
                .filter(item -> !item.waits(meeting.sheet().heldOn()))
                .toList();
    }

    /** With what waits for the next edition. */
    List<AgendaItem> agenda(Meeting meeting) {
        return jdbc.sql(meeting.purpose() == MeetingPurpose.GRADUATION ? GRADUATIONS : AGENDA)
                .param("regency", meeting.regencyCode())
                .param("meeting", meeting.id())
                .param("round", meeting.roundId())
                .param("village", meeting.villageCode())
                .param("open", meeting.open())
                .query(MeetingQueries::item)
                .list();
    }

    /** Families of the village in the round, and how many of them no approved visit speaks of. */
    FamilyCount families(String regencyCode, UUID roundId, String village) {
        return jdbc.sql("""
                select count(*) as total, count(*) filter (where state <> 'approved') as not_reviewed from cases.family
                where regency_code = :regency and round_id = :round and village_code = :village
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("village", village)
                .query((row, n) -> new FamilyCount(row.getInt("total"), row.getInt("not_reviewed")))
                .single();
    }

    record FamilyCount(int total, int notReviewed) {}

    /** Graduations of the village that wait for its word and on which the meeting has not decided. */
    int waiting(String regencyCode, UUID roundId, String village, UUID meetingId) {
        return jdbc.sql("""
                select count(*) from graduation.graduation g
                join cases.family f on f.regency_code = g.regency_code and f.id = g.family_id
                where g.regency_code = :regency and g.round_id = :round and g.state = 'proposed' and f.village_code = :village
                    and not exists (select from deliberation.standing s where s.regency_code = g.regency_code and s.meeting_id = :meeting
                        and s.graduation_id = g.id)
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("village", village)
                .param("meeting", meetingId)
                .query(Integer.class)
                .single();
    }

    /** Reviewed families of the village on whose visit the meeting has not decided. */
    int undecided(Meeting meeting) {
        return jdbc.sql("""
                select count(*) from cases.family f
                where f.regency_code = :regency and f.round_id = :round and f.village_code = :village and f.state = 'approved'
                    and not exists (select from deliberation.standing s where s.regency_code = f.regency_code
                        and s.meeting_id = :meeting and s.family_id = f.id and s.visit_id = f.visit_id)
                """)
                .param("regency", meeting.regencyCode())
                .param("round", meeting.roundId())
                .param("village", meeting.villageCode())
                .param("meeting", meeting.id())
                .query(Integer.class)
                .single();
    }

    /** A decision by its id, whatever meeting it was sent to. */
    Optional<Kept> decision(String regencyCode, UUID id) {
        return jdbc.sql("""
                select meeting_id, subject_id, replaces, outcome, reason, dissent, held,
                    case when visit_told then visit_id end as seen
                from deliberation.decision
                where regency_code = :regency and id = :id
                """)
                .param("regency", regencyCode)
                .param("id", id)
                .query((row, n) -> new Kept(
                        row.getObject("meeting_id", UUID.class),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("replaces", UUID.class),
                        outcome(row),
                        row.getString("reason"),
                        row.getString("dissent"),
                        finding(row.getString("held")),
                        row.getObject("seen", UUID.class)))
                .optional();
    }

    /** What a decision says, to tell the same one sent again from another one of the same id. */
    record Kept(
            UUID meetingId,
            UUID subjectId,
            @Nullable UUID replaces,
            Outcome outcome,
            String reason,
            String dissent,
            @Nullable Finding held,
            @Nullable UUID visitId) {

        static Kept of(UUID meetingId, DecideSubject decision) {
            return new Kept(
                    meetingId,
                    decision.subjectId(),
                    decision.replaces(),
                    decision.outcome(),
                    decision.reason(),
                    decision.dissent(),
                    decision.held(),
                    decision.visitId());
        }
    }

    private Meeting meeting(ResultSet row, int n) throws SQLException {
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new Meeting(
                row.getString("regency_code"),
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getString("village_code"),
                MeetingPurpose.findByKey(row.getString("purpose")).orElseThrow(),
                row.getInt("edition"),
                row.getString("state").equals("open"),
                row.getInt("version"),
                json.read(row.getString("sheet"), MeetingSheet.class),
                row.getObject("opened_by", UUID.class),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("reopened_reason"),
                row.getObject("closed_by", UUID.class),
                closedAt == null ? null : closedAt.toInstant());
    }

    private static AgendaItem item(ResultSet row, int n) throws SQLException {
        UUID decision = row.getObject("id", UUID.class);
        Timestamp since = row.getTimestamp("since");
        String met = row.getString("met");
        Long perPerson = row.getObject("per_person", Long.class);
        return new AgendaItem(
                row.getObject("subject", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("reviewed", UUID.class),
                since == null ? null : since.toInstant(),
                row.getString("head_name"),
                row.getString("address"),
                row.getString("hamlet"),
                row.getBoolean("nominated"),
                row.getObject("people", Integer.class),
                met == null ? null : ContactResult.findByCode(met).orElseThrow(),
                finding(row.getString("found")),
                perPerson == null ? null : new Measured(perPerson, row.getLong("line")),
                decision == null
                        ? null
                        : new Standing(
                                decision,
                                outcome(row),
                                row.getString("reason"),
                                row.getString("dissent"),
                                finding(row.getString("held")),
                                row.getObject("decided_by", UUID.class),
                                row.getTimestamp("decided_at").toInstant(),
                                row.getBoolean("outdated")));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return Outcome.findByKey(row.getString("outcome")).orElseThrow();
    }

    private static @Nullable Finding finding(@Nullable String code) {
        return code == null ? null : Finding.findByCode(code).orElseThrow();
    }
}
