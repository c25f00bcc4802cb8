package id.tuntas.demo.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.demo.DemoCalendar;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs;
import id.tuntas.programmes.Needs.OpenNeeds;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** From April on: needs are confirmed, programmes asked, agencies answer and give, officers look whether it arrived. */
@Component
@Profile("demo")
class DemoAid implements DemoChapter {

    /** Of the decreed families, about so many are touched on a working day. */
    private static final int SHARE_A_DAY = 8;

    private final DemoPlan plan;
    private final DemoSettings settings;
    private final DemoActors actors;
    private final DemoAgencies agencies;
    private final Rounds rounds;
    private final Cases cases;
    private final Needs needs;
    private final long poorest;
    private volatile List<Helped> families = List.of();

    /** A decreed family and what is to become of its needs. */
    private record Helped(int number, FamilyCase family, List<DemoCourse> courses) {

        /** Whether something has arrived by a day and nothing arrives on those after it; whoever is left for the next year waits on. */
        boolean by(LocalDate day, LocalDate last) {
            return courses.stream()
                            .noneMatch(course -> course.plannedFor() != null
                                    && course.plannedFor().getYear() > day.getYear())
                    && courses.stream().anyMatch(course -> course.received(day))
                    && courses.stream()
                            .noneMatch(course -> course.delivered() != null
                                    && course.delivered().isAfter(day)
                                    && !course.delivered().isAfter(last));
        }

        /** How many needs nothing has arrived for. */
        long waiting(LocalDate day) {
            return courses.stream()
                    .filter(course ->
                            course.delivered() == null || course.delivered().isAfter(day))
                    .count();
        }
    }

    DemoAid(
            DemoPlan plan,
            DemoSettings settings,
            DemoActors actors,
            DemoAgencies agencies,
            Rounds rounds,
            Cases cases,
            Needs needs) {
        this.plan = plan;
        this.settings = settings;
        this.actors = actors;
        this.agencies = agencies;
        this.rounds = rounds;
        this.cases = cases;
        this.needs = needs;
        this.poorest = plan.poorest();
    }

    @Override
    public long work(LocalDate day) {
        return happens(day) ? Math.ceilDiv(poorest, SHARE_A_DAY) : 0;
    }

    private static boolean happens(LocalDate day) {
        return !day.isBefore(DemoCourse.FIRST)
                && day.isBefore(DemoCalendar.LAST_DAY)
                && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public List<List<Runnable>> on(LocalDate day) {
        if (!happens(day)) {
            return List.of();
        }
        agencies.read();
        return read().stream()
                .map(helped -> acts(helped, day))
                .filter(acts -> !acts.isEmpty())
                .toList();
    }

    private List<Helped> read() {
        if (families.isEmpty()) {
            families = helped();
        }
        return families;
    }

    /**
     * Numbers of families to which something has arrived by a day that is over, and nothing does until the last one; first those that wait
     * for least.
     */
    List<Integer> helpedBy(LocalDate day, LocalDate last, int many, Random chance) {
        List<Helped> helped =
                new ArrayList<>(read().stream().filter(one -> one.by(day, last)).toList());
        Collections.shuffle(helped, chance);
        helped.sort(Comparator.comparing(one -> one.waiting(day)));
        return helped.stream()
                .filter(one -> hasReceived(one, day))
                .limit(many)
                .map(Helped::number)
                .toList();
    }

    /** What its course foresees may never have been asked for: no programme fitted, or one serves two needs. */
    private boolean hasReceived(Helped helped, LocalDate day) {
        return helped.courses().stream()
                .filter(course -> course.seen() != null && !course.seen().isAfter(day))
                .anyMatch(course -> agencies.hasReceived(helped.family().id(), course.need()));
    }

    /** Read once: what visitors of the demo confirm or decline later is theirs to go on with. */
    private List<Helped> helped() {
        Round round = rounds.get(DemoPeople.REGENCY, DemoSeeder.ROUND);
        Map<Integer, DemoRepairs.Repair> repairs = DemoRepairs.of(plan, settings.seed());
        Map<UUID, OpenNeeds> open = needs.open(actors.coordinator(), Verb.NEED_CONFIRM).stream()
                .collect(Collectors.toMap(OpenNeeds::caseId, Function.identity()));
        List<Helped> helped = new ArrayList<>();
        repairs.forEach((number, repair) -> cases.findByRosterKey(
                        DemoPeople.REGENCY, round.id(), DemoRoster.familyKey(number))
                .filter(family -> open.containsKey(family.id()))
                .ifPresent(family -> helped.add(new Helped(
                        number,
                        family,
                        courses(number, repair, open.get(family.id()).needs())))));
        return helped;
    }

    private List<DemoCourse> courses(int number, DemoRepairs.Repair repair, Iterable<Need> open) {
        LocalDate looked = DemoCourse.looked(chance(number, 0));
        List<DemoCourse> courses = new ArrayList<>();
        for (Need need : open) {
            Random chance = chance(number, 1 + need.ordinal());
            courses.add(
                    need == Need.HOUSING
                            ? DemoCourse.of(repair, looked, chance)
                            : course(need, looked, repair.finished(), chance));
        }
        return courses;
    }

    /** A house that is finished is the last thing its family waited for. */
    private static DemoCourse course(Need need, LocalDate looked, @Nullable LocalDate finished, Random chance) {
        return Stream.generate(() -> DemoCourse.of(need, looked, chance))
                .filter(course -> finished == null || course.received(finished))
                .findFirst()
                .orElseThrow();
    }

    private Random chance(int family, int which) {
        return new Random(settings.seed() * 1_000_081 + family * 31L + which);
    }

    private List<Runnable> acts(Helped helped, LocalDate day) {
        FamilyCase family = helped.family();
        Actor coordinator = actors.coordinator(DemoDistrict.of(family.districtCode()));
        List<Runnable> acts = new ArrayList<>();
        for (DemoCourse course : helped.courses()) {
            Need need = course.need();
            if (day.equals(course.looked())) {
                String reason = course.declined() ? "Sudah teratasi saat keluarga didatangi lagi." : "";
                acts.add(() -> needs.decide(coordinator, family.id(), need, !course.declined(), reason));
            }
            if (day.equals(course.asked())) {
                acts.add(() -> agencies.ask(coordinator, family.id(), need));
            }
            if (day.equals(course.answered())) {
                acts.add(() -> agencies.answer(family.id(), need, course.refused()));
            }
            if (day.equals(course.planned())) {
                acts.add(() -> agencies.plan(family.id(), need, course.plannedFor()));
            }
            if (day.equals(course.delivered())) {
                acts.add(() -> agencies.deliver(family, need, day));
            }
            if (day.equals(course.seen())) {
                acts.add(() -> agencies.see(family.id(), need, day, course.word()));
            }
        }
        return acts;
    }
}
