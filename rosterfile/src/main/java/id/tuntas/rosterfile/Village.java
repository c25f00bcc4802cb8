package id.tuntas.rosterfile;

/**
 * @param code with dots, as {@code 51.08.01.2001}
 * @param district code with dots, as {@code 51.08.01}
 */
public record Village(String code, String name, String district, String districtName) {

    /** Without dots, as many lists spell it. */
    public String digits() {
        return Spelling.digits(code);
    }
}
