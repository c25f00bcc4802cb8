package id.tuntas.cli;

/** How a verb ends. */
final class ExitCode {

    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int REFUSED = 2;
    static final int MISSING = 3;

    private ExitCode() {}
}
