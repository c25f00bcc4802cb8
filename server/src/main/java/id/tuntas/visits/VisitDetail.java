package id.tuntas.visits;

import id.tuntas.forms.Answers;
import id.tuntas.forms.FindingProposal;
import id.tuntas.forms.SubmissionFinding;
import id.tuntas.forms.VervalAnswers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit with everything it says.
 *
 * @param answers as sent, by path
 * @param verval the same answers, typed
 * @param proposal null when the visit belongs to no round
 * @param findings what does not fit the form
 */
public record VisitDetail(
        VisitSummary summary,
        Answers answers,
        VervalAnswers verval,
        @Nullable FindingProposal proposal,
        List<SubmissionFinding> findings) {

    public VisitDetail {
        findings = List.copyOf(findings);
    }
}
