package id.tuntas.nominations.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.Page;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nominations as the office and their officers see them. What became of one is what became of its visit. */
@Component
class NominationQueries {

    private static final String SELECT = """
            select n.*, u.name as officer_name, v.instance_id, v.version, f.id as case_id, f.number, d.reason,
                case when n.family_id is not null then 'accepted'
                    when v.family_id is not null then 'listed'
                    when v.state = 'rejected' then 'declined'
                    else 'waiting' end as state
            from nominations.nomination n
            join visits.visit v on v.regency_code = n.regency_code and v.id = n.visit_id
            join access.account u on u.regency_code = n.regency_code and u.id = n.officer_id
            left join cases.family f on f.regency_code = v.regency_code and f.id = v.family_id
            left join lateral (select r.reason from review.decision r
                where r.regency_code = v.regency_code and r.visit_id = v.id and r.decision = 'reject' and v.state = 'rejected'
                order by r.at desc limit 1) d on true
            where n.regency_code = :regency
            """;

    /** What became of a nomination. */
    enum State {
        WAITING("waiting"),
        ACCEPTED("accepted"),
        /** The family was on the list after all; the visit counts for it. */
        LISTED("listed"),
        DECLINED("declined");

        private final String key;

        State(String key) {
            this.key = key;
        }

        @JsonValue
        String key() {
            return key;
        }

        static Optional<State> findByKey(String key) {
            return Arrays.stream(values())
                    .filter(state -> state.key.equals(key))
                    .findFirst();
        }
    }

    /**
     * @param version of the visit, for If-Match
     * @param caseNumber of the case that it became, or that it was all along
     * @param reason why it was declined
     */
    record NominationView(
            UUID id,
            UUID visitId,
            String instanceId,
            int version,
            String name,
            String address,
            String hamlet,
            String village,
            String villageName,
            OfficerName officer,
            Instant proposedAt,
            State state,
            @Nullable UUID caseId,
            @Nullable String caseNumber,
            @Nullable String reason) {}

    record OfficerName(UUID id, String name) {}

    private final JdbcClient jdbc;
    private final Regions regions;

    NominationQueries(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    /** The longest waiting first. */
    Page<NominationView> list(Actor actor, @Nullable State state, @Nullable UUID after, int limit) {
        List<NominationView> rows = jdbc.sql("select * from (" + SELECT + """
                    and n.village_code like any(:scope)) as n
                where (cast(:state as text) is null or n.state = :state) and (cast(:after as uuid) is null or n.id > :after)
                order by n.id limit :limit
                """)
                .param("regency", actor.regencyCode())
                .param("scope", actor.scope(Verb.VISIT_REVIEW))
                .param("state", state == null ? null : state.key())
                .param("after", after)
                .param("limit", limit + 1)
                .query(this::view)
                .list();
        return Page.of(rows, limit, view -> view.id().toString());
    }

    /** The officer's own, oldest first. */
    List<NominationView> of(Actor officer) {
        return jdbc.sql(SELECT + "and n.officer_id = :me order by n.id")
                .param("regency", officer.regencyCode())
                .param("me", officer.id())
                .query(this::view)
                .list();
    }

    private NominationView view(ResultSet row, int n) throws SQLException {
        String village = row.getString("village_code");
        return new NominationView(
                row.getObject("id", UUID.class),
                row.getObject("visit_id", UUID.class),
                row.getString("instance_id"),
                row.getInt("version"),
                row.getString("head_name"),
                row.getString("address"),
                row.getString("hamlet"),
                village,
                regions.name(village),
                new OfficerName(row.getObject("officer_id", UUID.class), row.getString("officer_name")),
                row.getTimestamp("proposed_at").toInstant(),
                State.findByKey(row.getString("state")).orElseThrow(),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("reason"));
    }
}
