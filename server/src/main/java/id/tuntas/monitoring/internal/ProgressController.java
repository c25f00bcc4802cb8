package id.tuntas.monitoring.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.monitoring.Waits;
import id.tuntas.monitoring.internal.ProgressQueries.By;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rounds/{code}")
class ProgressController {

    private final Rounds rounds;
    private final ProgressQueries progress;
    private final PaceQueries pace;
    private final Waits waiting;

    ProgressController(Rounds rounds, ProgressQueries progress, PaceQueries pace, Waits waiting) {
        this.rounds = rounds;
        this.progress = progress;
        this.pace = pace;
        this.waiting = waiting;
    }

    @GetMapping("/progress")
    ProgressQueries.Progress progress(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "round") String by,
            @RequestParam @Nullable String district,
            @RequestParam @Nullable LocalDate day) {
        Round round = readable(actor, code);
        return progress.progress(actor, round, by(by), district, day);
    }

    @GetMapping("/pace")
    PaceQueries.PaceView pace(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "round") String by) {
        Round round = readable(actor, code);
        By wanted = by(by);
        if (wanted != By.ROUND && wanted != By.DISTRICT) {
            throw Refusal.invalid("/by", "unknown");
        }
        return pace.pace(actor, round, wanted);
    }

    @GetMapping("/waiting")
    Waits.Waiting waiting(Actor actor, @PathVariable String code) {
        return waiting.waiting(actor, readable(actor, code));
    }

    private Round readable(Actor actor, String code) {
        actor.require(Verb.PROGRESS_READ);
        return rounds.get(actor.regencyCode(), code);
    }

    private static By by(String by) {
        return switch (by) {
            case "round" -> By.ROUND;
            case "district" -> By.DISTRICT;
            case "village" -> By.VILLAGE;
            case "officer" -> By.OFFICER;
            default -> throw Refusal.invalid("/by", "unknown");
        };
    }
}
