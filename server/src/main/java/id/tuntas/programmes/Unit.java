package id.tuntas.programmes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** What a programme's amount and quota count. */
public enum Unit {
    FAMILY("family"),
    PERSON("person"),
    HOUSE("house");

    private final String key;

    Unit(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** The first day on which a family may be given such a programme again: a house is built once in five years, the rest is a year's. */
    public LocalDate againFrom(LocalDate received) {
        return switch (this) {
            case HOUSE -> received.plusYears(5);
            case FAMILY, PERSON -> received.plusYears(1).withDayOfYear(1);
        };
    }

    public static Optional<Unit> findByKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
