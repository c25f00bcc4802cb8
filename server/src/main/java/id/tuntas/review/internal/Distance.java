package id.tuntas.review.internal;

/** Metres over the ground between two points in WGS 84 degrees, on a sphere: good to half a percent. */
final class Distance {

    /** Mean radius of the earth (IUGG R1). */
    private static final double RADIUS = 6_371_008.8;

    private Distance() {}

    static double metres(double lat, double lng, double otherLat, double otherLng) {
        double dLat = Math.toRadians(otherLat - lat);
        double dLng = Math.toRadians(otherLng - lng);
        double haversine = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * Math.pow(Math.sin(dLng / 2), 2);
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
