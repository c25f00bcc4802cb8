package id.tuntas.cases.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.CaseSummary;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

    record CasePage(List<CaseSummary> items, @Nullable String next, long total) {}

    private final CaseQueries queries;
    private final Unmasking unmasking;
    private final Rounds rounds;

    CaseController(CaseQueries queries, Unmasking unmasking, Rounds rounds) {
        this.queries = queries;
        this.unmasking = unmasking;
        this.rounds = rounds;
    }

    /** @param round code of a round; the open one unless said, all rounds when there is none */
    @GetMapping
    CasePage list(
            Actor actor,
            @RequestParam @Nullable String round,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String village,
            @RequestParam @Nullable String district,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable UUID officer,
            @RequestParam @Nullable String finding,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after) {
        if (!actor.may(Verb.CASE_READ) && !actor.has(Role.OFFICER)) {
            throw Refusal.forbidden();
        }
        UUID roundId = round == null
                ? rounds.current(actor.regencyCode()).map(Round::id).orElse(null)
                : rounds.get(actor.regencyCode(), round).id();
        CaseQueries.Found found = queries.find(
                actor,
                new CaseQueries.Filter(
                        roundId,
                        CaseSearch.of(q),
                        given(village),
                        given(district),
                        given(state) == null
                                ? null
                                : CaseState.findByKey(state).orElseThrow(() -> Refusal.invalid("/state", "unknown")),
                        officer,
                        given(finding) == null
                                ? null
                                : Finding.findByKey(finding).orElseThrow(() -> Refusal.invalid("/finding", "unknown"))),
                given(after),
                Page.limit(limit));
        return new CasePage(queries.summaries(actor.regencyCode(), found.families()), found.next(), found.total());
    }

    /** The numbers in clear; that somebody looked is an act of its own. */
    @PostMapping("/{id}/nik")
    Unmasking.Unmasked unmask(Actor actor, @PathVariable UUID id) {
        return unmasking.unmask(actor, id);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
