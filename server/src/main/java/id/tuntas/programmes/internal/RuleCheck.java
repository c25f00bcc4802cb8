package id.tuntas.programmes.internal;

import id.tuntas.forms.Words;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.programmes.Rule;
import id.tuntas.programmes.Rule.Condition;
import id.tuntas.programmes.Rule.Document;
import id.tuntas.programmes.internal.RuleLanguage.Read;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What keeps a rule from being kept, at its place. */
@Component
class RuleCheck {

    private static final int MOST_LINES = 20;
    private static final int LONGEST_TEXT = 200;

    private final RuleLanguage language;

    RuleCheck(RuleLanguage language) {
        this.language = language;
    }

    /** @param at pointer of the rule in what was sent */
    List<FieldProblem> problemsOf(Rule rule, String at) {
        List<FieldProblem> problems = new ArrayList<>();
        if (rule.conditions().isEmpty()) {
            problems.add(new FieldProblem(at + "/conditions", "required", List.of()));
        }
        if (rule.conditions().size() > MOST_LINES || rule.documents().size() > MOST_LINES) {
            problems.add(new FieldProblem(at, "rule-too-many-lines", List.of(MOST_LINES)));
            return problems;
        }
        for (int i = 0; i < rule.conditions().size(); i++) {
            Condition condition = rule.conditions().get(i);
            String pointer = at + "/conditions/" + i;
            check(pointer, condition.text(), problems);
            if (condition.expression().isEmpty()) {
                problems.add(new FieldProblem(pointer + "/expression", "required", List.of()));
            } else {
                check(pointer, condition.expression(), problems);
            }
        }
        for (int i = 0; i < rule.documents().size(); i++) {
            Document document = rule.documents().get(i);
            String pointer = at + "/documents/" + i;
            check(pointer, document.text(), problems);
            check(pointer, document.expression(), problems);
        }
        return problems;
    }

    private static void check(String pointer, Words text, List<FieldProblem> problems) {
        if (text.id().isEmpty()) {
            problems.add(new FieldProblem(pointer + "/text/id", "required", List.of()));
        }
        if (text.id().length() > LONGEST_TEXT || text.en().length() > LONGEST_TEXT) {
            problems.add(new FieldProblem(pointer + "/text", "too-long", List.of(LONGEST_TEXT)));
        }
    }

    private void check(String pointer, @Nullable String expression, List<FieldProblem> problems) {
        if (expression != null && language.read(expression) instanceof Read.Wrong wrong) {
            wrong.problems()
                    .forEach(problem -> problems.add(
                            new FieldProblem(pointer + "/expression", problem.code(), problem.arguments())));
        }
    }
}
