package id.tuntas.review.internal;

import java.util.List;

/**
 * Something about a visit that a reviewer should look at before he decides; it decides nothing by itself.
 *
 * @param code its text is {@code flag.<code>} with the arguments
 */
record QualityFlag(String code, Severity severity, List<Object> arguments) {

    enum Severity {
        BAD("bad"),
        WARN("warn"),
        /** Looked at and found in order. */
        OK("ok");

        private final String key;

        Severity(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    static QualityFlag bad(String code, Object... arguments) {
        return new QualityFlag(code, Severity.BAD, List.of(arguments));
    }

    static QualityFlag warn(String code, Object... arguments) {
        return new QualityFlag(code, Severity.WARN, List.of(arguments));
    }
}
