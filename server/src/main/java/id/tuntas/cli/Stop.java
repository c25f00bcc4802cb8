package id.tuntas.cli;

/** A verb that cannot be done, with one sentence in each language that says what to do. */
final class Stop extends RuntimeException {

    private final int exitCode;
    private final String code;
    private final String indonesian;
    private final String english;

    private Stop(int exitCode, String code, String indonesian, String english) {
        super(english);
        this.exitCode = exitCode;
        this.code = code;
        this.indonesian = indonesian;
        this.english = english;
    }

    /** What was asked for cannot be used or is not allowed. */
    static Stop refused(String code, String indonesian, String english) {
        return new Stop(ExitCode.REFUSED, code, indonesian, english);
    }

    /** Something is missing on this machine. */
    static Stop missing(String code, String indonesian, String english) {
        return new Stop(ExitCode.MISSING, code, indonesian, english);
    }

    int exitCode() {
        return exitCode;
    }

    String code() {
        return code;
    }

    String indonesian() {
        return indonesian;
    }

    String english() {
        return english;
    }
}
