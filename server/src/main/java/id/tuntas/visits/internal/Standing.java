package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.VisitOutcome;
import id.tuntas.platform.BusinessClock;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.internal.Situation.Former;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets one visit stand for a family or for its re-visit; whatever stood there before steps behind it. */
@Component
class Standing {

    private final VisitStore store;
    private final RevisitStore revisits;
    private final Cases cases;
    private final BusinessClock clock;

    Standing(VisitStore store, RevisitStore revisits, Cases cases, BusinessClock clock) {
        this.store = store;
        this.revisits = revisits;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * The visit takes the family's place; an attempt that met nobody only takes that of the visit it edits. The caller holds the family.
     *
     * @param revisit what it was paid for; null for a first visit
     * @param former the visit it edits
     */
    void take(FamilyCase family, @Nullable Revisit revisit, VisitOutcome outcome, @Nullable Former former) {
        String regency = family.regencyCode();
        if (former != null) {
            if (revisit != null && former.id().equals(revisit.visitId())) {
                revisits.stand(regency, revisit.id(), null);
            } else if (!outcome.contact().isFinal() || !family.id().equals(former.familyId())) {
                release(regency, outcome.officerId(), former);
            }
            store.supersede(regency, former.id());
            store.resolveConflicts(regency, former.id(), clock.now());
        }
        if (outcome.contact().isFinal()) {
            if (revisit == null) {
                cases.visitReceived(regency, family.id(), outcome);
            } else {
                revisits.stand(regency, revisit.id(), outcome.visitId());
            }
            store.supersedeOthers(regency, family.id(), revisit == null ? null : revisit.id(), outcome.visitId());
        }
    }

    /** The officer takes back what he said of a family; it is to be visited again. */
    private void release(String regency, UUID officerId, Former former) {
        if (former.familyId() == null || former.state() == VisitState.REJECTED) {
            return;
        }
        boolean stands = cases.lock(regency, former.familyId())
                .filter(family -> former.id().equals(family.visitId()))
                .isPresent();
        if (stands) {
            Actor officer = new Actor(regency, officerId, "", "", "id", List.of());
            cases.visitRejected(officer, former.familyId(), former.id());
        }
    }
}
