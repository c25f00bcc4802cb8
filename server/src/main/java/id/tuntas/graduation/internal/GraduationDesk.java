package id.tuntas.graduation.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.evidence.Evidence;
import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.GraduationState;
import id.tuntas.graduation.Graduations;
import id.tuntas.graduation.Lacking;
import id.tuntas.graduation.internal.GraduationStore.Locked;
import id.tuntas.graduation.internal.Grounds.Reassessment;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.Revisits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class GraduationDesk implements Graduations {

    private final GraduationStore store;
    private final RuleStore rules;
    private final GroundQueries grounds;
    private final RevisitAsking asking;
    private final Revisits revisits;
    private final Cases cases;
    private final Rounds rounds;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Ledger ledger;
    private final BusinessClock clock;

    GraduationDesk(
            GraduationStore store,
            RuleStore rules,
            GroundQueries grounds,
            RevisitAsking asking,
            Revisits revisits,
            Cases cases,
            Rounds rounds,
            Accounts accounts,
            Evidence evidence,
            Ledger ledger,
            BusinessClock clock) {
        this.store = store;
        this.rules = rules;
        this.grounds = grounds;
        this.asking = asking;
        this.revisits = revisits;
        this.cases = cases;
        this.rounds = rounds;
        this.accounts = accounts;
        this.evidence = evidence;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public GraduationRule rule(String regencyCode, String roundCode) {
        return rules.of(regencyCode, rounds.get(regencyCode, roundCode).id());
    }

    @Override
    @Transactional
    public GraduationRule setRule(Actor actor, String roundCode, GraduationRule rule) {
        actor.require(Verb.ROUND_MANAGE, actor.regencyCode());
        Round round = rounds.get(actor.regencyCode(), roundCode);
        WordCheck.require(rule);
        if (!rules.insert(actor, round.id(), rule)) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        GraduationRule set = rules.of(actor.regencyCode(), round.id());
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "graduation.rule-set",
                "round",
                round.id(),
                actor.regencyCode(),
                Map.of("version", set.version(), "line", set.line().key(), "months", set.sampleMonths()),
                set.toString().getBytes(StandardCharsets.UTF_8)));
        return set;
    }

    @Override
    @Transactional
    public UUID askRevisit(Actor actor, UUID caseId, UUID officerId, String reason) {
        FamilyCase family = reachable(actor, Verb.CASE_ASSIGN, caseId);
        WordCheck.requireReason(reason);
        return asking.byOfficer(actor, family, officerId, reason);
    }

    /** In the order of their ids, so that two who ask at once do not wait for each other. */
    @Override
    @Transactional
    public void askRevisits(Actor actor, Collection<UUID> caseIds, String reason) {
        WordCheck.requireReason(reason);
        if (caseIds.isEmpty()) {
            throw Refusal.invalid("/caseIds", "required");
        }
        asking.each(
                actor,
                new TreeSet<>(caseIds)
                        .stream()
                                .map(caseId -> reachable(actor, Verb.CASE_ASSIGN, caseId))
                                .toList(),
                reason);
    }

    @Override
    @Transactional
    public boolean doubt(Actor actor, UUID caseId, String reason) {
        FamilyCase family = reachable(actor, Verb.VISIT_REVIEW, caseId);
        boolean graduated = findNewest(actor.regencyCode(), caseId)
                .filter(newest -> newest.state() == GraduationState.GRADUATED)
                .isPresent();
        if (!graduated) {
            return false;
        }
        WordCheck.requireReason(reason);
        asking.onceMore(actor, family, reason);
        return true;
    }

    @Override
    @Transactional
    public void callOffRevisit(Actor actor, UUID caseId, String reason) {
        FamilyCase family = reachable(actor, Verb.CASE_ASSIGN, caseId);
        WordCheck.requireReason(reason);
        boolean watched = revisits.findOpen(actor.regencyCode(), caseId)
                .filter(open -> open.kind() == RevisitKind.WATCH)
                .isPresent();
        if (watched && !actor.may(Verb.VISIT_SAMPLE, actor.regencyCode())) {
            throw new Refusal(
                    HttpStatus.CONFLICT, "revisit-none", family.number().text());
        }
        revisits.callOff(actor, caseId, reason);
    }

    @Override
    public Optional<Standing> findNewest(String regencyCode, UUID caseId) {
        return store.newest(regencyCode, caseId);
    }

    @Override
    @Transactional
    public UUID propose(Actor actor, UUID caseId) {
        FamilyCase family = reachable(actor, Verb.VISIT_REVIEW, caseId);
        cases.lock(actor.regencyCode(), caseId);
        requireOther(actor, caseId);
        Grounds on = sound(actor, family);
        Reassessment seen = Objects.requireNonNull(on.reassessment());
        long perPerson = Objects.requireNonNull(seen.perPerson());
        UUID id = store.insert(
                actor, family.roundId(), caseId, seen.visitId(), on.rule().version(), perPerson, on.line());
        if (id == null) {
            throw new Refusal(HttpStatus.CONFLICT, "graduation-there");
        }
        record(
                actor,
                family,
                "graduation.proposed",
                id,
                Map.of("visit", seen.visitId().toString(), "perPerson", perPerson, "line", on.line()),
                on.toString());
        return id;
    }

    /** What it rests on, as it is now. */
    private Grounds sound(Actor actor, FamilyCase family) {
        Grounds on = grounds.of(actor.regencyCode(), family.roundId(), family.id());
        List<Lacking> lacks = on.lacks();
        if (!lacks.isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "graduation-lacks")
                    .telling("graduation-lacks", Map.of("lacks", lacks));
        }
        return on;
    }

    @Override
    @Transactional
    public void hear(Actor actor, UUID id, int version, VillageWord word) {
        GraduationState next = word.agreed() ? GraduationState.AGREED : GraduationState.DISAGREED;
        Locked seen = store.lock(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
        FamilyCase family = stepping(actor, Verb.DELIBERATION_RECORD, seen, version, next);
        WordCheck.require(word, seen.visitedOn(), clock.today());
        if (!store.spokeOfOthers(family, word)) {
            evidence.registerSigned(actor.regencyCode(), word.paper(), "/paper");
        }
        store.hear(actor, id, word);
        record(
                actor,
                family,
                "graduation." + next.key(),
                id,
                Map.of("on", word.on().toString(), "paper", word.paper().sha256()),
                word.on() + " " + word.reason() + " " + word.paper().sha256());
    }

    @Override
    public boolean visitedBy(Actor actor, UUID id) {
        return grounds.visitedBy(
                actor.regencyCode(),
                actor.id(),
                store.familyOf(actor.regencyCode(), id).orElseThrow(Refusal::notFound));
    }

    /** In the order of their ids, so that two who speak at once do not wait for each other. */
    @Override
    @Transactional
    public void hearMeeting(Actor actor, UUID meetingId, LocalDate on, Collection<MeetingWord> words) {
        for (MeetingWord word : words.stream()
                .sorted(Comparator.comparing(MeetingWord::graduationId))
                .toList()) {
            UUID id = word.graduationId();
            GraduationState next = word.agreed() ? GraduationState.AGREED : GraduationState.DISAGREED;
            Locked seen = store.lock(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
            FamilyCase family = stepping(actor, Verb.DELIBERATION_RECORD, seen, seen.version(), next);
            store.hearMeeting(actor, id, next, on, meetingId, word.reason());
            record(
                    actor,
                    family,
                    "graduation." + next.key(),
                    id,
                    Map.of("on", on.toString(), "meeting", meetingId.toString()),
                    on + " " + word.reason() + " " + meetingId);
            if (word.again()) {
                asking.onceMore(actor, family, word.reason());
            }
        }
    }

    @Override
    @Transactional
    public void decide(Actor actor, UUID id, int version, boolean graduate, String reason) {
        GraduationState next = graduate ? GraduationState.GRADUATED : GraduationState.REFUSED;
        Locked seen = store.lock(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
        FamilyCase family = stepping(actor, Verb.GRADUATION_DECIDE, seen, version, next);
        requireFreshEyes(actor, seen);
        WordCheck.requireReason(reason);
        if (graduate) {
            Reassessment on = Objects.requireNonNull(sound(actor, family).reassessment());
            if (!on.visitId().equals(seen.visitId())) {
                throw new Refusal(HttpStatus.CONFLICT, "graduation-overtaken");
            }
        }
        store.decide(actor, id, next, reason);
        record(
                actor,
                family,
                "graduation." + next.key(),
                id,
                Map.of("visit", seen.visitId().toString()),
                reason);
    }

    @Override
    @Transactional
    public void takeBack(Actor actor, UUID id, int version, String reason) {
        Locked seen = store.lock(actor.regencyCode(), id).orElseThrow(Refusal::notFound);
        FamilyCase family = stepping(actor, Verb.GRADUATION_DECIDE, seen, version, GraduationState.ENDED);
        WordCheck.requireReason(reason);
        Reassessment on =
                grounds.of(actor.regencyCode(), family.roundId(), family.id()).reassessment();
        if (on == null || !on.isExtremelyPoor()) {
            throw new Refusal(HttpStatus.CONFLICT, "not-poor-again");
        }
        store.end(actor, id, on.visitId(), reason);
        record(
                actor,
                family,
                "graduation.ended",
                id,
                Map.of("visit", on.visitId().toString()),
                reason);
    }

    /** The family, if its graduation is the actor's to move on. */
    private FamilyCase stepping(Actor actor, Verb verb, Locked seen, int version, GraduationState next) {
        FamilyCase family = reachable(actor, verb, seen.familyId());
        requireOther(actor, family.id());
        if (seen.version() != version) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        if (!seen.state().mayBecome(next)) {
            throw new Refusal(HttpStatus.CONFLICT, "graduation-step");
        }
        return family;
    }

    private FamilyCase reachable(Actor actor, Verb verb, UUID caseId) {
        actor.require(verb);
        return cases.find(actor.regencyCode(), caseId)
                .filter(family -> actor.may(verb, family.villageCode()))
                .orElseThrow(Refusal::notFound);
    }

    /** Nobody graduates a family that he visited himself. */
    private void requireOther(Actor actor, UUID caseId) {
        if (grounds.visitedBy(actor.regencyCode(), actor.id(), caseId)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "own-visit");
        }
    }

    /** Nobody decides what he proposed, or on the village's word as he recorded it. */
    private void requireFreshEyes(Actor actor, Locked seen) {
        Set<UUID> involved = new HashSet<>(Set.of(seen.proposedBy()));
        Optional.ofNullable(seen.heardBy()).ifPresent(involved::add);
        if (involved.contains(actor.id())) {
            String others =
                    accounts.withRole(actor.regencyCode(), Role.REGENCY_COORDINATOR, actor.regencyCode()).stream()
                            .filter(one -> !involved.contains(one.id()))
                            .map(Account::name)
                            .collect(Collectors.joining(", "));
            throw others.isEmpty()
                    ? new Refusal(HttpStatus.FORBIDDEN, "own-graduation-alone")
                    : new Refusal(HttpStatus.FORBIDDEN, "own-graduation", others);
        }
    }

    private void record(
            Actor actor, FamilyCase family, String verb, UUID id, Map<String, Object> facts, String content) {
        Map<String, Object> detail = new HashMap<>(facts);
        detail.put("graduation", id.toString());
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "case",
                family.id(),
                family.villageCode(),
                detail,
                (id + " " + content).getBytes(StandardCharsets.UTF_8)));
    }
}
