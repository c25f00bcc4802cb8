package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each village of a round stands with its meeting. */
@Component
class VillageQueries {

    /** Counts are families; those of a meeting are of its newest edition. */
    private static final String VILLAGES = """
            with families as (
                select village_code, count(*) as total, count(*) filter (where state = 'approved') as reviewed
                from cases.family where regency_code = :regency and round_id = :round and village_code like any(:scope)
                group by village_code),
            latest as (
                select distinct on (village_code) village_code, id, edition, state, sheet ->> 'heldOn' as held_on
                from deliberation.meeting where regency_code = :regency and round_id = :round and village_code like any(:scope)
                order by village_code, edition desc),
            decided as (
                select l.village_code, count(*) filter (where s.outcome = 'agreed') as agreed,
                    count(*) filter (where s.outcome = 'disputed') as disputed, count(s.held) as overruled,
                    count(*) filter (where s.outcome = 'revisit') as revisit,
                    count(*) filter (where s.outcome <> 'revisit' and coalesce(s.held, s.finding) = 'extremely_poor') as extremely_poor,
                    count(*) filter (where f.state = 'approved' and f.visit_id = s.visit_id) as of_reviewed
                from latest l
                join deliberation.standing s on s.regency_code = :regency and s.meeting_id = l.id
                join cases.family f on f.regency_code = s.regency_code and f.id = s.family_id
                group by l.village_code),
            waiting as (
                select f.village_code, count(*) as graduations from graduation.graduation g
                join cases.family f on f.regency_code = g.regency_code and f.id = g.family_id
                where g.regency_code = :regency and g.round_id = :round and g.state = 'proposed' and f.village_code like any(:scope)
                group by f.village_code),
            on_graduations as (
                select distinct on (village_code) village_code, id, edition, state, cast(sheet ->> 'heldOn' as date) as held_on
                from deliberation.every_meeting
                where regency_code = :regency and round_id = :round and purpose = 'graduation' and village_code like any(:scope)
                order by village_code, edition desc)
            select f.*, coalesce(w.graduations, 0) as waiting, g.id as on_graduations, g.edition as graduations_edition,
                g.state as graduations_state, g.held_on as graduations_on, l.id, l.edition, l.state,
                cast(l.held_on as date) as held_on, coalesce(d.agreed, 0) as agreed, coalesce(d.disputed, 0) as disputed,
                coalesce(d.overruled, 0) as overruled, coalesce(d.revisit, 0) as revisit,
                coalesce(d.extremely_poor, 0) as extremely_poor, f.reviewed - coalesce(d.of_reviewed, 0) as undecided
            from families f
            left join latest l on l.village_code = f.village_code
            left join decided d on d.village_code = f.village_code
            left join waiting w on w.village_code = f.village_code
            left join on_graduations g on g.village_code = f.village_code
            order by f.village_code
            """;

    /**
     * One village. The numbers are families.
     *
     * @param meetingId of the newest edition; null while nobody has opened a meeting
     * @param state none, open or closed
     * @param overruled where the meeting holds another finding than the review
     * @param extremelyPoor by the meeting's word, and by the review's where that stands
     * @param undecided reviewed families on which the newest edition has not decided
     * @param graduations how it stands with those that need the village's word
     */
    record VillageView(
            String village,
            String name,
            String kind,
            String district,
            String districtName,
            int families,
            int reviewed,
            @Nullable UUID meetingId,
            @Nullable Integer edition,
            String state,
            @Nullable LocalDate heldOn,
            int agreed,
            int disputed,
            int overruled,
            int revisit,
            int extremelyPoor,
            int undecided,
            GraduationsView graduations) {}

    /**
     * @param waiting families that are proposed
     * @param meeting the newest on them; null while there was none
     */
    record GraduationsView(int waiting, @Nullable GraduationMeeting meeting) {}

    record GraduationMeeting(
            UUID id, int edition, String state, @Nullable LocalDate heldOn) {}

    private final JdbcClient jdbc;
    private final Regions regions;

    VillageQueries(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    /** By code. */
    List<VillageView> list(Actor actor, UUID roundId) {
        return jdbc.sql(VILLAGES)
                .param("regency", actor.regencyCode())
                .param("round", roundId)
                .param("scope", actor.scope(Verb.PROGRESS_READ))
                .query(this::village)
                .list();
    }

    private VillageView village(ResultSet row, int n) throws SQLException {
        String code = row.getString("village_code");
        Region village = regions.find(code).orElseThrow();
        String district = village.parent() == null ? "" : village.parent();
        return new VillageView(
                code,
                village.name(),
                village.kind(),
                district,
                regions.name(district),
                row.getInt("total"),
                row.getInt("reviewed"),
                row.getObject("id", UUID.class),
                row.getObject("edition", Integer.class),
                row.getString("state") == null ? "none" : row.getString("state"),
                row.getObject("held_on", LocalDate.class),
                row.getInt("agreed"),
                row.getInt("disputed"),
                row.getInt("overruled"),
                row.getInt("revisit"),
                row.getInt("extremely_poor"),
                row.getInt("undecided"),
                new GraduationsView(row.getInt("waiting"), onGraduations(row)));
    }

    private static @Nullable GraduationMeeting onGraduations(ResultSet row) throws SQLException {
        UUID id = row.getObject("on_graduations", UUID.class);
        return id == null
                ? null
                : new GraduationMeeting(
                        id,
                        row.getInt("graduations_edition"),
                        row.getString("graduations_state"),
                        row.getObject("graduations_on", LocalDate.class));
    }
}
