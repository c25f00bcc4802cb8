package id.tuntas.access;

/** A role in a region and in everything below it. */
public record Grant(Role role, String region) {

    boolean covers(String code) {
        return code.equals(region) || code.startsWith(region + ".");
    }
}
