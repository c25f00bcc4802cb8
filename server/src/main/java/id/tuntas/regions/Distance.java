package id.tuntas.regions;

/** Metres over the ground between two points in WGS 84 degrees, on a sphere: good to half a percent. */
public final class Distance {

    /** Villages of Buleleng reach some five kilometres from their centroid: whoever is further away is not at the family. */
    public static final double FAR = 5_000;

    /** Mean radius of the earth (IUGG R1). */
    private static final double RADIUS = 6_371_008.8;

    private Distance() {}

    public static double metres(double lat, double lng, double otherLat, double otherLng) {
        double dLat = Math.toRadians(otherLat - lat);
        double dLng = Math.toRadians(otherLng - lng);
        double haversine = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * Math.pow(Math.sin(dLng / 2), 2);
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
