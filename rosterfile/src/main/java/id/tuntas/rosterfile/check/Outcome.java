package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.ProblemCode;
import id.tuntas.rosterfile.ProblemSink;
import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.RowValues;
import java.util.EnumMap;
import java.util.Map;

/** Counts of a run, and the way of every problem to the sink. */
final class Outcome {

    private final ProblemSink sink;
    private final Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);

    long rows;
    long families;
    long members;
    long acceptedFamilies;
    long acceptedMembers;
    long acceptedHouseholds;

    Outcome(ProblemSink sink) {
        this.sink = sink;
    }

    void report(RosterProblem problem) {
        counts.merge(problem.code(), 1L, Long::sum);
        sink.problem(problem);
    }

    void report(RosterProblem problem, RowValues row) {
        counts.merge(problem.code(), 1L, Long::sum);
        sink.problem(problem, row);
    }

    Map<ProblemCode, Long> counts() {
        return counts;
    }
}
