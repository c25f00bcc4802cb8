package id.tuntas.monitoring.internal;

import static java.util.stream.Collectors.toSet;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.monitoring.Standing;
import id.tuntas.monitoring.internal.FamilyFacts.Act;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rounds/{code}/zero")
class ZeroController {

    private final Rounds rounds;
    private final ZeroQueries zero;
    private final ZeroFamilies families;
    private final Regions regions;
    private final BusinessClock clock;

    ZeroController(Rounds rounds, ZeroQueries zero, ZeroFamilies families, Regions regions, BusinessClock clock) {
        this.rounds = rounds;
        this.zero = zero;
        this.families = families;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Where every family stood at the end of a day.
     *
     * @param day of the round, today unless said
     * @param since an earlier day to compare with
     * @param within code of a district or a village
     */
    @GetMapping
    ZeroShow show(
            Actor actor,
            @PathVariable String code,
            @RequestParam @Nullable LocalDate day,
            @RequestParam @Nullable LocalDate since,
            @RequestParam @Nullable String within) {
        actor.require(Verb.PROGRESS_READ);
        Round round = rounds.get(actor.regencyCode(), code);
        LocalDate asOf = asOf(round, day);
        return zero.show(actor, round, asOf, before(round, since, asOf), known(within));
    }

    /**
     * The families behind a number.
     *
     * @param standing where they stand, several with commas between
     * @param act whose kind of act took them off the list, and {@code by} whose
     * @param before where they stood on the earlier day
     */
    @GetMapping("/families")
    Page<ZeroShow.Family> families(
            Actor actor,
            @PathVariable String code,
            @RequestParam @Nullable LocalDate day,
            @RequestParam @Nullable LocalDate since,
            @RequestParam @Nullable String within,
            @RequestParam(defaultValue = "") List<String> standing,
            @RequestParam @Nullable String act,
            @RequestParam @Nullable UUID by,
            @RequestParam @Nullable String before,
            @RequestParam @Nullable UUID after,
            @RequestParam @Nullable Integer limit) {
        actor.require(Verb.CASE_READ);
        Round round = rounds.get(actor.regencyCode(), code);
        LocalDate asOf = asOf(round, day);
        ZeroFamilies.Filter filter = new ZeroFamilies.Filter(
                known(within),
                standing.stream()
                        .map(key -> known(key, Standing::findByKey, "/standing"))
                        .collect(toSet()),
                act == null ? null : known(act, Act::findByKey, "/act"),
                by,
                before == null ? null : known(before, Standing::findByKey, "/before"));
        return families.list(actor, round, asOf, before(round, since, asOf), filter, after, Page.limit(limit));
    }

    private @Nullable String known(@Nullable String within) {
        if (within != null && regions.find(within).isEmpty()) {
            throw Refusal.invalid("/within", "unknown");
        }
        return within;
    }

    private LocalDate asOf(Round round, @Nullable LocalDate day) {
        LocalDate today = clock.today();
        if (day != null && (day.isAfter(today) || day.isBefore(round.opens()))) {
            throw Refusal.invalid("/day", "out-of-range");
        }
        return day == null ? today : day;
    }

    private static @Nullable LocalDate before(Round round, @Nullable LocalDate since, LocalDate day) {
        if (since != null && (!since.isBefore(day) || since.isBefore(round.opens()))) {
            throw Refusal.invalid("/since", "out-of-range");
        }
        return since;
    }

    private static <T> T known(String key, Function<String, Optional<T>> reading, String pointer) {
        return reading.apply(key).orElseThrow(() -> Refusal.invalid(pointer, "unknown"));
    }
}
