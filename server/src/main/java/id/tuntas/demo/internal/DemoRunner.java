package id.tuntas.demo.internal;

import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.ProgressLine;
import id.tuntas.platform.Readiness;
import java.time.LocalDate;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings the demo to the wanted day before the server says that it is ready. */
@Component
@Profile("demo")
class DemoRunner implements ApplicationRunner {

    private final DemoSettings settings;
    private final DemoSeeder seeder;
    private final DemoPlayer player;
    private final DemoDays days;
    private final BusinessClock clock;
    private final Readiness readiness;

    DemoRunner(
            DemoSettings settings,
            DemoSeeder seeder,
            DemoPlayer player,
            DemoDays days,
            BusinessClock clock,
            Readiness readiness) {
        this.settings = settings;
        this.seeder = seeder;
        this.player = player;
        this.days = days;
        this.clock = clock;
        this.readiness = readiness;
        readiness.hold();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        prepare();
        readiness.release();
    }

    /** What an earlier start has done is not done again. */
    void prepare() {
        if (settings.day() != null) {
            days.want(settings.day());
        }
        LocalDate wanted = days.wanted();
        long work = seeder.work() + player.stepsTo(wanted);
        try (ProgressLine line = new ProgressLine("Peragaan disiapkan / preparing the demo", System.err)) {
            DemoProgress progress = new DemoProgress(work, line::at);
            seeder.seed(progress);
            player.playTo(wanted, progress);
        }
        days.today().ifPresent(clock::playWorkdayOn);
    }
}
