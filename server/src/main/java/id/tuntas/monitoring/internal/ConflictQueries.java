package id.tuntas.monitoring.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Visits that somebody has to look at because they fit no family, no time or no other visit. */
@Component
class ConflictQueries {

    /** @param district null for visits that name no known family */
    record OpenConflicts(@Nullable String district, int visits, LocalDate oldest) {}

    private final JdbcClient jdbc;

    ConflictQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param everywhere whether visits without a place are shown too: those belong to the regency */
    List<OpenConflicts> open(String regencyCode, UUID roundId, String[] scope, boolean everywhere) {
        return jdbc.sql("""
                select v.district_code, count(distinct v.id) as visits,
                    cast(min(c.at at time zone 'Asia/Makassar') as date) as oldest
                from visits.conflict c
                join visits.visit v on v.regency_code = c.regency_code and v.id = c.visit_id
                where c.regency_code = :regency and c.resolved_at is null
                    and (v.round_id = :round or (v.round_id is null and :everywhere))
                    and (v.village_code like any(:scope) or (v.village_code is null and :everywhere))
                group by v.district_code order by v.district_code nulls last
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("scope", scope)
                .param("everywhere", everywhere)
                .query((row, n) -> new OpenConflicts(
                        row.getString("district_code"), row.getInt("visits"), row.getObject("oldest", LocalDate.class)))
                .list();
    }
}
