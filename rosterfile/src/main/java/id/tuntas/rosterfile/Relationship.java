package id.tuntas.rosterfile;

import org.jspecify.annotations.Nullable;

/** Relationship to the head of the family, as far as every layout tells it apart. */
public enum Relationship {
    HEAD,
    SPOUSE,
    CHILD,
    OTHER;

    /** Reads P3KE 2022, P3KE 2023 and the family card's words; null when the cell is empty. */
    public static @Nullable Relationship read(String value) {
        if (value.isEmpty()) {
            return null;
        }
        String word = Spelling.letters(value);
        return switch (word) {
            case "kepalakeluarga", "kepala", "kk", "1" -> HEAD;
            case "istrisuami", "suamiistri", "istri", "isteri", "suami" -> SPOUSE;
            case "anak" -> CHILD;
            default -> OTHER;
        };
    }
}
