package id.tuntas.rosterfile.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is remembered of each family until all its members were seen. */
final class Households {

    private final Map<String, Household> byKey = new LinkedHashMap<>();

    static final class Household {

        /** Of the family's row; {@link Places#NONE} where only members were given. */
        long place = Places.NONE;

        boolean rejected;
        boolean memberAccepted;
        boolean adult;
        int members;
        int heads;
    }

    @Nullable Household find(String key) {
        return byKey.get(key);
    }

    Household getOrAdd(String key) {
        return byKey.computeIfAbsent(key, added -> new Household());
    }

    Collection<Household> all() {
        return byKey.values();
    }
}
