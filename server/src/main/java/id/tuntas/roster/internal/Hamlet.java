package id.tuntas.roster.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hamlet in an address, which the lists have no column for: {@code Br. Dinas Kaja, Panji} lies in {@code Banjar Dinas Kaja}. */
final class Hamlet {

    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:(?<banjar>banjar|br)\\b\\.?\\s*(?<office>dinas\\b)?|(?<other>dusun|lingkungan)\\b)\\s*"
                    + "(?<name>[\\p{L}'’ -]+?)\\s*(?=[,.;/(\\d]|\\b(?:rt|rw|no|desa|kel|kec)\\b|$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Hamlet() {}

    /** Empty when the address names none. */
    static String in(String address) {
        Matcher matcher = NAMED.matcher(address);
        if (!matcher.find() || matcher.group("name").isBlank()) {
            return "";
        }
        String name = matcher.group("name").strip();
        if (matcher.group("banjar") != null) {
            return (matcher.group("office") == null ? "Banjar " : "Banjar Dinas ") + name;
        }
        return matcher.group("other").equalsIgnoreCase("dusun") ? "Dusun " + name : "Lingkungan " + name;
    }
}
