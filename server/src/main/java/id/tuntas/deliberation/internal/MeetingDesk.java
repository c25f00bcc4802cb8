package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.deliberation.DecideSubject;
import id.tuntas.deliberation.Deliberations;
import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.deliberation.Outcome;
import id.tuntas.deliberation.internal.AgendaItem.Kind;
import id.tuntas.deliberation.internal.MeetingQueries.Kept;
import id.tuntas.graduation.Graduations;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.PublicAddress;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class MeetingDesk implements Deliberations {

    /** So far a laptop's clock may be off. */
    private static final Duration CLOCK_OFF = Duration.ofDays(1);

    private final MeetingStore store;
    private final MeetingQueries queries;
    private final Rounds rounds;
    private final Regions regions;
    private final Graduations graduations;
    private final MinutesDesk minutes;
    private final PublicAddress address;
    private final MeetingClosing closing;
    private final MeetingLedger ledger;
    private final BusinessClock clock;
    private final Clock realClock;

    MeetingDesk(
            MeetingStore store,
            MeetingQueries queries,
            Rounds rounds,
            Regions regions,
            Graduations graduations,
            MinutesDesk minutes,
            PublicAddress address,
            MeetingClosing closing,
            MeetingLedger ledger,
            BusinessClock clock,
            Clock realClock) {
        this.store = store;
        this.queries = queries;
        this.rounds = rounds;
        this.regions = regions;
        this.graduations = graduations;
        this.minutes = minutes;
        this.address = address;
        this.closing = closing;
        this.ledger = ledger;
        this.clock = clock;
        this.realClock = realClock;
    }

    @Override
    @Transactional
    public UUID open(Actor actor, String roundCode, String villageCode, MeetingPurpose purpose) {
        actor.require(Verb.DELIBERATION_RECORD);
        if (!actor.may(Verb.DELIBERATION_RECORD, villageCode)) {
            throw Refusal.notFound();
        }
        Round round = rounds.get(actor.regencyCode(), roundCode);
        Optional<Meeting> latest = latest(actor, round.id(), villageCode, purpose);
        if (latest.filter(one -> one.open() || purpose == MeetingPurpose.VERIFICATION)
                .isPresent()) {
            return latest.get().id();
        }
        UUID id = Ids.next();
        requireSubjects(actor, round.id(), villageCode, purpose, id);
        int edition = latest.map(Meeting::edition).orElse(0) + 1;
        if (!store.insert(actor, id, round.id(), villageCode, purpose, edition, MeetingSheet.BLANK, null)) {
            return latest(actor, round.id(), villageCode, purpose).orElseThrow().id();
        }
        ledger.record(
                actor,
                "meeting.opened",
                id,
                villageCode,
                Map.of("edition", edition, "purpose", purpose.key()),
                round.code());
        return id;
    }

    private Optional<Meeting> latest(Actor actor, UUID roundId, String villageCode, MeetingPurpose purpose) {
        return queries.editions(actor.regencyCode(), roundId, villageCode, purpose).stream()
                .findFirst();
    }

    private void requireSubjects(
            Actor actor, UUID roundId, String villageCode, MeetingPurpose purpose, UUID meetingId) {
        String code = switch (purpose) {
            case VERIFICATION ->
                queries.families(actor.regencyCode(), roundId, villageCode).total() == 0
                        ? "nothing-to-deliberate"
                        : null;
            case GRADUATION ->
                queries.waiting(actor.regencyCode(), roundId, villageCode, meetingId) == 0
                        ? "no-graduation-waits"
                        : null;
        };
        if (code != null) {
            throw new Refusal(HttpStatus.CONFLICT, code, regions.name(villageCode));
        }
    }

    @Override
    @Transactional
    public void note(Actor actor, UUID meetingId, int version, MeetingSheet sheet) {
        Meeting meeting = openMeeting(actor, meetingId, version);
        if (meeting.purpose() == MeetingPurpose.GRADUATION && !sheet.newcomers().isEmpty()) {
            throw Refusal.invalid("/newcomers", "not-here");
        }
        store.setSheet(meeting, sheet);
        ledger.record(
                actor, "meeting.noted", meetingId, meeting.villageCode(), Map.of("present", sheet.present()), sheet);
    }

    @Override
    @Transactional
    public List<Taken> decide(Actor actor, UUID meetingId, List<DecideSubject> decisions) {
        Meeting meeting = recordable(actor, meetingId);
        Map<UUID, AgendaItem> agenda =
                queries.agenda(meeting).stream().collect(Collectors.toMap(AgendaItem::subjectId, Function.identity()));
        Map<UUID, @Nullable UUID> standing = new HashMap<>();
        agenda.values()
                .forEach(item -> standing.put(
                        item.subjectId(),
                        item.decision() == null ? null : item.decision().id()));
        List<Taken> taken = new ArrayList<>();
        for (DecideSubject decision : decisions) {
            Optional<Kept> kept = queries.decision(actor.regencyCode(), decision.id());
            String obstacle = kept.isPresent()
                    ? kept.get().equals(Kept.of(meetingId, decision)) ? null : "overtaken"
                    : obstacle(actor, meeting, agenda.get(decision.subjectId()), standing, decision);
            if (kept.isEmpty() && obstacle == null) {
                AgendaItem item = Objects.requireNonNull(agenda.get(decision.subjectId()));
                store.insertDecision(actor, meeting, item, decision);
                standing.put(item.subjectId(), decision.id());
                ledger.record(actor, meeting, item, decision);
            }
            taken.add(new Taken(decision.id(), obstacle == null, obstacle));
        }
        return taken;
    }

    private @Nullable String obstacle(
            Actor actor,
            Meeting meeting,
            @Nullable AgendaItem item,
            Map<UUID, @Nullable UUID> standing,
            DecideSubject decision) {
        if (!meeting.open()) {
            return "meeting-closed";
        }
        Instant latest =
                Collections.max(List.of(clock.now(), realClock.instant())).plus(CLOCK_OFF);
        if (decision.decidedAt().isBefore(meeting.openedAt().minus(CLOCK_OFF))
                || decision.decidedAt().isAfter(latest)) {
            return "clock-wrong";
        }
        if (item == null || item.kind() == Kind.NOMINATION && decision.outcome() == Outcome.REVISIT) {
            return "off-agenda";
        }
        if (!item.seenBy(decision)) {
            return "visited-again";
        }
        if (decision.held() != null
                && (item.kind() == Kind.GRADUATION || item.finding() == null || item.finding() == decision.held())) {
            return "finding-unfitting";
        }
        if (item.kind() == Kind.GRADUATION && graduations.visitedBy(actor, item.subjectId())) {
            return "own-visit";
        }
        return Objects.equals(standing.get(item.subjectId()), decision.replaces()) ? null : "overtaken";
    }

    @Override
    @Transactional
    public void close(Actor actor, UUID meetingId, int version) {
        closing.close(actor, openMeeting(actor, meetingId, version));
    }

    @Override
    @Transactional
    public UUID reopen(Actor actor, UUID meetingId, String reason) {
        actor.require(Verb.DELIBERATION_REOPEN);
        Meeting former = queries.lock(actor.regencyCode(), meetingId)
                .filter(found -> actor.may(Verb.DELIBERATION_REOPEN, found.villageCode()))
                .orElseThrow(Refusal::notFound);
        if (former.purpose() == MeetingPurpose.GRADUATION) {
            throw new Refusal(HttpStatus.CONFLICT, "meeting-final");
        }
        Meeting latest = queries.editions(actor.regencyCode(), former.roundId(), former.villageCode(), former.purpose())
                .getFirst();
        if (former.open() || !latest.id().equals(meetingId)) {
            throw new Refusal(HttpStatus.CONFLICT, "meeting-open");
        }
        UUID id = Ids.next();
        store.insert(
                actor,
                id,
                former.roundId(),
                former.villageCode(),
                former.purpose(),
                former.edition() + 1,
                former.sheet().withoutNewcomers(),
                reason);
        store.carryOver(former, id);
        askForAnotherDay(actor, former, id);
        ledger.record(
                actor,
                "meeting.reopened",
                id,
                former.villageCode(),
                Map.of("edition", former.edition() + 1, "former", meetingId.toString()),
                reason);
        return id;
    }

    /** Where families wait since the former edition's day, the next one is another meeting and not a correction of that one. */
    private void askForAnotherDay(Actor actor, Meeting former, UUID next) {
        Meeting meeting = queries.find(actor.regencyCode(), next).orElseThrow();
        if (queries.agenda(meeting).stream()
                .anyMatch(item -> item.waits(former.sheet().heldOn()))) {
            store.setSheet(meeting, meeting.sheet().withoutDay());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Agenda agenda(Actor actor, UUID meetingId) {
        actor.require(Verb.CASE_READ);
        Meeting meeting = queries.find(actor.regencyCode(), meetingId)
                .filter(found -> actor.may(Verb.CASE_READ, found.villageCode()))
                .orElseThrow(Refusal::notFound);
        return new Agenda(
                meeting.open(),
                meeting.version(),
                queries.spokenOf(meeting).stream()
                        .map(item -> new Subject(item.subjectId(), item.visitId(), item.finding(), item.decided()))
                        .toList());
    }

    @Override
    public void sign(Actor actor, UUID meetingId, InputStream scan) {
        minutes.sign(actor, meetingId, scan, address.base());
    }

    private Meeting openMeeting(Actor actor, UUID meetingId, int version) {
        Meeting meeting = recordable(actor, meetingId);
        if (!meeting.open()) {
            throw new Refusal(HttpStatus.CONFLICT, "meeting-closed");
        }
        if (meeting.version() != version) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        return meeting;
    }

    private Meeting recordable(Actor actor, UUID meetingId) {
        actor.require(Verb.DELIBERATION_RECORD);
        return queries.lock(actor.regencyCode(), meetingId)
                .filter(found -> actor.may(Verb.DELIBERATION_RECORD, found.villageCode()))
                .orElseThrow(Refusal::notFound);
    }
}
