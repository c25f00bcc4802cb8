package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.DecideSubject;
import id.tuntas.deliberation.Outcome;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Paper;
import id.tuntas.platform.PlainText;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions as a page sends them; reason, dissent, held, replaces and visitId may be left out. */
record DecisionForm(@Nullable List<One> decisions) {

    /** A village has some hundreds of families at most; a page sends the rest in its next request. */
    static final int MOST = 200;

    record One(
            @Nullable UUID id,
            @Nullable UUID subjectId,
            @Nullable UUID replaces,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String dissent,
            @Nullable String held,
            @Nullable UUID visitId,
            @Nullable Instant decidedAt) {}

    /** Throws {@link Refusal} 422 naming every field that is missing or does not hold together. */
    List<DecideSubject> toDecisions() {
        List<FieldProblem> problems = new ArrayList<>();
        List<DecideSubject> wanted = new ArrayList<>();
        if (decisions == null || decisions.isEmpty()) {
            throw Refusal.invalid("/decisions", "required");
        }
        if (decisions.size() > MOST) {
            throw Refusal.invalid("/decisions", "too-many-decisions", MOST);
        }
        for (int i = 0; i < decisions.size(); i++) {
            read(decisions.get(i), "/decisions/" + i, problems).ifPresent(wanted::add);
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return wanted;
    }

    private static Optional<DecideSubject> read(@Nullable One one, String at, List<FieldProblem> problems) {
        if (one == null) {
            problems.add(problem(at, "required"));
            return Optional.empty();
        }
        int before = problems.size();
        Optional<Outcome> outcome = Optional.ofNullable(one.outcome()).flatMap(Outcome::findByKey);
        Optional<Finding> held = Optional.ofNullable(one.held()).flatMap(Finding::findByKey);
        require(problems, at + "/id", one.id());
        require(problems, at + "/subjectId", one.subjectId());
        require(problems, at + "/decidedAt", one.decidedAt());
        if (outcome.isEmpty()) {
            problems.add(problem(at + "/outcome", one.outcome() == null ? "required" : "unknown"));
        }
        if (one.held() != null && held.isEmpty()) {
            problems.add(problem(at + "/held", "unknown"));
        }
        if (held.isPresent() && outcome.filter(Outcome.DISPUTED::equals).isEmpty()) {
            problems.add(problem(at + "/held", "held-undisputed"));
        }
        if (outcome.filter(Outcome.AGREED::equals).isEmpty()
                && text(one.reason()).isEmpty()) {
            problems.add(problem(at + "/reason", "required"));
        }
        check(problems, at + "/reason", one.reason());
        check(problems, at + "/dissent", one.dissent());
        if (problems.size() > before
                || one.id() == null
                || one.subjectId() == null
                || one.decidedAt() == null
                || outcome.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DecideSubject(
                one.id(),
                one.subjectId(),
                one.replaces(),
                outcome.get(),
                text(one.reason()),
                text(one.dissent()),
                held.orElse(null),
                one.visitId(),
                one.decidedAt()));
    }

    private static void require(List<FieldProblem> problems, String pointer, @Nullable Object value) {
        if (value == null) {
            problems.add(problem(pointer, "required"));
        }
    }

    private static void check(List<FieldProblem> problems, String pointer, @Nullable String value) {
        if (text(value).length() > DecideSubject.LONGEST_TEXT) {
            problems.add(new FieldProblem(pointer, "too-long", List.of(DecideSubject.LONGEST_TEXT)));
        }
        problems.addAll(Paper.problems(pointer, text(value)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : PlainText.of(value);
    }

    private static FieldProblem problem(String pointer, String code) {
        return new FieldProblem(pointer, code, List.of());
    }
}
