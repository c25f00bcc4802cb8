package id.tuntas.citizens.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.citizens.DeclineReason;
import id.tuntas.citizens.PetitionKind;
import id.tuntas.citizens.Petitions.DeclinedInVillage;
import id.tuntas.citizens.Petitions.OpenInVillage;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Page;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Petitions as the office sees them, the most urgent first. */
@Component
class PetitionQueries {

    /** How far a petition has come; {@link #key} is the view's word for it. */
    enum Stage {
        RECEIVED("received"),
        TO_ASSIGN("toAssign"),
        TO_VISIT("toVisit"),
        IN_REVIEW("inReview"),
        TO_MEETING("toMeeting"),
        DECIDED("decided"),
        DECLINED("declined");

        private final String key;

        Stage(String key) {
            this.key = key;
        }

        @JsonValue
        String key() {
            return key;
        }

        static Stage of(String key) {
            return Arrays.stream(values())
                    .filter(stage -> stage.key.equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * @param daysLeft until the answer is due; negative when it is late, null when it is answered
     * @param phone of the sender, for whoever answers
     * @param officer whose visit is waited for
     * @param note why the office did what it did; never shown to the sender
     */
    record PetitionView(
            UUID id,
            PetitionKind kind,
            String name,
            String place,
            String reason,
            @Nullable String phone,
            boolean photo,
            String village,
            String villageName,
            String districtName,
            Instant receivedAt,
            LocalDate dueOn,
            @Nullable Long daysLeft,
            Stage stage,
            @Nullable String officer,
            @Nullable UUID caseId,
            @Nullable String caseNumber,
            @Nullable DeclineReason declineReason,
            String note,
            @Nullable Instant answeredAt) {}

    private final JdbcClient jdbc;
    private final Regions regions;
    private final BusinessClock clock;

    PetitionQueries(JdbcClient jdbc, Regions regions, BusinessClock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    /** @param answered only those that are, or only those that are not */
    Page<PetitionView> list(Actor actor, boolean answered, @Nullable UUID after, int limit) {
        List<PetitionView> rows = jdbc.sql("""
                select p.*, u.name as officer_name from citizens.standing p
                left join access.account u on u.regency_code = p.regency_code and u.id = p.officer_id
                where p.regency_code = :regency and p.village_code like any(:scope) and (p.answered_at is not null) = :answered
                    and (cast(:after as uuid) is null or (p.due_on, p.id) > (select a.due_on, a.id from citizens.petition a
                        where a.regency_code = :regency and a.id = :after))
                order by p.due_on, p.id limit :limit
                """)
                .param("regency", actor.regencyCode())
                .param("scope", actor.scope(Verb.PETITION_READ))
                .param("answered", answered)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, n) -> view(actor, row))
                .list();
        return Page.of(rows, limit, view -> view.id().toString());
    }

    private PetitionView view(Actor actor, ResultSet row) throws SQLException {
        String village = row.getString("village_code");
        Timestamp answered = row.getTimestamp("answered_at");
        LocalDate due = row.getObject("due_on", LocalDate.class);
        String declined = row.getString("decline_reason");
        return new PetitionView(
                row.getObject("id", UUID.class),
                PetitionKind.findByKey(row.getString("kind")).orElseThrow(),
                row.getString("head_name"),
                row.getString("place"),
                row.getString("reason"),
                actor.may(Verb.VISIT_REVIEW, village) ? row.getString("phone") : null,
                row.getString("photo") != null,
                village,
                regions.name(village),
                regions.find(village)
                        .map(found -> regions.name(String.valueOf(found.parent())))
                        .orElse(""),
                row.getTimestamp("received_at").toInstant(),
                due,
                answered == null ? ChronoUnit.DAYS.between(clock.today(), due) : null,
                Stage.of(row.getString("stage")),
                row.getString("officer_name"),
                row.getObject("family_id", UUID.class),
                row.getString("number"),
                declined == null ? null : DeclineReason.ofCode(declined),
                row.getString("note"),
                answered == null ? null : answered.toInstant());
    }

    /** The photo of a petition that the actor may see. */
    Optional<String> photo(Actor actor, UUID id) {
        return jdbc.sql("""
                select photo from citizens.petition
                where regency_code = :regency and id = :id and village_code like any(:scope) and photo is not null
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("scope", actor.scope(Verb.PETITION_READ))
                .query(String.class)
                .optional();
    }

    List<DeclinedInVillage> declined(String regencyCode, UUID roundId, String[] scope, LocalDate day) {
        return jdbc.sql("""
                select village_code, judged_by, count(*) filter (where kind = 'nomination') as nominations,
                    count(*) filter (where kind = 'objection') as objections
                from citizens.petition
                where regency_code = :regency and round_id = :round and village_code like any(:scope) and judgement = 'declined'
                    and judged_at < :end
                group by village_code, judged_by order by count(*) desc, village_code, judged_by
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .param(
                        "end",
                        Timestamp.from(
                                day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant()))
                .query((row, n) -> new DeclinedInVillage(
                        row.getString("village_code"),
                        row.getObject("judged_by", UUID.class),
                        row.getInt("nominations"),
                        row.getInt("objections")))
                .list();
    }

    /** Whether the actor himself approved the visit by which one of the families stands. */
    boolean approvedByHimself(Actor actor, List<UUID> families) {
        return jdbc.sql("""
                select exists (select from cases.family f
                    join lateral (select actor_id from cases.step s where s.regency_code = f.regency_code and s.family_id = f.id
                        and s.to_state = 'approved' order by s.id desc limit 1) s on true
                    where f.regency_code = :regency and f.id = any(:families) and f.state = 'approved' and s.actor_id = :me)
                """)
                .param("regency", actor.regencyCode())
                .param("families", families.toArray(UUID[]::new))
                .param("me", actor.id())
                .query(Boolean.class)
                .single();
    }

    List<UUID> proposalsOf(String regencyCode, UUID familyId) {
        return jdbc.sql("""
                select id from citizens.petition
                where regency_code = :regency and family_id = :family and judgement = 'opened'
                union all
                select id from nominations.nomination where regency_code = :regency and family_id = :family
                """)
                .param("regency", regencyCode)
                .param("family", familyId)
                .query(UUID.class)
                .list();
    }

    List<OpenInVillage> unanswered(String regencyCode) {
        return jdbc.sql("""
                select village_code, count(*) filter (where kind = 'nomination') as nominations,
                    count(*) filter (where kind = 'objection') as objections, min(at) as oldest
                from (select village_code, kind, received_at as at from citizens.standing
                        where regency_code = :regency and answered_at is null
                    union all
                    select n.village_code, 'nomination', n.proposed_at from nominations.nomination n
                        join visits.visit v on v.regency_code = n.regency_code and v.id = n.visit_id
                        where n.regency_code = :regency and n.family_id is null and v.family_id is null and v.state <> 'rejected') waiting
                group by village_code order by village_code
                """)
                .param("regency", regencyCode)
                .query((row, n) -> new OpenInVillage(
                        row.getString("village_code"),
                        row.getInt("nominations"),
                        row.getInt("objections"),
                        BusinessClock.dayOf(row.getTimestamp("oldest").toInstant())))
                .list();
    }
}
