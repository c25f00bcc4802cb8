package id.tuntas.nominations.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NominatedFamily;
import id.tuntas.cases.NominatedFamily.NominatedMember;
import id.tuntas.forms.ProposedFamily;
import id.tuntas.forms.VervalAnswers.Member;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.nominations.Nominations;
import id.tuntas.platform.Refusal;
import id.tuntas.review.Reviews;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.VisitDetail;
import id.tuntas.visits.VisitReceived;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class NominationDesk implements Nominations {

    private final NominationStore store;
    private final Visits visits;
    private final Reviews reviews;
    private final Cases cases;
    private final Assignments assignments;
    private final Rounds rounds;
    private final Ledger ledger;

    NominationDesk(
            NominationStore store,
            Visits visits,
            Reviews reviews,
            Cases cases,
            Assignments assignments,
            Rounds rounds,
            Ledger ledger) {
        this.store = store;
        this.visits = visits;
        this.reviews = reviews;
        this.cases = cases;
        this.assignments = assignments;
        this.rounds = rounds;
        this.ledger = ledger;
    }

    /** A visit that proposes a family is a nomination, from the transaction on that interprets it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void propose(VisitReceived received) {
        if (!visits.hasConflict(received.regencyCode(), received.visitId(), ConflictCode.PROPOSED_FAMILY)) {
            return;
        }
        VisitDetail visit =
                visits.find(received.regencyCode(), received.visitId()).orElseThrow(Refusal::notFound);
        ProposedFamily family = ProposedFamily.in(visit.answers()).orElseThrow();
        UUID id = store.insert(visit.summary(), family);
        if (id != null) {
            record(visit.summary().officerId(), "nomination.proposed", id, visit.summary(), family.headName());
        }
    }

    private static boolean proposes(VisitSummary visit) {
        return visit.conflicts().stream()
                .anyMatch(conflict -> conflict.code() == ConflictCode.PROPOSED_FAMILY && conflict.resolvedAt() == null);
    }

    @Override
    @Transactional
    public void accept(Actor actor, UUID nominationId, int version) {
        actor.require(Verb.VISIT_REVIEW);
        UUID visitId = store.lockVisitOf(actor.regencyCode(), nominationId, actor.scope(Verb.VISIT_REVIEW))
                .orElseThrow(Refusal::notFound);
        VisitDetail visit = visits.find(actor.regencyCode(), visitId).orElseThrow(Refusal::notFound);
        if (!proposes(visit.summary())) {
            throw new Refusal(HttpStatus.CONFLICT, "already-decided");
        }
        Round round = rounds.current(actor.regencyCode())
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "no-open-round"));
        FamilyCase family = cases.openNominated(round.id(), actor, familyOf(visit));
        assignments.assign(
                actor, new AssignFamilies(visit.summary().officerId(), List.of(family.id()), List.of(), null));
        reviews.match(actor, visitId, version, family.number().text());
        store.accepted(actor, nominationId, family.id());
        record(
                actor.id(),
                "nomination.accepted",
                nominationId,
                visit.summary(),
                family.number().text());
    }

    private static NominatedFamily familyOf(VisitDetail visit) {
        ProposedFamily family = ProposedFamily.in(visit.answers()).orElseThrow();
        List<NominatedMember> members = visit.verval().members().stream()
                .filter(member -> member.name() != null)
                .map(NominationDesk::member)
                .toList();
        return new NominatedFamily(
                family.villageCode(),
                family.headName(),
                family.address(),
                family.hamlet(),
                visit.verval().kkCard().number(),
                members);
    }

    private static NominatedMember member(Member member) {
        return new NominatedMember(
                Objects.requireNonNull(member.name()), member.nik(), member.relationship(), member.sex());
    }

    private void record(UUID who, String verb, UUID nominationId, VisitSummary visit, String content) {
        ledger.record(new Act(
                visit.regencyCode(),
                who,
                verb,
                "nomination",
                nominationId,
                visit.region(),
                Map.of("visit", visit.id().toString()),
                content.getBytes(StandardCharsets.UTF_8)));
    }
}
