package id.tuntas.citizens.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NominatedFamily;
import id.tuntas.citizens.DeclineReason;
import id.tuntas.citizens.NewPetition;
import id.tuntas.citizens.PetitionKind;
import id.tuntas.citizens.Petitions;
import id.tuntas.citizens.internal.LikelySame.Likely;
import id.tuntas.citizens.internal.PetitionStore.Kept;
import id.tuntas.graduation.Graduations;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Reason;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.SpokenCode;
import id.tuntas.review.Reviews;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class PetitionDesk implements Petitions {

    static final int LONGEST_NOTE = 500;

    private final PetitionIntake intake;
    private final PetitionStore store;
    private final PetitionQueries queries;
    private final LikelySame likely;
    private final Cases cases;
    private final Reviews reviews;
    private final Graduations graduations;
    private final Rounds rounds;
    private final Ledger ledger;

    PetitionDesk(
            PetitionIntake intake,
            PetitionStore store,
            PetitionQueries queries,
            LikelySame likely,
            Cases cases,
            Reviews reviews,
            Graduations graduations,
            Rounds rounds,
            Ledger ledger) {
        this.intake = intake;
        this.store = store;
        this.queries = queries;
        this.likely = likely;
        this.cases = cases;
        this.reviews = reviews;
        this.graduations = graduations;
        this.rounds = rounds;
        this.ledger = ledger;
    }

    @Override
    public SpokenCode take(NewPetition petition) {
        return intake.take(petition);
    }

    @Override
    @Transactional
    public void open(Actor actor, UUID petitionId) {
        Kept petition = unjudged(actor, petitionId);
        if (petition.kind() != PetitionKind.NOMINATION) {
            throw Refusal.invalid("/kind", "only-nominations");
        }
        FamilyCase family = cases.openNominated(
                openRound(actor).id(),
                actor,
                new NominatedFamily(petition.village(), petition.headName(), petition.place(), "", null, List.of()));
        store.judge(actor, petitionId, "opened", family.id(), null, "");
        record(actor, "petition.opened", petition, family.number().text());
    }

    @Override
    @Transactional
    public void link(Actor actor, UUID petitionId, String caseNumber, String reason) {
        Kept petition = unjudged(actor, petitionId);
        UUID round = openRound(actor).id();
        FamilyCase family = cases.findByNumber(actor.regencyCode(), caseNumber)
                .filter(found -> found.roundId().equals(round) && actor.may(Verb.VISIT_REVIEW, found.villageCode()))
                .flatMap(found -> cases.lock(actor.regencyCode(), found.id()))
                .orElseThrow(() -> Refusal.invalid("/caseNumber", "case-unknown"));
        if (family.state() == CaseState.VISITED && petition.kind() == PetitionKind.OBJECTION) {
            throw new Refusal(HttpStatus.CONFLICT, "visit-waits");
        }
        requireOther(actor, petition, List.of(family.id()));
        if (family.state() == CaseState.APPROVED) {
            lookAgain(actor, family, said("/reason", reason));
        }
        store.judge(actor, petitionId, "linked", family.id(), null, reason.strip());
        record(actor, "petition.linked", petition, family.number().text() + " " + reason.strip());
    }

    private void lookAgain(Actor actor, FamilyCase family, String reason) {
        if (!graduations.doubt(actor, family.id(), reason)) {
            reviews.sendBack(actor, Objects.requireNonNull(family.visitId()), reason);
        }
    }

    @Override
    @Transactional
    public void decline(Actor actor, UUID petitionId, DeclineReason reason, String note) {
        Kept petition = unjudged(actor, petitionId);
        String why = said("/note", note);
        requireOther(
                actor,
                petition,
                likely.of(actor, petitionId).stream()
                        .filter(Likely::isFamily)
                        .map(Likely::id)
                        .toList());
        store.judge(actor, petitionId, "declined", null, reason, why);
        record(actor, "petition.declined", petition, reason.key() + " " + why);
    }

    /** Nobody answers an objection to what he approved himself. */
    private void requireOther(Actor actor, Kept petition, List<UUID> families) {
        if (petition.kind() == PetitionKind.OBJECTION && queries.approvedByHimself(actor, families)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "own-approval");
        }
    }

    @Override
    @Transactional
    public void deletePhone(Actor actor, UUID petitionId) {
        Kept petition = reachable(actor, petitionId);
        if (!store.deletePhone(actor.regencyCode(), petitionId)) {
            throw Refusal.notFound();
        }
        record(actor, "petition.phone-deleted", petition, "");
    }

    @Override
    public List<UUID> proposalsOf(String regencyCode, UUID familyId) {
        return queries.proposalsOf(regencyCode, familyId);
    }

    @Override
    public List<OpenInVillage> unanswered(String regencyCode) {
        return queries.unanswered(regencyCode);
    }

    @Override
    public List<DeclinedInVillage> declined(String regencyCode, UUID roundId, String[] scope, LocalDate day) {
        return queries.declined(regencyCode, roundId, scope, day);
    }

    private Kept unjudged(Actor actor, UUID id) {
        Kept petition = reachable(actor, id);
        if (petition.judged()) {
            throw new Refusal(HttpStatus.CONFLICT, "already-judged");
        }
        return petition;
    }

    private Kept reachable(Actor actor, UUID id) {
        actor.require(Verb.VISIT_REVIEW);
        return store.lock(actor.regencyCode(), id, actor.scope(Verb.VISIT_REVIEW))
                .orElseThrow(Refusal::notFound);
    }

    private Round openRound(Actor actor) {
        return rounds.current(actor.regencyCode()).orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "no-open-round"));
    }

    private static String said(String pointer, String text) {
        String said = text.strip();
        Reason.require(pointer, said);
        if (said.length() > LONGEST_NOTE) {
            throw Refusal.invalid(pointer, "too-long", LONGEST_NOTE);
        }
        return said;
    }

    private void record(Actor actor, String verb, Kept petition, String content) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "petition",
                petition.id(),
                petition.village(),
                Map.of("kind", petition.kind().key()),
                (petition.id() + " " + content).getBytes(StandardCharsets.UTF_8)));
    }
}
