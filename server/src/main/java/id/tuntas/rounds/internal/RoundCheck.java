package id.tuntas.rounds.internal;

import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.NewRound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a round, by field. */
final class RoundCheck {

    static final int LONGEST_NAME = 120;
    static final int MOST_ATTEMPTS = 10;
    static final int MOST_ANSWER_DAYS = 365;
    static final int MOST_PHONE_DAYS = 365;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{1,29}");

    private RoundCheck() {}

    static List<FieldProblem> problemsOf(NewRound round) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!CODE.matcher(round.code()).matches()) {
            problems.add(problem("/code", "round-code"));
        }
        if (round.name().isBlank()) {
            problems.add(problem("/name", "required"));
        }
        if (round.name().length() > LONGEST_NAME) {
            problems.add(new FieldProblem("/name", "too-long", List.of(LONGEST_NAME)));
        }
        if (round.deadline().isBefore(round.opens())) {
            problems.add(problem("/deadline", "deadline-before-opening"));
        }
        if (round.zeroDate().isBefore(round.deadline())) {
            problems.add(problem("/zeroDate", "zero-before-deadline"));
        }
        if (round.attemptsBeforeNotFound() < 1 || round.attemptsBeforeNotFound() > MOST_ATTEMPTS) {
            problems.add(problem("/attemptsBeforeNotFound", "out-of-range"));
        }
        if (round.answerDays() < 1 || round.answerDays() > MOST_ANSWER_DAYS) {
            problems.add(problem("/answerDays", "out-of-range"));
        }
        if (round.phoneDays() < 0 || round.phoneDays() > MOST_PHONE_DAYS) {
            problems.add(problem("/phoneDays", "out-of-range"));
        }
        problems.addAll(problemsOf(round.povertyLines()));
        return problems;
    }

    private static List<FieldProblem> problemsOf(List<DatedPovertyLine> lines) {
        List<FieldProblem> problems = new ArrayList<>();
        if (lines.isEmpty()) {
            problems.add(problem("/povertyLines", "required"));
        }
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            DatedPovertyLine line = lines.get(i);
            if (!days.add(line.from())) {
                problems.add(problem("/povertyLines/" + i + "/from", "taken"));
            }
            if (line.extreme() <= 0) {
                problems.add(problem("/povertyLines/" + i + "/extreme", "out-of-range"));
            }
            if (line.poor() <= line.extreme()) {
                problems.add(problem("/povertyLines/" + i + "/poor", "poor-line-below-extreme"));
            }
        }
        return problems;
    }

    private static FieldProblem problem(String pointer, String code) {
        return new FieldProblem(pointer, code, List.of());
    }
}
