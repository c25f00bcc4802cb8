package id.tuntas.review.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.forms.Answers;
import id.tuntas.forms.FormDefinition;
import id.tuntas.review.Decision;
import id.tuntas.review.VisitDecision;
import id.tuntas.review.internal.VisitShow.Answer;
import id.tuntas.review.internal.VisitShow.Corrected;
import id.tuntas.review.internal.VisitShow.Person;
import id.tuntas.review.internal.VisitShow.Photo;
import id.tuntas.visits.VisitDetail;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an officer mended in a visit that was sent back. */
@Component
class Corrections {

    private final Visits visits;
    private final ReviewQueries queries;
    private final Accounts accounts;

    Corrections(Visits visits, ReviewQueries queries, Accounts accounts) {
        this.visits = visits;
        this.queries = queries;
        this.accounts = accounts;
    }

    /** Empty for a visit that corrects none, or none that was sent back. */
    Optional<Corrected> of(Actor actor, VisitDetail visit, FormDefinition form) {
        UUID caseId = visit.summary().caseId();
        return caseId == null || visit.answers().deprecatedId() == null
                ? Optional.empty()
                : sentBack(visits.ofCase(actor, caseId), visit).flatMap(former -> corrected(visit, former, form));
    }

    /** The last one that was sent back, on the way from edit to edit; what is edited came before its edit. */
    private Optional<VisitDetail> sentBack(List<VisitSummary> ofFamily, VisitDetail visit) {
        return ofFamily.stream()
                .takeWhile(other -> !other.id().equals(visit.summary().id()))
                .filter(other -> other.instanceId().equals(visit.answers().deprecatedId())
                        && other.state() != VisitState.CONFLICT)
                .findFirst()
                .flatMap(other -> visits.find(other.regencyCode(), other.id()))
                .flatMap(former ->
                        former.summary().returned() == null ? sentBack(ofFamily, former) : Optional.of(former));
    }

    private Optional<Corrected> corrected(VisitDetail visit, VisitDetail former, FormDefinition form) {
        VisitSummary summary = former.summary();
        Optional<VisitDecision> last = queries.decisionsOn(summary.regencyCode(), List.of(summary.id())).stream()
                .filter(decided -> decided.decision() == Decision.RETURN)
                .reduce((earlier, later) -> later);
        return last.map(returned -> new Corrected(
                summary.id(),
                returned.reason(),
                new Person(
                        returned.by(),
                        accounts.names(summary.regencyCode(), List.of(returned.by()))
                                .getOrDefault(returned.by(), "")),
                returned.at(),
                answers(visit, former, form),
                photos(visit, former, form)));
    }

    /** Compared as they were sent, since masked numbers look alike. */
    private static List<String> answers(VisitDetail visit, VisitDetail former, FormDefinition form) {
        Map<String, String> now = said(visit.answers());
        Map<String, String> before = said(former.answers());
        return Stream.of(visit, former)
                .flatMap(one -> AnswerSheet.of(form, one.answers(), Map.of()).stream())
                .map(Answer::path)
                .distinct()
                .filter(path -> !Objects.equals(now.get(path), before.get(path)))
                .toList();
    }

    private static Map<String, String> said(Answers answers) {
        Map<String, String> said = new HashMap<>(answers.root().values());
        answers.root().repeats().forEach((repeat, groups) -> {
            for (int i = 0; i < groups.size(); i++) {
                String place = repeat + "[" + (i + 1) + "]";
                groups.get(i)
                        .values()
                        .forEach((path, value) -> said.put(place + path.substring(repeat.length()), value));
            }
        });
        return said;
    }

    private static List<String> photos(VisitDetail visit, VisitDetail former, FormDefinition form) {
        List<Photo> before = pictures(former, form).toList();
        return pictures(visit, form)
                .filter(photo -> before.stream()
                        .noneMatch(other -> other.kind().equals(photo.kind())
                                && other.sha256().equals(photo.sha256())))
                .map(Photo::kind)
                .distinct()
                .toList();
    }

    private static Stream<Photo> pictures(VisitDetail visit, FormDefinition form) {
        return Stream.concat(
                VisitPhotos.all(visit, form).stream(), Stream.ofNullable(VisitPhotos.signature(visit, form)));
    }
}
