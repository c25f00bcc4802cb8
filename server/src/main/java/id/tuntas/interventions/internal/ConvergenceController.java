package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.interventions.Lack;
import id.tuntas.interventions.internal.ConvergenceQueries.Filter;
import id.tuntas.interventions.internal.ConvergenceQueries.OpenFamily;
import id.tuntas.interventions.internal.ConvergenceQueries.Summary;
import id.tuntas.interventions.internal.PlanQueries.Plans;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Need;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/convergence")
class ConvergenceController {

    private final ConvergenceQueries queries;
    private final PlanQueries plans;

    ConvergenceController(ConvergenceQueries queries, PlanQueries plans) {
        this.queries = queries;
        this.plans = plans;
    }

    /** Needs of the families by what they lack; unit: needs, and families where it says so. */
    @GetMapping
    Summary summary(Actor actor) {
        actor.require(Verb.PROGRESS_READ);
        return queries.summary(actor);
    }

    /** What agencies have set a day for: begun in the year, finished, left for later; unit: programmes given to a family. */
    @GetMapping("/plans")
    Plans plans(Actor actor) {
        actor.require(Verb.PROGRESS_READ);
        return plans.plans(actor);
    }

    /**
     * Why each extremely poor family is not at zero yet: those of the decree, before there is one those that were found so.
     *
     * @param lack only gaps of this kind; all but those that lack nothing unless said
     * @param agency only gaps of the agency with this id; {@code none} for what no agency was asked for
     */
    @GetMapping("/families")
    Page<OpenFamily> families(
            Actor actor,
            @RequestParam @Nullable String need,
            @RequestParam @Nullable String lack,
            @RequestParam @Nullable String village,
            @RequestParam @Nullable String agency,
            @RequestParam @Nullable UUID after,
            @RequestParam @Nullable Integer limit) {
        actor.require(Verb.CASE_READ);
        Filter filter = new Filter(
                known(need, Need::findByKey, "/need"), known(lack, Lack::findByKey, "/lack"), village, agency);
        return queries.families(actor, filter, after, Page.limit(limit));
    }

    private static <T> @Nullable T known(@Nullable String key, Function<String, Optional<T>> reading, String pointer) {
        return key == null || key.isBlank()
                ? null
                : reading.apply(key).orElseThrow(() -> Refusal.invalid(pointer, "unknown"));
    }
}
