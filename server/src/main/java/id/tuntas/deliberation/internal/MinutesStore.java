package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.deliberation.internal.Minutes.Signed;
import id.tuntas.platform.BusinessClock;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which paper stands for which meeting. */
@Component
class MinutesStore {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    MinutesStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Meeting meeting, String code, String sha256) {
        jdbc.sql("""
                insert into deliberation.minutes (regency_code, meeting_id, code, sha256, made_at)
                values (:regency, :meeting, :code, :sha256, :at)
                """)
                .param("regency", meeting.regencyCode())
                .param("meeting", meeting.id())
                .param("code", code)
                .param("sha256", sha256)
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    void insertSigned(Actor actor, Meeting meeting, String sha256) {
        jdbc.sql("""
                insert into deliberation.signed_minutes (regency_code, meeting_id, sha256, received_by, received_at)
                values (:regency, :meeting, :sha256, :by, :at)
                """)
                .param("regency", meeting.regencyCode())
                .param("meeting", meeting.id())
                .param("sha256", sha256)
                .param("by", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    Optional<Minutes> find(String regencyCode, UUID meetingId) {
        return jdbc.sql("""
                select code, sha256, made_at from deliberation.minutes where regency_code = :regency and meeting_id = :meeting
                """)
                .param("regency", regencyCode)
                .param("meeting", meetingId)
                .query((row, n) -> new Minutes(
                        row.getString("code"),
                        row.getString("sha256"),
                        row.getTimestamp("made_at").toInstant(),
                        signed(regencyCode, meetingId)))
                .optional();
    }

    private List<Signed> signed(String regencyCode, UUID meetingId) {
        return jdbc.sql("""
                select s.sha256, f.media_type, f.size, a.name, s.received_at
                from deliberation.signed_minutes s
                join evidence.file f on f.regency_code = s.regency_code and f.sha256 = s.sha256
                join access.account a on a.regency_code = s.regency_code and a.id = s.received_by
                where s.regency_code = :regency and s.meeting_id = :meeting
                order by s.received_at desc, s.sha256
                """)
                .param("regency", regencyCode)
                .param("meeting", meetingId)
                .query((row, n) -> new Signed(
                        row.getString("sha256"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("name"),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }
}
