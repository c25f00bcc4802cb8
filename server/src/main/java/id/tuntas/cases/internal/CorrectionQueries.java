package id.tuntas.cases.internal;

import id.tuntas.cases.CorrectedFamily;
import id.tuntas.cases.CorrectedFamily.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where approved visits and the roster disagree about who is there. */
@Component
class CorrectionQueries {

    private final JdbcClient jdbc;

    CorrectionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String key,
            boolean gone,
            @Nullable String name,
            @Nullable String nik) {}

    List<CorrectedFamily> of(String regencyCode, UUID roundId) {
        Map<String, CorrectedFamily> families = new LinkedHashMap<>();
        jdbc.sql("""
                select f.roster_family_key, f.contact in ('moved', 'deceased', 'not_found', 'duplicate') as gone, m.name, m.nik
                from cases.family f
                left join cases.member m on m.regency_code = f.regency_code and m.family_id = f.id
                    and m.existence in ('moved', 'deceased')
                where f.regency_code = :regency and f.round_id = :round and f.state = 'approved' and f.roster_family_key is not null
                    and (m.id is not null or f.contact in ('moved', 'deceased', 'not_found', 'duplicate'))
                order by f.roster_family_key, m.ordinal
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query((row, n) -> new Row(
                        row.getString("roster_family_key"),
                        row.getBoolean("gone"),
                        row.getString("name"),
                        row.getString("nik")))
                .list()
                .forEach(row -> families.merge(row.key(), family(row), CorrectionQueries::together));
        return List.copyOf(families.values());
    }

    private static CorrectedFamily family(Row row) {
        List<Person> absent = row.name() == null ? List.of() : List.of(new Person(row.name(), row.nik()));
        return new CorrectedFamily(row.key(), row.gone(), absent);
    }

    private static CorrectedFamily together(CorrectedFamily one, CorrectedFamily other) {
        List<Person> absent = new ArrayList<>(one.absent());
        absent.addAll(other.absent());
        return new CorrectedFamily(one.familyKey(), one.gone(), absent);
    }
}
