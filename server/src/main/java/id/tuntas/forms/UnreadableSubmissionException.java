package id.tuntas.forms;

/**
 * What came is not a submission at all: no XML, an entity, no form's id. Refused at the door; everything that is a
 * submission is kept, whatever it says.
 */
public final class UnreadableSubmissionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    UnreadableSubmissionException(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    /** not-xml, doctype, too-large, too-complex or form-id-missing. */
    public String code() {
        return code;
    }
}
