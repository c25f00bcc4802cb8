package id.tuntas.visits.internal;

import id.tuntas.forms.Answers;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.Forms;
import id.tuntas.forms.SubmissionFinding;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.BusinessClock;
import id.tuntas.visits.internal.WaitingSubmissions.StoredSubmission;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a submission says by itself, before anybody is asked about its family.
 *
 * @param formKnown whether its version of the form is kept; else it was read as the built-in one
 */
record Reading(Answers answers, VervalAnswers verval, boolean formKnown, List<SubmissionFinding> findings) {

    static Reading of(StoredSubmission submission, Forms forms) {
        Optional<FormDefinition> form =
                forms.find(submission.regencyCode(), submission.formId(), submission.formVersion());
        Set<String> repeats = form.map(FormDefinition::repeats)
                .orElseGet(() -> VervalForm.definition().repeats());
        Answers answers = Answers.read(submission.xml(), repeats);
        Reading unchecked = new Reading(answers, VervalAnswers.of(answers), form.isPresent(), List.of());
        int daysAhead = unchecked.daysAhead(submission.receivedAt(), submission.skewSeconds());
        List<SubmissionFinding> findings = forms.check(
                        submission.regencyCode(), submission.formId(), submission.formVersion())
                .map(check -> check.check(submission.xml(), daysAhead))
                .orElse(List.of());
        return new Reading(answers, unchecked.verval, unchecked.formKnown, findings);
    }

    /** For what can't be read whatever is tried. */
    static Reading nothing(StoredSubmission submission) {
        Answers answers = new Answers(
                submission.formId(),
                submission.formVersion(),
                submission.instanceId(),
                submission.deprecatedId(),
                new Answers.Group(Map.of(), Map.of()));
        return new Reading(answers, VervalAnswers.of(answers), true, List.of());
    }

    /** When the officer was there, by his phone's clock. */
    @Nullable Instant phoneTime() {
        Instant end = verval.header().end();
        return end == null ? verval.header().start() : end;
    }

    /** When the officer was there, by our clock; a time that has not come yet can't be it. */
    Instant visitedAt(Instant receivedAt, @Nullable Long skewSeconds) {
        Instant said = phoneTime();
        Instant ours = said == null || skewSeconds == null ? said : said.minusSeconds(skewSeconds);
        return ours == null || ours.isAfter(receivedAt) ? receivedAt : ours;
    }

    /** How far the phone's calendar was ahead of ours when the officer was there. */
    private int daysAhead(Instant receivedAt, @Nullable Long skewSeconds) {
        Instant said = phoneTime();
        return said == null
                ? 0
                : (int) ChronoUnit.DAYS.between(
                        BusinessClock.dayOf(visitedAt(receivedAt, skewSeconds)), BusinessClock.dayOf(said));
    }

    @Nullable Integer minutes() {
        Instant start = verval.header().start();
        Instant end = verval.header().end();
        if (start == null || end == null || end.isBefore(start)) {
            return null;
        }
        return (int) Math.min(Integer.MAX_VALUE, Duration.between(start, end).toMinutes());
    }
}
