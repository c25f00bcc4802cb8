package id.tuntas.visits;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a visit does not simply fit. A holding conflict keeps the visit from standing for its family until a person decides; any other one
 * is shown beside a visit that counts like every other. Its text is {@code conflict.<key>}.
 */
public enum ConflictCode {
    /** Names no case, or one that does not exist. */
    UNKNOWN_FAMILY("unknown-family", true),
    /** Proposes a family that no list names; a coordinator takes it into the round or declines. */
    PROPOSED_FAMILY("proposed-family", true),
    /** The family is another officer's. */
    FOREIGN_FAMILY("foreign-family", true),
    /** The family's visit is approved already, another officer's visit waits, or another visit proposes the same family. */
    ALREADY_VISITED("already-visited", true),
    /** The same instance came with another content; both are kept. */
    INSTANCE_CONFLICT("instance-conflict", true),
    /** Edits a visit that is approved already, or that another edit has replaced. */
    EDIT_TOO_LATE("edit-too-late", true),
    /** Edits what another officer sent. */
    EDIT_OF_FOREIGN("edit-of-foreign", true),
    /** Filled in a version of the form that is not kept here. */
    FORM_VERSION_UNKNOWN("form-version-unknown", true),
    /** Says nothing about what was met at the address. */
    CONTACT_MISSING("contact-missing", true),
    /** The round is not open. */
    ROUND_NOT_OPEN("round-not-open", true),
    /** Could not be interpreted at all. */
    NOT_INTERPRETED("not-interpreted", true),
    AFTER_DEADLINE("after-deadline", false),
    /** Edits a visit that has not come, yet. */
    EDIT_OF_UNKNOWN("edit-of-unknown", false),
    /** Breaks a rule of the form; the findings name the nodes. */
    CONSTRAINT("constraint", false),
    /** A file that is neither an image nor a PDF; it is kept aside. */
    ATTACHMENT_TYPE("attachment-type", false),
    /** Two different files came under one name; both are kept. */
    ATTACHMENT_CONFLICT("attachment-conflict", false);

    private final String key;
    private final boolean holding;

    ConflictCode(String key, boolean holding) {
        this.key = key;
        this.holding = holding;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public boolean isHolding() {
        return holding;
    }

    public static Optional<ConflictCode> findByKey(String key) {
        return Arrays.stream(values()).filter(code -> code.key.equals(key)).findFirst();
    }
}
