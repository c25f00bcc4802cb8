package id.tuntas.monitoring.internal;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.citizens.Petitions;
import id.tuntas.citizens.Petitions.DeclinedInVillage;
import id.tuntas.monitoring.Standing;
import id.tuntas.monitoring.internal.FamilyFacts.Act;
import id.tuntas.monitoring.internal.VillageZero.Missing;
import id.tuntas.monitoring.internal.ZeroShow.Count;
import id.tuntas.monitoring.internal.ZeroShow.Decider;
import id.tuntas.monitoring.internal.ZeroShow.Declined;
import id.tuntas.monitoring.internal.ZeroShow.Move;
import id.tuntas.monitoring.internal.ZeroShow.Place;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far a round is from zero, worked out when somebody looks. */
@Component
class ZeroQueries {

    private final StandingQueries standings;
    private final Petitions petitions;
    private final Accounts accounts;
    private final Regions regions;

    ZeroQueries(StandingQueries standings, Petitions petitions, Accounts accounts, Regions regions) {
        this.standings = standings;
        this.petitions = petitions;
        this.accounts = accounts;
        this.regions = regions;
    }

    /** @param within code of a district or village; null for all that the actor sees */
    ZeroShow show(Actor actor, Round round, LocalDate day, @Nullable LocalDate since, @Nullable String within) {
        String[] scope = actor.scope(Verb.PROGRESS_READ);
        List<FamilyFacts> families = within(standings.on(actor.regencyCode(), round.id(), scope, day), within);
        SortedMap<String, Village> villages =
                villages(families, standings.openNominations(actor.regencyCode(), scope, day), within);
        List<FamilyFacts> earlier =
                since == null ? List.of() : standings.on(actor.regencyCode(), round.id(), scope, since);
        String name = within == null ? ScopeName.of(actor, round, regions) : regions.name(within);
        return new ZeroShow(
                round.code(),
                round.opens(),
                round.zeroDate(),
                day,
                since,
                place(within, name, villages.values()),
                below(villages, within),
                since == null ? List.of() : moves(earlier, families),
                resized(earlier, families),
                deciders(actor.regencyCode(), families),
                declined(
                        actor.regencyCode(),
                        petitions.declined(actor.regencyCode(), round.id(), scope, day).stream()
                                .filter(one -> within == null || inside(one.village(), within))
                                .toList()),
                Count.of(families.stream()
                        .filter(one -> one.standing() == Standing.AWAITING_HELP && !one.planned())
                        .toList()));
    }

    static List<FamilyFacts> within(List<FamilyFacts> families, @Nullable String code) {
        return families.stream()
                .filter(one -> code == null || inside(one.village(), code))
                .toList();
    }

    private static boolean inside(String village, String code) {
        return village.equals(code) || village.startsWith(code + ".");
    }

    private record Village(List<FamilyFacts> families, int nominations) {

        VillageZero zero() {
            return new VillageZero(
                    (int) families.stream()
                            .filter(one -> one.standing().kind() == Standing.Kind.OPEN)
                            .count(),
                    families.stream().anyMatch(FamilyFacts::meetingClosed),
                    (int) families.stream()
                            .filter(one -> one.act().isPresent())
                            .filter(one -> one.wordOnTheVisit().isEmpty())
                            .count(),
                    nominations);
        }

        /** At zero, and not by examining alone. */
        boolean isAtZeroByHelp() {
            return zero().missing().isEmpty()
                    && families.stream().anyMatch(one -> one.standing() == Standing.GRADUATED);
        }
    }

    private static SortedMap<String, Village> villages(
            List<FamilyFacts> families, Map<String, Integer> nominations, @Nullable String within) {
        SortedMap<String, Village> villages = new TreeMap<>();
        nominations.forEach((code, waiting) -> {
            if (within == null || inside(code, within)) {
                villages.put(code, new Village(List.of(), waiting));
            }
        });
        families.stream()
                .collect(groupingBy(FamilyFacts::village))
                .forEach((code, own) -> villages.put(code, new Village(own, nominations.getOrDefault(code, 0))));
        return villages;
    }

    /** Districts, or the villages of the one that is looked at; a village has nothing below it. */
    private List<Place> below(SortedMap<String, Village> villages, @Nullable String within) {
        if (within != null && villages.containsKey(within)) {
            return List.of();
        }
        SortedMap<String, List<Village>> places = new TreeMap<>();
        villages.forEach((code, village) -> places.computeIfAbsent(
                        within == null ? district(code) : code, place -> new ArrayList<>())
                .add(village));
        return places.entrySet().stream()
                .map(one -> place(one.getKey(), regions.name(one.getKey()), one.getValue()))
                .toList();
    }

    private String district(String village) {
        return regions.find(village).map(Region::parent).orElse(village);
    }

    private static Place place(@Nullable String code, String name, Collection<Village> villages) {
        List<FamilyFacts> families =
                villages.stream().flatMap(one -> one.families().stream()).toList();
        Map<Missing, Integer> missing = new EnumMap<>(Missing.class);
        List<List<Missing>> each =
                villages.stream().map(one -> one.zero().missing()).toList();
        each.forEach(lacks -> lacks.forEach(lack -> missing.merge(lack, 1, Integer::sum)));
        return new Place(
                code,
                name,
                counts(families, one -> !one.nominated()),
                counts(families, FamilyFacts::nominated),
                villages.size(),
                (int) each.stream().filter(List::isEmpty).count(),
                (int) villages.stream().filter(Village::isAtZeroByHelp).count(),
                missing,
                villages.stream().mapToInt(Village::nominations).sum());
    }

    private static Map<Standing, Count> counts(List<FamilyFacts> families, Predicate<FamilyFacts> which) {
        return families.stream()
                .filter(which)
                .collect(groupingBy(
                        FamilyFacts::standing,
                        () -> new EnumMap<>(Standing.class),
                        collectingAndThen(toList(), Count::of)));
    }

    private record Step(@Nullable Standing from, Standing to) {}

    /** The largest first. */
    private static List<Move> moves(List<FamilyFacts> before, List<FamilyFacts> after) {
        Map<UUID, Standing> earlier = before.stream().collect(toMap(FamilyFacts::id, FamilyFacts::standing));
        return after.stream()
                .collect(groupingBy(one -> new Step(earlier.get(one.id()), one.standing())))
                .entrySet()
                .stream()
                .filter(one -> one.getKey().from() != one.getKey().to())
                .map(one -> new Move(one.getKey().from(), one.getKey().to(), Count.of(one.getValue())))
                .sorted(Comparator.comparing((Move move) -> -move.count().families())
                        .thenComparing(Move::to)
                        .thenComparing(Move::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static Map<Standing, Count> resized(List<FamilyFacts> before, List<FamilyFacts> after) {
        Map<UUID, FamilyFacts> earlier = before.stream().collect(toMap(FamilyFacts::id, Function.identity()));
        Map<Standing, Count> resized = new EnumMap<>(Standing.class);
        for (FamilyFacts one : after) {
            FamilyFacts then = earlier.get(one.id());
            if (then != null && then.persons() != one.persons()) {
                resized.merge(then.standing(), new Count(1, one.persons() - then.persons()), Count::plus);
            }
        }
        return resized;
    }

    private record Deed(Act act, Optional<UUID> actor) {}

    /** By act, the busiest first. */
    private List<Decider> deciders(String regencyCode, List<FamilyFacts> families) {
        Map<Deed, List<FamilyFacts>> deeds = families.stream()
                .filter(one -> one.act().isPresent())
                .collect(groupingBy(one -> new Deed(one.act().orElseThrow(), one.actor())));
        Map<UUID, Account> people = deeds.keySet().stream()
                .flatMap(deed -> deed.actor().stream())
                .distinct()
                .flatMap(id -> accounts.find(regencyCode, id).stream())
                .collect(toMap(Account::id, Function.identity()));
        return deeds.entrySet().stream()
                .map(one -> decider(one.getKey(), people, Count.of(one.getValue())))
                .sorted(Comparator.comparing(Decider::act)
                        .thenComparing(one -> -one.count().families())
                        .thenComparing(Decider::name, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Decider decider(Deed deed, Map<UUID, Account> people, Count count) {
        UUID id = deed.actor().orElse(null);
        Account account = id == null ? null : people.get(id);
        return new Decider(
                deed.act(), id, account == null ? null : account.name(), account == null ? null : role(account), count);
    }

    private List<Declined> declined(String regencyCode, List<DeclinedInVillage> declined) {
        Map<UUID, String> names = accounts.names(
                regencyCode, declined.stream().map(DeclinedInVillage::by).collect(toSet()));
        return declined.stream()
                .map(one -> new Declined(
                        regions.name(one.village()),
                        regions.name(district(one.village())),
                        names.get(one.by()),
                        one.nominations(),
                        one.objections()))
                .toList();
    }

    private static @Nullable Role role(Account account) {
        return account.roles().stream().map(Grant::role).findFirst().orElse(null);
    }
}
