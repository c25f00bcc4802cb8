package id.tuntas.regions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Regions by code. They change rarely and are read from memory. */
public interface Regions {

    Optional<Region> find(String code);

    /** Name of a region, or the code itself when it is not known. */
    String name(String code);

    /** Regions of one level below a parent, at any depth, by code. */
    List<Region> list(String level, @Nullable String parent);

    /** All villages of a regency by code. */
    Map<String, Region> villages(String regencyCode);
}
