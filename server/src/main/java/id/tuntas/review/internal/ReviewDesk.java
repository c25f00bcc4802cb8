package id.tuntas.review.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.Forms;
import id.tuntas.forms.MemberExistence;
import id.tuntas.forms.VervalAnswers.Member;
import id.tuntas.forms.VervalForm;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.review.DecideVisit;
import id.tuntas.review.Decision;
import id.tuntas.review.DrawnSample;
import id.tuntas.review.Reviews;
import id.tuntas.review.SecondLook;
import id.tuntas.review.VisitDecision;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.Revisits;
import id.tuntas.visits.VisitDetail;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class ReviewDesk implements Reviews {

    private final Visits visits;
    private final Revisits revisits;
    private final Cases cases;
    private final Forms forms;
    private final Accounts accounts;
    private final Sampling sampling;
    private final ReviewStore store;
    private final ReviewQueries queries;
    private final Ledger ledger;
    private final Json json;

    ReviewDesk(
            Visits visits,
            Revisits revisits,
            Cases cases,
            Forms forms,
            Accounts accounts,
            Sampling sampling,
            ReviewStore store,
            ReviewQueries queries,
            Ledger ledger,
            Json json) {
        this.visits = visits;
        this.revisits = revisits;
        this.cases = cases;
        this.forms = forms;
        this.accounts = accounts;
        this.sampling = sampling;
        this.store = store;
        this.queries = queries;
        this.ledger = ledger;
        this.json = json;
    }

    /** Always the family before its visit, as an arriving visit does: no two can wait for each other in a ring. */
    @Override
    @Transactional
    public VisitSummary decide(Actor actor, UUID visitId, int version, DecideVisit command) {
        actor.require(Verb.VISIT_REVIEW);
        UUID caseId = reviewable(actor, visitId).caseId();
        if (caseId != null) {
            cases.lock(actor.regencyCode(), caseId);
        }
        VisitSummary seen = visits.findSummary(actor.regencyCode(), visitId).orElseThrow(Refusal::notFound);
        if (seen.version() != version) {
            throw told(actor, visitId, new Refusal(HttpStatus.PRECONDITION_FAILED, "stale"));
        }
        Judgement judgement = Judgement.of(
                command, seen.contact(), seen.proposed(), form(seen).nodes());
        VisitSummary decided = mark(actor, seen, judgement);
        step(actor, decided, judgement);
        store.insertDecision(actor, decided, judgement);
        record(actor, decided, judgement);
        return decided;
    }

    @Override
    @Transactional
    public VisitSummary match(Actor actor, UUID visitId, int version, String caseNumber) {
        actor.require(Verb.VISIT_REVIEW);
        reviewable(actor, visitId);
        FamilyCase family = cases.findByNumber(actor.regencyCode(), caseNumber)
                .filter(found -> actor.may(Verb.VISIT_REVIEW, found.villageCode()))
                .orElseThrow(() -> Refusal.invalid("/caseNumber", "unknown"));
        VisitSummary matched = visits.match(actor, visitId, version, family.id());
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "visit.matched",
                "visit",
                visitId,
                matched.region(),
                Map.of("case", family.id().toString(), "state", matched.state().key()),
                family.number().text().getBytes(StandardCharsets.UTF_8)));
        return matched;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendBack(Actor actor, UUID visitId, String reason) {
        VisitSummary seen = visits.findSummary(actor.regencyCode(), visitId)
                .filter(found -> actor.may(Verb.VISIT_REVIEW, found.region()))
                .orElseThrow(Refusal::notFound);
        UUID caseId = Objects.requireNonNull(seen.caseId());
        cases.lock(actor.regencyCode(), caseId);
        VisitSummary back = visits.markSentBack(actor, visitId, reason);
        cases.visitSentBack(actor, caseId, visitId);
        Judgement judgement = new Judgement(Decision.RETURN, reason, List.of(), null, false);
        store.insertDecision(actor, back, judgement);
        record(actor, back, judgement);
    }

    @Override
    @Transactional
    public DrawnSample draw(Actor actor, String roundCode, int perDistrict) {
        return sampling.draw(actor, roundCode, perDistrict);
    }

    @Override
    @Transactional
    public void recheck(Actor actor, UUID visitId, SecondLook outcome, String reason) {
        sampling.recheck(actor, visitId, outcome, reason);
    }

    @Override
    public List<VisitDecision> decisionsOn(String regencyCode, Collection<UUID> visitIds) {
        return queries.decisionsOn(regencyCode, visitIds);
    }

    /** The visit, if it is the actor's to review: nobody reviews his own, and no district one of a watch. */
    private VisitSummary reviewable(Actor actor, UUID visitId) {
        VisitSummary visit = visits.findSummary(actor.regencyCode(), visitId)
                .filter(found -> actor.may(Verb.VISIT_REVIEW, found.region()))
                .orElseThrow(Refusal::notFound);
        if (visit.officerId().equals(actor.id())) {
            throw new Refusal(HttpStatus.FORBIDDEN, "own-visit");
        }
        if (!actor.may(Verb.VISIT_REVIEW, actor.regencyCode()) && isWatch(visit)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "watch-visit");
        }
        return visit;
    }

    /** A watch looks at what a district itself once found. */
    private boolean isWatch(VisitSummary visit) {
        return Optional.ofNullable(visit.revisitId())
                .flatMap(id -> revisits.find(visit.regencyCode(), id))
                .filter(revisit -> revisit.kind() == RevisitKind.WATCH)
                .isPresent();
    }

    private FormDefinition form(VisitSummary visit) {
        return forms.find(visit.regencyCode(), visit.formId(), visit.formVersion())
                .orElseGet(VervalForm::definition);
    }

    private VisitSummary mark(Actor actor, VisitSummary visit, Judgement judgement) {
        try {
            return switch (judgement.decision()) {
                case APPROVE -> visits.markApproved(actor, visit.id(), visit.version(), judgement.finding());
                case RETURN ->
                    visits.markReturned(actor, visit.id(), visit.version(), judgement.reason(), judgement.fields());
                case REJECT -> visits.markRejected(actor, visit.id(), visit.version());
            };
        } catch (Refusal refusal) {
            throw refusal.code().equals("stale") ? told(actor, visit.id(), refusal) : refusal;
        }
    }

    /** The refusal with who was faster, when it was another decision. */
    private Refusal told(Actor actor, UUID visitId, Refusal stale) {
        Optional<VisitDecision> last = queries.decisionsOn(actor.regencyCode(), List.of(visitId)).stream()
                .reduce((former, later) -> later);
        return last.map(decided -> {
                    String by = name(actor.regencyCode(), decided.by());
                    return stale.telling(
                            "decided-meanwhile-" + decided.decision().key(),
                            Map.of("by", by, "decision", decided.decision(), "at", decided.at()),
                            by);
                })
                .orElse(stale);
    }

    private String name(String regencyCode, UUID person) {
        return accounts.names(regencyCode, List.of(person)).getOrDefault(person, "");
    }

    /** A re-visit leaves its family's state and finding as the first visit left them. */
    private void step(Actor actor, VisitSummary visit, Judgement judgement) {
        if (visit.revisitId() != null) {
            return;
        }
        switch (judgement.decision()) {
            case APPROVE -> {
                UUID caseId = Objects.requireNonNull(visit.caseId());
                cases.visitApproved(
                        actor, caseId, visit.id(), Objects.requireNonNull(visit.contact()), judgement.finding());
                cases.confirmExistence(actor.regencyCode(), caseId, existence(visit));
            }
            case RETURN -> cases.visitReturned(actor, Objects.requireNonNull(visit.caseId()), visit.id());
            case REJECT -> {
                if (visit.current()) {
                    cases.visitRejected(actor, Objects.requireNonNull(visit.caseId()), visit.id());
                }
            }
        }
    }

    private Map<UUID, MemberExistence> existence(VisitSummary visit) {
        VisitDetail detail = visits.find(visit.regencyCode(), visit.id()).orElseThrow(Refusal::notFound);
        Map<UUID, MemberExistence> existence = new HashMap<>();
        for (Member member : detail.verval().members()) {
            UUID id = uuid(member.memberId());
            if (id != null && member.existence() != null) {
                existence.put(id, member.existence());
            }
        }
        return existence;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void record(Actor actor, VisitSummary visit, Judgement judgement) {
        Decision decision = judgement.decision();
        Map<String, Object> detail = new HashMap<>();
        detail.put("version", visit.version());
        detail.put("fields", judgement.fields());
        if (judgement.finding() != null) {
            detail.put("finding", judgement.finding().key());
            detail.put("overruled", judgement.overruled());
        }
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                decision.verb(),
                "visit",
                visit.id(),
                visit.region(),
                detail,
                json.write(judgement).getBytes(StandardCharsets.UTF_8)));
    }
}
