package id.tuntas.reports.internal;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.monitoring.Standing;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Families that stand in one place on the way to zero, or in any that is open. */
record ZeroFilter(String key, String word, Set<Standing> standings) {

    private static final ZeroFilter OPEN = new ZeroFilter(
            "open",
            "Belum nol",
            Arrays.stream(Standing.values())
                    .filter(standing -> standing.kind() == Standing.Kind.OPEN)
                    .collect(toSet()));

    @Override
    @JsonValue
    public String key() {
        return key;
    }

    static Optional<ZeroFilter> findByKey(String key) {
        return key.equals(OPEN.key)
                ? Optional.of(OPEN)
                : Standing.findByKey(key).map(one -> new ZeroFilter(key, PaperWords.of(one), Set.of(one)));
    }
}
