package id.tuntas.access;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.platform.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a paper or a file that names families is wanted for; whoever takes it says so, and the ledger keeps it. */
public enum Purpose {
    MINISTRY("ministry"),
    AGENCY("agency"),
    AUDIT("audit"),
    CORRECTION("correction"),
    FIELDWORK("fieldwork"),
    MEETING("meeting");

    private final String key;

    Purpose(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** As it came with a request. Throws {@link Refusal} 422 for none and for one that is not known. */
    public static Purpose wanted(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Refusal.invalid("/purpose", "required");
        }
        return Arrays.stream(values())
                .filter(purpose -> purpose.key.equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("/purpose", "unknown"));
    }
}
