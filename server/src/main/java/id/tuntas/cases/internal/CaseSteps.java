package id.tuntas.cases.internal;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.VisitOutcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Which step fits which state, and what the family is after it. */
final class CaseSteps {

    private CaseSteps() {}

    static FamilyCase received(FamilyCase family, VisitOutcome outcome) {
        if (!outcome.contact().isFinal()) {
            return family;
        }
        if (family.state() == CaseState.LISTED || family.state() == CaseState.APPROVED) {
            throw refused(family);
        }
        return new Step(family)
                .to(CaseState.VISITED)
                .visit(outcome.visitId(), outcome.visitedAt())
                .outcome(outcome.contact(), outcome.proposed())
                .at(outcome.lat(), outcome.lng())
                .done();
    }

    static FamilyCase returned(FamilyCase family, UUID visitId) {
        requireWaiting(family, visitId);
        return new Step(family).to(CaseState.RETURNED).done();
    }

    static FamilyCase sentBack(FamilyCase family, UUID visitId) {
        if (family.state() != CaseState.APPROVED || !visitId.equals(family.visitId())) {
            throw refused(family);
        }
        return new Step(family).to(CaseState.RETURNED).approvedAt(null).done();
    }

    static FamilyCase approved(
            FamilyCase family, UUID visitId, ContactResult contact, @Nullable Finding confirmed, Instant now) {
        requireWaiting(family, visitId);
        return new Step(family)
                .to(CaseState.APPROVED)
                .outcome(contact, confirmed)
                .approvedAt(now)
                .done();
    }

    static FamilyCase rejected(FamilyCase family, UUID visitId) {
        boolean undecided = family.state() == CaseState.VISITED || family.state() == CaseState.RETURNED;
        if (!undecided || !visitId.equals(family.visitId())) {
            throw refused(family);
        }
        return new Step(family)
                .to(family.officerId() == null ? CaseState.LISTED : CaseState.ASSIGNED)
                .visit(null, null)
                .outcome(null, null)
                .at(null, null)
                .done();
    }

    private static void requireWaiting(FamilyCase family, UUID visitId) {
        if (family.state() != CaseState.VISITED || !visitId.equals(family.visitId())) {
            throw refused(family);
        }
    }

    private static Refusal refused(FamilyCase family) {
        return new Refusal(HttpStatus.CONFLICT, "case-state", family.number().text());
    }

    /** The next version of a family, field by field. */
    private static final class Step {
        private final FamilyCase from;
        private CaseState state;
        private @Nullable UUID visitId;
        private @Nullable Instant visitedAt;
        private @Nullable Instant approvedAt;
        private @Nullable ContactResult contact;
        private @Nullable Finding finding;
        private @Nullable Double lat;
        private @Nullable Double lng;

        Step(FamilyCase from) {
            this.from = from;
            this.state = from.state();
            this.visitId = from.visitId();
            this.visitedAt = from.visitedAt();
            this.approvedAt = from.approvedAt();
            this.contact = from.contact();
            this.finding = from.finding();
            this.lat = from.lat();
            this.lng = from.lng();
        }

        Step to(CaseState next) {
            state = next;
            return this;
        }

        Step visit(@Nullable UUID id, @Nullable Instant at) {
            visitId = id;
            visitedAt = at;
            return this;
        }

        Step outcome(@Nullable ContactResult met, @Nullable Finding found) {
            contact = met;
            finding = found;
            return this;
        }

        Step approvedAt(@Nullable Instant at) {
            approvedAt = at;
            return this;
        }

        Step at(@Nullable Double latitude, @Nullable Double longitude) {
            lat = latitude;
            lng = longitude;
            return this;
        }

        FamilyCase done() {
            return new FamilyCase(
                    from.regencyCode(),
                    from.id(),
                    from.roundId(),
                    from.number(),
                    from.rosterFamilyKey(),
                    from.rosterReleaseId(),
                    from.rosterStatus(),
                    from.warnings(),
                    from.districtCode(),
                    from.villageCode(),
                    from.headName(),
                    from.address(),
                    from.hamlet(),
                    from.kk(),
                    state,
                    from.officerId(),
                    visitId,
                    contact,
                    finding,
                    visitedAt,
                    approvedAt,
                    lat,
                    lng,
                    from.version() + 1);
        }
    }
}
