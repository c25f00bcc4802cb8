package id.tuntas.citizens;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a petition is declined, in words so general that none tells whether a family is listed. */
public enum DeclineReason {
    UNCLEAR("unclear"),
    NOTHING_TO_CHECK("nothingToCheck"),
    OTHER_MATTER("otherMatter"),
    ELSEWHERE("elsewhere");

    private final String key;

    DeclineReason(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** The spelling in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeclineReason> findByKey(String key) {
        return Arrays.stream(values()).filter(reason -> reason.key.equals(key)).findFirst();
    }

    public static DeclineReason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
