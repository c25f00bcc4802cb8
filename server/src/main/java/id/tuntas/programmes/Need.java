package id.tuntas.programmes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a family can lack and a programme can give, in the order in which a page shows it. */
public enum Need {
    FOOD("food"),
    INCOME("income"),
    HOUSING("housing"),
    WATER("water"),
    TOILET("toilet"),
    ELECTRICITY("electricity"),
    HEALTH("health"),
    SCHOOL("school"),
    STUNTING("stunting"),
    DISABILITY("disability"),
    ELDERLY("elderly"),
    PAPERS("papers");

    private final String key;

    Need(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static Optional<Need> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }

    public static Set<Need> ofKeys(String[] keys) {
        return Arrays.stream(keys)
                .map(key -> findByKey(key).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
    }
}
