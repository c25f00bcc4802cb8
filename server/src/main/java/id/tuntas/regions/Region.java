package id.tuntas.regions;

import org.jspecify.annotations.Nullable;

/**
 * @param code with dots, as {@code 51.08.01.2001}
 * @param level regency, district or village
 * @param kind as written locally: kabupaten, kecamatan, desa, kelurahan
 * @param lat latitude of the centroid, WGS 84 degrees; of a district, the mean of its villages
 */
public record Region(
        String code,
        String level,
        @Nullable String parent,
        String name,
        String kind,
        @Nullable Double lat,
        @Nullable Double lng) {}
