package id.tuntas.visits;

/** What came of a post. All but {@link Rejected} are kept for good and answered 201. */
public sealed interface IntakeOutcome {

    /** A new instance. */
    record Accepted(Receipt receipt) implements IntakeOutcome {}

    /** The same instance with the same content; files that were missing are taken. */
    record AlreadyHave(Receipt receipt) implements IntakeOutcome {}

    /** An edit of a former instance. */
    record NewVersion(Receipt receipt) implements IntakeOutcome {}

    /** The same instance with another content; it is kept beside the first one. */
    record Conflict(Receipt receipt) implements IntakeOutcome {}

    /** Not a submission at all. */
    record Rejected(Reason reason) implements IntakeOutcome {}

    enum Reason {
        NOT_XML("not-xml"),
        FORM_UNKNOWN("form-unknown"),
        TOO_LARGE("too-large");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
