package id.tuntas.forms;

import java.util.Arrays;
import java.util.Optional;

/** Whether one person is part of the household on the day of the visit. */
public enum MemberExistence {
    HERE("here"),
    MOVED("moved"),
    DECEASED("deceased"),
    /** Lives here and is not in the roster. */
    NEW("new"),
    UNKNOWN("unknown");

    private final String code;

    MemberExistence(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Counted among the people that the family's expenditure is divided by. */
    public boolean livesHere() {
        return this == HERE || this == NEW;
    }

    public static Optional<MemberExistence> findByCode(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
