package id.tuntas.monitoring.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.access.RolesHeld;
import id.tuntas.access.Verb;
import id.tuntas.cases.FamilyCase;
import id.tuntas.citizens.Petitions;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.review.Reviews;
import id.tuntas.review.VisitDecision;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every act on a family as the ledger has it, from whoever proposed it on, with what it was about put in words. */
@Component
class Timeline {

    /**
     * @param visitId of the visit that it is about
     * @param meetingId of the village's meeting that said so
     * @param hash of the entry's leaf, by which it is found in an exported ledger
     */
    record Item(
            Instant at,
            @Nullable Person actor,
            String verb,
            @Nullable String detail,
            @Nullable UUID visitId,
            @Nullable UUID meetingId,
            UUID entryId,
            String hash) {}

    /** @param role in which he acted; null where he had several at the time */
    record Person(UUID id, String name, @Nullable Role role) {}

    private final Ledger ledger;
    private final SecretActs secretActs;
    private final Visits visits;
    private final Reviews reviews;
    private final Petitions petitions;
    private final AfterReview afterReview;
    private final Accounts accounts;
    private final MessageSource messages;

    Timeline(
            Ledger ledger,
            SecretActs secretActs,
            Visits visits,
            Reviews reviews,
            Petitions petitions,
            AfterReview afterReview,
            Accounts accounts,
            MessageSource messages) {
        this.ledger = ledger;
        this.secretActs = secretActs;
        this.visits = visits;
        this.reviews = reviews;
        this.petitions = petitions;
        this.afterReview = afterReview;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** Oldest first; second looks, and visits of a watch that still runs, only for those who draw them. */
    List<Item> of(Actor actor, FamilyCase family, Locale locale) {
        String regency = actor.regencyCode();
        Map<UUID, VisitSummary> visited = visits.ofCase(actor, family.id()).stream()
                .collect(Collectors.toMap(VisitSummary::id, Function.identity()));
        Map<UUID, VisitDecision> decisions = reviews.decisionsOn(regency, visited.keySet()).stream()
                .collect(Collectors.toMap(VisitDecision::visitId, Function.identity(), (former, later) -> later));
        List<Entry> entries = entries(actor, family, visited.keySet());
        Set<UUID> people =
                entries.stream().map(Entry::actorId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, String> names = accounts.names(regency, people);
        RolesHeld roles = accounts.rolesHeld(regency, people);
        Map<String, String> programmes = afterReview.programmeNames(regency);
        return entries.stream()
                .map(entry -> new Item(
                        entry.at(),
                        entry.actorId() == null
                                ? null
                                : new Person(
                                        entry.actorId(),
                                        names.getOrDefault(entry.actorId(), ""),
                                        roles.of(entry).orElse(null)),
                        entry.verb(),
                        detail(
                                entry,
                                visited.get(entry.subjectId()),
                                decisions.get(entry.subjectId()),
                                programmes,
                                regency,
                                locale),
                        visited.containsKey(entry.subjectId()) ? entry.subjectId() : null,
                        meeting(entry),
                        entry.id(),
                        entry.leafHash()))
                .toList();
    }

    private static @Nullable UUID meeting(Entry entry) {
        Object meeting = entry.detail().get("meeting");
        return meeting == null ? null : UUID.fromString(String.valueOf(meeting));
    }

    /** What {@link #of} tells of, as the ledger has it. */
    List<Entry> entries(Actor actor, FamilyCase family) {
        return entries(
                actor,
                family,
                visits.ofCase(actor, family.id()).stream().map(VisitSummary::id).toList());
    }

    private List<Entry> entries(Actor actor, FamilyCase family, Collection<UUID> visited) {
        List<UUID> subjects = new ArrayList<>(visited);
        subjects.add(family.id());
        subjects.addAll(petitions.proposalsOf(actor.regencyCode(), family.id()));
        if (family.rosterReleaseId() != null) {
            subjects.add(family.rosterReleaseId());
        }
        boolean samples = actor.may(Verb.VISIT_SAMPLE, family.villageCode());
        return ledger.ofAll(actor.regencyCode(), subjects).stream()
                .filter(entry -> samples || !entry.verb().equals("visit.rechecked"))
                .filter(secretActs.toldTo(actor))
                .filter(entry -> !entry.subjectId().equals(family.rosterReleaseId())
                        || entry.verb().equals("roster.committed"))
                .toList();
    }

    private @Nullable String detail(
            Entry entry,
            @Nullable VisitSummary visit,
            @Nullable VisitDecision decision,
            Map<String, String> programmes,
            String regencyCode,
            Locale locale) {
        if (entry.verb().equals("case.assigned")) {
            UUID officer = UUID.fromString(String.valueOf(entry.detail().get("officer")));
            return accounts.names(regencyCode, List.of(officer)).get(officer);
        }
        if (entry.verb().startsWith("intervention.")) {
            return programmes.get(entry.detail().get("programme"));
        }
        if (visit != null && entry.verb().equals("visit.interpreted")) {
            return met(visit, locale);
        }
        if (decision != null && entry.verb().equals(decision.decision().verb())) {
            return said(decision, locale);
        }
        return null;
    }

    private @Nullable String met(VisitSummary visit, Locale locale) {
        ContactResult contact = visit.contact();
        if (contact == null) {
            return null;
        }
        String text = messages.getMessage("contact." + contact.key(), null, locale);
        return visit.minutes() == null
                ? text
                : messages.getMessage("timeline.met", new Object[] {text, visit.minutes()}, locale);
    }

    private @Nullable String said(VisitDecision decision, Locale locale) {
        Finding finding = decision.finding();
        String text = finding == null ? "" : messages.getMessage("finding." + finding.key(), null, locale);
        String said = Stream.of(text, decision.reason())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        return said.isEmpty() ? null : said;
    }
}
