package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.forms.Words;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.programmes.Rule;
import id.tuntas.programmes.internal.CompiledRule.Verdict;
import id.tuntas.programmes.internal.RuleLanguage.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** A rule tried on the families there are, before it is kept; nothing is written. */
@Component
class RuleTrial {

    /**
     * What a rule would do; every number counts families.
     *
     * @param families all that were asked
     * @param unknown those of whom it cannot be said, as an answer is missing
     * @param gaveUp those for whom the rule took too many steps or grew too large a number
     */
    record Outcome(
            LocalDate asOf,
            int families,
            int fits,
            int unknown,
            int gaveUp,
            List<Line> conditions,
            List<PaperLine> documents) {}

    /** @param onlyThis families that would fit but for this condition */
    record Line(Words text, int holds, int fails, int unknown, int gaveUp, int onlyThis) {}

    /** Of the families that fit: who lacks the document, and of whom the visit does not tell. */
    record PaperLine(Words text, int has, int lacks, int untold, int gaveUp) {}

    private final RuleCheck check;
    private final RuleLanguage language;
    private final DecreedFamilies families;
    private final BusinessClock clock;

    RuleTrial(RuleCheck check, RuleLanguage language, DecreedFamilies families, BusinessClock clock) {
        this.check = check;
        this.language = language;
        this.families = families;
        this.clock = clock;
    }

    /** Throws {@link Refusal} 422 with the place of everything that is wrong in the rule. */
    Outcome of(Actor actor, Rule rule) {
        List<FieldProblem> problems = check.problemsOf(rule, "/rule");
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        CompiledRule compiled = CompiledRule.of(rule, language);
        List<Verdict> verdicts = families.of(actor, Verb.PROGRAMME_MANAGE).stream()
                .map(family -> compiled.of(family.facts()))
                .toList();
        List<Verdict> fitting =
                verdicts.stream().filter(one -> one.fits() == Answer.YES).toList();
        return new Outcome(
                clock.today(),
                verdicts.size(),
                fitting.size(),
                count(verdicts, Answer.UNKNOWN),
                count(verdicts, Answer.GAVE_UP),
                IntStream.range(0, rule.conditions().size())
                        .mapToObj(
                                i -> line(verdicts, i, rule.conditions().get(i).text()))
                        .toList(),
                IntStream.range(0, rule.documents().size())
                        .mapToObj(i -> paper(fitting, i, rule.documents().get(i).text()))
                        .toList());
    }

    private static int count(List<Verdict> verdicts, Answer answer) {
        return (int) verdicts.stream().filter(one -> one.fits() == answer).count();
    }

    private static Line line(List<Verdict> verdicts, int i, Words text) {
        int[] counts = new int[Answer.values().length];
        int onlyThis = 0;
        for (Verdict verdict : verdicts) {
            List<Answer> answers = new ArrayList<>(
                    verdict.conditions().stream().map(CompiledRule.Said::answer).toList());
            Answer mine = answers.remove(i);
            counts[mine.ordinal()]++;
            if (mine == Answer.NO && answers.stream().allMatch(Answer.YES::equals)) {
                onlyThis++;
            }
        }
        return new Line(
                text,
                counts[Answer.YES.ordinal()],
                counts[Answer.NO.ordinal()],
                counts[Answer.UNKNOWN.ordinal()],
                counts[Answer.GAVE_UP.ordinal()],
                onlyThis);
    }

    private static PaperLine paper(List<Verdict> fitting, int i, Words text) {
        int[] counts = new int[Answer.values().length];
        fitting.forEach(verdict -> counts[verdict.documents().get(i).answer().ordinal()]++);
        return new PaperLine(
                text,
                counts[Answer.YES.ordinal()],
                counts[Answer.NO.ordinal()],
                counts[Answer.UNKNOWN.ordinal()],
                counts[Answer.GAVE_UP.ordinal()]);
    }
}
