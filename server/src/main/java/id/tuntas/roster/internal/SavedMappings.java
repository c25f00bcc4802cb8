package id.tuntas.roster.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Json;
import id.tuntas.rosterfile.ColumnMapping;
import id.tuntas.rosterfile.RosterReport;
import id.tuntas.rosterfile.SheetReport;
import id.tuntas.rosterfile.SheetReport.UnmatchedColumn;
import id.tuntas.rosterfile.Spelling;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sheets mapped by hand once, found again by the fingerprint of their header row. */
@Component
class SavedMappings {

    private final JdbcClient jdbc;
    private final Json json;
    private final BusinessClock clock;

    SavedMappings(JdbcClient jdbc, Json json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Of the headers as they follow each other, without case, spaces and punctuation. */
    static String fingerprint(Collection<String> headers) {
        String spelt = headers.stream().map(Spelling::letters).collect(Collectors.joining("\n"));
        return Hashes.hex(Hashes.sha256(spelt.getBytes(StandardCharsets.UTF_8)));
    }

    /** Mappings of the sheets that the report could not recognise. */
    List<ColumnMapping> fitting(String regencyCode, RosterReport report) {
        String[] fingerprints = report.files().stream()
                .flatMap(file -> file.sheets().stream())
                .filter(sheet -> !sheet.recognised())
                .map(SheetReport::unmatched)
                .filter(columns -> !columns.isEmpty())
                .map(columns -> fingerprint(
                        columns.stream().map(UnmatchedColumn::header).toList()))
                .toArray(String[]::new);
        if (fingerprints.length == 0) {
            return List.of();
        }
        return jdbc.sql("""
                select mapping from roster.saved_mapping where regency_code = :regency and fingerprint = any(:fingerprints)
                """)
                .param("regency", regencyCode)
                .param("fingerprints", fingerprints)
                .query((row, n) -> json.read(row.getString("mapping"), ColumnMapping.class))
                .list();
    }

    /** The newest mapping of a header takes the place of an older one. */
    void save(Actor actor, String fingerprint, ColumnMapping mapping) {
        jdbc.sql("""
                insert into roster.saved_mapping (regency_code, fingerprint, name, mapping, saved_by, saved_at)
                values (:regency, :fingerprint, :name, cast(:mapping as jsonb), :actor, :at)
                on conflict (regency_code, fingerprint) do update
                set name = excluded.name, mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at
                """)
                .param("regency", actor.regencyCode())
                .param("fingerprint", fingerprint)
                .param("name", mapping.name())
                .param("mapping", json.write(mapping))
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }
}
