package id.tuntas.forms;

import org.jspecify.annotations.Nullable;

/**
 * Something in a submission that does not fit its form. It never keeps the submission out; it becomes a conflict that
 * people see.
 *
 * @param node with the number of the repeat, as {@code /data/members/member[2]/existence}
 */
public record SubmissionFinding(Code code, @Nullable String node, Words message) {

    public enum Code {
        FORM_OTHER("formOther"),
        VERSION_OTHER("versionOther"),
        INSTANCE_ID_MISSING("instanceIdMissing"),
        NODE_UNKNOWN("nodeUnknown"),
        VALUE_UNREADABLE("valueUnreadable"),
        CHOICE_UNKNOWN("choiceUnknown"),
        REQUIRED_MISSING("requiredMissing"),
        CONSTRAINT_BROKEN("constraintBroken"),
        ENGINE_REFUSED("engineRefused");

        private final String key;

        Code(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
