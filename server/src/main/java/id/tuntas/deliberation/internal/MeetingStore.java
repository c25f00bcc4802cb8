package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.deliberation.DecideSubject;
import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.deliberation.internal.AgendaItem.Kind;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MeetingStore {

    private final JdbcClient jdbc;
    private final Json json;
    private final BusinessClock clock;

    MeetingStore(JdbcClient jdbc, Json json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** False when the edition is there already: somebody opened it at the same moment. */
    boolean insert(
            Actor actor,
            UUID id,
            UUID roundId,
            String village,
            MeetingPurpose purpose,
            int edition,
            MeetingSheet sheet,
            @Nullable String reason) {
        return jdbc.sql("""
                insert into deliberation.every_meeting (regency_code, id, round_id, village_code, purpose, edition, state, sheet, opened_by,
                    opened_at, reopened_reason)
                values (:regency, :id, :round, :village, :purpose, :edition, 'open', cast(:sheet as jsonb), :by, :at, :reason)
                on conflict do nothing
                """)
                        .param("regency", actor.regencyCode())
                        .param("id", id)
                        .param("round", roundId)
                        .param("village", village)
                        .param("purpose", purpose.key())
                        .param("edition", edition)
                        .param("sheet", json.write(sheet))
                        .param("by", actor.id())
                        .param("at", Timestamp.from(clock.now()))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void setSheet(Meeting meeting, MeetingSheet sheet) {
        jdbc.sql("""
                update deliberation.every_meeting set sheet = cast(:sheet as jsonb), version = version + 1
                where regency_code = :regency and id = :id
                """)
                .param("sheet", json.write(sheet))
                .param("regency", meeting.regencyCode())
                .param("id", meeting.id())
                .update();
    }

    void close(Actor actor, Meeting meeting) {
        jdbc.sql("""
                update deliberation.every_meeting set state = 'closed', version = version + 1, closed_by = :by, closed_at = :at
                where regency_code = :regency and id = :id
                """)
                .param("by", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .param("regency", meeting.regencyCode())
                .param("id", meeting.id())
                .update();
    }

    void insertDecision(Actor actor, Meeting meeting, AgendaItem item, DecideSubject decision) {
        jdbc.sql("""
                insert into deliberation.decision (regency_code, id, meeting_id, family_id, nomination_id, graduation_id, replaces, outcome, reason,
                    dissent, visit_id, visit_told, contact, finding, held, decided_by, decided_at, received_at)
                values (:regency, :id, :meeting, :family, :nomination, :graduation, :replaces, :outcome, :reason, :dissent, :visit, :told, :contact,
                    :finding, :held, :by, :at, :received)
                """)
                .param("regency", actor.regencyCode())
                .param("id", decision.id())
                .param("meeting", meeting.id())
                .param("family", item.kind() == Kind.FAMILY ? item.subjectId() : null)
                .param("nomination", item.kind() == Kind.NOMINATION ? item.subjectId() : null)
                .param("graduation", item.kind() == Kind.GRADUATION ? item.subjectId() : null)
                .param("replaces", decision.replaces())
                .param("outcome", decision.outcome().key())
                .param("reason", decision.reason())
                .param("dissent", decision.dissent())
                .param("visit", item.visitId())
                .param("told", decision.visitId() != null)
                .param("contact", item.contact() == null ? null : item.contact().code())
                .param("finding", item.finding() == null ? null : item.finding().code())
                .param("held", decision.held() == null ? null : decision.held().code())
                .param("by", actor.id())
                .param("at", Timestamp.from(decision.decidedAt()))
                .param("received", Timestamp.from(clock.now()))
                .update();
    }

    /** The decisions of one edition go on in the next, each under an id of its own, where the family still stands as it was decided on. */
    void carryOver(Meeting former, UUID next) {
        List<UUID> carried = jdbc.sql("""
                select s.id from deliberation.standing s
                join cases.family f on f.regency_code = s.regency_code and f.id = s.family_id
                where s.regency_code = :regency and s.meeting_id = :former and f.state = 'approved' and f.visit_id = s.visit_id
                """)
                .param("regency", former.regencyCode())
                .param("former", former.id())
                .query(UUID.class)
                .list();
        jdbc.sql("""
                insert into deliberation.decision (regency_code, id, meeting_id, family_id, outcome, reason, dissent, visit_id, contact, finding,
                    held, decided_by, decided_at, received_at)
                select d.regency_code, c.id, :next, d.family_id, d.outcome, d.reason, d.dissent, d.visit_id, d.contact, d.finding, d.held,
                    d.decided_by, d.decided_at, d.received_at
                from unnest(:carried, :ids) as c (former, id)
                join deliberation.decision d on d.regency_code = :regency and d.id = c.former
                """)
                .param("next", next)
                .param("carried", carried.toArray(UUID[]::new))
                .param("ids", carried.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("regency", former.regencyCode())
                .update();
    }
}
