package id.tuntas.rosterfile.layout;

import id.tuntas.rosterfile.RegionReference;
import id.tuntas.rosterfile.Spelling;
import id.tuntas.rosterfile.Village;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nine districts and 148 villages of Buleleng (Kemendagri codes), carried with this module. */
public final class BulelengRegions implements RegionReference {

    /** The table on the class path, with each village's kind and centroid, for who needs more than its name. */
    public static final String TABLE = "id/tuntas/rosterfile/regions/buleleng_wilayah.csv";

    public static final String PROVINCE = "BALI";
    public static final String REGENCY = "BULELENG";

    private final Map<String, Village> villages;

    private BulelengRegions(Map<String, Village> villages) {
        this.villages = villages;
    }

    public static BulelengRegions load() {
        Map<String, Village> villages = new LinkedHashMap<>();
        for (var line : ResourceTable.at(TABLE)) {
            Village village = new Village(
                    line.getField("kode"),
                    line.getField("nama"),
                    line.getField("kode_kecamatan"),
                    line.getField("kecamatan"));
            villages.put(Spelling.digits(village.code()), village);
        }
        return new BulelengRegions(villages);
    }

    @Override
    public Optional<Village> findVillage(String digits) {
        return Optional.ofNullable(villages.get(digits));
    }

    /** By code. */
    public Collection<Village> villages() {
        return villages.values();
    }

    public List<Village> villagesOf(String district) {
        return villages.values().stream()
                .filter(village -> village.district().equals(district))
                .toList();
    }

    public List<String> districts() {
        return villages.values().stream().map(Village::district).distinct().toList();
    }
}
