package id.tuntas.monitoring.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.cases.Tallies;
import id.tuntas.cases.Tallies.OfficerTally;
import id.tuntas.cases.Tallies.VillageTally;
import id.tuntas.cases.Tally;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far a round is, inside the asker's region, today or at the end of a past day. */
@Component
class ProgressQueries {

    private static final String UNIT = "family";

    enum By {
        ROUND,
        DISTRICT,
        VILLAGE,
        OFFICER
    }

    /** @param decreed how far those are whom the decree names; told of the whole round today, else null */
    record Progress(LocalDate asOf, String unit, List<Row> rows, AfterReview.@Nullable Decreed decreed) {}

    record Row(
            String key,
            String name,
            int total,
            int assigned,
            int visited,
            int approved,
            int waiting,
            int returned,
            Findings findings,
            Contacts contacts) {

        static Row of(String key, String name, Tally tally) {
            return new Row(
                    key,
                    name,
                    tally.total(),
                    tally.assigned(),
                    tally.visited(),
                    tally.approved(),
                    tally.waiting(),
                    tally.returned(),
                    new Findings(tally.extremelyPoor(), tally.poor(), tally.notPoor()),
                    new Contacts(
                            tally.found(),
                            tally.moved(),
                            tally.deceased(),
                            tally.notFound(),
                            tally.duplicate(),
                            tally.refused()));
        }
    }

    record Findings(int extremelyPoor, int poor, int notPoor) {}

    record Contacts(int found, int moved, int deceased, int notFound, int duplicate, int refused) {}

    private final Tallies tallies;
    private final Accounts accounts;
    private final Regions regions;
    private final BusinessClock clock;
    private final AfterReview afterReview;

    ProgressQueries(Tallies tallies, Accounts accounts, Regions regions, BusinessClock clock, AfterReview afterReview) {
        this.tallies = tallies;
        this.afterReview = afterReview;
        this.accounts = accounts;
        this.regions = regions;
        this.clock = clock;
    }

    Progress progress(Actor actor, Round round, By by, @Nullable String district, @Nullable LocalDate day) {
        LocalDate today = clock.today();
        if (day != null && day.isAfter(today)) {
            throw Refusal.invalid("/day", "out-of-range");
        }
        LocalDate asOf = day == null ? today : day;
        boolean past = asOf.isBefore(today);
        List<Row> rows = by == By.OFFICER
                ? byOfficer(actor, district, officers(actor, round, asOf, past))
                : byRegion(actor, round, by, district, villages(actor, round, asOf, past));
        return new Progress(
                asOf,
                UNIT,
                rows,
                by == By.ROUND && !past
                        ? afterReview.decreed(actor.regencyCode(), round.id(), actor.scope(Verb.PROGRESS_READ))
                        : null);
    }

    private List<VillageTally> villages(Actor actor, Round round, LocalDate day, boolean past) {
        String[] scope = actor.scope(Verb.PROGRESS_READ);
        return past
                ? tallies.byVillageOn(actor.regencyCode(), round.id(), scope, day)
                : tallies.byVillage(actor.regencyCode(), round.id(), scope);
    }

    private List<OfficerTally> officers(Actor actor, Round round, LocalDate day, boolean past) {
        String[] scope = actor.scope(Verb.PROGRESS_READ);
        return past
                ? tallies.byOfficerOn(actor.regencyCode(), round.id(), scope, day)
                : tallies.byOfficer(actor.regencyCode(), round.id(), scope);
    }

    private List<Row> byRegion(
            Actor actor, Round round, By by, @Nullable String district, List<VillageTally> villages) {
        if (by == By.ROUND) {
            Tally all = villages.stream().map(VillageTally::tally).reduce(Tally.NONE, Tally::plus);
            return List.of(Row.of(round.code(), ScopeName.of(actor, round, regions), all));
        }
        Map<String, Tally> byCode = new TreeMap<>();
        String level = by == By.DISTRICT ? "district" : "village";
        regions.list(level, actor.regencyCode()).stream()
                .map(Region::code)
                .filter(code -> actor.may(Verb.PROGRESS_READ, code))
                .forEach(code -> byCode.put(code, Tally.NONE));
        for (VillageTally village : villages) {
            String code = by == By.DISTRICT
                    ? village.village().substring(0, village.village().lastIndexOf('.'))
                    : village.village();
            byCode.merge(code, village.tally(), Tally::plus);
        }
        return byCode.entrySet().stream()
                .filter(row -> district == null
                        || row.getKey().equals(district)
                        || row.getKey().startsWith(district + "."))
                .map(row -> Row.of(row.getKey(), regions.name(row.getKey()), row.getValue()))
                .toList();
    }

    private List<Row> byOfficer(Actor actor, @Nullable String district, List<OfficerTally> loads) {
        Map<UUID, Tally> byOfficer = new LinkedHashMap<>();
        Map<UUID, String> names = new LinkedHashMap<>();
        for (Account officer : accounts.withRole(actor.regencyCode(), Role.OFFICER, actor.regencyCode())) {
            if (worksIn(actor, officer, district)) {
                byOfficer.put(officer.id(), Tally.NONE);
                names.put(officer.id(), officer.name());
            }
        }
        Map<UUID, Tally> had = loads.stream()
                .filter(load -> district == null || byOfficer.containsKey(load.officerId()))
                .collect(Collectors.toMap(OfficerTally::officerId, OfficerTally::tally));
        byOfficer.putAll(had);
        names.putAll(accounts.names(actor.regencyCode(), had.keySet()));
        List<Row> rows = new ArrayList<>();
        byOfficer.forEach(
                (officer, tally) -> rows.add(Row.of(officer.toString(), names.getOrDefault(officer, ""), tally)));
        rows.sort(Comparator.comparing(Row::name).thenComparing(Row::key));
        return rows;
    }

    private static boolean worksIn(Actor actor, Account officer, @Nullable String district) {
        return officer.roles().stream()
                .filter(grant -> grant.role() == Role.OFFICER)
                .map(Grant::region)
                .anyMatch(region -> actor.may(Verb.PROGRESS_READ, region)
                        && (district == null || region.equals(district) || region.startsWith(district + ".")));
    }
}
