package id.tuntas.programmes.internal;

import id.tuntas.forms.Words;
import id.tuntas.programmes.Rule;
import id.tuntas.programmes.internal.RuleLanguage.Answer;
import id.tuntas.programmes.internal.RuleLanguage.Asking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule that was checked, ready to be asked of many families. */
record CompiledRule(List<Line> conditions, List<Line> documents) {

    /** @param asking null for a document that no answer tells of */
    record Line(Words text, @Nullable Asking asking) {

        Said of(Map<String, Object> family) {
            return asking == null
                    ? new Said(text, Answer.UNKNOWN, List.of())
                    : new Said(text, asking.of(family), asking.read(family));
        }
    }

    /** What one line says of a family, and the facts it read. */
    record Said(Words text, Answer answer, List<ReadFact> facts) {}

    /** @param value a number, yes or no, a code or several of them; null when the answer is missing */
    record ReadFact(String name, @Nullable Object value) {}

    /**
     * Whether a family fits, and why.
     *
     * @param documents YES for one that it has, NO for one that it lacks, UNKNOWN for one that the visit does not tell of
     */
    record Verdict(Answer fits, List<Said> conditions, List<Said> documents) {}

    static CompiledRule of(Rule rule, RuleLanguage language) {
        return new CompiledRule(
                rule.conditions().stream()
                        .map(one -> new Line(one.text(), language.sound(one.expression())))
                        .toList(),
                rule.documents().stream()
                        .map(one -> new Line(
                                one.text(), one.expression() == null ? null : language.sound(one.expression())))
                        .toList());
    }

    Verdict of(Map<String, Object> family) {
        List<Said> said = conditions.stream().map(line -> line.of(family)).toList();
        return new Verdict(
                together(said),
                said,
                documents.stream().map(line -> line.of(family)).toList());
    }

    /** How many of the family's people the rule fits, each looked at without the others; one where it fits none alone. */
    int people(Map<String, Object> family) {
        List<?> members = (List<?>) family.getOrDefault(FamilyFacts.MEMBERS, List.of());
        long fitting =
                members.stream().filter(member -> fits(alone(family, member))).count();
        return (int) Math.max(1, fitting);
    }

    private boolean fits(Map<String, Object> family) {
        return conditions.stream()
                .allMatch(line -> Objects.requireNonNull(line.asking()).of(family) == Answer.YES);
    }

    private static Map<String, Object> alone(Map<String, Object> family, Object member) {
        Map<String, Object> alone = new HashMap<>(family);
        alone.put(FamilyFacts.MEMBERS, List.of(member));
        return alone;
    }

    private static Answer together(List<Said> conditions) {
        List<Answer> answers = conditions.stream().map(Said::answer).toList();
        if (answers.contains(Answer.NO)) {
            return Answer.NO;
        }
        if (answers.contains(Answer.GAVE_UP)) {
            return Answer.GAVE_UP;
        }
        return answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.YES;
    }
}
