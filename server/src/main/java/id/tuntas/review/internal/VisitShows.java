package id.tuntas.review.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.MaskedNumber;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.forms.FindingProposal;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.Forms;
import id.tuntas.forms.PhoneRecord;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.VervalAnswers.Location;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Region;
import id.tuntas.review.Decision;
import id.tuntas.review.VisitDecision;
import id.tuntas.review.internal.VisitShow.Attempt;
import id.tuntas.review.internal.VisitShow.Broken;
import id.tuntas.review.internal.VisitShow.Confirmed;
import id.tuntas.review.internal.VisitShow.Conflict;
import id.tuntas.review.internal.VisitShow.Decided;
import id.tuntas.review.internal.VisitShow.Flag;
import id.tuntas.review.internal.VisitShow.Lines;
import id.tuntas.review.internal.VisitShow.Member;
import id.tuntas.review.internal.VisitShow.Person;
import id.tuntas.review.internal.VisitShow.Place;
import id.tuntas.review.internal.VisitShow.Point;
import id.tuntas.review.internal.VisitShow.Proposal;
import id.tuntas.review.internal.VisitShow.Sampled;
import id.tuntas.visits.ConflictTexts;
import id.tuntas.visits.Revisits;
import id.tuntas.visits.VisitConflict;
import id.tuntas.visits.VisitDetail;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts together what a reviewer sees of one visit. */
@Component
class VisitShows {

    private final Visits visits;
    private final Revisits revisits;
    private final Cases cases;
    private final Forms forms;
    private final VisitedFamily families;
    private final QualityMarks marks;
    private final ReviewQueries queries;
    private final Corrections corrections;
    private final Accounts accounts;
    private final ConflictTexts conflictTexts;
    private final MessageSource messages;

    VisitShows(
            Visits visits,
            Revisits revisits,
            Cases cases,
            Forms forms,
            VisitedFamily families,
            QualityMarks marks,
            ReviewQueries queries,
            Corrections corrections,
            Accounts accounts,
            ConflictTexts conflictTexts,
            MessageSource messages) {
        this.visits = visits;
        this.revisits = revisits;
        this.cases = cases;
        this.forms = forms;
        this.families = families;
        this.marks = marks;
        this.queries = queries;
        this.corrections = corrections;
        this.accounts = accounts;
        this.conflictTexts = conflictTexts;
        this.messages = messages;
    }

    /** Not for officers: who sees the roster's answers repeats them. */
    VisitShow show(Actor actor, UUID visitId, Locale locale) {
        actor.require(Verb.CASE_READ);
        VisitDetail visit = visits.find(actor.regencyCode(), visitId)
                .filter(found -> actor.may(Verb.CASE_READ, found.summary().region()))
                .filter(found -> maySee(actor, found.summary()))
                .orElseThrow(Refusal::notFound);
        VisitSummary summary = visit.summary();
        FamilyCase family = Optional.ofNullable(summary.caseId())
                .flatMap(id -> cases.find(actor.regencyCode(), id))
                .orElse(null);
        FormDefinition form = forms.find(summary.regencyCode(), summary.formId(), summary.formVersion())
                .orElseGet(VervalForm::definition);
        List<VisitDecision> decisions = queries.decisionsOn(actor.regencyCode(), List.of(visitId));
        Map<UUID, String> names = names(summary, decisions);
        FindingProposal proposal = visit.proposal();
        boolean proposes = proposal != null && proposal.finding().isPresent();
        return new VisitShow(
                summary.id(),
                summary.instanceId(),
                summary.caseId(),
                family == null ? summary.named() : family.number().text(),
                family == null ? null : families.household(family),
                summary.version(),
                IfMatch.tag(summary.version()),
                summary.state(),
                new Person(summary.officerId(), names.getOrDefault(summary.officerId(), "")),
                summary.visitedAt(),
                summary.phoneTime(),
                summary.skewSeconds(),
                summary.receivedAt(),
                summary.minutes(),
                key(summary.contact()),
                attempts(actor, visit),
                proposes ? proposal(proposal) : null,
                proposes || proposal == null ? null : proposal.basis().key(),
                confirmed(summary, decisions, names),
                AnswerSheet.of(form, visit.answers(), family == null ? Map.of() : families.names(family)),
                members(visit),
                family == null ? List.of() : families.comparison(family, visit, locale),
                VisitPhotos.all(visit, form),
                VisitPhotos.signature(visit, form),
                marks.missingPhotos(visit).stream().map(PhotoKind::key).toList(),
                summary.missing(),
                place(visit),
                broken(visit, locale),
                conflicts(summary, conflict -> conflict.resolvedAt() == null, locale),
                conflicts(summary, conflict -> conflict.resolvedAt() != null, locale),
                queries.flags(actor.regencyCode(), visitId)
                        .map(flags -> flags(flags, locale))
                        .orElse(List.of()),
                decisions.stream()
                        .map(decided -> new Decided(
                                decided.decision(),
                                decided.reason(),
                                names.getOrDefault(decided.by(), ""),
                                decided.at()))
                        .toList(),
                corrections.of(actor, visit, form).orElse(null),
                sampled(actor, summary));
    }

    private boolean maySee(Actor actor, VisitSummary visit) {
        return actor.may(Verb.VISIT_SAMPLE, visit.region())
                || visit.revisitId() == null
                || !revisits.secret(visit.regencyCode()).contains(visit.revisitId());
    }

    private @Nullable Sampled sampled(Actor actor, VisitSummary visit) {
        if (!actor.may(Verb.VISIT_SAMPLE, visit.region())) {
            return null;
        }
        return queries.sampled(visit.regencyCode(), visit.id())
                .map(sampled -> new Sampled(
                        !visit.officerId().equals(actor.id()) && !queries.approvedBy(actor, visit.id()),
                        sampled.drawnAt(),
                        sampled.outcome(),
                        sampled.reason(),
                        sampled.by() == null
                                ? null
                                : accounts.names(visit.regencyCode(), List.of(sampled.by()))
                                        .get(sampled.by()),
                        sampled.at()))
                .orElse(null);
    }

    private Map<UUID, String> names(VisitSummary visit, List<VisitDecision> decisions) {
        Set<UUID> people = new HashSet<>(Set.of(visit.officerId()));
        decisions.forEach(decided -> people.add(decided.by()));
        return accounts.names(visit.regencyCode(), people);
    }

    /** Those that the phone noted, and those that were sent as visits of their own. */
    private List<Attempt> attempts(Actor actor, VisitDetail visit) {
        Stream<Attempt> noted = PhoneRecord.in(visit.answers()).attempts().stream()
                .map(go -> attempt(go.at(), go.lat(), go.lng(), go.accuracy()));
        return Stream.concat(noted, sentAttempts(actor, visit.summary()))
                .sorted(Comparator.comparing(Attempt::at))
                .toList();
    }

    private Stream<Attempt> sentAttempts(Actor actor, VisitSummary visit) {
        UUID caseId = visit.caseId();
        if (caseId == null) {
            return Stream.of();
        }
        return visits.ofCase(actor, caseId).stream()
                .filter(other -> !other.id().equals(visit.id()) && other.contact() == ContactResult.NOBODY_HOME)
                .map(other -> attempt(other.visitedAt(), other.lat(), other.lng(), null));
    }

    private static Attempt attempt(Instant at, @Nullable Double lat, @Nullable Double lng, @Nullable Double accuracy) {
        return new Attempt(at, ContactResult.NOBODY_HOME.key(), lat, lng, accuracy);
    }

    private static Proposal proposal(FindingProposal proposal) {
        Finding finding = proposal.finding().orElseThrow();
        boolean isExtreme = finding == Finding.EXTREMELY_POOR;
        List<Map<String, Object>> steps = new ArrayList<>();
        steps.add(Map.of("code", "extremeLine", "amount", proposal.line().extreme()));
        if (!isExtreme) {
            steps.add(Map.of("code", "poorLine", "amount", proposal.line().poor()));
        }
        steps.add(Map.of("code", proposal.basis().key()));
        if (proposal.income() != null) {
            steps.add(Map.of("code", "income", "amount", proposal.income()));
        }
        proposal.points().forEach(point -> steps.add(Map.of("code", point.key())));
        return new Proposal(
                finding.key(),
                proposal.perPerson(),
                proposal.expenditure(),
                proposal.membersHere(),
                isExtreme ? proposal.line().extreme() : proposal.line().poor(),
                new Lines(proposal.line().extreme(), proposal.line().poor()),
                steps);
    }

    private static @Nullable Confirmed confirmed(
            VisitSummary visit, List<VisitDecision> decisions, Map<UUID, String> names) {
        return decisions.stream()
                .filter(decided -> decided.decision() == Decision.APPROVE)
                .findFirst()
                .map(decided -> new Confirmed(
                        visit.confirmed() == null ? null : visit.confirmed().key(),
                        names.getOrDefault(decided.by(), ""),
                        decided.at()))
                .orElse(null);
    }

    private static List<Member> members(VisitDetail visit) {
        return visit.verval().members().stream()
                .map(member -> new Member(
                        member.memberId(),
                        member.name(),
                        MaskedNumber.of(member.nik()),
                        member.relationship(),
                        member.sex(),
                        member.age(),
                        member.existence() == null ? null : member.existence().code()))
                .toList();
    }

    private @Nullable Place place(VisitDetail visit) {
        Location location = visit.verval().location();
        if (location == null) {
            return null;
        }
        Region village = marks.village(visit.summary()).orElse(null);
        Point middle = village == null || village.lat() == null || village.lng() == null
                ? null
                : new Point(village.lat(), village.lng());
        return new Place(location.latitude(), location.longitude(), location.accuracy(), middle, marks.distance(visit));
    }

    private static List<Broken> broken(VisitDetail visit, Locale locale) {
        return visit.findings().stream()
                .map(finding -> new Broken(
                        finding.node() == null ? "" : finding.node(),
                        finding.code().key(),
                        finding.message().in(locale)))
                .toList();
    }

    private List<Conflict> conflicts(VisitSummary visit, Predicate<VisitConflict> wanted, Locale locale) {
        return visit.conflicts().stream()
                .filter(wanted)
                .map(conflict ->
                        new Conflict(conflict.code().key(), conflictTexts.of(conflict, locale), conflict.resolvedAt()))
                .toList();
    }

    /** What needs a look first; after it what was found in order. */
    private List<Flag> flags(List<QualityFlag> marked, Locale locale) {
        Stream<Flag> raised = marked.stream()
                .sorted(Comparator.comparing(QualityFlag::severity))
                .map(flag -> new Flag(
                        flag.code(),
                        flag.severity().key(),
                        messages.getMessage(
                                "flag." + flag.code(), flag.arguments().toArray(), locale)));
        Stream<Flag> passed = QualityCheck.passed(marked).stream()
                .map(check -> new Flag(
                        check.key(),
                        QualityFlag.Severity.OK.key(),
                        messages.getMessage("check." + check.key(), null, locale)));
        return Stream.concat(raised, passed).toList();
    }

    private static @Nullable String key(@Nullable ContactResult contact) {
        return contact == null ? null : contact.key();
    }
}
