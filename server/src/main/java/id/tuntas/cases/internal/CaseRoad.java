package id.tuntas.cases.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.Assignment;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.CaseNumber;
import id.tuntas.cases.Cases;
import id.tuntas.cases.CorrectedFamily;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NewFamily;
import id.tuntas.cases.NominatedFamily;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.cases.OpenedCases;
import id.tuntas.cases.Tally;
import id.tuntas.cases.VisitOutcome;
import id.tuntas.cases.internal.CaseStore.Change;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.forms.MemberExistence;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.RoundRevised;
import id.tuntas.rounds.RoundState;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class CaseRoad implements Cases {

    private final CaseStore store;
    private final TallyStore tallies;
    private final RosterIntake intake;
    private final NominatedIntake nominated;
    private final CorrectionQueries corrections;
    private final BusinessClock clock;

    CaseRoad(
            CaseStore store,
            TallyStore tallies,
            RosterIntake intake,
            NominatedIntake nominated,
            CorrectionQueries corrections,
            BusinessClock clock) {
        this.store = store;
        this.tallies = tallies;
        this.intake = intake;
        this.nominated = nominated;
        this.corrections = corrections;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenedCases openFromRoster(UUID roundId, UUID releaseId, Actor actor, Iterator<NewFamily> families) {
        return intake.open(roundId, releaseId, actor, families);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public FamilyCase openNominated(UUID roundId, Actor actor, NominatedFamily family) {
        UUID id = nominated.open(roundId, actor, family);
        tallies.recount(actor.regencyCode(), roundId, Set.of(family.villageCode()));
        return store.find(actor.regencyCode(), id).orElseThrow();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int markDropped(Actor actor, UUID roundId, Collection<String> familyKeys) {
        return intake.markDropped(actor.regencyCode(), roundId, familyKeys);
    }

    @Override
    public List<CorrectedFamily> corrected(String regencyCode, UUID roundId) {
        return corrections.of(regencyCode, roundId);
    }

    @Override
    public Optional<FamilyCase> find(String regencyCode, UUID caseId) {
        return store.find(regencyCode, caseId);
    }

    @Override
    public Optional<FamilyCase> findByNumber(String regencyCode, String number) {
        return CaseNumber.parse(number).flatMap(sound -> store.findByNumber(regencyCode, sound));
    }

    @Override
    public Optional<FamilyCase> findByRosterKey(String regencyCode, UUID roundId, String familyKey) {
        return store.byRosterKeys(regencyCode, roundId, List.of(familyKey)).stream()
                .findFirst();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FamilyCase> lock(String regencyCode, UUID caseId) {
        return store.lock(regencyCode, caseId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FamilyCase> lockByNumber(String regencyCode, String number) {
        return CaseNumber.parse(number).flatMap(sound -> store.lockByNumber(regencyCode, sound));
    }

    @Override
    public List<CaseMember> members(String regencyCode, UUID caseId) {
        return store.members(regencyCode, List.of(caseId));
    }

    @Override
    public List<Assignment> assignments(String regencyCode, UUID caseId) {
        return store.assignments(regencyCode, caseId);
    }

    @Override
    public List<OfficerFamily> familiesOf(String regencyCode, UUID officerId) {
        return withMembers(regencyCode, store.ofOfficer(regencyCode, officerId));
    }

    @Override
    public List<OfficerFamily> families(String regencyCode, Collection<UUID> caseIds) {
        return withMembers(regencyCode, store.list(regencyCode, caseIds));
    }

    private List<OfficerFamily> withMembers(String regencyCode, List<FamilyCase> families) {
        Map<UUID, List<CaseMember>> members =
                store.members(regencyCode, families.stream().map(FamilyCase::id).toList()).stream()
                        .filter(member -> !member.dropped())
                        .collect(Collectors.groupingBy(CaseMember::familyId));
        return families.stream()
                .map(family -> new OfficerFamily(family, members.getOrDefault(family.id(), List.of())))
                .toList();
    }

    @Override
    public Set<UUID> changedSince(String regencyCode, UUID officerId, long sequence) {
        return store.changedSince(regencyCode, officerId, sequence);
    }

    @Override
    public boolean hasHad(String regencyCode, UUID officerId, long sequence) {
        return sequence > 0
                && sequence >= store.beganOf(regencyCode, officerId)
                && sequence <= store.sequenceOf(regencyCode, officerId);
    }

    /** A round that opens or closes brings its families to their officers' lists, or takes them off. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void roundRevised(RoundRevised revised) {
        if (revised.before() == RoundState.OPEN != (revised.after() == RoundState.OPEN)) {
            store.noteChangesOfRound(revised.regencyCode(), revised.roundId());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteChange(String regencyCode, UUID officerId, UUID caseId) {
        store.noteChanges(regencyCode, List.of(new Change(officerId, caseId)));
    }

    @Override
    public long sequenceOf(String regencyCode, UUID officerId) {
        return store.sequenceOf(regencyCode, officerId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public FamilyCase visitReceived(String regencyCode, UUID caseId, VisitOutcome outcome) {
        return step(regencyCode, caseId, outcome.officerId(), family -> CaseSteps.received(family, outcome));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public FamilyCase visitReturned(Actor actor, UUID caseId, UUID visitId) {
        return step(actor.regencyCode(), caseId, actor.id(), family -> CaseSteps.returned(family, visitId));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public FamilyCase visitApproved(
            Actor actor, UUID caseId, UUID visitId, ContactResult contact, @Nullable Finding confirmed) {
        return step(
                actor.regencyCode(),
                caseId,
                actor.id(),
                family -> CaseSteps.approved(family, visitId, contact, confirmed, clock.now()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public FamilyCase visitRejected(Actor actor, UUID caseId, UUID visitId) {
        return step(actor.regencyCode(), caseId, actor.id(), family -> CaseSteps.rejected(family, visitId));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public FamilyCase visitSentBack(Actor actor, UUID caseId, UUID visitId) {
        return step(actor.regencyCode(), caseId, actor.id(), family -> CaseSteps.sentBack(family, visitId));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmExistence(String regencyCode, UUID caseId, Map<UUID, MemberExistence> existence) {
        store.confirmExistence(regencyCode, caseId, existence);
    }

    /** Always family, then its village's counters, then its officer's sequence: no two steps can wait for each other in a ring. */
    private FamilyCase step(
            String regencyCode, UUID caseId, @Nullable UUID actorId, UnaryOperator<FamilyCase> decision) {
        FamilyCase before = store.lock(regencyCode, caseId).orElseThrow(Refusal::notFound);
        FamilyCase after = decision.apply(before);
        if (after.equals(before)) {
            return before;
        }
        store.update(after);
        store.insertStep(before, after, actorId);
        tallies.add(
                regencyCode,
                after.roundId(),
                after.villageCode(),
                Tally.of(after).minus(Tally.of(before)));
        if (after.officerId() != null) {
            store.noteChanges(regencyCode, List.of(new Change(after.officerId(), after.id())));
        }
        return after;
    }
}
