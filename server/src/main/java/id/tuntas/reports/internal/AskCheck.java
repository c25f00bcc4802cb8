package id.tuntas.reports.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what somebody asks for can be made, and for him. */
@Component
class AskCheck {

    static final int LONGEST_PURPOSE = 500;

    /** As it came. */
    record AskForm(
            @Nullable String kind,
            @Nullable String format,
            @Nullable String region,
            @Nullable String standing,
            @Nullable String zero,
            @Nullable LocalDate day,
            @Nullable String purpose) {}

    private final Regions regions;
    private final BusinessClock clock;

    AskCheck(Regions regions, BusinessClock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * What is asked, once it has an id.
     *
     * @throws Refusal 403 for what the actor may not read; 422 for what cannot be made, or without the purpose it needs
     */
    Function<UUID, Ask> check(Actor actor, Round round, AskForm form) {
        ReportKind kind = known(form.kind(), ReportKind::findByKey, "/kind");
        String region = form.region() == null || form.region().isBlank() ? null : form.region();
        actor.require(kind.verb());
        if (kind.ofRegency()) {
            actor.require(kind.verb(), actor.regencyCode());
        }
        if (region != null) {
            if (kind.ofRegency() || regions.find(region).isEmpty()) {
                throw Refusal.invalid("/region", "unknown");
            }
            actor.require(kind.verb(), region);
        }
        ReportFormat format = known(form.format(), ReportFormat::findByKey, "/format");
        Standing standing = form.standing() == null || form.standing().isBlank()
                ? null
                : known(form.standing(), Standing::findByKey, "/standing");
        ZeroFilter zero = form.zero() == null || form.zero().isBlank()
                ? null
                : known(form.zero(), ZeroFilter::findByKey, "/zero");
        String purpose = form.purpose() == null ? "" : oneLine(form.purpose());
        LocalDate day = day(kind, form.day());
        List<FieldProblem> problems = new ArrayList<>();
        if (!kind.in(format)) {
            problems.add(new FieldProblem("/format", "unknown", List.of()));
        }
        if (standing != null && kind != ReportKind.FAMILY_LIST) {
            problems.add(new FieldProblem("/standing", "unknown", List.of()));
        }
        if (zero != null && kind != ReportKind.FAMILY_LIST) {
            problems.add(new FieldProblem("/zero", "unknown", List.of()));
        }
        if (day.isAfter(clock.today())
                || day.isBefore(round.opens())
                || !kind.ofAnyDay() && !day.equals(clock.today())) {
            problems.add(new FieldProblem("/day", "out-of-range", List.of()));
        }
        if (kind.personal() && purpose.isEmpty()) {
            problems.add(new FieldProblem("/purpose", "required", List.of()));
        } else if (purpose.length() > LONGEST_PURPOSE) {
            problems.add(new FieldProblem("/purpose", "too-long", List.of(LONGEST_PURPOSE)));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return id -> new Ask(
                id,
                actor,
                round,
                kind,
                format,
                region == null ? actor.regions(kind.verb()) : List.of(region),
                region,
                standing,
                zero,
                day,
                kind.personal() ? purpose : null);
    }

    /** It stands in the head of a file, where another line would pass for one of the head's own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** A quarter is reported as it stood at its end, or stands now. */
    private LocalDate day(ReportKind kind, @Nullable LocalDate asked) {
        LocalDate today = clock.today();
        if (asked == null) {
            return today;
        }
        LocalDate end = Quarter.of(asked).last();
        return kind == ReportKind.QUARTERLY && !asked.isAfter(today) ? end.isBefore(today) ? end : today : asked;
    }

    private static <T> T known(@Nullable String key, Function<String, Optional<T>> reading, String pointer) {
        if (key == null || key.isBlank()) {
            throw Refusal.invalid(pointer, "required");
        }
        return reading.apply(key).orElseThrow(() -> Refusal.invalid(pointer, "unknown"));
    }
}
