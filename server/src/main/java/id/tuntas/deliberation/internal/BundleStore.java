package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.platform.BusinessClock;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Minutes of many villages that were asked for together. */
@Component
class BundleStore {

    /**
     * @param id of the job that makes it
     * @param sha256 of the file; null until the job is done
     */
    record Bundle(
            UUID id,
            UUID roundId,
            List<UUID> meetings,
            UUID askedBy,
            @Nullable String sha256) {}

    /** One paper of a bundle. */
    record Bundled(
            String villageCode,
            MeetingPurpose purpose,
            int edition,
            @Nullable LocalDate heldOn,
            String code,
            String sha256) {}

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    BundleStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the villages of the round where the actor reads the families: the newest meeting, where it is closed, and every closed one on graduations. */
    List<UUID> closedMeetings(Actor actor, UUID roundId) {
        return jdbc.sql("""
                select id from (
                    select distinct on (village_code) village_code, id, state from deliberation.meeting
                    where regency_code = :regency and round_id = :round and village_code like any(:scope)
                    order by village_code, edition desc) latest
                where state = 'closed'
                union all
                select id from deliberation.every_meeting
                where regency_code = :regency and round_id = :round and purpose = 'graduation' and state = 'closed' and village_code like any(:scope)
                """)
                .param("regency", actor.regencyCode())
                .param("round", roundId)
                .param("scope", actor.scope(Verb.CASE_READ))
                .query(UUID.class)
                .list();
    }

    void insert(Actor actor, UUID id, UUID roundId, List<UUID> meetings, String purpose) {
        jdbc.sql("""
                insert into deliberation.minutes_bundle (regency_code, id, round_id, meetings, purpose, asked_by, asked_at)
                values (:regency, :id, :round, :meetings, :purpose, :by, :at)
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("round", roundId)
                .param("meetings", meetings.toArray(UUID[]::new))
                .param("purpose", purpose)
                .param("by", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    Optional<Bundle> find(String regencyCode, UUID id) {
        return jdbc.sql("select * from deliberation.minutes_bundle where regency_code = :regency and id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .query((row, n) -> new Bundle(
                        id,
                        row.getObject("round_id", UUID.class),
                        Arrays.asList((UUID[]) row.getArray("meetings").getArray()),
                        row.getObject("asked_by", UUID.class),
                        row.getString("sha256")))
                .optional();
    }

    /** By village, the meeting on findings first. */
    List<Bundled> papers(String regencyCode, Bundle bundle) {
        return jdbc.sql("""
                select m.village_code, m.purpose, m.edition, cast(m.sheet ->> 'heldOn' as date) as held_on, p.code, p.sha256
                from deliberation.minutes p
                join deliberation.every_meeting m on m.regency_code = p.regency_code and m.id = p.meeting_id
                where p.regency_code = :regency and p.meeting_id = any(:meetings) order by m.village_code, m.purpose desc, m.edition
                """)
                .param("regency", regencyCode)
                .param("meetings", bundle.meetings().toArray(UUID[]::new))
                .query((row, n) -> new Bundled(
                        row.getString("village_code"),
                        MeetingPurpose.findByKey(row.getString("purpose")).orElseThrow(),
                        row.getInt("edition"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("code"),
                        row.getString("sha256")))
                .list();
    }

    void finish(String regencyCode, UUID id, String sha256, long size) {
        jdbc.sql("""
                update deliberation.minutes_bundle set sha256 = :sha256, size = :size where regency_code = :regency and id = :id
                """)
                .param("sha256", sha256)
                .param("size", size)
                .param("regency", regencyCode)
                .param("id", id)
                .update();
    }
}
