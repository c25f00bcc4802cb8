package id.tuntas.demo.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.demo.internal.DemoPlan.Road;
import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.GraduationState;
import id.tuntas.graduation.Graduations;
import id.tuntas.graduation.Graduations.Standing;
import id.tuntas.regions.Regions;
import id.tuntas.review.DecideVisit;
import id.tuntas.review.Decision;
import id.tuntas.review.Reviews;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.Revisits;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * In autumn some families that were helped are visited once more, and walk on towards graduation; each stops at another step. How
 * many is invented: nothing is published about it.
 */
@Component
@Profile("demo")
class DemoGraduations implements DemoChapter {

    private static final LocalDate RULED = LocalDate.of(2023, 9, 4);
    private static final LocalDate ASKED = LocalDate.of(2023, 10, 10);
    private static final LocalDate VISITED = LocalDate.of(2023, 10, 11);
    private static final LocalDate REVIEWED = LocalDate.of(2023, 10, 12);
    private static final LocalDate PROPOSED = LocalDate.of(2023, 10, 13);
    private static final LocalDate HEARD = LocalDate.of(2023, 10, 16);
    private static final LocalDate DECIDED = LocalDate.of(2023, 10, 17);
    private static final List<LocalDate> DAYS = List.of(RULED, ASKED, VISITED, REVIEWED, PROPOSED, HEARD, DECIDED);
    private static final LocalTime EVENING = LocalTime.of(14, 30);
    private static final int OF_THEM = 14;
    private static final int FEWEST = 2;
    private static final int TO_THE_END = 3;

    private final DemoPlan plan;
    private final DemoSettings settings;
    private final DemoActors actors;
    private final DemoAid aid;
    private final DemoTelephone telephone;
    private final DemoMeetings meetings;
    private final Rounds rounds;
    private final Regions regions;
    private final Cases cases;
    private final Visits visits;
    private final Revisits revisits;
    private final Reviews reviews;
    private final Graduations graduations;

    /**
     * @param turn first those that wait for least
     * @param daysLeft how many of the days it no longer walks on
     */
    private record Walker(Road road, FamilyCase family, int turn, int daysLeft) {

        boolean walksOn(LocalDate day) {
            return DAYS.indexOf(day) < DAYS.size() - daysLeft;
        }
    }

    DemoGraduations(
            DemoPlan plan,
            DemoSettings settings,
            DemoActors actors,
            DemoAid aid,
            DemoTelephone telephone,
            DemoMeetings meetings,
            Rounds rounds,
            Regions regions,
            Cases cases,
            Visits visits,
            Revisits revisits,
            Reviews reviews,
            Graduations graduations) {
        this.plan = plan;
        this.settings = settings;
        this.actors = actors;
        this.aid = aid;
        this.telephone = telephone;
        this.meetings = meetings;
        this.rounds = rounds;
        this.regions = regions;
        this.cases = cases;
        this.visits = visits;
        this.revisits = revisits;
        this.reviews = reviews;
        this.graduations = graduations;
    }

    @Override
    public long work(LocalDate day) {
        return DAYS.contains(day) ? 1 : 0;
    }

    @Override
    public List<List<Runnable>> on(LocalDate day) {
        if (day.equals(RULED)) {
            return List.of(List.of(this::rule));
        }
        if (day.equals(HEARD)) {
            return walkers().stream()
                    .filter(one -> one.walksOn(day))
                    .collect(
                            Collectors.groupingBy(one -> one.family().villageCode(), TreeMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(village -> List.<Runnable>of(() -> meet(village.getKey(), village.getValue(), day)))
                    .toList();
        }
        return DAYS.contains(day)
                ? walkers().stream()
                        .filter(one -> one.walksOn(day))
                        .map(one -> List.<Runnable>of(() -> step(one, day)))
                        .toList()
                : List.of();
    }

    private void rule() {
        GraduationRule rule = graduations.rule(DemoPeople.REGENCY, DemoSeeder.ROUND);
        if (!rule.isSet()) {
            graduations.setRule(
                    actors.coordinator(),
                    DemoSeeder.ROUND,
                    new GraduationRule(
                            rule.version(),
                            rule.line(),
                            rule.agreedBy(),
                            rule.sampleMonths(),
                            rule.samplePercent(),
                            "Keputusan Bupati (peragaan) tentang graduasi"));
        }
    }

    private void step(Walker one, LocalDate day) {
        FamilyCase family = one.family();
        Actor coordinator = actors.coordinator(one.road().district());
        Optional<Revisit> open = revisits.findOpen(DemoPeople.REGENCY, family.id());
        if (day.equals(ASKED)) {
            if (revisits.ofCase(DemoPeople.REGENCY, family.id()).isEmpty()) {
                graduations.askRevisit(
                        coordinator,
                        family.id(),
                        Objects.requireNonNull(family.officerId()),
                        "Bantuannya sudah diterima");
            }
        } else if (day.equals(VISITED)) {
            if (open.filter(asked -> asked.visitId() == null).isPresent()) {
                Round round = rounds.get(DemoPeople.REGENCY, DemoSeeder.ROUND);
                telephone.revisit(round, one.road(), family, day, EVENING);
                visits.interpretWaiting();
            }
        } else if (day.equals(REVIEWED)) {
            open.filter(asked -> asked.state() == VisitState.RECEIVED).ifPresent(asked -> approve(coordinator, asked));
        } else if (day.equals(PROPOSED)) {
            if (graduations.findNewest(DemoPeople.REGENCY, family.id()).isEmpty()) {
                graduations.propose(coordinator, family.id());
            }
        } else {
            standing(family, GraduationState.AGREED)
                    .ifPresent(agreed -> graduations.decide(
                            actors.coordinator(),
                            agreed.id(),
                            agreed.version(),
                            true,
                            "Di atas garis dan disepakati desa"));
        }
    }

    private void approve(Actor coordinator, Revisit asked) {
        VisitSummary visit = visits.findSummary(DemoPeople.REGENCY, Objects.requireNonNull(asked.visitId()))
                .orElseThrow();
        reviews.decide(
                coordinator, visit.id(), visit.version(), new DecideVisit(Decision.APPROVE, "", List.of(), null));
    }

    private void meet(String village, List<Walker> walkers, LocalDate day) {
        boolean waits = walkers.stream()
                .anyMatch(
                        one -> standing(one.family(), GraduationState.PROPOSED).isPresent());
        if (waits) {
            meetings.agreeOnGraduations(regions.find(village).orElseThrow(), day);
        }
    }

    private Optional<Standing> standing(FamilyCase family, GraduationState state) {
        return graduations.findNewest(DemoPeople.REGENCY, family.id()).filter(one -> one.state() == state);
    }

    /** Families to which something has come, and nothing comes while they are looked at again. */
    private List<Walker> walkers() {
        int many = Math.max(FEWEST, DemoRepairs.share(OF_THEM, plan.poorest()));
        List<Integer> chosen = aid.helpedBy(ASKED.minusDays(1), DECIDED, many, new Random(settings.seed() + 5));
        Round round = rounds.get(DemoPeople.REGENCY, DemoSeeder.ROUND);
        return IntStream.range(0, chosen.size())
                .boxed()
                .flatMap(turn -> walker(round, chosen.get(turn), turn).stream())
                .toList();
    }

    private Optional<Walker> walker(Round round, int number, int turn) {
        return cases.findByRosterKey(DemoPeople.REGENCY, round.id(), DemoRoster.familyKey(number))
                .map(family -> new Walker(plan.road(number), family, turn, daysLeft(turn)));
    }

    /** The first few have received everything and walk to the end; the next one walks to the day before it, and so on. */
    private int daysLeft(int turn) {
        int toTheEnd = Math.max(1, DemoRepairs.share(TO_THE_END, plan.poorest()));
        return turn < toTheEnd ? 0 : 1 + (turn - toTheEnd) % (DAYS.size() - 2);
    }
}
