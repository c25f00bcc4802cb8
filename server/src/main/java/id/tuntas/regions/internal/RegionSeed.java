package id.tuntas.regions.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.tuntas.platform.Regency;
import id.tuntas.rosterfile.layout.BulelengRegions;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the region table that ships with the product; rows that are there already stay as they are. */
@Component
class RegionSeed {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Regency regency;

    RegionSeed(JdbcClient jdbc, TransactionTemplate transaction, Regency regency) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.regency = regency;
    }

    void load() {
        Map<String, List<NamedCsvRecord>> byDistrict = new LinkedHashMap<>();
        for (NamedCsvRecord village : read()) {
            byDistrict
                    .computeIfAbsent(village.getField("kode_kecamatan"), code -> new ArrayList<>())
                    .add(village);
        }
        transaction.executeWithoutResult(status -> {
            insert(regency.code(), "regency", null, regency.name(), "kabupaten", null, null);
            byDistrict.forEach((code, villages) -> {
                String name = villages.getFirst().getField("kecamatan");
                insert(
                        code,
                        "district",
                        regency.code(),
                        name,
                        "kecamatan",
                        mean(villages, "lat_centroid"),
                        mean(villages, "lng_centroid"));
                villages.forEach(village -> insert(
                        village.getField("kode"),
                        "village",
                        code,
                        village.getField("nama"),
                        village.getField("jenis"),
                        Double.valueOf(village.getField("lat_centroid")),
                        Double.valueOf(village.getField("lng_centroid"))));
            });
        });
    }

    private static List<NamedCsvRecord> read() {
        try (Reader reader = new InputStreamReader(
                new ClassPathResource(BulelengRegions.TABLE).getInputStream(), StandardCharsets.UTF_8)) {
            return CsvReader.builder().ofNamedCsvRecord(reader).stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the region table " + BulelengRegions.TABLE + " cannot be read", e);
        }
    }

    private static double mean(List<NamedCsvRecord> villages, String column) {
        return villages.stream()
                .mapToDouble(village -> Double.parseDouble(village.getField(column)))
                .average()
                .orElseThrow();
    }

    private void insert(
            String code,
            String level,
            @Nullable String parent,
            String name,
            String kind,
            @Nullable Double lat,
            @Nullable Double lng) {
        jdbc.sql("""
                insert into regions.region values (:code, :regency, :level, :parent, :name, :kind, :lat, :lng)
                on conflict (code) do nothing
                """)
                .param("code", code)
                .param("regency", regency.code())
                .param("level", level)
                .param("parent", parent)
                .param("name", name)
                .param("kind", kind)
                .param("lat", lat)
                .param("lng", lng)
                .update();
    }
}
