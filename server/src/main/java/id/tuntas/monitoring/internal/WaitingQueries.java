package id.tuntas.monitoring.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Tallies;
import id.tuntas.cases.Tallies.Backlog;
import id.tuntas.cases.Tallies.OfficerActivity;
import id.tuntas.citizens.Petitions;
import id.tuntas.citizens.Petitions.OpenInVillage;
import id.tuntas.graduation.Watches;
import id.tuntas.graduation.Watches.Due;
import id.tuntas.monitoring.Waits;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.Revisits;
import id.tuntas.visits.Revisits.OpenRevisit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is waited for, since when, and for how many families. */
@Component
class WaitingQueries implements Waits {

    /** An officer with families left who sent nothing for this many days is worth a call. */
    private static final int SILENT_DAYS = 3;

    private record Pile(int families, LocalDate oldest) {
        Pile plus(Pile other) {
            return new Pile(families + other.families, oldest.isBefore(other.oldest) ? oldest : other.oldest);
        }
    }

    private final Tallies tallies;
    private final ConflictQueries conflicts;
    private final Petitions petitions;
    private final Revisits revisits;
    private final Watches watches;
    private final Accounts accounts;
    private final Regions regions;
    private final BusinessClock clock;

    WaitingQueries(
            Tallies tallies,
            ConflictQueries conflicts,
            Petitions petitions,
            Revisits revisits,
            Watches watches,
            Accounts accounts,
            Regions regions,
            BusinessClock clock) {
        this.tallies = tallies;
        this.conflicts = conflicts;
        this.petitions = petitions;
        this.revisits = revisits;
        this.watches = watches;
        this.accounts = accounts;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public Waiting waiting(Actor actor, Round round) {
        String regency = actor.regencyCode();
        String[] scope = actor.scope(Verb.PROGRESS_READ);
        List<Item> items = new ArrayList<>();
        items.addAll(byDistrict(actor, "review", tallies.backlog(regency, round.id(), scope, CaseState.VISITED)));
        items.addAll(corrections(regency, tallies.backlog(regency, round.id(), scope, CaseState.RETURNED)));
        items.addAll(byDistrict(actor, "assignment", tallies.backlog(regency, round.id(), scope, CaseState.LISTED)));
        items.addAll(silent(regency, tallies.activity(regency, round.id(), scope)));
        conflicts
                .open(regency, round.id(), scope, actor.may(Verb.PROGRESS_READ, regency))
                .forEach(open -> items.add(new Item(
                        "conflict",
                        coordinators(regency, open.district()),
                        open.district(),
                        open.district() == null ? null : regions.name(open.district()),
                        open.visits(),
                        open.oldest())));
        items.addAll(unanswered(actor));
        items.addAll(revisits(actor, revisits.open(regency, round.id(), scope)));
        if (actor.may(Verb.PROGRESS_READ, regency)) {
            watches.due(regency, round.id()).forEach(due -> items.add(lot(regency, due)));
        }
        return new Waiting(clock.today(), "family", items);
    }

    private List<Item> byDistrict(Actor actor, String what, List<Backlog> backlog) {
        Map<String, Pile> piles = new TreeMap<>();
        backlog.forEach(part -> piles.merge(part.district(), new Pile(part.families(), part.oldest()), Pile::plus));
        return items(actor, what, piles);
    }

    /** What citizens and officers proposed or disputed, and nobody has answered. */
    private List<Item> unanswered(Actor actor) {
        Map<String, Pile> piles = new TreeMap<>();
        for (OpenInVillage open : petitions.unanswered(actor.regencyCode())) {
            if (actor.may(Verb.PROGRESS_READ, open.village())) {
                piles.merge(
                        regions.find(open.village()).map(Region::parent).orElse(open.village()),
                        new Pile(open.nominations() + open.objections(), open.oldest()),
                        Pile::plus);
            }
        }
        return items(actor, "petition", piles);
    }

    /** A re-visit waits for its officer, then for whoever reviews its district; one of the watch, which only who draws it knows of, for that one. */
    private List<Item> revisits(Actor actor, List<OpenRevisit> all) {
        String regencyCode = actor.regencyCode();
        List<OpenRevisit> open = all.stream()
                .filter(one -> one.kind() != RevisitKind.WATCH || actor.may(Verb.VISIT_SAMPLE, regencyCode))
                .toList();
        record Turn(
                String what, @Nullable String who, @Nullable String district) {}
        Map<UUID, String> names = accounts.names(
                regencyCode, open.stream().map(OpenRevisit::officerId).collect(Collectors.toSet()));
        Map<Turn, Pile> piles = new LinkedHashMap<>();
        for (OpenRevisit one : open) {
            boolean watch = one.kind() == RevisitKind.WATCH;
            Turn turn = one.waitsForReview()
                    ? new Turn(
                            "revisitReview",
                            coordinators(regencyCode, watch ? null : one.district()),
                            watch ? null : one.district())
                    : new Turn("revisit", names.get(one.officerId()), one.district());
            piles.merge(turn, new Pile(1, one.since()), Pile::plus);
        }
        return piles.entrySet().stream()
                .map(pile -> new Item(
                        pile.getKey().what(),
                        pile.getKey().who(),
                        pile.getKey().district(),
                        pile.getKey().district() == null
                                ? null
                                : regions.name(pile.getKey().district()),
                        pile.getValue().families(),
                        pile.getValue().oldest()))
                .toList();
    }

    private Item lot(String regencyCode, Due due) {
        String what = switch (due.duty()) {
            case SAMPLE -> "sampleDue";
            case WATCH -> "watchDue";
            case OFFICER -> "drawnWithoutOfficer";
            case POOR_AGAIN -> "poorAgain";
        };
        return new Item(what, coordinators(regencyCode, null), null, null, due.families(), due.since());
    }

    private List<Item> items(Actor actor, String what, Map<String, Pile> piles) {
        return piles.entrySet().stream()
                .map(pile -> new Item(
                        what,
                        coordinators(actor.regencyCode(), pile.getKey()),
                        pile.getKey(),
                        regions.name(pile.getKey()),
                        pile.getValue().families(),
                        pile.getValue().oldest()))
                .toList();
    }

    /** Names of those who answer for a district; without any, of those who answer for the regency. */
    private @Nullable String coordinators(String regencyCode, @Nullable String district) {
        List<Account> people =
                district == null ? List.of() : accounts.withRole(regencyCode, Role.DISTRICT_COORDINATOR, district);
        if (people.isEmpty()) {
            people = accounts.withRole(regencyCode, Role.REGENCY_COORDINATOR, regencyCode);
        }
        return people.isEmpty() ? null : people.stream().map(Account::name).collect(Collectors.joining(", "));
    }

    private List<Item> corrections(String regencyCode, List<Backlog> backlog) {
        Map<UUID, Pile> piles = new LinkedHashMap<>();
        Map<UUID, String> districts = new LinkedHashMap<>();
        for (Backlog part : backlog) {
            if (part.officerId() != null) {
                piles.merge(part.officerId(), new Pile(part.families(), part.oldest()), Pile::plus);
                districts.putIfAbsent(part.officerId(), part.district());
            }
        }
        Map<UUID, String> names = accounts.names(regencyCode, piles.keySet());
        return piles.entrySet().stream()
                .map(pile -> {
                    String district = Objects.requireNonNull(districts.get(pile.getKey()));
                    return new Item(
                            "correction",
                            names.get(pile.getKey()),
                            district,
                            regions.name(district),
                            pile.getValue().families(),
                            pile.getValue().oldest());
                })
                .toList();
    }

    private List<Item> silent(String regencyCode, List<OfficerActivity> activity) {
        LocalDate lastGood = clock.today().minusDays(SILENT_DAYS);
        List<OfficerActivity> silent = activity.stream()
                .filter(officer -> !heardOf(officer).isAfter(lastGood))
                .toList();
        Map<UUID, String> names = accounts.names(
                regencyCode, silent.stream().map(OfficerActivity::officerId).collect(Collectors.toSet()));
        return silent.stream()
                .map(officer -> new Item(
                        "silentOfficer",
                        names.get(officer.officerId()),
                        officer.district(),
                        regions.name(officer.district()),
                        officer.open(),
                        heardOf(officer)))
                .toList();
    }

    private static LocalDate heardOf(OfficerActivity officer) {
        return officer.lastVisit() != null && officer.lastVisit().isAfter(officer.since())
                ? officer.lastVisit()
                : officer.since();
    }
}
