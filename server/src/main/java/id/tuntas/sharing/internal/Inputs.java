package id.tuntas.sharing.internal;

import id.tuntas.platform.Hashes;
import id.tuntas.platform.Json;
import id.tuntas.programmes.Need;
import id.tuntas.sharing.internal.Cap.Kind;
import id.tuntas.sharing.internal.Share.Draw;
import id.tuntas.sharing.internal.Share.Key;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything a proposal was worked out from, as it was kept beside it.
 *
 * @param line rupiah a person and month below which somebody is extremely poor
 * @param families the worst off first
 */
record Inputs(int year, long line, List<FamilyInput> families, List<ProgrammeInput> programmes, List<Cap> caps) {

    /** Why a programme that serves an open need of a family is not up for sharing. */
    enum Bar {
        ASKED,
        TURNED_DOWN,
        CLASH,
        UNTOLD
    }

    /**
     * @param spending a head and month; null when the visit does not tell
     * @param weight what one met need counts
     * @param needs open ones that nothing asked serves
     * @param met open ones that something asked serves
     * @param pillars of what was asked
     * @param fits programmes that may be given
     * @param units that it takes of these, where it is more than one
     */
    record FamilyInput(
            UUID id,
            String village,
            int people,
            @Nullable Long spending,
            long weight,
            Set<Need> needs,
            Set<Need> met,
            Set<Integer> pillars,
            List<UUID> fits,
            @Nullable Map<UUID, Integer> units,
            Map<UUID, Bar> barred) {

        FamilyInput {
            needs = inOrder(needs);
            met = inOrder(met);
        }

        int unitsOf(UUID programme) {
            return units == null ? 1 : units.getOrDefault(programme, 1);
        }

        private static Set<Need> inOrder(Set<Need> needs) {
            return needs.isEmpty() ? Set.of() : EnumSet.copyOf(needs);
        }
    }

    /** What is said of one family and programme. @param pinned by a person */
    record Choice(boolean given, boolean pinned) {}

    String digest(Json json) {
        return Hashes.hex(Hashes.sha256(json.write(this).getBytes(StandardCharsets.UTF_8)));
    }

    /** @param anew whether only what people decided holds */
    Allotment allotment(Map<Key, Choice> choices, boolean anew) {
        Map<UUID, ProgrammeInput> byId =
                programmes.stream().collect(Collectors.toMap(ProgrammeInput::id, Function.identity()));
        Map<String, VillageNeeds> villages = new TreeMap<>();
        List<Share> shares = new ArrayList<>();
        for (FamilyInput family : families) {
            Household household = new Household(
                    family.id(), family.village(), family.weight(), family.needs(), family.met(), family.pillars());
            int open = family.needs().size() + family.met().size();
            if (open > 0) {
                villages.merge(
                        family.village(),
                        new VillageNeeds(family.village(), open, family.met().size()),
                        (one, other) ->
                                new VillageNeeds(one.village(), one.open() + other.open(), one.met() + other.met()));
            }
            for (UUID id : family.fits()) {
                ProgrammeInput programme = byId.get(id);
                Set<Need> serves = EnumSet.noneOf(Need.class);
                family.needs().stream().filter(programme.needs()::contains).forEach(serves::add);
                Choice choice = choices.get(new Key(family.id(), id));
                boolean pinned = choice != null && choice.pinned();
                boolean given = choice != null && choice.given() && (pinned || !anew);
                int units = family.unitsOf(id);
                shares.add(new Share(
                        household, programme, units, serves, draws(programme, units, family.village()), pinned, given));
            }
        }
        shares.sort(Comparator.comparing((Share share) -> share.household().weight())
                .reversed()
                .thenComparing(share -> share.key().household())
                .thenComparing(Share::cost)
                .thenComparing(share -> share.key().programme()));
        return new Allotment(List.copyOf(villages.values()), shares);
    }

    private List<Draw> draws(ProgrammeInput programme, int units, String village) {
        List<Draw> draws = new ArrayList<>();
        for (Cap cap : caps) {
            boolean hits = cap.kind() == Kind.BUDGET
                    ? cap.owner().equals(programme.funding().key())
                    : cap.holds(programme.id(), village);
            long amount = cap.kind() == Kind.QUOTA ? units : programme.cost() * units;
            if (hits && amount > 0) {
                draws.add(new Draw(cap, amount));
            }
        }
        return draws;
    }
}
