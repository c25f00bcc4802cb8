package id.tuntas.decrees.internal;

import id.tuntas.decrees.Decrees.Change;
import id.tuntas.decrees.Decrees.SignedPaper;
import id.tuntas.forms.Words;
import id.tuntas.platform.Reason;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Whether a signed paper is whole, and whether what it changes can be changed. */
final class PaperCheck {

    private PaperCheck() {}

    /** The day before which nobody can have signed what rests on these families' meetings. */
    static LocalDate earliest(LocalDate otherwise, Stream<Candidate> families) {
        return families.flatMap(family -> Stream.ofNullable(family.meeting()))
                .flatMap(meeting -> Stream.ofNullable(meeting.settledOn()))
                .reduce(otherwise, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** @param earliest day on which it can have been signed */
    static void require(SignedPaper paper, LocalDate earliest, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        if (paper.number().isEmpty()) {
            problems.add(new FieldProblem("/number", "required", List.of()));
        } else if (paper.number().length() > SignedPaper.LONGEST_NUMBER) {
            problems.add(new FieldProblem("/number", "too-long", List.of(SignedPaper.LONGEST_NUMBER)));
        }
        if (paper.decidedOn().isAfter(today)) {
            problems.add(new FieldProblem("/decidedOn", "decree-day-late", List.of()));
        } else if (paper.decidedOn().isBefore(earliest)) {
            problems.add(new FieldProblem("/decidedOn", "decree-day-early", List.of(Words.ofDay(earliest))));
        }
        if (!paper.scan().accepted()) {
            problems.add(new FieldProblem("/scan", "not-a-scan", List.of()));
        }
        refuse(problems);
    }

    static void requireReason(String pointer, String reason, boolean required) {
        refuse(required || !reason.isBlank() ? Reason.problems(pointer, reason) : List.of());
    }

    static void requireChanges(List<Change> added, List<Change> struck, Set<UUID> addable, Set<UUID> listed) {
        List<FieldProblem> problems = new ArrayList<>();
        if (added.isEmpty() && struck.isEmpty()) {
            problems.add(new FieldProblem("/added", "required", List.of()));
        }
        check("/added/", "not-to-add", added, addable, problems);
        check("/struck/", "not-on-the-list", struck, listed, problems);
        refuse(problems);
    }

    private static void check(
            String pointer, String unfit, List<Change> changes, Set<UUID> fitting, List<FieldProblem> problems) {
        Set<UUID> left = new HashSet<>(fitting);
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            if (!left.remove(change.familyId())) {
                problems.add(new FieldProblem(pointer + i + "/familyId", unfit, List.of()));
            }
            problems.addAll(Reason.problems(pointer + i + "/reason", change.reason()));
        }
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
