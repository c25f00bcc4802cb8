package id.tuntas.visits.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Grant;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.VisitOutcome;
import id.tuntas.forms.Forms;
import id.tuntas.forms.ProposedFamily;
import id.tuntas.forms.VervalAnswers.Location;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.VisitReceived;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.internal.Situation.Former;
import id.tuntas.visits.internal.VisitStore.Proposal;
import id.tuntas.visits.internal.VisitStore.SameInstance;
import id.tuntas.visits.internal.WaitingSubmissions.Files;
import id.tuntas.visits.internal.WaitingSubmissions.StoredSubmission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a visit of a submission, and lets its family take its step, in the caller's transaction. */
@Component
class Interpretation {

    private final WaitingSubmissions submissions;
    private final VisitStore visits;
    private final Forms forms;
    private final Cases cases;
    private final Standing standing;
    private final RevisitStore revisits;
    private final Rounds rounds;
    private final Regions regions;
    private final Accounts accounts;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Interpretation(
            WaitingSubmissions submissions,
            VisitStore visits,
            Forms forms,
            Cases cases,
            Standing standing,
            RevisitStore revisits,
            Rounds rounds,
            Regions regions,
            Accounts accounts,
            Ledger ledger,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.visits = visits;
        this.forms = forms;
        this.cases = cases;
        this.standing = standing;
        this.revisits = revisits;
        this.rounds = rounds;
        this.regions = regions;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void interpret(StoredSubmission submission) {
        boolean withFiles = submission.interpreted()
                ? lookAtFiles(submission)
                : become(submission, Reading.of(submission, forms), Map.of());
        events.publishEvent(new VisitReceived(submission.regencyCode(), submission.id(), withFiles));
    }

    /** Keeps what can't be interpreted in sight, so that a person can look at it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(StoredSubmission submission) {
        if (submission.interpreted()) {
            submissions.filesLookedAt(submission);
        } else {
            become(submission, Reading.nothing(submission), Map.of(ConflictCode.NOT_INTERPRETED, ""));
        }
    }

    /** Returns whether files of it have come. */
    private boolean become(StoredSubmission submission, Reading reading, Map<ConflictCode, String> given) {
        String regency = submission.regencyCode();
        Former former = former(submission).orElse(null);
        ProposedFamily proposed = proposed(regency, reading).orElse(null);
        Proposal earlier = proposed == null
                ? null
                : visits.proposal(
                                regency, Objects.requireNonNull(reading.verval().caseNumber()))
                        .orElse(null);
        FamilyCase family =
                family(regency, reading.verval().caseNumber(), earlier, former).orElse(null);
        Round round = (family == null ? rounds.current(regency) : rounds.find(regency, family.roundId())).orElse(null);
        Revisit revisit = family == null
                ? null
                : revisits.askedOf(family, submission.officerId()).orElse(null);
        SameInstance same = visits.sameInstance(submission);
        Map<ConflictCode, String> conflicts = new TreeMap<>(given);
        conflicts.putAll(new Situation(
                        submission.officerId(),
                        submission.receivedAt(),
                        reading.formKnown(),
                        reading.findings(),
                        reading.verval().caseNumber(),
                        proposed != null,
                        earlier != null,
                        reading.verval().contact().result(),
                        family,
                        round,
                        revisit,
                        former,
                        submission.deprecatedId() != null,
                        same.known())
                .conflicts());
        VisitState state = Situation.holds(conflicts) ? VisitState.CONFLICT : VisitState.RECEIVED;
        if (!same.edits().isEmpty()) {
            state = VisitState.SUPERSEDED;
            conflicts.remove(ConflictCode.ALREADY_VISITED);
            same.edits().forEach(edit -> visits.resolve(regency, edit, ConflictCode.EDIT_OF_UNKNOWN, clock.now()));
        }
        VisitRow visit = new VisitRow(
                submission,
                reading,
                family,
                round,
                revisit,
                region(submission, family, proposed),
                former == null ? 1 : former.revision() + 1,
                state);
        visits.insert(visit);
        if (former != null && !conflicts.containsKey(ConflictCode.EDIT_OF_FOREIGN)) {
            submissions.inheritFiles(submission, former);
        }
        Files files = submissions.files(submission);
        conflicts.putAll(files.conflicts());
        visits.insertConflicts(regency, submission.id(), conflicts, submission.receivedAt());
        if (state == VisitState.RECEIVED && family != null) {
            standing.take(family, revisit, outcome(visit), former);
        }
        submissions.interpreted(
                submission, ledger.prepare(List.of(act(visit, conflicts))).getFirst(), clock.now());
        return files.came();
    }

    /** The named one; else the one that its proposal, or the visit that it corrects, was matched to. */
    private Optional<FamilyCase> family(
            String regency, @Nullable String number, @Nullable Proposal earlier, @Nullable Former former) {
        return Optional.ofNullable(number)
                .flatMap(named -> cases.lockByNumber(regency, named))
                .or(() -> Optional.ofNullable(earlier)
                        .map(Proposal::familyId)
                        .or(() -> Optional.ofNullable(former).map(Former::familyId))
                        .flatMap(id -> cases.lock(regency, id)));
    }

    private Optional<Former> former(StoredSubmission submission) {
        return submission.deprecatedId() == null
                ? Optional.empty()
                : visits.former(submission.regencyCode(), submission.deprecatedId());
    }

    private static VisitOutcome outcome(VisitRow visit) {
        Location location = visit.reading().verval().location();
        return new VisitOutcome(
                visit.submission().id(),
                visit.submission().officerId(),
                Objects.requireNonNull(visit.reading().verval().contact().result()),
                visit.proposed(),
                visit.visitedAt(),
                location == null ? null : location.latitude(),
                location == null ? null : location.longitude());
    }

    private boolean lookAtFiles(StoredSubmission submission) {
        Files files = submissions.files(submission);
        submissions.filesLookedAt(submission);
        visits.insertConflicts(submission.regencyCode(), submission.id(), files.conflicts(), clock.now());
        return files.came();
    }

    /** A village that is not of this regency proposes nobody. */
    private Optional<ProposedFamily> proposed(String regency, Reading reading) {
        return ProposedFamily.in(reading.answers())
                .filter(family -> regions.villages(regency).containsKey(family.villageCode()));
    }

    private String region(StoredSubmission submission, @Nullable FamilyCase family, @Nullable ProposedFamily proposed) {
        if (family != null) {
            return family.villageCode();
        }
        return proposed != null ? proposed.villageCode() : regionOf(submission);
    }

    private String regionOf(StoredSubmission submission) {
        return accounts.find(submission.regencyCode(), submission.officerId()).map(Account::roles).stream()
                .flatMap(List::stream)
                .map(Grant::region)
                .findFirst()
                .orElse(submission.regencyCode());
    }

    private static Act act(VisitRow visit, Map<ConflictCode, String> conflicts) {
        StoredSubmission submission = visit.submission();
        return new Act(
                submission.regencyCode(),
                submission.officerId(),
                "visit.interpreted",
                "visit",
                submission.id(),
                visit.region(),
                Map.of(
                        "state", visit.state().key(),
                        "visitedAt", visit.visitedAt().toString(),
                        "revision", visit.revision(),
                        "conflicts",
                                conflicts.keySet().stream()
                                        .map(ConflictCode::key)
                                        .sorted()
                                        .toList()),
                submission.xml());
    }
}
