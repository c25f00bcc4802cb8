package id.tuntas.rosterfile;

import org.jspecify.annotations.Nullable;

public enum Sex {
    MALE,
    FEMALE;

    /** Reads LAKI-LAKI, PEREMPUAN and the usual short and other forms; null for anything else. */
    public static @Nullable Sex read(String value) {
        return switch (Spelling.letters(value)) {
            case "lakilaki", "l", "lk", "laki", "lelaki", "pria", "1" -> MALE;
            case "perempuan", "p", "pr", "wanita", "2" -> FEMALE;
            default -> null;
        };
    }
}
