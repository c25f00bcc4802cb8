package id.tuntas.cases.internal;

import id.tuntas.cases.Assignments.Move;
import id.tuntas.cases.internal.BalancedPlan.Part;
import id.tuntas.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is kept. Families are named by village and number only: in a commit whoever has a family of his share keeps it,
 * and the others are dealt out in the order of their hamlets and addresses, officer after officer, so that neighbours stay together.
 */
record StoredPlan(boolean onlyUnassigned, int unplaced, List<StoredShare> shares) {

    StoredPlan {
        shares = List.copyOf(shares);
    }

    /**
     * @param current families the officer had when the proposal was made
     * @param keeps how many of them stay, whatever the proposal says
     * @param has the others, which the proposal deals out anew, by village
     */
    record StoredShare(
            UUID officerId,
            String district,
            int current,
            int keeps,
            @Nullable Map<String, Integer> has,
            List<Part> parts) {

        StoredShare {
            has = has == null ? Map.of() : Map.copyOf(has);
            parts = List.copyOf(parts);
        }

        /** Families of a part that the officer does not have yet. */
        int added(Part part) {
            return Math.max(0, part.families() - has.getOrDefault(part.village(), 0));
        }

        int families() {
            return parts.stream().mapToInt(Part::families).sum();
        }

        int holds(String village) {
            return parts.stream()
                    .filter(part -> part.village().equals(village))
                    .mapToInt(Part::families)
                    .sum();
        }

        StoredShare with(String village, int families) {
            List<Part> changed = new ArrayList<>(parts.stream()
                    .filter(part -> !part.village().equals(village))
                    .toList());
            if (families > 0) {
                changed.add(new Part(village, families));
            }
            return new StoredShare(officerId, district, current, keeps, has, changed);
        }
    }

    Optional<StoredShare> of(UUID officerId) {
        return shares.stream()
                .filter(share -> share.officerId().equals(officerId))
                .findFirst();
    }

    StoredPlan withOfficer(StoredShare share) {
        List<StoredShare> more = new ArrayList<>(shares);
        more.add(share);
        return new StoredPlan(onlyUnassigned, unplaced, more);
    }

    /** Throws {@link Refusal} 422 when the giving officer does not hold that many. Both officers are in the plan. */
    StoredPlan moved(Move move, String pointer) {
        int held =
                of(move.fromOfficer()).map(share -> share.holds(move.village())).orElse(0);
        if (move.families() < 1 || move.families() > held) {
            throw Refusal.invalid(pointer + "/families", "too-many-families");
        }
        List<StoredShare> changed = new ArrayList<>();
        for (StoredShare share : shares) {
            int change = (share.officerId().equals(move.toOfficer()) ? move.families() : 0)
                    - (share.officerId().equals(move.fromOfficer()) ? move.families() : 0);
            changed.add(change == 0 ? share : share.with(move.village(), share.holds(move.village()) + change));
        }
        return new StoredPlan(onlyUnassigned, unplaced, changed);
    }
}
