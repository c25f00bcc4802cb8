package id.tuntas.decrees.internal;

import java.util.Collection;

/**
 * @param listed persons of these families on the roster
 * @param persons who live there by the visits
 */
record Count(int families, int listed, int persons) {

    static final Count NONE = new Count(0, 0, 0);

    static Count of(Collection<Candidate> families) {
        return families.stream()
                .map(family -> new Count(1, family.listed(), family.persons()))
                .reduce(NONE, Count::plus);
    }

    Count plus(Count other) {
        return new Count(families + other.families, listed + other.listed, persons + other.persons);
    }
}
