package id.tuntas.decrees.internal;

import id.tuntas.decrees.internal.Locked.Effect;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.platform.Hashes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The locked decrees of a round and the list that is in force. */
@Component
class DecreeQueries {

    private final JdbcClient jdbc;

    DecreeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The decree and its amendments, in their order. */
    List<Locked> decrees(String regencyCode, UUID roundId) {
        return jdbc.sql("""
                select * from decrees.decree where regency_code = :regency and round_id = :round order by ordinal
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query(DecreeQueries::locked)
                .list();
    }

    /** What one decree did, by number. */
    List<Line> lines(String regencyCode, UUID decreeId) {
        return jdbc.sql("""
                select * from decrees.family where regency_code = :regency and decree_id = :decree order by number collate "C"
                """)
                .param("regency", regencyCode)
                .param("decree", decreeId)
                .query(DecreeQueries::line)
                .list();
    }

    /**
     * The list in force after a decree, by number.
     *
     * @param scope patterns of village codes
     */
    List<Line> inForce(String regencyCode, UUID roundId, int ordinal, String... scope) {
        return jdbc.sql("""
                select * from (
                    select distinct on (family_id) * from decrees.change
                    where regency_code = :regency and round_id = :round and ordinal <= :ordinal and village_code like any(:scope)
                    order by family_id, ordinal desc) newest
                where change = 'listed' order by number collate "C"
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("ordinal", ordinal)
                .param("scope", scope)
                .query(DecreeQueries::line)
                .list();
    }

    /** By family, the decree that last listed it, of those up to one. */
    Map<UUID, Locked> listings(String regencyCode, UUID roundId, int ordinal) {
        Map<UUID, Locked> listings = new HashMap<>();
        jdbc.sql("""
                select distinct on (c.family_id) c.family_id, d.* from decrees.change c
                join decrees.decree d on d.regency_code = c.regency_code and d.id = c.decree_id
                where c.regency_code = :regency and c.round_id = :round and c.ordinal <= :ordinal and c.change = 'listed'
                order by c.family_id, c.ordinal desc
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("ordinal", ordinal)
                .query(row -> {
                    listings.put(row.getObject("family_id", UUID.class), locked(row, row.getRow()));
                });
        return listings;
    }

    /** The decree that held on a day; none before the first. */
    Optional<Locked> findOn(String regencyCode, UUID roundId, LocalDate day) {
        return jdbc.sql("""
                select * from decrees.decree where regency_code = :regency and round_id = :round and holds_from <= :day
                order by ordinal desc limit 1
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("day", day)
                .query(DecreeQueries::locked)
                .optional();
    }

    private static Locked locked(ResultSet row, int n) throws SQLException {
        return new Locked(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getInt("ordinal"),
                row.getString("number"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("scan"),
                row.getString("despite"),
                row.getInt("families"),
                row.getInt("persons"),
                Hashes.hex(row.getBytes("root")),
                row.getObject("locked_by", UUID.class),
                row.getTimestamp("locked_at").toInstant(),
                row.getObject("holds_from", LocalDate.class),
                row.getInt("root_version"));
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getObject("family_id", UUID.class),
                row.getString("number"),
                row.getString("change").equals(Effect.LISTED.key()) ? Effect.LISTED : Effect.STRUCK,
                row.getString("reason"),
                row.getString("content"));
    }
}
