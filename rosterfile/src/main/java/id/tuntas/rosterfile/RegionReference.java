package id.tuntas.rosterfile;

import id.tuntas.rosterfile.layout.BulelengRegions;
import java.util.Optional;

/** The villages that a roster may name. */
@FunctionalInterface
public interface RegionReference {

    /**
     * @param digits the ten digits of a village's Kemendagri code, without dots
     */
    Optional<Village> findVillage(String digits);

    /** The 148 villages of Buleleng. */
    static BulelengRegions buleleng() {
        return BulelengRegions.load();
    }
}
