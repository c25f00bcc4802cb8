package id.tuntas.demo.internal;

import id.tuntas.access.Actor;
import id.tuntas.deliberation.DecideSubject;
import id.tuntas.deliberation.Deliberations;
import id.tuntas.deliberation.Deliberations.Agenda;
import id.tuntas.deliberation.Deliberations.Subject;
import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import java.io.ByteArrayInputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Every village meets once in March and decides on all its families; its minutes come back signed the same day. */
@Component
@Profile("demo")
class DemoMeetings implements DemoChapter {

    static final LocalDate FIRST = LocalDate.of(2023, 3, 9);
    static final LocalDate LAST = LocalDate.of(2023, 3, 24);

    /** Nyepi of 2023, on which nobody leaves the house, and the days on either side. */
    private static final Set<LocalDate> HOLY =
            Set.of(LocalDate.of(2023, 3, 21), LocalDate.of(2023, 3, 22), LocalDate.of(2023, 3, 23));

    /** Version of a sheet that nobody has filled in. */
    private static final int UNTOUCHED = 1;

    private static final LocalTime BEGINS = LocalTime.of(9, 0);

    private final DemoSettings settings;
    private final DemoActors actors;
    private final Regions regions;
    private final Deliberations deliberations;

    DemoMeetings(DemoSettings settings, DemoActors actors, Regions regions, Deliberations deliberations) {
        this.settings = settings;
        this.actors = actors;
        this.regions = regions;
        this.deliberations = deliberations;
    }

    @Override
    public long work(LocalDate day) {
        List<Region> all = villages();
        return (long) villages(day, all).size() * settings.families() / all.size();
    }

    @Override
    public List<List<Runnable>> on(LocalDate day) {
        return villages(day, villages()).stream()
                .map(village -> List.<Runnable>of(() -> meet(village, day)))
                .toList();
    }

    private List<Region> villages() {
        List<Region> villages = new ArrayList<>(regions.list("village", DemoPeople.REGENCY));
        Collections.shuffle(villages, new Random(settings.seed() + 2));
        return villages;
    }

    private static List<Region> villages(LocalDate day, List<Region> all) {
        List<LocalDate> days = days();
        int turn = days.indexOf(day);
        return turn < 0
                ? List.of()
                : all.subList(turn * all.size() / days.size(), (turn + 1) * all.size() / days.size());
    }

    static List<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY && !HOLY.contains(day))
                .toList();
    }

    private void meet(Region village, LocalDate day) {
        Random chance = new Random(settings.seed() * 31 + village.code().hashCode());
        hold(
                village,
                day,
                MeetingPurpose.VERIFICATION,
                chance,
                (meeting, subject, at) -> DemoVillageHall.decision(meeting, subject, at, chance));
    }

    /** The village agrees to every graduation that waits for its word. */
    void agreeOnGraduations(Region village, LocalDate day) {
        Random chance = new Random(settings.seed() * 37 + village.code().hashCode());
        hold(village, day, MeetingPurpose.GRADUATION, chance, DemoVillageHall::agreement);
    }

    private interface Hall {

        DecideSubject decide(UUID meeting, Subject subject, Instant at);
    }

    private void hold(Region village, LocalDate day, MeetingPurpose purpose, Random chance, Hall hall) {
        Actor recorder = actors.coordinator(DemoDistrict.of(village.code()));
        UUID meeting = deliberations.open(recorder, DemoSeeder.ROUND, village.code(), purpose);
        Agenda agenda = deliberations.agenda(recorder, meeting);
        MeetingSheet sheet = DemoVillageHall.sheet(village, day, BEGINS, chance);
        if (agenda.open()) {
            if (agenda.version() == UNTOUCHED) {
                deliberations.note(recorder, meeting, UNTOUCHED, sheet);
            }
            deliberations.decide(recorder, meeting, decisions(agenda, meeting, day, hall));
            deliberations.close(
                    recorder, meeting, deliberations.agenda(recorder, meeting).version());
        }
        byte[] scan = DemoPapers.minutes(
                village.name(), day, settings.seed() + village.code().hashCode());
        deliberations.sign(recorder, meeting, new ByteArrayInputStream(scan));
    }

    private static List<DecideSubject> decisions(Agenda agenda, UUID meeting, LocalDate day, Hall hall) {
        Instant begun = ZonedDateTime.of(day, BEGINS, BusinessClock.ZONE).toInstant();
        List<DecideSubject> decisions = new ArrayList<>();
        for (Subject subject : agenda.subjects()) {
            if (!subject.decided()) {
                Instant at = begun.plus(Duration.ofMinutes(20)).plus(Duration.ofMinutes(decisions.size()));
                decisions.add(hall.decide(meeting, subject, at));
            }
        }
        return decisions;
    }
}
