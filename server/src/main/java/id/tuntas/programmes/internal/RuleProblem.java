package id.tuntas.programmes.internal;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong in an expression, and where.
 *
 * @param code has a text in every language: {@code field.<code>}
 * @param arguments first the place: the number of the character, from 1
 */
record RuleProblem(String code, List<Object> arguments) {

    private static final Pattern UNKNOWN =
            Pattern.compile("undeclared reference to '([^']*)'|undefined field '([^']*)'");
    private static final Pattern TOO_LARGE = Pattern.compile("exceeds limit|limit.* exceeded");

    static RuleProblem at(int place, String code, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(place));
        arguments.addAll(List.of(more));
        return new RuleProblem(code, arguments);
    }

    /** The first of a compiler's complaints; the others mostly follow from it. */
    static List<RuleProblem> of(String expression, List<CelIssue> issues) {
        CelIssue first = issues.getFirst();
        int place = place(
                expression,
                first.getSourceLocation().getLine(),
                first.getSourceLocation().getColumn());
        return List.of(of(first.getMessage(), place));
    }

    private static RuleProblem of(String message, int place) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return unknown.group(1) != null
                    ? at(place, "rule-unknown-word", unknown.group(1))
                    : at(place, "rule-unknown-fact", unknown.group(2));
        }
        if (TOO_LARGE.matcher(message).find()) {
            return at(1, "rule-too-large", RuleLanguage.LONGEST);
        }
        if (message.startsWith("expected type 'bool'")) {
            return at(place, "rule-no-condition");
        }
        return at(place, message.startsWith("found no matching overload") ? "rule-kinds-differ" : "rule-not-readable");
    }

    private static int place(String expression, int line, int column) {
        int start = 0;
        for (int before = 1; before < line && start >= 0; before++) {
            start = expression.indexOf('\n', start) + 1;
        }
        return start + Math.max(0, column) + 1;
    }
}
