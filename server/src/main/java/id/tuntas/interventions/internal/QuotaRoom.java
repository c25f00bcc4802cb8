package id.tuntas.interventions.internal;

import id.tuntas.interventions.internal.InterventionStore.Drawn;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Quota;
import id.tuntas.regions.Regions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is left of quotas while one request after another draws on them. */
final class QuotaRoom {

    /** A quota of which too little is left. @param limit units or rupiah, as are {@code drawn} and {@code wanted} */
    record Full(String code, Programme programme, Quota quota, long limit, long drawn, long wanted) {

        Refusal refusal(Regions regions) {
            return new Refusal(HttpStatus.CONFLICT, code, arguments(regions).toArray());
        }

        Refusal refusalOfPlan(Regions regions) {
            return new Refusal(HttpStatus.CONFLICT, code)
                    .telling("plan-" + code, Map.of(), arguments(regions).toArray());
        }

        List<Object> arguments(Regions regions) {
            return List.of(
                    programme.name(), regions.name(quota.area()), Integer.toString(quota.year()), limit, drawn, wanted);
        }
    }

    private record Key(UUID programmeId, Quota quota) {}

    private final InterventionStore store;
    private final String regencyCode;
    private final Map<Key, Drawn> drawn = new HashMap<>();

    QuotaRoom(InterventionStore store, String regencyCode) {
        this.store = store;
        this.regencyCode = regencyCode;
    }

    /**
     * Draws on every quota of the year whose area holds the village, or on none.
     *
     * @param amount rupiah; null for what the units cost
     * @return the first quota of which too little is left; empty when all hold it
     */
    Optional<Full> draw(Programme programme, String village, int year, int units, @Nullable Long amount) {
        List<Key> keys = programme.quotas(year, village).stream()
                .map(quota -> new Key(programme.id(), quota))
                .toList();
        Long cost = amount == null ? programme.cost(units) : amount;
        Optional<Full> full = keys.stream()
                .flatMap(key -> full(programme, key.quota(), drawn(key), units, cost).stream())
                .findFirst();
        if (full.isEmpty()) {
            keys.forEach(key -> drawn.put(key, drawn(key).and(units, cost == null ? 0 : cost)));
        }
        return full;
    }

    private Drawn drawn(Key key) {
        return drawn.computeIfAbsent(
                key,
                one -> store.drawnIn(
                        regencyCode,
                        one.programmeId(),
                        one.quota().year(),
                        one.quota().area()));
    }

    private static Optional<Full> full(Programme programme, Quota quota, Drawn drawn, int units, @Nullable Long cost) {
        if (quota.units() != null && drawn.units() + units > quota.units()) {
            return Optional.of(new Full("quota-full", programme, quota, quota.units(), drawn.units(), units));
        }
        if (quota.rupiah() != null && cost != null && drawn.rupiah() + cost > quota.rupiah()) {
            return Optional.of(new Full("budget-full", programme, quota, quota.rupiah(), drawn.rupiah(), cost));
        }
        return Optional.empty();
    }
}
