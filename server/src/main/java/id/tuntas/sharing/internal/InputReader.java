package id.tuntas.sharing.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.interventions.Interventions;
import id.tuntas.interventions.Interventions.QuotaUse;
import id.tuntas.interventions.Interventions.Request;
import id.tuntas.interventions.Lack;
import id.tuntas.platform.BusinessClock;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs;
import id.tuntas.programmes.Needs.FittingFamily;
import id.tuntas.programmes.Programme;
import id.tuntas.programmes.Programmes;
import id.tuntas.rounds.Round;
import id.tuntas.sharing.Terms;
import id.tuntas.sharing.internal.Cap.Kind;
import id.tuntas.sharing.internal.Inputs.Bar;
import id.tuntas.sharing.internal.Inputs.FamilyInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what there is to share out and who needs it, as it stands now. */
@Component
class InputReader {

    private final Needs needs;
    private final Programmes programmes;
    private final Interventions interventions;
    private final SharingStore store;
    private final BusinessClock clock;

    InputReader(
            Needs needs, Programmes programmes, Interventions interventions, SharingStore store, BusinessClock clock) {
        this.needs = needs;
        this.programmes = programmes;
        this.interventions = interventions;
        this.store = store;
        this.clock = clock;
    }

    Inputs read(Actor actor, Round round, Terms terms) {
        LocalDate today = clock.today();
        long line = round.povertyLineOn(today).extreme();
        Map<UUID, Programme> offered = new TreeMap<>();
        programmes.list(actor.regencyCode()).stream()
                .filter(Programme::active)
                .forEach(one -> offered.put(one.id(), one));
        List<Request> requests = interventions.requests(actor.regencyCode());
        Map<UUID, List<Request>> asked =
                requests.stream().filter(one -> !one.isOver(today)).collect(groupingBy(Request::caseId));
        Set<UUID> ofTheRound = store.familiesOf(actor.regencyCode(), round.id());
        List<FittingFamily> fitting = needs.fitting(actor, Verb.INTERVENTION_MANAGE).stream()
                .filter(one -> ofTheRound.contains(one.caseId()))
                .toList();
        Severity severity = new Severity(
                line,
                terms.step(),
                fitting.stream().map(FittingFamily::spendingEach).toList());
        List<FamilyInput> families = fitting.stream()
                .map(one -> family(one, offered, asked.getOrDefault(one.caseId(), List.of()), severity, terms))
                .filter(one -> !one.needs().isEmpty() || !one.met().isEmpty())
                .sorted(Comparator.comparing(FamilyInput::weight)
                        .reversed()
                        .thenComparing(FamilyInput::village)
                        .thenComparing(FamilyInput::id))
                .toList();
        return new Inputs(
                today.getYear(),
                line,
                families,
                offered.values().stream().map(InputReader::programme).toList(),
                caps(actor.regencyCode(), offered, requests, terms));
    }

    private static ProgrammeInput programme(Programme one) {
        return new ProgrammeInput(
                one.id(),
                one.code(),
                one.name(),
                one.pillar(),
                one.funding(),
                one.amount() == null ? 0 : one.amount(),
                one.needs().isEmpty() ? Set.of() : EnumSet.copyOf(one.needs()),
                new TreeSet<>(one.notWith()));
    }

    private static FamilyInput family(
            FittingFamily family, Map<UUID, Programme> offered, List<Request> asked, Severity severity, Terms terms) {
        Set<Need> open = EnumSet.noneOf(Need.class);
        family.needs().forEach((need, confirmed) -> {
            if (confirmed || !terms.confirmedOnly()) {
                open.add(need);
            }
        });
        Set<Need> met = EnumSet.noneOf(Need.class);
        Set<Integer> pillars = new TreeSet<>();
        for (Request request : asked) {
            if (request.lack() != Lack.TURNED_DOWN) {
                request.serves().stream().filter(open::contains).forEach(met::add);
                pillars.add(request.pillar());
            }
        }
        List<UUID> fits = new ArrayList<>();
        Map<UUID, Integer> units = new TreeMap<>();
        Map<UUID, Bar> barred = new TreeMap<>();
        for (Programme programme : offered.values()) {
            if (programme.needs().stream().noneMatch(open::contains)) {
                continue;
            }
            Bar bar = bar(family, programme, asked);
            if (bar != null) {
                barred.put(programme.id(), bar);
            } else if (family.fits().containsKey(programme.id())) {
                fits.add(programme.id());
                int many = family.fits().get(programme.id());
                if (many > 1) {
                    units.put(programme.id(), many);
                }
            }
        }
        open.removeAll(met);
        return new FamilyInput(
                family.caseId(),
                family.village(),
                family.people(),
                family.spendingEach(),
                severity.weight(family.spendingEach(), family.people()),
                open,
                met,
                pillars,
                fits,
                units,
                barred);
    }

    private static @Nullable Bar bar(FittingFamily family, Programme programme, List<Request> asked) {
        for (Request request : asked) {
            if (request.programmeId().equals(programme.id())) {
                return request.lack() == Lack.TURNED_DOWN ? Bar.TURNED_DOWN : Bar.ASKED;
            }
        }
        if (asked.stream().anyMatch(one -> one.excludes() && programme.notWith().contains(one.programme()))) {
            return Bar.CLASH;
        }
        return family.untold().contains(programme.id()) ? Bar.UNTOLD : null;
    }

    private List<Cap> caps(String regencyCode, Map<UUID, Programme> offered, List<Request> requests, Terms terms) {
        List<Cap> caps = new ArrayList<>();
        for (QuotaUse quota : interventions.quotas(regencyCode)) {
            String programme = quota.programmeId().toString();
            if (quota.units() != null) {
                caps.add(new Cap(Kind.QUOTA, programme, quota.area(), quota.units(), quota.asked()));
            }
            if (quota.rupiah() != null) {
                caps.add(new Cap(Kind.MONEY, programme, quota.area(), quota.rupiah(), quota.spent()));
            }
        }
        int year = clock.today().getYear();
        Map<Funding, Long> spent = requests.stream()
                .filter(one -> one.year() == year && one.lack() != Lack.TURNED_DOWN)
                .collect(toMap(Request::funding, one -> one.amount() == null ? 0L : one.amount(), Long::sum));
        new TreeMap<>(terms.budgets())
                .forEach((funding, rupiah) ->
                        caps.add(new Cap(Kind.BUDGET, funding.key(), "", rupiah, spent.getOrDefault(funding, 0L))));
        return caps;
    }
}
