package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.RegionReference;
import id.tuntas.rosterfile.Spelling;
import id.tuntas.rosterfile.Village;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Villages by code and name, remembered: a roster names the same few thousands on every row. */
final class VillageCheck {

    private static final int REMEMBERED = 100_000;
    private static final List<String> TITLES = List.of("desa", "kelurahan", "kel", "kecamatan", "kec");

    private final RegionReference regions;
    private final Map<String, Optional<Village>> found = new HashMap<>();
    private final Map<String, String> letters = new HashMap<>();

    VillageCheck(RegionReference regions) {
        this.regions = regions;
    }

    @Nullable Village find(String digits) {
        Optional<Village> known = found.get(digits);
        if (known == null) {
            known = regions.findVillage(digits);
            if (found.size() < REMEMBERED) {
                found.put(digits, known);
            }
        }
        return known.orElse(null);
    }

    /** {@code DESA TINGA TINGA} is Tinga-tinga. */
    boolean sameName(String name, String official) {
        String given = letters(name);
        String right = letters(official);
        if (given.equals(right)) {
            return true;
        }
        return TITLES.stream().anyMatch(title -> given.equals(title + right));
    }

    private String letters(String name) {
        String spelt = letters.get(name);
        if (spelt == null) {
            spelt = Spelling.letters(name);
            if (letters.size() < REMEMBERED) {
                letters.put(name, spelt);
            }
        }
        return spelt;
    }
}
