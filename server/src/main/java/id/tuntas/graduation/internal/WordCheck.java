package id.tuntas.graduation.internal;

import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.Graduations.VillageWord;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether what somebody says about a graduation is whole. */
final class WordCheck {

    static final int LONGEST = 1000;
    private static final int MOST_MONTHS = 60;
    private static final int MOST_SAMPLES = 6;

    private WordCheck() {}

    static void requireReason(String reason) {
        refuse(reason("/reason", reason));
    }

    /** @param visitedOn the day of the re-visit that the village spoke about */
    static void require(VillageWord word, LocalDate visitedOn, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>(reason("/reason", word.reason()));
        if (word.on().isAfter(today)) {
            problems.add(new FieldProblem("/on", "village-day-late", List.of()));
        } else if (word.on().isBefore(visitedOn)) {
            problems.add(new FieldProblem("/on", "village-day-early", List.of()));
        }
        if (!word.paper().accepted()) {
            problems.add(new FieldProblem("/paper", "not-a-scan", List.of()));
        }
        refuse(problems);
    }

    static void require(GraduationRule rule) {
        List<FieldProblem> problems = new ArrayList<>(reason("/source", rule.source()));
        List<Integer> months = rule.sampleMonths();
        if (months.isEmpty()) {
            problems.add(new FieldProblem("/sampleMonths", "required", List.of()));
        } else if (months.size() > MOST_SAMPLES || months.getFirst() < 1 || months.getLast() > MOST_MONTHS) {
            problems.add(new FieldProblem("/sampleMonths", "out-of-range", List.of()));
        }
        if (rule.samplePercent() < 1 || rule.samplePercent() > 100) {
            problems.add(new FieldProblem("/samplePercent", "out-of-range", List.of()));
        }
        refuse(problems);
    }

    private static List<FieldProblem> reason(String pointer, String text) {
        if (text.isBlank()) {
            return List.of(new FieldProblem(pointer, "required", List.of()));
        }
        return text.length() > LONGEST ? List.of(new FieldProblem(pointer, "too-long", List.of(LONGEST))) : List.of();
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
