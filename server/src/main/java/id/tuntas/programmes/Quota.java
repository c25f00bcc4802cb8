package id.tuntas.programmes;

/**
 * How many units a year brings to an area.
 *
 * @param area code of the regency, of a district or of a village
 */
public record Quota(int year, String area, int units) {}
