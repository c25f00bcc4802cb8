package id.tuntas.deliberation.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.internal.AgendaItem.Standing;
import id.tuntas.deliberation.internal.MeetingShow.DecisionView;
import id.tuntas.deliberation.internal.MeetingShow.Edition;
import id.tuntas.deliberation.internal.MeetingShow.Item;
import id.tuntas.forms.Finding;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a meeting together for whoever may read its families. */
@Component
class MeetingShows {

    private final MeetingQueries queries;
    private final LikelyFamilies likely;
    private final MinutesStore minutes;
    private final Rounds rounds;
    private final Regions regions;
    private final Accounts accounts;

    MeetingShows(
            MeetingQueries queries,
            LikelyFamilies likely,
            MinutesStore minutes,
            Rounds rounds,
            Regions regions,
            Accounts accounts) {
        this.queries = queries;
        this.likely = likely;
        this.minutes = minutes;
        this.rounds = rounds;
        this.regions = regions;
        this.accounts = accounts;
    }

    private Meeting get(Actor actor, UUID id) {
        actor.require(Verb.CASE_READ);
        return queries.find(actor.regencyCode(), id)
                .filter(found -> actor.may(Verb.CASE_READ, found.villageCode()))
                .orElseThrow(Refusal::notFound);
    }

    /** Throws {@link Refusal} 404 outside the actor's region. */
    MeetingShow show(Actor actor, UUID id) {
        Meeting meeting = get(actor, id);
        String regency = meeting.regencyCode();
        String villageCode = meeting.villageCode();
        Round round = rounds.find(regency, meeting.roundId()).orElseThrow();
        Region village = regions.find(villageCode).orElseThrow();
        List<AgendaItem> agenda = queries.agenda(meeting);
        List<Meeting> editions = queries.editions(regency, round.id(), villageCode, meeting.purpose());
        Map<UUID, String> names = accounts.names(regency, people(meeting, agenda));
        boolean onGraduations = meeting.purpose() == MeetingPurpose.GRADUATION;
        boolean reopened = meeting.reopenedReason() != null;
        boolean latest = editions.getFirst().id().equals(id);
        return new MeetingShow(
                id,
                round.code(),
                round.name(),
                villageCode,
                village.name(),
                village.kind(),
                regions.name(Objects.requireNonNull(village.parent())),
                meeting.purpose(),
                meeting.edition(),
                state(meeting),
                meeting.version(),
                meeting.sheet(),
                meeting.reopenedReason(),
                reopened ? names.get(meeting.openedBy()) : null,
                reopened ? meeting.openedAt() : null,
                meeting.closedBy() == null ? null : names.get(meeting.closedBy()),
                meeting.closedAt(),
                editions.stream()
                        .map(one -> new Edition(one.id(), one.edition(), state(one), one.closedAt()))
                        .toList(),
                agenda.stream().map(item -> item(item, names)).toList(),
                likely.of(meeting),
                onGraduations
                        ? 0
                        : queries.families(regency, round.id(), villageCode).notReviewed(),
                onGraduations ? queries.waiting(regency, round.id(), villageCode, id) : queries.undecided(meeting),
                meeting.open() && actor.may(Verb.DELIBERATION_RECORD, villageCode),
                !meeting.open() && latest && !onGraduations && actor.may(Verb.DELIBERATION_REOPEN, villageCode),
                !meeting.open() && actor.may(Verb.DELIBERATION_RECORD, villageCode),
                minutes.find(regency, id).orElse(null));
    }

    /** What it speaks of. Throws {@link Refusal} 404 outside the actor's region. */
    List<AgendaItem> spokenOf(Actor actor, UUID id) {
        return queries.spokenOf(get(actor, id));
    }

    private static Set<UUID> people(Meeting meeting, List<AgendaItem> agenda) {
        return Stream.concat(
                        Stream.of(meeting.openedBy(), meeting.closedBy()).filter(Objects::nonNull),
                        agenda.stream()
                                .flatMap(item ->
                                        Stream.ofNullable(item.decision()).map(Standing::by)))
                .collect(Collectors.toSet());
    }

    private static String state(Meeting meeting) {
        return meeting.open() ? "open" : "closed";
    }

    private static Item item(AgendaItem item, Map<UUID, String> names) {
        Standing decision = item.decision();
        return new Item(
                item.subjectId(),
                item.kind(),
                item.number(),
                item.visitId(),
                item.since() == null ? null : BusinessClock.dayOf(item.since()),
                item.name(),
                item.address(),
                item.hamlet(),
                item.nominated(),
                item.people(),
                item.contact() == null ? null : item.contact().key(),
                key(item.finding()),
                item.measured(),
                decision == null
                        ? null
                        : new DecisionView(
                                decision.id(),
                                decision.outcome(),
                                decision.reason(),
                                decision.dissent(),
                                key(decision.held()),
                                names.getOrDefault(decision.by(), ""),
                                decision.at(),
                                decision.outdated()));
    }

    private static @Nullable String key(@Nullable Finding finding) {
        return finding == null ? null : finding.key();
    }
}
