package id.tuntas.monitoring.internal;

import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Regency;
import id.tuntas.rounds.RoundView;
import id.tuntas.rounds.Rounds;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page must know before anybody signs in. */
@RestController
class AppController {

    record AppState(
            LocalDate today,
            boolean demo,
            Regency regency,
            String timezone,
            List<String> languages,
            @Nullable RoundView round) {}

    private final BusinessClock clock;
    private final Environment environment;
    private final Regency regency;
    private final Rounds rounds;

    AppController(BusinessClock clock, Environment environment, Regency regency, Rounds rounds) {
        this.clock = clock;
        this.environment = environment;
        this.regency = regency;
        this.rounds = rounds;
    }

    @GetMapping("/api/v1/app")
    AppState state() {
        return new AppState(
                clock.today(),
                environment.acceptsProfiles(Profiles.of("demo")),
                regency,
                BusinessClock.ZONE.getId(),
                List.of("id", "en"),
                rounds.current(regency.code()).map(RoundView::of).orElse(null));
    }
}
