package id.tuntas.rosterfile;

/** Takes problems as they are found; a bad file can have more of them than memory holds. */
@FunctionalInterface
public interface ProblemSink {

    void problem(RosterProblem problem);

    /** A problem of one row, with the row's cells; whether the row was let in, the row sink was told just before. */
    default void problem(RosterProblem problem, RowValues row) {
        problem(problem);
    }
}
