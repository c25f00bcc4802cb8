package id.tuntas.roster.internal;

import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rosterfile.RegionReference;
import id.tuntas.rosterfile.Spelling;
import id.tuntas.rosterfile.Village;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The villages that a roster of one regency may name. */
final class VillageReference implements RegionReference {

    private final Map<String, Village> villages = new HashMap<>();

    VillageReference(Regions regions, String regencyCode) {
        for (Region village : regions.villages(regencyCode).values()) {
            String district = String.valueOf(village.parent());
            villages.put(
                    Spelling.digits(village.code()),
                    new Village(village.code(), village.name(), district, regions.name(district)));
        }
    }

    @Override
    public Optional<Village> findVillage(String digits) {
        return Optional.ofNullable(villages.get(digits));
    }
}
