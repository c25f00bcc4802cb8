package id.tuntas.demo.internal;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.demo.internal.DemoPlan.Road;
import id.tuntas.demo.internal.DemoPlan.Step;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.review.DecideVisit;
import id.tuntas.review.Decision;
import id.tuntas.review.Reviews;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes the plan's steps through the same doors as everybody else. Whether a step is due is read from the state of its family, so that a
 * day that was cut off is played again without doing anything twice, and what a visitor of the demo did himself stays as he did it.
 */
@Component
@Profile("demo")
class DemoPlayer {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPlayer.class);
    private static final int THREADS = 4;
    private static final int FIRST_HOUR = 10;
    private static final int LAST_HOUR = 18;
    private static final int HOURS = 2;
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    private final DemoPlan plan;
    private final DemoDays days;
    private final DemoTelephone telephone;
    private final BusinessClock clock;
    private final Rounds rounds;
    private final Cases cases;
    private final DemoActors actors;
    private final Visits visits;
    private final Reviews reviews;
    private final List<DemoChapter> chapters;

    DemoPlayer(
            DemoPlan plan,
            DemoDays days,
            DemoTelephone telephone,
            BusinessClock clock,
            Rounds rounds,
            Cases cases,
            DemoActors actors,
            Visits visits,
            Reviews reviews,
            List<DemoChapter> chapters) {
        this.plan = plan;
        this.days = days;
        this.telephone = telephone;
        this.clock = clock;
        this.rounds = rounds;
        this.cases = cases;
        this.actors = actors;
        this.visits = visits;
        this.reviews = reviews;
        this.chapters = chapters;
    }

    /** How many steps lie before the morning of a day. */
    long stepsTo(LocalDate morning) {
        LocalDate today = days.today().orElse(DemoPlan.OPENS);
        return today.isBefore(morning)
                ? today.datesUntil(morning)
                        .mapToLong(day -> plan.steps(day).size()
                                + chapters.stream()
                                        .mapToLong(chapter -> chapter.work(day))
                                        .sum())
                        .sum()
                : 0;
    }

    /** Plays until the morning of a day; does nothing when that is past. */
    synchronized void playTo(LocalDate morning, DemoProgress progress) {
        LocalDate today = days.today().orElse(DemoPlan.OPENS);
        Round round = rounds.get(DemoPeople.REGENCY, DemoSeeder.ROUND);
        try (ExecutorService officers = Executors.newFixedThreadPool(THREADS)) {
            for (LocalDate day = today; day.isBefore(morning); day = day.plusDays(1)) {
                if (!day.isAfter(DemoPlan.VISITED)) {
                    for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour += HOURS) {
                        play(round, day, hour, officers, progress);
                    }
                }
                for (DemoChapter chapter : chapters) {
                    play(chapter, day, officers);
                    progress.add(chapter.work(day));
                }
                days.reached(day.plusDays(1));
            }
        } finally {
            clock.playWorkdayOn(days.today().orElse(DemoPlan.OPENS));
        }
    }

    private void play(Round round, LocalDate day, int hour, ExecutorService officers, DemoProgress progress) {
        LocalTime from = hour == FIRST_HOUR ? LocalTime.MIN : LocalTime.of(hour - HOURS, 0);
        LocalTime to = LocalTime.of(hour, 0);
        clock.playAt(day, to);
        List<Callable<Void>> work = new ArrayList<>();
        for (Step step : plan.steps(day)) {
            if (!step.at().isBefore(from) && step.at().isBefore(to)) {
                work.add(() -> {
                    take(round, day, step);
                    progress.add(1);
                    return null;
                });
            }
        }
        finish(officers, work);
        finish(officers, List.of(this::interpret, this::interpret));
    }

    private void play(DemoChapter chapter, LocalDate day, ExecutorService officers) {
        clock.playAt(day, AFTERNOON);
        List<Callable<Void>> work = new ArrayList<>();
        for (List<Runnable> acts : chapter.on(day)) {
            work.add(() -> {
                acts.forEach(act -> act(day, act));
                return null;
            });
        }
        finish(officers, work);
    }

    private static void act(LocalDate day, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            LOG.info("the demo leaves something of {} as it is: {}", day, refusal.code());
        }
    }

    private Void interpret() {
        visits.interpretWaiting();
        return null;
    }

    private static void finish(ExecutorService officers, List<Callable<Void>> work) {
        try {
            for (Future<Void> done : officers.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo was interrupted while it was playing", e);
        }
    }

    private void take(Round round, LocalDate day, Step step) {
        Road road = plan.road(step.family());
        FamilyCase family = cases.findByRosterKey(DemoPeople.REGENCY, round.id(), DemoRoster.familyKey(step.family()))
                .orElseThrow(() -> new IllegalStateException("no case for family " + step.family()));
        try {
            switch (step.act()) {
                case VISIT -> {
                    if (family.state() == CaseState.ASSIGNED) {
                        telephone.visit(round, road, family, day, step.at(), null);
                    }
                }
                case CORRECT -> {
                    if (family.state() == CaseState.RETURNED) {
                        telephone.visit(
                                round,
                                road,
                                family,
                                day,
                                step.at(),
                                waiting(family).instanceId());
                    }
                }
                case RETURN -> decide(road, family, DemoReturns.of(step.family()));
                case APPROVE -> decide(road, family, new DecideVisit(Decision.APPROVE, "", List.of(), null));
            }
        } catch (Refusal refusal) {
            LOG.info("the demo leaves family {} as it is: {}", family.number().text(), refusal.code());
        }
    }

    private void decide(Road road, FamilyCase family, DecideVisit decision) {
        if (family.state() == CaseState.VISITED) {
            VisitSummary visit = waiting(family);
            reviews.decide(actors.coordinator(road.district()), visit.id(), visit.version(), decision);
        }
    }

    private VisitSummary waiting(FamilyCase family) {
        UUID visitId = family.visitId();
        if (visitId == null) {
            throw new IllegalStateException("family " + family.number().text() + " has no visit");
        }
        return visits.findSummary(DemoPeople.REGENCY, visitId).orElseThrow();
    }
}
