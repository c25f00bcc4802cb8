package id.tuntas.review.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Reason;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.review.DecideVisit;
import id.tuntas.review.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decision that holds together.
 *
 * @param finding what the family's finding is from now on; null unless the visit is approved and the family was found
 * @param overruled whether that differs from what the answers proposed
 */
record Judgement(
        Decision decision,
        String reason,
        List<String> fields,
        @Nullable Finding finding,
        boolean overruled) {

    /**
     * Weighs a decision against the visit it speaks of.
     *
     * @param contact null when the visit does not say what was met
     * @param questions paths of the form's questions
     * @throws Refusal invalid, naming every field that does not fit
     */
    static Judgement of(
            DecideVisit command, @Nullable ContactResult contact, @Nullable Finding proposed, Set<String> questions) {
        boolean approves = command.decision() == Decision.APPROVE;
        Finding finding = approves ? confirmed(command, contact, proposed) : null;
        boolean overruled = approves && finding != proposed;
        List<FieldProblem> problems = new ArrayList<>();
        if (!approves || overruled) {
            problems.addAll(Reason.problems("/reason", command.reason()));
        } else if (command.reason().length() > Reason.LONGEST) {
            problems.add(new FieldProblem("/reason", "too-long", List.of(Reason.LONGEST)));
        }
        if (command.finding() != null && (!approves || contact != ContactResult.FOUND)) {
            problems.add(problem("/finding", "finding-unfitting"));
        }
        if (approves && contact == ContactResult.FOUND && finding == null) {
            problems.add(problem("/finding", "required"));
        }
        for (int i = 0; i < command.fields().size(); i++) {
            if (!questions.contains(command.fields().get(i))) {
                problems.add(problem("/fields/" + i, "unknown"));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new Judgement(command.decision(), command.reason(), command.fields(), finding, overruled);
    }

    private static @Nullable Finding confirmed(
            DecideVisit command, @Nullable ContactResult contact, @Nullable Finding proposed) {
        if (contact != ContactResult.FOUND) {
            return proposed;
        }
        return command.finding() == null ? proposed : command.finding();
    }

    private static FieldProblem problem(String pointer, String code) {
        return new FieldProblem(pointer, code, List.of());
    }
}
