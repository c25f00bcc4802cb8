package id.tuntas.forms;

import id.tuntas.forms.VervalAnswers.Housing;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which part of a house is poor enough to be shown on a photo; the form asks for the photo under the same condition. */
public final class HouseParts {
    private HouseParts() {}

    public static boolean weakRoof(Housing house) {
        return weak(house.roof(), house.roofQuality(), Set.of("thatch", "bamboo"));
    }

    public static boolean weakWall(Housing house) {
        return weak(house.wall(), house.wallQuality(), Set.of("bamboo", "zinc"));
    }

    public static boolean weakFloor(Housing house) {
        return weak(house.floor(), house.floorQuality(), Set.of("earth", "bamboo"));
    }

    /** A toilet that is there to be photographed and is not the family's own. */
    static boolean weakToilet(Housing house) {
        return house.toilet() != null && Set.of("shared", "other").contains(house.toilet());
    }

    private static boolean weak(@Nullable String material, @Nullable String quality, Set<String> poor) {
        return "bad".equals(quality) || material != null && poor.contains(material);
    }
}
