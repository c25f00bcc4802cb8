package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.VisitOutcome;
import id.tuntas.forms.FindingProposal;
import id.tuntas.forms.PovertyLine;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.VisitConflict;
import id.tuntas.visits.VisitDetail;
import id.tuntas.visits.VisitReceived;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.internal.Situation.Former;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a visit that named no family the one that it was paid to. */
@Component
class Matching {

    /** What a visit without a family is held by. */
    private static final Set<ConflictCode> WITHOUT_FAMILY =
            EnumSet.of(ConflictCode.UNKNOWN_FAMILY, ConflictCode.PROPOSED_FAMILY, ConflictCode.ALREADY_VISITED);

    private final VisitStore store;
    private final VisitQueries queries;
    private final Standing standing;
    private final RevisitStore revisits;
    private final Rounds rounds;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Matching(
            VisitStore store,
            VisitQueries queries,
            Standing standing,
            RevisitStore revisits,
            Rounds rounds,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.queries = queries;
        this.standing = standing;
        this.revisits = revisits;
        this.rounds = rounds;
        this.clock = clock;
        this.events = events;
    }

    /** The caller holds the family and the visit, which names none. */
    void match(Actor actor, UUID visitId, FamilyCase family) {
        String regency = actor.regencyCode();
        VisitDetail visit = queries.find(regency, visitId).orElseThrow(Refusal::notFound);
        Round round = rounds.find(regency, family.roundId()).orElseThrow(Refusal::notFound);
        Former former = former(regency, visit.answers().deprecatedId());
        Revisit revisit = revisits.askedOf(family, visit.summary().officerId()).orElse(null);
        Map<ConflictCode, String> conflicts =
                situation(visit, family, round, revisit, former).conflicts();
        PovertyLine line =
                round.povertyLineOn(BusinessClock.dayOf(visit.summary().visitedAt()));
        FindingProposal proposal = FindingProposal.of(visit.verval(), line);
        VisitState state = Situation.holds(conflicts) ? VisitState.CONFLICT : VisitState.RECEIVED;
        store.setFamily(visitId, family, revisit == null ? null : revisit.id(), proposal, state);
        WITHOUT_FAMILY.stream()
                .filter(code -> !conflicts.containsKey(code))
                .forEach(code -> store.resolve(regency, visitId, code, clock.now()));
        store.insertConflicts(regency, visitId, conflicts, clock.now());
        if (state == VisitState.RECEIVED) {
            standing.take(family, revisit, outcome(visit.summary(), proposal), former);
        }
        events.publishEvent(new VisitReceived(
                regency, visitId, !visit.summary().attachments().isEmpty()));
    }

    private @Nullable Former former(String regency, @Nullable String deprecatedId) {
        return deprecatedId == null ? null : store.former(regency, deprecatedId).orElse(null);
    }

    private static Situation situation(
            VisitDetail visit, FamilyCase family, Round round, @Nullable Revisit revisit, @Nullable Former former) {
        VisitSummary summary = visit.summary();
        return new Situation(
                summary.officerId(),
                summary.receivedAt(),
                !has(summary, ConflictCode.FORM_VERSION_UNKNOWN),
                visit.findings(),
                family.number().text(),
                false,
                false,
                summary.contact(),
                family,
                round,
                revisit,
                former,
                visit.answers().deprecatedId() != null,
                has(summary, ConflictCode.INSTANCE_CONFLICT));
    }

    private static boolean has(VisitSummary visit, ConflictCode code) {
        return visit.conflicts().stream().map(VisitConflict::code).anyMatch(code::equals);
    }

    private static VisitOutcome outcome(VisitSummary visit, FindingProposal proposal) {
        return new VisitOutcome(
                visit.id(),
                visit.officerId(),
                Objects.requireNonNull(visit.contact()),
                proposal.finding().orElse(null),
                visit.visitedAt(),
                visit.lat(),
                visit.lng());
    }
}
