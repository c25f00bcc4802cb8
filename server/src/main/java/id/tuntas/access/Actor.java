package id.tuntas.access;

import id.tuntas.platform.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The person behind a request, with what he may do where. */
public record Actor(String regencyCode, UUID id, String username, String name, String locale, List<Grant> grants) {

    public Actor {
        grants = List.copyOf(grants);
    }

    public boolean may(Verb verb) {
        return grants.stream().anyMatch(grant -> grant.role().may(verb));
    }

    public boolean may(Verb verb, String region) {
        return grants.stream().anyMatch(grant -> grant.role().may(verb) && grant.covers(region));
    }

    /** Whether the region is one of the actor's, or holds one of them. */
    public boolean sees(String region) {
        return grants.stream()
                .anyMatch(grant -> grant.covers(region) || grant.region().startsWith(region + "."));
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Throws {@link Refusal} 403 unless the actor may do this somewhere. */
    public void require(Verb verb) {
        if (!may(verb)) {
            throw Refusal.forbidden();
        }
    }

    /** Throws {@link Refusal} 403 unless the actor may do this in this region. */
    public void require(Verb verb, String region) {
        if (!may(verb, region)) {
            throw Refusal.forbidden();
        }
    }

    /** LIKE patterns of region codes in which the actor may do this, for {@code village_code like any(:scope)}; empty for nowhere. */
    public String[] scope(Verb verb) {
        return grants.stream()
                .filter(grant -> grant.role().may(verb))
                .map(grant -> grant.region() + "%")
                .distinct()
                .toArray(String[]::new);
    }

    /** The same person with nothing beyond this region: what he may do there, and there alone. */
    public Actor within(String region) {
        return new Actor(
                regencyCode,
                id,
                username,
                name,
                locale,
                grants.stream()
                        .filter(grant -> grant.covers(region))
                        .map(grant -> new Grant(grant.role(), region))
                        .toList());
    }

    /** Regions in which the actor may do this. */
    public List<String> regions(Verb verb) {
        return grants.stream()
                .filter(grant -> grant.role().may(verb))
                .map(Grant::region)
                .distinct()
                .toList();
    }

    public Set<Verb> verbs() {
        EnumSet<Verb> verbs = EnumSet.noneOf(Verb.class);
        grants.forEach(grant -> verbs.addAll(grant.role().verbs()));
        return verbs;
    }

    /** Regions in which the actor has this role. */
    public List<String> regionsOf(Role role) {
        return grants.stream()
                .filter(grant -> grant.role() == role)
                .map(Grant::region)
                .toList();
    }

    @Override
    public String toString() {
        return username + Arrays.toString(grants.toArray());
    }
}
