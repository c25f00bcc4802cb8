package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.internal.SheetRow.Current;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Json;
import id.tuntas.regions.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SheetStore {

    private static final String STANDING =
            """
            select %s, i.id, i.version, i.state, %s as asked_at, i.promised_on, i.planned_on, i.delivered_on, i.amount, i.reason, f.number, f.head_name, f.address,
                f.village_code, i.programme_id, p.name as programme, i.units, p.unit = 'person' as counts_persons, %s as quota_year
            from interventions.intervention i
            join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
            join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
            %s
            where i.regency_code = :regency and
            """.formatted(Struck.COLUMNS, InterventionStore.ASKED_AT, InterventionStore.QUOTA_YEAR, Struck.JOIN)
                    + InterventionStore.WORKABLE;

    private static final String OWN =
            "select * from interventions.sheet where regency_code = :regency and id = :id and created_by = :me";

    /** A workbook that was checked. */
    record Kept(UUID id, String fileName, CheckedSheet sheet, List<String> receipts, boolean committed) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Regions regions;
    private final BusinessClock clock;

    SheetStore(JdbcClient jdbc, Json json, Regions regions, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.regions = regions;
        this.clock = clock;
    }

    /** All that the actor may answer; read while it is walked over, so it must be closed. @param open only what waits for a step */
    Stream<Current> standing(Actor actor, boolean open) {
        return jdbc
                .sql(STANDING
                        + (open ? " and i.state in ('proposed', 'accepted', 'planned', 'missing', 'different')" : "")
                        + " order by i.due nulls last, i.id")
                .param("regency", actor.regencyCode())
                .param("work", actor.scope(Verb.INTERVENTION_WORK))
                .param("manage", actor.scope(Verb.INTERVENTION_MANAGE))
                .param("me", actor.id())
                .param("zone", BusinessClock.ZONE.getId())
                .query(this::current)
                .stream();
    }

    private Current current(ResultSet row, int n) throws SQLException {
        return new Current(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                InterventionState.findByKey(row.getString("state")).orElseThrow(),
                BusinessClock.dayOf(row.getTimestamp("asked_at").toInstant()),
                row.getObject("promised_on", LocalDate.class),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("delivered_on", LocalDate.class),
                row.getObject("amount", Long.class),
                row.getString("reason"),
                row.getString("number"),
                row.getString("head_name"),
                row.getString("address"),
                row.getString("village_code"),
                regions.name(row.getString("village_code")),
                row.getObject("programme_id", UUID.class),
                row.getString("programme"),
                row.getInt("units"),
                row.getBoolean("counts_persons"),
                row.getInt("quota_year"),
                Struck.of(row));
    }

    Kept insert(Actor actor, String fileName, String sha256, CheckedSheet sheet, List<String> receipts) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into interventions.sheet (regency_code, id, file_name, sha256, row_count, same_count, changes, problems, rejected,
                    receipts, created_by, created_at)
                values (:regency, :id, :name, :sha256, :rows, :same, cast(:changes as jsonb), cast(:problems as jsonb), cast(:rejected as jsonb), :receipts, :me, :now)
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("name", fileName)
                .param("sha256", sha256)
                .param("rows", sheet.rows())
                .param("same", sheet.same())
                .param("changes", json.write(sheet.changes()))
                .param("problems", json.write(sheet.problems()))
                .param("rejected", json.write(sheet.rejected()))
                .param("receipts", receipts.toArray(String[]::new))
                .param("me", actor.id())
                .param("now", Timestamp.from(clock.now()))
                .update();
        return new Kept(id, fileName, sheet, receipts, false);
    }

    /** The actor's own. */
    Optional<Kept> find(Actor actor, UUID id) {
        return read(OWN, actor, id);
    }

    /** The actor's own, held until the transaction ends. */
    Optional<Kept> lock(Actor actor, UUID id) {
        return read(OWN + " for no key update", actor, id);
    }

    private Optional<Kept> read(String sql, Actor actor, UUID id) {
        return jdbc.sql(sql)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("me", actor.id())
                .query((row, n) -> new Kept(
                        id,
                        row.getString("file_name"),
                        new CheckedSheet(
                                row.getInt("row_count"),
                                row.getInt("same_count"),
                                List.of(json.read(row.getString("changes"), CheckedSheet.Change[].class)),
                                List.of(json.read(row.getString("problems"), CheckedSheet.Problem[].class)),
                                List.of(json.read(row.getString("rejected"), CheckedSheet.Rejected[].class))),
                        List.of((String[]) row.getArray("receipts").getArray()),
                        row.getTimestamp("committed_at") != null))
                .optional();
    }

    void commit(Actor actor, UUID id) {
        jdbc.sql("update interventions.sheet set committed_at = :now where regency_code = :regency and id = :id")
                .param("now", Timestamp.from(clock.now()))
                .param("regency", actor.regencyCode())
                .param("id", id)
                .update();
    }
}
