package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NominatedFamily;
import id.tuntas.deliberation.MeetingSheet.Newcomer;
import id.tuntas.deliberation.Outcome;
import id.tuntas.deliberation.internal.AgendaItem.Kind;
import id.tuntas.deliberation.internal.AgendaItem.Standing;
import id.tuntas.graduation.Graduations;
import id.tuntas.graduation.Graduations.MeetingWord;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.PublicAddress;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.review.Reviews;
import id.tuntas.rounds.Rounds;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the end of a meeting brings about, in the transaction of whoever closes it. */
@Component
class MeetingClosing {

    private final MeetingStore store;
    private final MeetingQueries queries;
    private final Rounds rounds;
    private final Regions regions;
    private final Cases cases;
    private final Reviews reviews;
    private final Graduations graduations;
    private final MinutesDesk minutes;
    private final PublicAddress address;
    private final MeetingLedger ledger;
    private final BusinessClock clock;

    MeetingClosing(
            MeetingStore store,
            MeetingQueries queries,
            Rounds rounds,
            Regions regions,
            Cases cases,
            Reviews reviews,
            Graduations graduations,
            MinutesDesk minutes,
            PublicAddress address,
            MeetingLedger ledger,
            BusinessClock clock) {
        this.store = store;
        this.queries = queries;
        this.rounds = rounds;
        this.regions = regions;
        this.cases = cases;
        this.reviews = reviews;
        this.graduations = graduations;
        this.minutes = minutes;
        this.address = address;
        this.ledger = ledger;
        this.clock = clock;
    }

    void close(Actor actor, Meeting meeting) {
        Region village = regions.find(meeting.villageCode()).orElseThrow();
        LocalDate opens = rounds.find(meeting.regencyCode(), meeting.roundId())
                .orElseThrow()
                .opens();
        List<AgendaItem> agenda = queries.spokenOf(meeting);
        SheetCheck.requireComplete(meeting.sheet(), village.kind(), opens, lastReviewed(agenda), clock.today());
        long undecided = agenda.stream().filter(item -> !item.decided()).count();
        if (undecided > 0) {
            throw new Refusal(HttpStatus.CONFLICT, "undecided-left", undecided);
        }
        switch (meeting.purpose()) {
            case VERIFICATION -> sendBack(actor, agenda);
            case GRADUATION ->
                graduations.hearMeeting(
                        actor,
                        meeting.id(),
                        Objects.requireNonNull(meeting.sheet().heldOn()),
                        agenda.stream().map(MeetingClosing::word).toList());
        }
        meeting.sheet().newcomers().forEach(newcomer -> takeIn(actor, meeting, newcomer));
        store.close(actor, meeting);
        ledger.record(
                actor,
                MeetingLedger.CLOSED,
                meeting.id(),
                meeting.villageCode(),
                Map.of("edition", meeting.edition(), "decided", agenda.size()),
                agenda);
        minutes.keep(actor, meeting.id(), address.base());
    }

    private void sendBack(Actor actor, List<AgendaItem> agenda) {
        for (AgendaItem item : agenda) {
            Standing decision = Objects.requireNonNull(item.decision());
            if (decision.outcome() == Outcome.REVISIT
                    && !graduations.doubt(actor, item.subjectId(), decision.reason())) {
                reviews.sendBack(actor, Objects.requireNonNull(item.visitId()), decision.reason());
            }
        }
    }

    private static MeetingWord word(AgendaItem item) {
        Standing decision = Objects.requireNonNull(item.decision());
        return new MeetingWord(
                item.subjectId(),
                decision.outcome() == Outcome.AGREED,
                decision.outcome() == Outcome.REVISIT,
                decision.reason());
    }

    private static @Nullable LocalDate lastReviewed(List<AgendaItem> agenda) {
        return agenda.stream()
                .filter(item -> item.kind() != Kind.NOMINATION)
                .map(AgendaItem::since)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(BusinessClock::dayOf)
                .orElse(null);
    }

    /** A family that the meeting named walks the same road as every other: assigned, visited, reviewed, deliberated. */
    private void takeIn(Actor actor, Meeting meeting, Newcomer newcomer) {
        FamilyCase family = cases.openNominated(
                meeting.roundId(),
                actor,
                new NominatedFamily(
                        meeting.villageCode(),
                        newcomer.name(),
                        newcomer.address(),
                        newcomer.hamlet(),
                        null,
                        List.of()));
        ledger.record(actor, meeting, family, newcomer);
    }
}
