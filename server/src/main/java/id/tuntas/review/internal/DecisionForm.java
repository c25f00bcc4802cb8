package id.tuntas.review.internal;

import id.tuntas.forms.Finding;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.review.DecideVisit;
import id.tuntas.review.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision as a page sends it; reason, fields and finding may be left out. */
record DecisionForm(
        @Nullable String decision,
        @Nullable String reason,
        @Nullable List<String> fields,
        @Nullable String finding) {

    /** Throws {@link Refusal} 422 naming every field that is missing or cannot be read. */
    DecideVisit toDecision() {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<Decision> wanted = Optional.ofNullable(decision).flatMap(Decision::findByKey);
        if (wanted.isEmpty()) {
            problems.add(new FieldProblem("/decision", decision == null ? "required" : "unknown", List.of()));
        }
        Optional<Finding> held = Optional.ofNullable(finding).flatMap(Finding::findByKey);
        if (finding != null && held.isEmpty()) {
            problems.add(new FieldProblem("/finding", "unknown", List.of()));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new DecideVisit(
                wanted.orElseThrow(),
                reason == null ? "" : reason,
                fields == null ? List.of() : fields,
                held.orElse(null));
    }
}
