package id.tuntas.demo.internal;

import id.tuntas.access.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plays the demo on to a later day. */
@RestController
@Profile("demo")
class DemoController {

    record DayForm(@Nullable LocalDate day) {}

    record Started(UUID jobId) {}

    private final DemoDays days;

    DemoController(DemoDays days) {
        this.days = days;
    }

    @PostMapping("/api/v1/demo/day")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started play(Actor actor, @RequestBody DayForm form) {
        return new Started(days.play(actor, form.day()));
    }
}
