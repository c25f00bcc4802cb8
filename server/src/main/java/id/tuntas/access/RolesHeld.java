package id.tuntas.access;

import id.tuntas.ledger.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which roles some people had when, as the ledger took down how their accounts were made and revised. */
public final class RolesHeld {

    private static final Set<String> GRANTING = Set.of("account.created", "account.revised");

    private final Map<UUID, NavigableMap<UUID, Set<Role>>> byAccount = new HashMap<>();

    /** @param entries of the accounts, whatever they speak of */
    public RolesHeld(List<Entry> entries) {
        entries.stream()
                .filter(entry -> GRANTING.contains(entry.verb()))
                .forEach(entry -> byAccount
                        .computeIfAbsent(entry.subjectId(), account -> new TreeMap<>())
                        .put(entry.id(), granted((List<?>) entry.detail().get("roles"))));
    }

    private static Set<Role> granted(List<?> keys) {
        return keys.stream()
                .map(key -> String.valueOf(key).split("@")[0])
                .flatMap(key -> Role.ofKey(key).stream())
                .collect(Collectors.toSet());
    }

    /** In which role somebody did what an entry says; empty where he had several then, or none is known. */
    public Optional<Role> of(Entry act) {
        return Optional.ofNullable(byAccount
                        .getOrDefault(act.actorId(), Collections.emptyNavigableMap())
                        .floorEntry(act.id()))
                .map(Map.Entry::getValue)
                .filter(roles -> roles.size() == 1)
                .map(roles -> roles.iterator().next());
    }
}
