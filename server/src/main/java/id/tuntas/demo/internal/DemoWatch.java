package id.tuntas.demo.internal;

import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.graduation.Watches;
import id.tuntas.review.DecideVisit;
import id.tuntas.review.Decision;
import id.tuntas.review.Reviews;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.Revisits;
import id.tuntas.visits.Revisits.OpenRevisit;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * In October officers of other districts look again at some families that left the count, by lot. Most have been there by the demo's last day, and
 * found what was found before; all of it is invented.
 */
@Component
@Profile("demo")
class DemoWatch implements DemoChapter {

    private static final LocalDate PREPARED = LocalDate.of(2023, 9, 25);
    private static final LocalDate DRAWN = LocalDate.of(2023, 10, 2);
    private static final LocalDate VISITED = LocalDate.of(2023, 10, 5);
    private static final LocalDate REVIEWED = LocalDate.of(2023, 10, 10);
    private static final List<LocalDate> DAYS = List.of(PREPARED, DRAWN, VISITED, REVIEWED);
    private static final LocalTime EVENING = LocalTime.of(14, 30);
    private static final int PER_STRATUM = 2;
    /** One of so many families is still to be visited. */
    private static final int STILL_TO_VISIT = 5;

    private final DemoPlan plan;
    private final DemoActors actors;
    private final DemoTelephone telephone;
    private final Rounds rounds;
    private final Cases cases;
    private final Watches watches;
    private final Visits visits;
    private final Revisits revisits;
    private final Reviews reviews;

    DemoWatch(
            DemoPlan plan,
            DemoActors actors,
            DemoTelephone telephone,
            Rounds rounds,
            Cases cases,
            Watches watches,
            Visits visits,
            Revisits revisits,
            Reviews reviews) {
        this.plan = plan;
        this.actors = actors;
        this.telephone = telephone;
        this.rounds = rounds;
        this.cases = cases;
        this.watches = watches;
        this.visits = visits;
        this.revisits = revisits;
        this.reviews = reviews;
    }

    @Override
    public long work(LocalDate day) {
        return DAYS.contains(day) ? 1 : 0;
    }

    @Override
    public List<List<Runnable>> on(LocalDate day) {
        if (!DAYS.contains(day)) {
            return List.of();
        }
        Round round = rounds.get(DemoPeople.REGENCY, DemoSeeder.ROUND);
        if (day.equals(PREPARED)) {
            return List.of(List.of(() -> prepare(round)));
        }
        if (day.equals(DRAWN)) {
            return List.of(List.of(() -> draw(round)));
        }
        return watched(round)
                .map(one -> List.<Runnable>of(day.equals(VISITED) ? () -> visit(round, one) : () -> approve(one)))
                .toList();
    }

    private void prepare(Round round) {
        if (watches.list(DemoPeople.REGENCY, round.id()).isEmpty()) {
            watches.prepare(actors.coordinator(), round.code(), DRAWN, PER_STRATUM);
        }
    }

    private void draw(Round round) {
        boolean waits = watches.list(DemoPeople.REGENCY, round.id()).stream()
                .anyMatch(watch -> watch.drawnAt() == null && watch.opensOn().equals(DRAWN));
        if (waits) {
            watches.draw(actors.coordinator(), round.code());
        }
    }

    private Stream<Revisit> watched(Round round) {
        return revisits.open(DemoPeople.REGENCY, round.id(), new String[] {"%"}).stream()
                .filter(open -> open.kind() == RevisitKind.WATCH)
                .map(OpenRevisit::id)
                .flatMap(id -> revisits.find(DemoPeople.REGENCY, id).stream());
    }

    private void visit(Round round, Revisit asked) {
        FamilyCase family = cases.find(DemoPeople.REGENCY, asked.caseId()).orElseThrow();
        int number = DemoRoster.family(Objects.requireNonNull(family.rosterFamilyKey()));
        if (asked.visitId() == null && number % STILL_TO_VISIT != 0) {
            telephone.watch(round, plan.road(number), family, asked.officerId(), VISITED, EVENING);
            visits.interpretWaiting();
        }
    }

    private void approve(Revisit asked) {
        if (asked.state() == VisitState.RECEIVED) {
            VisitSummary visit = visits.findSummary(DemoPeople.REGENCY, Objects.requireNonNull(asked.visitId()))
                    .orElseThrow();
            reviews.decide(
                    actors.coordinator(),
                    visit.id(),
                    visit.version(),
                    new DecideVisit(Decision.APPROVE, "", List.of(), null));
        }
    }
}
