package id.tuntas.rosterfile;

/** Takes problems as they are found; a bad file can have more of them than memory holds. */
@FunctionalInterface
public interface ProblemSink {

    void problem(RosterProblem problem);
}
