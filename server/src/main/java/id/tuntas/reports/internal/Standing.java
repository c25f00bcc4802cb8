package id.tuntas.reports.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a visit has made of a family: exactly one for each, counted as the tallies count. */
enum Standing {
    OPEN("open", "Belum diverifikasi"),
    EXTREMELY_POOR("extremelyPoor", "Miskin ekstrem"),
    POOR("poor", "Fakir miskin"),
    NOT_POOR("notPoor", "Mampu"),
    MOVED("moved", "Pindah sekeluarga"),
    DECEASED("deceased", "Meninggal semua"),
    NOT_FOUND("notFound", "Tidak ditemukan"),
    DUPLICATE("duplicate", "Ganda"),
    REFUSED("refused", "Menolak didata");

    private final String key;
    private final String word;

    Standing(String key, String word) {
        this.key = key;
        this.word = word;
    }

    @JsonValue
    String key() {
        return key;
    }

    String word() {
        return word;
    }

    static Optional<Standing> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }

    static Standing of(@Nullable ContactResult contact, @Nullable Finding finding) {
        if (finding != null) {
            return switch (finding) {
                case EXTREMELY_POOR -> EXTREMELY_POOR;
                case POOR -> POOR;
                case NOT_POOR -> NOT_POOR;
            };
        }
        return contact == null
                ? OPEN
                : switch (contact) {
                    case MOVED -> MOVED;
                    case DECEASED -> DECEASED;
                    case NOT_FOUND -> NOT_FOUND;
                    case DUPLICATE -> DUPLICATE;
                    case REFUSED -> REFUSED;
                    case FOUND, NOBODY_HOME -> OPEN;
                };
    }
}
