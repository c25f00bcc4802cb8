package id.tuntas.monitoring.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Tallies;
import id.tuntas.cases.Tallies.DayCount;
import id.tuntas.monitoring.internal.Pace.Forecast;
import id.tuntas.monitoring.internal.Pace.Reading;
import id.tuntas.monitoring.internal.ProgressQueries.By;
import id.tuntas.monitoring.internal.ProgressQueries.Progress;
import id.tuntas.monitoring.internal.ProgressQueries.Row;
import id.tuntas.rounds.Round;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Visits a day, and when the last family will be visited. */
@Component
class PaceQueries {

    record PaceView(LocalDate asOf, String unit, LocalDate opens, LocalDate deadline, List<PaceRow> rows) {}

    record PaceRow(
            String key,
            String name,
            int total,
            List<PaceDay> days,
            double ratePerDay,
            @Nullable Double neededPerDay,
            @Nullable Forecast forecast,
            @Nullable Integer leftAtDeadline) {}

    record PaceDay(LocalDate day, int visited) {}

    private final Tallies tallies;
    private final ProgressQueries progress;

    PaceQueries(Tallies tallies, ProgressQueries progress) {
        this.tallies = tallies;
        this.progress = progress;
    }

    PaceView pace(Actor actor, Round round, By by) {
        Progress now = progress.progress(actor, round, by, null, null);
        List<DayCount> counts = tallies.visitedPerDay(actor.regencyCode(), round.id(), actor.scope(Verb.PROGRESS_READ));
        List<PaceRow> rows = new ArrayList<>();
        for (Row row : now.rows()) {
            SortedMap<LocalDate, Integer> days = new TreeMap<>();
            counts.stream()
                    .filter(count -> by == By.ROUND || count.district().equals(row.key()))
                    .forEach(count -> days.merge(count.day(), count.visited(), Integer::sum));
            rows.add(row(row, round, days, now.asOf()));
        }
        return new PaceView(now.asOf(), now.unit(), round.opens(), round.deadline(), rows);
    }

    private static PaceRow row(Row row, Round round, SortedMap<LocalDate, Integer> days, LocalDate asOf) {
        Reading reading = Pace.read(row.total(), row.visited(), days, round.deadline(), asOf);
        return new PaceRow(
                row.key(),
                row.name(),
                row.total(),
                everyDay(days, round, asOf),
                tenths(reading.ratePerDay()),
                reading.neededPerDay() == null ? null : tenths(reading.neededPerDay()),
                reading.forecast(),
                reading.leftAtDeadline());
    }

    /** From the opening, or from an earlier first visit, until today, or until the round was over; none left out. */
    private static List<PaceDay> everyDay(SortedMap<LocalDate, Integer> days, Round round, LocalDate asOf) {
        LocalDate first = days.isEmpty() ? round.opens() : earlier(round.opens(), days.firstKey());
        LocalDate end = days.isEmpty() || days.lastKey().isBefore(round.deadline()) ? round.deadline() : days.lastKey();
        LocalDate last = earlier(asOf, end);
        return first.isAfter(last)
                ? List.of()
                : first.datesUntil(last.plusDays(1))
                        .map(day -> new PaceDay(day, days.getOrDefault(day, 0)))
                        .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
