package id.tuntas.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a second look at a drawn visit came to. {@link #key()} is the spelling in tables and in JSON. */
public enum SecondLook {
    /** The decision holds. */
    UPHELD("upheld"),
    /** The decision is in doubt; what follows from it is another act. */
    DOUBTED("doubted");

    private final String key;

    SecondLook(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static Optional<SecondLook> findByKey(String key) {
        return Arrays.stream(values()).filter(look -> look.key.equals(key)).findFirst();
    }
}
