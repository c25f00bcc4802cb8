package id.tuntas.monitoring.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of a family after its review: its village's meeting, the regent's decree, what was asked for it and what arrived. */
@Component
class AfterReview {

    private static final String STEPS = """
            select v.visited_at as reassessed_at, g.from_on as graduated_on, m.closed_at, m.outcome, m.poor, d.decided_on, d.number, a.asked_at, a.asked, a.received, a.received_on,
                exists (select from programmes.decreed_family p where p.regency_code = :regency and p.id = :family) as decreed,
                x.decree as struck_by, x.decided_on as struck_on
            from (select count(*) filter (where i.state not in ('refused', 'failed', 'stopped')) as asked,
                    min(s.at) as asked_at, count(r.id) as received, max(r.delivered_on) as received_on
                from interventions.intervention i
                left join lateral (select min(at) as at from interventions.step
                    where regency_code = i.regency_code and intervention_id = i.id) s on true
                left join interventions.received r on r.regency_code = i.regency_code and r.id = i.id
                where i.regency_code = :regency and i.family_id = :family and i.state <> 'withdrawn') a
            left join lateral (select m.closed_at, s.outcome, coalesce(s.held, s.finding) = 'extremely_poor' as poor
                from deliberation.standing s
                join deliberation.meeting m on m.regency_code = s.regency_code and m.id = s.meeting_id
                where s.regency_code = :regency and s.family_id = :family and m.state = 'closed'
                    and not exists (select from deliberation.meeting later where later.regency_code = m.regency_code
                        and later.round_id = m.round_id and later.village_code = m.village_code and later.edition > m.edition)
                order by m.closed_at desc limit 1) m on true
            left join lateral (select k.decided_on, k.number from decrees.in_force f
                join decrees.decree k on k.regency_code = f.regency_code and k.id = f.decree_id
                where f.regency_code = :regency and f.family_id = :family
                order by k.decided_on desc limit 1) d on true
            left join lateral (select max(visited_at) as visited_at from visits.visit
                where regency_code = :regency and family_id = :family and revisit_id is not null and state = 'approved') v on true
            left join decrees.struck x on x.regency_code = :regency and x.family_id = :family
            left join graduation.graduated g on g.regency_code = :regency and g.family_id = :family and g.until_on is null
            """;

    /**
     * @param outcome of the closed meeting that nothing has opened again; {@code poor} whether it holds the family extremely poor
     * @param decree number of the decree that names the family now
     * @param asked requests that stand, and {@code received} those of them that arrived
     * @param reassessedAt the newest approved re-visit, and {@code graduatedOn} since when the family counts as graduated
     */
    record Steps(
            @Nullable Instant deliberatedAt,
            @Nullable String outcome,
            boolean poor,
            @Nullable LocalDate decreedOn,
            @Nullable String decree,
            @Nullable Instant askedAt,
            int asked,
            int received,
            @Nullable LocalDate receivedOn,
            @Nullable Instant reassessedAt,
            @Nullable LocalDate graduatedOn,
            boolean decreed,
            @Nullable Struck struck) {}

    /** The decree that struck the family from the list last. */
    record Struck(String decree, LocalDate on) {}

    private static final String DECREED = """
            select count(*) as families, count(*) filter (where graduated) as graduated,
                count(*) filter (where not graduated and standing = 0) as unasked,
                count(*) filter (where not graduated and standing > received) as under_way
            from decrees.in_force f
            join cases.family c on c.regency_code = f.regency_code and c.id = f.family_id
            cross join lateral (select count(*) filter (where i.state not in ('refused', 'failed', 'stopped', 'withdrawn')) as standing,
                    count(r.id) as received
                from interventions.intervention i
                left join interventions.received r on r.regency_code = i.regency_code and r.id = i.id
                where i.regency_code = f.regency_code and i.family_id = f.family_id) i
            cross join lateral (select exists (select from graduation.graduated g where g.regency_code = f.regency_code
                and g.family_id = f.family_id and g.until_on is null) as graduated) g
            where f.regency_code = :regency and f.round_id = :round and c.village_code like any(:scope)
            """;

    /**
     * Families that the decree names now.
     *
     * @param unasked not graduated, and no request for it stands
     * @param underWay not graduated, and something asked for it has not arrived
     */
    record Decreed(int families, int unasked, int underWay, int graduated) {}

    private final JdbcClient jdbc;

    AfterReview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Steps of(String regencyCode, UUID familyId) {
        return jdbc.sql(STEPS)
                .param("regency", regencyCode)
                .param("family", familyId)
                .query(AfterReview::steps)
                .single();
    }

    /** Before the first decree nobody. @param scope patterns of village codes */
    Decreed decreed(String regencyCode, UUID roundId, String[] scope) {
        return jdbc.sql(DECREED)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .query((row, n) -> new Decreed(
                        row.getInt("families"),
                        row.getInt("unasked"),
                        row.getInt("under_way"),
                        row.getInt("graduated")))
                .single();
    }

    /** Names of the programmes by the codes under which the ledger has them. */
    Map<String, String> programmeNames(String regencyCode) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select code, name from programmes.programme where regency_code = :regency")
                .param("regency", regencyCode)
                .query(row -> {
                    names.put(row.getString("code"), row.getString("name"));
                });
        return names;
    }

    private static Steps steps(ResultSet row, int n) throws SQLException {
        return new Steps(
                moment(row.getTimestamp("closed_at")),
                row.getString("outcome"),
                row.getBoolean("poor"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("number"),
                moment(row.getTimestamp("asked_at")),
                row.getInt("asked"),
                row.getInt("received"),
                row.getObject("received_on", LocalDate.class),
                moment(row.getTimestamp("reassessed_at")),
                row.getObject("graduated_on", LocalDate.class),
                row.getBoolean("decreed"),
                row.getString("struck_by") == null
                        ? null
                        : new Struck(row.getString("struck_by"), row.getObject("struck_on", LocalDate.class)));
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
