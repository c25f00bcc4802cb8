package id.tuntas.programmes;

import org.jspecify.annotations.Nullable;

/**
 * What a year brings to an area: so many units, so much money, or both; 0 is nothing this year.
 *
 * @param area code of the regency, of a district or of a village
 * @param units null where only the money is limited
 * @param rupiah null where only the number is limited
 */
public record Quota(
        int year,
        String area,
        @Nullable Integer units,
        @Nullable Long rupiah) {

    public boolean holds(String village) {
        return (village + ".").startsWith(area + ".");
    }
}
