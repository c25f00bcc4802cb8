package id.tuntas.rosterfile;

import org.jspecify.annotations.Nullable;

public enum Sex {
    MALE,
    FEMALE;

    /** Reads LAKI-LAKI, PEREMPUAN and the usual short forms; null for anything else. */
    public static @Nullable Sex read(String value) {
        if (value.isEmpty()) {
            return null;
        }
        return switch (Character.toLowerCase(value.charAt(0))) {
            case 'l' -> MALE;
            case 'p', 'w' -> FEMALE;
            case '1' -> value.length() == 1 ? MALE : null;
            case '2' -> value.length() == 1 ? FEMALE : null;
            default -> null;
        };
    }
}
