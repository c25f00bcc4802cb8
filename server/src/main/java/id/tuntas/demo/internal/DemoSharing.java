package id.tuntas.demo.internal;

import id.tuntas.demo.DemoCalendar;
import id.tuntas.sharing.Sharing;
import id.tuntas.sharing.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** On the last evening the coordinator has what is left shared out; on the morning after it is a proposal that nobody has decided on. */
@Component
@Profile("demo")
class DemoSharing implements DemoChapter {

    private static final LocalDate DAY = DemoCalendar.LAST_DAY.minusDays(1);
    private static final int STEP = 10;

    private final DemoSettings settings;
    private final DemoActors actors;
    private final Sharing sharing;

    DemoSharing(DemoSettings settings, DemoActors actors, Sharing sharing) {
        this.settings = settings;
        this.actors = actors;
        this.sharing = sharing;
    }

    @Override
    public long work(LocalDate day) {
        return day.equals(DAY) ? 1 : 0;
    }

    @Override
    public List<List<Runnable>> on(LocalDate day) {
        return day.equals(DAY) ? List.of(List.of(this::share)) : List.of();
    }

    private void share() {
        if (!sharing.isBegun(DemoPeople.REGENCY, DemoSeeder.ROUND)) {
            sharing.start(actors.coordinator(), DemoSeeder.ROUND, new Terms(Map.of(), STEP, true, settings.seed()));
        }
    }
}
