package id.tuntas.monitoring.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Assignment;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.CaseSummary;
import id.tuntas.cases.CaseSummary.OfficerName;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.MaskedNumber;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.monitoring.internal.AfterReview.Steps;
import id.tuntas.monitoring.internal.CaseShow.Attachment;
import id.tuntas.monitoring.internal.CaseShow.Conflict;
import id.tuntas.monitoring.internal.CaseShow.Member;
import id.tuntas.monitoring.internal.CaseShow.RosterRow;
import id.tuntas.monitoring.internal.CaseShow.Stretch;
import id.tuntas.monitoring.internal.CaseShow.Value;
import id.tuntas.monitoring.internal.CaseShow.VisitRow;
import id.tuntas.monitoring.internal.CaseShow.Warning;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Regions;
import id.tuntas.review.Decision;
import id.tuntas.review.Reviews;
import id.tuntas.review.VisitDecision;
import id.tuntas.roster.RosterFamily;
import id.tuntas.roster.RosterRows;
import id.tuntas.visits.ConflictTexts;
import id.tuntas.visits.VisitAttachment;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts together what is known of one family. */
@Component
class CaseFile {

    private final Cases cases;
    private final Visits visits;
    private final Reviews reviews;
    private final AfterReview afterReview;
    private final StandingQueries standings;
    private final RosterRows rosterRows;
    private final Accounts accounts;
    private final Regions regions;
    private final BusinessClock clock;
    private final ConflictTexts conflictTexts;
    private final MessageSource messages;

    CaseFile(
            Cases cases,
            Visits visits,
            Reviews reviews,
            AfterReview afterReview,
            StandingQueries standings,
            RosterRows rosterRows,
            Accounts accounts,
            Regions regions,
            BusinessClock clock,
            ConflictTexts conflictTexts,
            MessageSource messages) {
        this.cases = cases;
        this.visits = visits;
        this.reviews = reviews;
        this.afterReview = afterReview;
        this.standings = standings;
        this.rosterRows = rosterRows;
        this.accounts = accounts;
        this.regions = regions;
        this.clock = clock;
        this.conflictTexts = conflictTexts;
        this.messages = messages;
    }

    /** The family, if the actor may read about it. */
    FamilyCase readable(Actor actor, UUID caseId) {
        actor.require(Verb.CASE_READ);
        return cases.find(actor.regencyCode(), caseId)
                .filter(family -> actor.may(Verb.CASE_READ, family.villageCode()))
                .orElseThrow(Refusal::notFound);
    }

    CaseShow show(Actor actor, UUID caseId, Locale locale) {
        FamilyCase family = readable(actor, caseId);
        String regency = actor.regencyCode();
        List<VisitSummary> visited = visits.ofCase(actor, caseId);
        List<Assignment> assignments = cases.assignments(regency, caseId);
        List<VisitDecision> decisions = reviews.decisionsOn(
                regency, visited.stream().map(VisitSummary::id).toList());
        Map<UUID, String> names = accounts.names(regency, people(visited, assignments, decisions));
        RosterFamily roster = roster(family, locale).orElse(null);
        CaseSummary summary = CaseSummary.of(family, names, regions);
        Steps steps = afterReview.of(regency, caseId);
        return new CaseShow(
                summary,
                standings.find(family, clock.today()).orElse(null),
                family.version(),
                cases.members(regency, caseId).stream().map(this::member).toList(),
                MaskedNumber.of(family.kk()),
                roster == null ? null : row(roster),
                visited.stream().map(visit -> row(visit, names, locale)).toList(),
                assignments.stream()
                        .map(assignment -> stretch(assignment, names))
                        .toList(),
                FamilyRoad.of(
                        family, steps, notes(family, roster, assignments, visited, decisions, steps, names, locale)),
                steps.decreed(),
                steps.struck());
    }

    private static Set<UUID> people(
            List<VisitSummary> visits, List<Assignment> assignments, List<VisitDecision> decisions) {
        Set<UUID> people = new HashSet<>();
        visits.forEach(visit -> people.add(visit.officerId()));
        decisions.forEach(decision -> people.add(decision.by()));
        for (Assignment assignment : assignments) {
            people.add(assignment.officerId());
            if (assignment.by() != null) {
                people.add(assignment.by());
            }
        }
        return people;
    }

    private Optional<RosterFamily> roster(FamilyCase family, Locale locale) {
        UUID release = family.rosterReleaseId();
        String key = family.rosterFamilyKey();
        return release == null || key == null
                ? Optional.empty()
                : rosterRows.of(family.regencyCode(), release, key, locale);
    }

    private Member member(CaseMember member) {
        return new Member(
                member.id(),
                member.ordinal(),
                member.name(),
                member.relationship(),
                member.sex(),
                member.birthDate(),
                member.ageOn(clock.today()),
                MaskedNumber.of(member.nik()),
                member.existence(),
                member.dropped());
    }

    private static RosterRow row(RosterFamily roster) {
        return new RosterRow(
                roster.releaseId(),
                roster.source(),
                roster.releasedOn(),
                roster.row(),
                roster.sheet(),
                roster.values().stream()
                        .map(value -> new Value(value.field(), value.label(), MaskedNumber.within(value.value())))
                        .toList(),
                roster.warnings().stream()
                        .map(warning -> new Warning(warning.code(), warning.message()))
                        .toList());
    }

    private VisitRow row(VisitSummary visit, Map<UUID, String> names, Locale locale) {
        Finding finding = visit.confirmed() == null ? visit.proposed() : visit.confirmed();
        return new VisitRow(
                visit.id(),
                visit.instanceId(),
                visit.caseId(),
                visit.state(),
                visit.revisitId() != null,
                new OfficerName(visit.officerId(), names.getOrDefault(visit.officerId(), "")),
                visit.visitedAt(),
                visit.receivedAt(),
                Optional.ofNullable(visit.contact()).map(ContactResult::key).orElse(null),
                finding == null ? null : finding.key(),
                visit.version(),
                visit.conflicts().stream()
                        .map(conflict -> new Conflict(
                                conflict.code().key(), conflictTexts.of(conflict, locale), conflict.resolvedAt()))
                        .toList(),
                visit.attachments().stream()
                        .map(attachment -> new Attachment(
                                attachment.name(), attachment.file().sha256()))
                        .toList());
    }

    private static Stretch stretch(Assignment assignment, Map<UUID, String> names) {
        return new Stretch(
                names.getOrDefault(assignment.officerId(), ""),
                assignment.from(),
                assignment.until(),
                assignment.by() == null ? null : names.get(assignment.by()),
                assignment.reason());
    }

    private FamilyRoad.Notes notes(
            FamilyCase family,
            @Nullable RosterFamily roster,
            List<Assignment> assignments,
            List<VisitSummary> visited,
            List<VisitDecision> decisions,
            Steps steps,
            Map<UUID, String> names,
            Locale locale) {
        LocalDate releasedOn = roster == null ? null : roster.releasedOn();
        Assignment last = assignments.isEmpty() ? null : assignments.getLast();
        long photos = visited.stream()
                .flatMap(visit -> visit.attachments().stream())
                .filter(attachment -> attachment.file().accepted())
                .map(VisitAttachment::name)
                .distinct()
                .count();
        return new FamilyRoad.Notes(
                releasedOn,
                roster == null ? null : messages.getMessage("road.row", new Object[] {roster.row()}, locale),
                last == null ? null : last.from(),
                last == null ? null : names.get(last.officerId()),
                visited.isEmpty()
                        ? null
                        : messages.getMessage("road.visits", new Object[] {visited.size(), photos}, locale),
                decisions.stream()
                        .filter(decision -> decision.decision() == Decision.APPROVE)
                        .filter(decision -> Objects.equals(decision.visitId(), family.visitId()))
                        .map(decision -> names.get(decision.by()))
                        .findFirst()
                        .orElse(null),
                steps.outcome() == null
                        ? null
                        : messages.getMessage("road.meeting." + steps.outcome(), new Object[] {}, locale),
                steps.asked() == 0
                        ? null
                        : messages.getMessage("road.programmes", new Object[] {steps.asked()}, locale),
                steps.asked() == 0
                        ? null
                        : messages.getMessage("road.received", new Object[] {steps.received(), steps.asked()}, locale));
    }
}
