package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.VisitOutcome;
import id.tuntas.forms.Finding;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.IntakeOutcome;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.Submission;
import id.tuntas.visits.VisitDetail;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import id.tuntas.visits.internal.VisitStore.Locked;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptVisits implements Visits {

    private final Door door;
    private final Interpreter interpreter;
    private final VisitStore store;
    private final VisitQueries queries;
    private final Matching matching;
    private final Standing standing;
    private final RevisitStore revisits;
    private final Cases cases;
    private final BusinessClock clock;

    KeptVisits(
            Door door,
            Interpreter interpreter,
            VisitStore store,
            VisitQueries queries,
            Matching matching,
            Standing standing,
            RevisitStore revisits,
            Cases cases,
            BusinessClock clock) {
        this.door = door;
        this.interpreter = interpreter;
        this.store = store;
        this.queries = queries;
        this.matching = matching;
        this.standing = standing;
        this.revisits = revisits;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public IntakeOutcome submit(Actor officer, Submission submission) {
        officer.require(Verb.VISIT_SUBMIT);
        IntakeOutcome outcome = door.take(officer, submission);
        interpreter.wake();
        return outcome;
    }

    @Override
    public void interpretWaiting() {
        interpreter.drain();
    }

    @Override
    public Optional<VisitDetail> find(String regencyCode, UUID visitId) {
        return queries.find(regencyCode, visitId);
    }

    @Override
    public Optional<VisitSummary> findSummary(String regencyCode, UUID visitId) {
        return queries.summary(regencyCode, visitId);
    }

    @Override
    public boolean hasConflict(String regencyCode, UUID visitId, ConflictCode code) {
        return queries.hasConflict(regencyCode, visitId, code);
    }

    @Override
    public List<UUID> showingSamePhotos(String regencyCode, UUID visitId) {
        return queries.showingSamePhotos(regencyCode, visitId);
    }

    @Override
    public List<VisitSummary> ofCase(Actor actor, UUID caseId) {
        return queries.ofCase(actor, caseId);
    }

    @Override
    public Page<VisitSummary> list(Actor actor, VisitFilter filter) {
        if (!actor.may(Verb.CASE_READ)) {
            actor.require(Verb.VISIT_SUBMIT);
        }
        return queries.list(actor, filter);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public VisitSummary markReturned(Actor actor, UUID visitId, int version, String reason, List<String> fields) {
        Locked visit = undecided(actor, visitId, version);
        admit(actor, visitId, visit);
        VisitSummary back = sendBack(actor, visitId, reason, fields);
        if (visit.revisitId() != null) {
            revisits.stand(actor.regencyCode(), visit.revisitId(), visitId);
        }
        return back;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public VisitSummary markSentBack(Actor actor, UUID visitId, String reason) {
        Locked visit = store.lock(actor.regencyCode(), visitId).orElseThrow(Refusal::notFound);
        if (visit.state() != VisitState.APPROVED) {
            throw new Refusal(HttpStatus.CONFLICT, "not-approved");
        }
        return sendBack(actor, visitId, reason, List.of());
    }

    private VisitSummary sendBack(Actor actor, UUID visitId, String reason, List<String> fields) {
        store.setState(actor.regencyCode(), visitId, VisitState.RETURNED);
        store.setReturn(actor.regencyCode(), visitId, reason, fields, clock.now());
        return get(actor, visitId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public VisitSummary markApproved(Actor actor, UUID visitId, int version, @Nullable Finding confirmed) {
        Locked visit = undecided(actor, visitId, version);
        admit(actor, visitId, visit);
        store.setState(actor.regencyCode(), visitId, VisitState.APPROVED);
        if (visit.revisitId() != null) {
            revisits.end(actor.regencyCode(), visit.revisitId(), visitId);
        }
        store.setConfirmed(actor.regencyCode(), visitId, confirmed == null ? null : confirmed.code());
        return get(actor, visitId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public VisitSummary markRejected(Actor actor, UUID visitId, int version) {
        Locked visit = undecided(actor, visitId, version);
        boolean stands = get(actor, visitId).current();
        store.resolveConflicts(actor.regencyCode(), visitId, clock.now());
        store.setState(actor.regencyCode(), visitId, VisitState.REJECTED);
        if (visit.revisitId() != null && stands) {
            revisits.stand(actor.regencyCode(), visit.revisitId(), null);
        }
        return get(actor, visitId);
    }

    /** Always the family before its visit, as an arriving visit does. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public VisitSummary match(Actor actor, UUID visitId, int version, UUID caseId) {
        FamilyCase family = cases.lock(actor.regencyCode(), caseId).orElseThrow(Refusal::notFound);
        if (undecided(actor, visitId, version).familyId() != null) {
            throw new Refusal(HttpStatus.CONFLICT, "visit-with-case");
        }
        matching.match(actor, visitId, family);
        return get(actor, visitId);
    }

    private Locked undecided(Actor actor, UUID visitId, int version) {
        Locked visit = store.lock(actor.regencyCode(), visitId).orElseThrow(Refusal::notFound);
        if (visit.version() != version) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        if (!visit.state().isUndecided()) {
            throw new Refusal(HttpStatus.CONFLICT, "already-decided");
        }
        return visit;
    }

    /** A visit that was held back takes its family's place before it is decided on; what a person decides on is settled. */
    private void admit(Actor actor, UUID visitId, Locked visit) {
        String regency = actor.regencyCode();
        if (visit.familyId() == null) {
            throw new Refusal(HttpStatus.CONFLICT, "visit-without-case");
        }
        if (visit.state() == VisitState.CONFLICT) {
            VisitSummary held = get(actor, visitId);
            FamilyCase family = cases.lock(regency, visit.familyId()).orElseThrow(Refusal::notFound);
            if (held.contact() == null || !held.contact().isFinal()) {
                throw new Refusal(HttpStatus.CONFLICT, "visit-without-contact");
            }
            Revisit revisit = visit.revisitId() == null
                    ? null
                    : revisits.find(regency, visit.revisitId())
                            .filter(Revisit::isOpen)
                            .orElse(null);
            if (revisit == null && family.state() == CaseState.APPROVED) {
                throw new Refusal(
                        HttpStatus.CONFLICT, "family-approved", family.number().text());
            }
            standing.take(
                    family,
                    revisit,
                    new VisitOutcome(
                            visitId,
                            visit.officerId(),
                            held.contact(),
                            held.proposed(),
                            held.visitedAt(),
                            held.lat(),
                            held.lng()),
                    null);
        }
        store.resolveConflicts(regency, visitId, clock.now());
    }

    private VisitSummary get(Actor actor, UUID visitId) {
        return queries.summary(actor.regencyCode(), visitId).orElseThrow(Refusal::notFound);
    }
}
