package id.tuntas.demo.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.demo.DemoCalendar;
import id.tuntas.forms.Words;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Settings;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which morning the demo stands on and which one somebody wants it to reach; both outlive a crash. */
@Component
@Profile("demo")
class DemoDays implements SmartInitializingSingleton {

    /** What a playing job is asked for. */
    record Play(LocalDate day) {}

    private static final String TODAY = "demo.day";
    private static final String WANTED = "demo.wanted-day";

    private final Settings settings;
    private final BusinessClock clock;
    private final Jobs jobs;
    private final Ledger ledger;

    DemoDays(Settings settings, BusinessClock clock, Jobs jobs, Ledger ledger) {
        this.settings = settings;
        this.clock = clock;
        this.jobs = jobs;
        this.ledger = ledger;
    }

    /** Before anything works in the background: what a killed run left over belongs to the day it was left on. */
    @Override
    public void afterSingletonsInstantiated() {
        clock.playWorkdayOn(today().orElse(DemoPlan.LISTED));
    }

    /** Empty until the round is under way. */
    Optional<LocalDate> today() {
        return settings.find(TODAY).map(LocalDate::parse);
    }

    void reached(LocalDate morning) {
        settings.put(TODAY, morning.toString());
    }

    LocalDate wanted() {
        return settings.find(WANTED).map(LocalDate::parse).orElse(DemoCalendar.FIRST_DAY);
    }

    void want(LocalDate day) {
        if (day.isAfter(wanted())) {
            settings.put(WANTED, day.toString());
        }
    }

    /** Starts to play on and returns the job. Throws {@link Refusal} 422 for a day that is past or beyond the demo's last one. */
    @Transactional
    UUID play(Actor actor, @Nullable LocalDate day) {
        actor.require(Verb.DEMO_PLAY, DemoPeople.REGENCY);
        if (day == null) {
            throw Refusal.invalid("/day", "required");
        }
        if (day.isBefore(clock.today())) {
            throw Refusal.invalid("/day", "demo-day-past");
        }
        if (day.isAfter(DemoCalendar.LAST_DAY)) {
            throw Refusal.invalid("/day", "demo-day-late", Words.ofDay(DemoCalendar.LAST_DAY));
        }
        want(day);
        UUID job = jobs.start(actor.regencyCode(), DemoPlaying.KIND, new Play(day), actor.id());
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "demo.played",
                "demo",
                Ids.next(),
                actor.regencyCode(),
                Map.of("day", day.toString()),
                day.toString().getBytes(StandardCharsets.UTF_8)));
        return job;
    }
}
