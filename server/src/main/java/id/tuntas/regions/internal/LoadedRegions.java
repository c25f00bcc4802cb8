package id.tuntas.regions.internal;

import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LoadedRegions implements Regions {

    private final Map<String, Region> byCode = new TreeMap<>();

    LoadedRegions(JdbcClient jdbc, RegionSeed seed) {
        seed.load();
        jdbc.sql("select * from regions.region")
                .query((row, n) -> new Region(
                        row.getString("code"),
                        row.getString("level"),
                        row.getString("parent_code"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getObject("lat", Double.class),
                        row.getObject("lng", Double.class)))
                .list()
                .forEach(region -> byCode.put(region.code(), region));
    }

    @Override
    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public String name(String code) {
        Region region = byCode.get(code);
        return region == null ? code : region.name();
    }

    @Override
    public List<Region> list(String level, @Nullable String parent) {
        return byCode.values().stream()
                .filter(region -> region.level().equals(level))
                .filter(region -> parent == null || region.code().startsWith(parent + "."))
                .toList();
    }

    @Override
    public Map<String, Region> villages(String regencyCode) {
        Map<String, Region> villages = new TreeMap<>();
        list("village", regencyCode).forEach(village -> villages.put(village.code(), village));
        return villages;
    }
}
