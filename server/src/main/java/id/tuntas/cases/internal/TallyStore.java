package id.tuntas.cases.internal;

import id.tuntas.cases.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counters of the villages. */
@Component
class TallyStore {

    /** The counts of a group of rows with state, officer_id, contact and finding; says the same as {@link Tally#of}. */
    static final String COUNTS = """
            count(*) as total, count(officer_id) as assigned,
            count(*) filter (where state in ('visited', 'returned', 'approved')) as visited,
            count(*) filter (where state = 'visited') as waiting,
            count(*) filter (where state = 'returned') as returned,
            count(*) filter (where state = 'approved') as approved,
            count(*) filter (where finding = 'extremely_poor') as extremely_poor,
            count(*) filter (where finding = 'poor') as poor,
            count(*) filter (where finding = 'not_poor') as not_poor,
            count(*) filter (where contact = 'found') as found,
            count(*) filter (where contact = 'moved') as moved,
            count(*) filter (where contact = 'deceased') as deceased,
            count(*) filter (where contact = 'not_found') as not_found,
            count(*) filter (where contact = 'duplicate') as duplicate,
            count(*) filter (where contact = 'refused') as refused
            """;

    private final JdbcClient jdbc;

    TallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String regencyCode, UUID roundId, String village, Tally change) {
        if (change.equals(Tally.NONE)) {
            return;
        }
        jdbc.sql("""
                insert into cases.village_tally as t values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (regency_code, round_id, village_code) do update set
                    total = t.total + excluded.total, assigned = t.assigned + excluded.assigned,
                    visited = t.visited + excluded.visited, waiting = t.waiting + excluded.waiting,
                    returned = t.returned + excluded.returned, approved = t.approved + excluded.approved,
                    extremely_poor = t.extremely_poor + excluded.extremely_poor, poor = t.poor + excluded.poor,
                    not_poor = t.not_poor + excluded.not_poor, found = t.found + excluded.found, moved = t.moved + excluded.moved,
                    deceased = t.deceased + excluded.deceased, not_found = t.not_found + excluded.not_found,
                    duplicate = t.duplicate + excluded.duplicate, refused = t.refused + excluded.refused
                """)
                .params(
                        regencyCode,
                        roundId,
                        village,
                        change.total(),
                        change.assigned(),
                        change.visited(),
                        change.waiting(),
                        change.returned(),
                        change.approved(),
                        change.extremelyPoor(),
                        change.poor(),
                        change.notPoor(),
                        change.found(),
                        change.moved(),
                        change.deceased(),
                        change.notFound(),
                        change.duplicate(),
                        change.refused())
                .update();
    }

    /**
     * Counts villages anew from their families, after a bulk change. The counters are held first: whoever changed a family before is then
     * visible to the count, and whoever changes one now adds to it afterwards.
     */
    void recount(String regencyCode, UUID roundId, Collection<String> villages) {
        String[] codes = villages.stream().distinct().sorted().toArray(String[]::new);
        jdbc.sql("""
                insert into cases.village_tally (regency_code, round_id, village_code)
                select :regency, :round, v.code from unnest(:villages) as v (code) order by v.code
                on conflict (regency_code, round_id, village_code) do update set total = village_tally.total
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("villages", codes)
                .update();
        jdbc.sql("update cases.village_tally t set" + """
                    (total, assigned, visited, waiting, returned, approved, extremely_poor, poor, not_poor,
                    found, moved, deceased, not_found, duplicate, refused) = (select\s""" + COUNTS + """
                    from cases.family f where f.regency_code = t.regency_code and f.round_id = t.round_id
                        and f.village_code = t.village_code)
                where t.regency_code = :regency and t.round_id = :round and t.village_code = any(:villages)
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("villages", codes)
                .update();
    }

    static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getInt("total"),
                row.getInt("assigned"),
                row.getInt("visited"),
                row.getInt("waiting"),
                row.getInt("returned"),
                row.getInt("approved"),
                row.getInt("extremely_poor"),
                row.getInt("poor"),
                row.getInt("not_poor"),
                row.getInt("found"),
                row.getInt("moved"),
                row.getInt("deceased"),
                row.getInt("not_found"),
                row.getInt("duplicate"),
                row.getInt("refused"));
    }
}
